# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions out of the history's tables, as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from snetgui.model import (
    Action,
    Address,
    Decision,
    Event,
    ExeIdentity,
    Facts,
    Process,
    Reason,
    Recorded,
    StoreDamaged,
    Syscall,
)
from snetgui.model.matching import is_outgoing

from .history_schema import addresses, decisions, flows, processes, strings
from .interning import join
from .values import instant_out, text_out, u64_out

_IDS_A_STATEMENT = 500

_FLOW = [column.label(f"flow_{column.key}") for column in flows.c]
_PROCESS = [column.label(f"process_{column.key}") for column in processes.c]
_STRINGS = (
    "flow_program",
    "flow_user",
    "flow_hosts",
    "flow_interface",
    "process_comm",
    "process_ancestors",
    "process_sha256",
    "process_application",
    "process_package",
    "process_unit",
)
_ADDRESSES = ("flow_remote", "flow_local")


def read(connection: Connection, ids: Sequence[int]) -> tuple[Recorded, ...]:
    """The decisions with these ids, in this order; ids that are gone are passed over.

    Raises:
        StoreDamaged: a row that append() can't have written.
    """
    rows: dict[int, Row[Any]] = {}
    statement = (
        select(decisions, *_FLOW, *_PROCESS)
        .join(flows, flows.c.id == decisions.c.flow)
        .join(processes, processes.c.id == decisions.c.process)
    )
    for some in _chunks(ids):
        for row in connection.execute(statement.where(decisions.c.id.in_(some))):
            rows[row.id] = row
    texts = _texts(connection, _used(rows.values(), _STRINGS))
    places = _places(connection, _used(rows.values(), _ADDRESSES))
    found = []
    for number in ids:
        if number not in rows:
            continue
        try:
            found.append(Recorded(number, _decision(rows[number], texts, places)))
        except (ValueError, TypeError, OverflowError, LookupError) as fault:
            raise StoreDamaged(f"the history is damaged: decision {number} ({fault})") from fault
    return tuple(found)


def _used(rows: Iterable[Row[Any]], columns: Iterable[str]) -> set[int]:
    found = {getattr(row, column) for row in rows for column in columns}
    return found - {None}


def _texts(connection: Connection, ids: set[int]) -> dict[int | None, str]:
    found: dict[int | None, str] = {}
    for some in _chunks(sorted(ids)):
        statement = select(strings.c.id, strings.c.text).where(strings.c.id.in_(some))
        for number, text in connection.execute(statement):
            found[number] = text_out(text)
    return found


def _places(connection: Connection, ids: set[int]) -> dict[int, tuple[bytes, bool]]:
    found = {}
    for some in _chunks(sorted(ids)):
        columns = select(addresses.c.id, addresses.c.base, addresses.c.ported)
        for number, base, ported in connection.execute(columns.where(addresses.c.id.in_(some))):
            found[number] = (base, ported)
    return found


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _IDS_A_STATEMENT] for start in range(0, len(ids), _IDS_A_STATEMENT))


def _decision(
    row: Row[Any],
    texts: Mapping[int | None, str],
    places: Mapping[int, tuple[bytes, bool]],
) -> Decision:
    return Decision(
        event=_event(row, texts, places),
        action=Action(row.flow_action),
        errno=row.flow_errno,
        reason=Reason(row.flow_reason),
        held_ns=row.held_ns,
        when=instant_out(row.at),
        rule_id=row.flow_rule_id,
        facts=_facts(row, texts),
    )


def _event(
    row: Row[Any],
    texts: Mapping[int | None, str],
    places: Mapping[int, tuple[bytes, bool]],
) -> Event:
    syscall = Syscall(row.flow_syscall)
    remote_port, local_port = row.flow_port, row.port
    if not is_outgoing(syscall):
        remote_port, local_port = local_port, remote_port
    return Event(
        id=u64_out(row.event_id),
        syscall=syscall,
        family=row.flow_family,
        type=row.flow_type,
        protocol=row.flow_protocol,
        process=_process(row, texts),
        raised_ns=0,
        deadline_ns=0,
        local=_address(places, row.flow_local, local_port),
        remote=_address(places, row.flow_remote, remote_port),
    )


def _address(
    places: Mapping[int, tuple[bytes, bool]], number: int | None, port: int | None
) -> Address | None:
    return None if number is None else join(*places[number], port)


def _process(row: Row[Any], texts: Mapping[int | None, str]) -> Process:
    exe_id = None
    if row.process_exe_ino is not None:
        dev, ino = u64_out(row.process_exe_dev), u64_out(row.process_exe_ino)
        exe_id = ExeIdentity(dev, ino, row.process_exe_ctime_ns)
    return Process(
        pid=row.process_pid,
        tid=row.process_pid if row.tid is None else row.tid,
        ppid=row.process_ppid,
        start_time_ns=row.process_start_ns,
        uid=row.flow_uid,
        gid=row.process_gid,
        comm=texts[row.process_comm],
        exe=texts[row.flow_program],
        exe_id=exe_id,
        cgroup=u64_out(row.process_cgroup),
        netns=u64_out(row.process_netns),
        mntns=u64_out(row.process_mntns),
    )


def _facts(row: Row[Any], texts: Mapping[int | None, str]) -> Facts:
    return Facts(
        command=_list(row.process_command),
        ancestors=_list(_text(texts, row.process_ancestors)),
        sha256=_text(texts, row.process_sha256),
        application=_text(texts, row.process_application),
        package=_text(texts, row.process_package),
        unit=_text(texts, row.process_unit),
        user=_text(texts, row.flow_user),
        hosts=_list(_text(texts, row.flow_hosts)),
        interface=_text(texts, row.flow_interface),
    )


def _text(texts: Mapping[int | None, str], number: int | None) -> str | None:
    return None if number is None else texts[number]


def _list(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(json.loads(text))
