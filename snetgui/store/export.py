# SPDX-License-Identifier: GPL-2.0-or-later
"""The history as lines of JSON or CSV, for people and for other programs.

Both have the fields that cli/output.py describes, in the order of FIELDS. A
JSON line has exact values: text as it was (escaped ASCII), numbers as numbers,
null for what is not known. A CSV line is for a spreadsheet: an address is its
text with the port, words are quoted as for a shell, text is made visible
(model.text), and what a spreadsheet would take for a formula gets a ' in front,
since programs choose their own names.
"""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from snetgui.model import Decision, Recorded
from snetgui.model.fields import Fields, end_fields, event_fields, facts_fields
from snetgui.model.text import visible

FIELDS = (
    "id",
    "time",
    "verdict_id",
    "syscall",
    "family",
    "family_name",
    "type",
    "type_name",
    "protocol",
    "protocol_name",
    "pid",
    "tid",
    "ppid",
    "uid",
    "gid",
    "comm",
    "exe",
    "local",
    "remote",
    "decision",
    "reason",
    "errno",
    "held_ms",
    "rule",
    "user",
    "command",
    "ancestors",
    "sha256",
    "application",
    "package",
    "unit",
    "hosts",
    "interface",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_lines(records: Iterable[Recorded]) -> Iterator[str]:
    """One JSON object a decision, each ending in a newline."""
    for record in records:
        yield json_line(record.id, record.decision)


def csv_lines(records: Iterable[Recorded]) -> Iterator[str]:
    """A line of names, then one line a decision (RFC 4180)."""
    yield csv_line(FIELDS)
    for record in records:
        yield csv_row(record.id, record.decision)


def json_line(number: int | None, decision: Decision) -> str:
    """One object and a newline; None for a decision that is not in the history yet."""
    return json.dumps({"kind": "decision"} | decision_fields(number, decision)) + "\n"


def csv_row(number: int | None, decision: Decision) -> str:
    """One line under the names of FIELDS."""
    event = decision.event
    addresses = {"local": event.local, "remote": event.remote}
    texts = {name: found and str(found) for name, found in addresses.items()}
    return csv_line((decision_fields(number, decision) | texts).values())


def csv_line(cells: Iterable[Any]) -> str:
    """One line of a table; what is None is empty."""
    line = io.StringIO()
    csv.writer(line).writerow(map(_cell, cells))
    return line.getvalue()


def decision_fields(number: int | None, decision: Decision) -> Fields:
    """The fields above, ready for JSON."""
    when = decision.when.astimezone(UTC).isoformat(timespec="microseconds")
    return (
        {"id": number, "time": when}
        | event_fields(decision.event)
        | end_fields(decision.action, decision.errno, decision.reason, decision.held_ns)
        | {"rule": decision.rule_id}
        | facts_fields(decision.facts)
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = shlex.join(value)
    if not isinstance(value, str):
        return str(value)
    text = visible(value)
    return "'" + text if text.startswith(_FORMULA) else text
