# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers for what repeats in the history: strings, addresses, flows, processes.

Each is looked up in memory, then in the file, then added. Processes are not
looked up in the file: they are unique but for a restart of snet, and an index
to find them would cost more than a second row.

These statements go to SQLite itself: through SQLAlchemy each would take ten
times as long, and a storm of new programs needs several for each decision.
"""

from __future__ import annotations

import hashlib
import json
import socket
import sqlite3
from collections.abc import Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection

from snetgui.model import Address, Decision, Event, Facts, parse_address
from snetgui.model.matching import address_text, is_outgoing

from .values import text_in, u64_in

K = TypeVar("K", bound=Hashable)

_CACHED = 32_768  # of each kind: some ten megabytes when all are full
_IP = (socket.AF_INET, socket.AF_INET6)

_FIND_STRING = "SELECT id, text FROM strings WHERE hash = ?"
_ADD_STRING = "INSERT INTO strings (hash, text) VALUES (?, ?)"
_FIND_ADDRESS = "SELECT id FROM addresses WHERE hash = ? AND base = ? AND ported = ?"
_ADD_ADDRESS = "INSERT INTO addresses (hash, base, ported, text) VALUES (?, ?, ?, ?)"
_FIND_FLOW = """
    SELECT id FROM flows WHERE
    program IS ? AND remote IS ? AND port IS ? AND uid IS ? AND user IS ? AND syscall IS ?
    AND family IS ? AND type IS ? AND protocol IS ? AND local IS ? AND hosts IS ?
    AND interface IS ? AND action IS ? AND errno IS ? AND reason IS ? AND rule_id IS ?
"""
_ADD_FLOW = """
    INSERT INTO flows (
        program, remote, port, uid, user, syscall, family, type, protocol, local, hosts,
        interface, action, errno, reason, rule_id, count)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
"""
_ADD_PROCESS = """
    INSERT INTO processes (
        pid, ppid, start_ns, gid, comm, exe_dev, exe_ino, exe_ctime_ns, cgroup, netns, mntns,
        command, ancestors, sha256, application, package, unit, count)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
"""


def cursor_of(connection: Connection) -> sqlite3.Cursor:
    """SQLite's own cursor, inside the connection's transaction."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw.cursor()


def hash_of(kept: str | bytes) -> int:
    """64 bits of a hash whose collisions nobody can make at will."""
    data = kept.encode() if isinstance(kept, str) else b"\0" + kept
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


def json_list(words: tuple[str, ...] | None) -> str | None:
    """A list of any texts as ASCII."""
    return None if words is None else json.dumps(words, separators=(",", ":"))


def split(address: Address) -> tuple[bytes, int | None]:
    """The bytes of an address without its port, and the port (ip(7), ipv6(7))."""
    raw = address.raw
    if address.family in _IP and len(raw) >= 4:
        return raw[:2] + raw[4:], int.from_bytes(raw[2:4], "big")
    return raw, None


def join(base: bytes, ported: bool, port: int | None) -> Address:
    """The address again."""
    if not ported:
        return parse_address(base)
    return parse_address(base[:2] + (port or 0).to_bytes(2, "big") + base[2:])


class Interner:
    """The numbers that one writer knows. Not thread-safe: used inside its transaction."""

    def __init__(self) -> None:
        self._strings: dict[str, int] = {}
        self._addresses: dict[tuple[bytes, bool], int] = {}
        self._flows: dict[Hashable, int] = {}
        self._processes: dict[Hashable, int] = {}

    def forget(self) -> None:
        """Know nothing: after a rollback, or when another writer may have deleted."""
        for cache in (self._strings, self._addresses, self._flows, self._processes):
            cache.clear()

    def flow(self, cursor: sqlite3.Cursor, decision: Decision) -> tuple[int, int | None]:
        """The number of a decision's flow, and the port that is not part of it."""
        event = decision.event
        remote, remote_port = split(event.remote) if event.remote else (None, None)
        local, local_port = split(event.local) if event.local else (None, None)
        port, other = remote_port, local_port
        if not is_outgoing(event.syscall):
            port, other = local_port, remote_port
        facts, process = decision.facts, event.process
        key = (
            *(process.exe, process.uid, facts.user, facts.hosts, facts.interface),
            *(event.syscall, event.family, event.type, event.protocol),
            *(decision.action, decision.errno, decision.reason, decision.rule_id),
            *(remote, remote_port is None, local, local_port is None, port),
        )
        found = self._flows.get(key)
        if found is None:
            row = self._flow_row(cursor, decision, port)
            found = _first(cursor.execute(_FIND_FLOW, row))
            found = found or _add(cursor, _ADD_FLOW, row)
            _keep(self._flows, key, found)
        return found, other

    def _flow_row(
        self, cursor: sqlite3.Cursor, decision: Decision, port: int | None
    ) -> tuple[Any, ...]:
        event, facts = decision.event, decision.facts
        return (
            self._string(cursor, event.process.exe),
            self._address(cursor, event.remote),
            port,
            event.process.uid,
            self._string(cursor, facts.user),
            str(event.syscall),
            event.family,
            event.type,
            event.protocol,
            self._address(cursor, event.local),
            self._string(cursor, json_list(facts.hosts)),
            self._string(cursor, facts.interface),
            str(decision.action),
            decision.errno,
            str(decision.reason),
            decision.rule_id,
        )

    def process(self, cursor: sqlite3.Cursor, event: Event, facts: Facts) -> int:
        """The number of a decision's process."""
        process = event.process
        key = (
            (process.key, process.ppid, process.gid, process.comm, process.exe_id),
            (process.cgroup, process.netns, process.mntns),
            (facts.command, facts.ancestors, facts.sha256),
            (facts.application, facts.package, facts.unit),
        )
        found = self._processes.get(key)
        if found is None:
            found = _add(cursor, _ADD_PROCESS, self._process_row(cursor, event, facts))
            _keep(self._processes, key, found)
        return found

    def _process_row(self, cursor: sqlite3.Cursor, event: Event, facts: Facts) -> tuple[Any, ...]:
        process = event.process
        exe = process.exe_id
        return (
            process.pid,
            process.ppid,
            process.start_time_ns,
            process.gid,
            self._string(cursor, process.comm),
            exe and u64_in(exe.dev),
            exe and u64_in(exe.ino),
            exe and exe.ctime_ns,
            u64_in(process.cgroup),
            u64_in(process.netns),
            u64_in(process.mntns),
            json_list(facts.command),
            self._string(cursor, json_list(facts.ancestors)),
            self._string(cursor, facts.sha256),
            self._string(cursor, facts.application),
            self._string(cursor, facts.package),
            self._string(cursor, facts.unit),
        )

    def _string(self, cursor: sqlite3.Cursor, text: str | None) -> int | None:
        if text is None:
            return None
        found = self._strings.get(text)
        if found is None:
            kept = text_in(text)
            found = find_string(cursor, kept)
            found = found or _add(cursor, _ADD_STRING, (hash_of(kept), kept))
            _keep(self._strings, text, found)
        return found

    def _address(self, cursor: sqlite3.Cursor, address: Address | None) -> int | None:
        if address is None:
            return None
        base, port = split(address)
        key = (base, port is not None)
        found = self._addresses.get(key)
        if found is None:
            row = (hash_of(base), *key)
            found = _first(cursor.execute(_FIND_ADDRESS, row))
            text = text_in(address_text(address))
            found = found or _add(cursor, _ADD_ADDRESS, (*row, text))
            _keep(self._addresses, key, found)
        return found


def find_string(cursor: sqlite3.Cursor, kept: str | bytes) -> int | None:
    """The number of a string that is in the file already."""
    for number, text in cursor.execute(_FIND_STRING, (hash_of(kept),)):
        if text == kept:
            return int(number)
    return None


def _add(cursor: sqlite3.Cursor, statement: str, row: tuple[Any, ...]) -> int:
    number = cursor.execute(statement, row).lastrowid
    assert number is not None
    return number


def _first(cursor: sqlite3.Cursor) -> int | None:
    row = cursor.fetchone()
    return None if row is None else int(row[0])


def _keep(cache: dict[K, int], key: K, number: int) -> None:
    if len(cache) >= _CACHED:
        cache.clear()
    cache[key] = number
