# SPDX-License-Identifier: GPL-2.0-or-later
"""Gathers what is known about an event beyond what its source said.

Every fact is of the very process that made the call, (pid, start time), checked
before and after it is read. What may block (a command line lies in the memory
of the process, a user's name may come over the network) is read in threads and
waited for only so long: then it is not known.
"""

from __future__ import annotations

import asyncio
import pwd
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from snetgui.model import NOTHING_KNOWN, Event, ExeIdentity, Facts

from . import proc
from .workers import Workers

DECIDING_S = 5.0  # a rule that needs a hash may cost this much once
SHOWING_S = 0.1  # a prompt appears without what takes longer
FOR_PERSON = frozenset({"command", "ancestors", "unit", "user"})
_THREADS = 8
_REMEMBERED = 4096
_SLOW = ("command", "sha256", "user")

K = TypeVar("K")
V = TypeVar("V")


class FactSource(Protocol):
    """Where the engine has its facts from."""

    def at_once(self, event: Event, names: frozenset[str]) -> Facts | None:
        """Those facts if none of them can block; None if gather() is needed."""
        ...

    async def gather(self, event: Event, names: frozenset[str], seconds: float) -> Facts:
        """Those facts, waiting at most that long; what is not there by then is None."""
        ...

    def close(self) -> None:
        """Let go of the threads."""
        ...


class _Remembered(Generic[K, V]):
    """The last few thousand answers."""

    def __init__(self) -> None:
        self._values: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        self._values[key] = value
        if len(self._values) > _REMEMBERED:
            self._values.popitem(last=False)


class ProcFacts:
    """Facts from /proc and the user database."""

    def __init__(
        self,
        root: Path = proc.PROC,
        user_name: Callable[[int], str] = lambda uid: pwd.getpwuid(uid).pw_name,
    ) -> None:
        self._root = root
        self._user_name = user_name
        self._workers = Workers("snet-facts", _THREADS)
        self._hashes: _Remembered[ExeIdentity, str] = _Remembered()
        self._users: _Remembered[int, str] = _Remembered()
        self._hashing: dict[ExeIdentity, asyncio.Future[str | None]] = {}

    def at_once(self, event: Event, names: frozenset[str]) -> Facts | None:
        known: dict[str, Any] = {}
        for name in _SLOW:
            if name in names:
                value = self._cached(event, name)
                if value is None:
                    return None
                known[name] = value
        quick = self._quick(event, names)
        return replace(quick, **known) if known else quick

    async def gather(self, event: Event, names: frozenset[str], seconds: float) -> Facts:
        waits = {
            name: asyncio.ensure_future(self._slow(event, name)) for name in _SLOW if name in names
        }
        if waits:
            _done, late = await asyncio.wait(waits.values(), timeout=seconds)
            for wait in late:
                wait.cancel()
        known = {name: wait.result() for name, wait in waits.items() if wait.done()}
        return replace(self._quick(event, names), **known)

    def close(self) -> None:
        self._workers.close()

    def _cached(self, event: Event, name: str) -> str | None:
        if name == "user":
            return self._users.get(event.process.uid)
        if name == "sha256" and event.process.exe_id is not None:
            return self._hashes.get(event.process.exe_id)
        return None

    def _quick(self, event: Event, names: frozenset[str]) -> Facts:
        readers = {name: read for name, read in _QUICK.items() if name in names}
        key = event.process.key
        if not readers or not proc.lives(key, self._root):
            return NOTHING_KNOWN
        known: dict[str, Any] = {name: read(key[0], self._root) for name, read in readers.items()}
        return Facts(**known) if proc.lives(key, self._root) else NOTHING_KNOWN

    async def _slow(self, event: Event, name: str) -> Any:
        if name == "user":
            return await self._user(event.process.uid)
        if name == "sha256":
            return await self._sha256(event)
        return await self._workers.run(partial(self._command, event))

    def _command(self, event: Event) -> tuple[str, ...] | None:
        key = event.process.key
        if not proc.lives(key, self._root):
            return None
        words = proc.command(key[0], self._root)
        return words if proc.lives(key, self._root) else None

    async def _user(self, uid: int) -> str | None:
        name = self._users.get(uid)
        if name is None:
            name = await self._workers.run(partial(self._lookup, uid))
            if name is not None:
                self._users.put(uid, name)
        return name

    def _lookup(self, uid: int) -> str | None:
        try:
            return self._user_name(uid)
        except (KeyError, OSError):
            return None

    async def _sha256(self, event: Event) -> str | None:
        """Many events of one program wait for one reading of its file."""
        identity = event.process.exe_id
        if identity is None:
            return None
        known = self._hashes.get(identity)
        if known is not None:
            return known
        wait = self._hashing.get(identity)
        if wait is None:
            wait = asyncio.ensure_future(self._hash(event.process.pid, identity))
            self._hashing[identity] = wait
            wait.add_done_callback(lambda _: self._hashing.pop(identity, None))
        return await asyncio.shield(wait)

    async def _hash(self, pid: int, identity: ExeIdentity) -> str | None:
        digest = await self._workers.run(partial(proc.sha256, pid, identity, self._root))
        if digest is not None:
            self._hashes.put(identity, digest)
        return digest


_QUICK: dict[str, Callable[[int, Path], Any]] = {
    "ancestors": proc.ancestors,
    "unit": proc.unit,
}
