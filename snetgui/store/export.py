# SPDX-License-Identifier: GPL-2.0-or-later
"""The history as lines of JSON or CSV, for people and for other programs.

A JSON line has exact values: text as it was (escaped ASCII), numbers as
numbers, null for what is not known. A CSV line is for a spreadsheet: text is
made visible (model.text), and what a spreadsheet would take for a formula gets
a ' in front, since programs choose their own names.

Fields, in this order:

| field | value |
| --- | --- |
| id | number of the decision in the history |
| when | ISO 8601, UTC |
| verdict_id | the event's id in its source |
| syscall, family, type, protocol | family, type and protocol as numbers |
| pid, tid, ppid, uid, gid | numbers |
| user | login name |
| comm, exe | text of the program |
| command | words (CSV: quoted as for a shell) |
| unit, application, package, sha256 | as in model.Facts |
| local, remote | address and port, or path |
| hosts | names of the remote address (CSV: with spaces between) |
| interface | through which it went out |
| decision | allow or deny |
| reason | as in model.Reason |
| errno | what the caller saw of a deny, else 0 |
| rule_id | the rule that decided |
| held_ms | milliseconds that the call was held |
"""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from snetgui.model import Recorded
from snetgui.model.text import visible

FIELDS = (
    "id",
    "when",
    "verdict_id",
    "syscall",
    "family",
    "type",
    "protocol",
    "pid",
    "tid",
    "ppid",
    "uid",
    "gid",
    "user",
    "comm",
    "exe",
    "command",
    "unit",
    "application",
    "package",
    "sha256",
    "local",
    "remote",
    "hosts",
    "interface",
    "decision",
    "reason",
    "errno",
    "rule_id",
    "held_ms",
)
_FORMULA = ("=", "+", "-", "@")


def json_lines(records: Iterable[Recorded]) -> Iterator[str]:
    """One JSON object a decision, each ending in a newline."""
    for record in records:
        yield json.dumps(as_dict(record), separators=(",", ":")) + "\n"


def csv_lines(records: Iterable[Recorded]) -> Iterator[str]:
    """A line of names, then one line a decision (RFC 4180)."""
    yield _csv_line(FIELDS)
    for record in records:
        yield _csv_line(_cell(value) for value in as_dict(record).values())


def as_dict(record: Recorded) -> dict[str, Any]:
    """The fields above, ready for JSON."""
    decision = record.decision
    when = decision.when.astimezone(UTC).isoformat(timespec="microseconds")
    return {"id": record.id, "when": when} | _event_fields(record) | _outcome_fields(record)


def _event_fields(record: Recorded) -> dict[str, Any]:
    event, facts = record.decision.event, record.decision.facts
    process = event.process
    return {
        "verdict_id": event.id,
        "syscall": str(event.syscall),
        "family": event.family,
        "type": event.type,
        "protocol": event.protocol,
        "pid": process.pid,
        "tid": process.tid,
        "ppid": process.ppid,
        "uid": process.uid,
        "gid": process.gid,
        "user": facts.user,
        "comm": process.comm,
        "exe": process.exe,
        "command": facts.command,
        "unit": facts.unit,
        "application": facts.application,
        "package": facts.package,
        "sha256": facts.sha256,
        "local": None if event.local is None else str(event.local),
        "remote": None if event.remote is None else str(event.remote),
        "hosts": facts.hosts,
        "interface": facts.interface,
    }


def _outcome_fields(record: Recorded) -> dict[str, Any]:
    decision = record.decision
    return {
        "decision": str(decision.action),
        "reason": str(decision.reason),
        "errno": decision.errno,
        "rule_id": decision.rule_id,
        "held_ms": decision.held_ns / 1e6,
    }


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = shlex.join(value)
    if not isinstance(value, str):
        return str(value)
    text = visible(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
