# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of JSON are what output.py documents."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address as ip
from typing import Any

import pytest

from snetgui.cli import output
from snetgui.model import Action, Address, Ended, Reason, ip_address, parse_address, unix_address
from snetgui.model.fields import address_fields

from .samples import EVENT, event

WHEN = datetime(2026, 1, 2, 3, 4, 5, 678_901, tzinfo=UTC)
EXPECTED = {
    "kind": "event",
    "time": "2026-01-02T03:04:05.678+00:00",
    "verdict_id": 13,
    "syscall": "connect",
    "family": 2,
    "family_name": "inet",
    "type": 1,
    "type_name": "stream",
    "protocol": 6,
    "protocol_name": "tcp",
    "pid": 23886,
    "tid": 23887,
    "ppid": 1,
    "uid": 256,
    "gid": 100,
    "comm": "tcpconnect",
    "exe": "/usr/bin/tcpconnect",
    "local": {"family": 2, "ip": "0.0.0.0", "port": 0},
    "remote": {"family": 2, "ip": "127.0.0.1", "port": 80},
}


def test_event() -> None:
    assert json.loads(output.event_line(EVENT, WHEN)) == EXPECTED


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            Ended(13, Action.DENY, 111, Reason.AGENT, 1_234_567),
            {"decision": "deny", "reason": "agent", "errno": "ECONNREFUSED", "held_ms": 1.235},
        ),
        (
            Ended(13, Action.ALLOW, 0, Reason.TIMEOUT, 30_000_000_000),
            {"decision": "allow", "reason": "timeout", "errno": None, "held_ms": 30_000.0},
        ),
        (
            Ended(13, Action.DENY, 510, Reason.CANCELLED, 0),
            {"decision": "deny", "reason": "cancelled", "errno": "510", "held_ms": 0.0},
        ),
    ],
)
def test_decision(end: Ended, expected: dict[str, Any]) -> None:
    line = json.loads(output.decision_line(EVENT, end, WHEN))
    assert line == EXPECTED | {"kind": "decision"} | expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (None, None),
        (ip_address(ip("2001:db8::1"), 443), {"family": 10, "ip": "2001:db8::1", "port": 443}),
        (unix_address("/run/x"), {"family": 1, "path": "/run/x"}),
        (unix_address("@x"), {"family": 1, "path": "@x"}),
        (parse_address(b"\x10\0\1\2"), {"family": 16, "raw": "10000102"}),
    ],
)
def test_address(address: Address | None, expected: dict[str, Any] | None) -> None:
    assert address_fields(address) == expected


def test_untrusted_text_stays_in_its_line_and_comes_back_whole() -> None:
    text = 'a\n\x1b[2J\u202e\udcff"}'
    line = output.event_line(event(1, comm=text, exe=""), WHEN)
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["comm"] == text
    assert json.loads(line)["exe"] is None


def test_every_field_is_documented() -> None:
    words = set(re.findall(r"[a-z_]+", output.__doc__ or ""))
    end = Ended(13, Action.ALLOW, 0, Reason.AGENT, 0)
    fields = set(json.loads(output.decision_line(replace(EVENT, local=None), end, WHEN)))
    assert fields <= words
