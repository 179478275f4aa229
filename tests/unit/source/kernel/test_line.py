# SPDX-License-Identifier: GPL-2.0-or-later
"""The seed's line."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from snetgui.source.kernel import seed_line, wire
from snetgui.source.kernel.header import Attr, Command
from snetgui.source.kernel.messages import parse_event

from . import samples


def line(**values: Any) -> str:
    fields = samples.EVENT | {Attr[name.upper()]: value for name, value in values.items()}
    present = {kind: value for kind, value in fields.items() if value is not None}
    (frame,) = wire.frames(samples.message(Command.EVENT, present))
    return seed_line(parse_event(wire.generic(frame.body)[1]))


def test_the_seeds_own_line() -> None:
    assert line() == (
        "verdict_id=0xd syscall=CONNECT protocol=6 [tcp] family=2 uid=256 pid=23886"
        " [tcpconnect] 0.0.0.0:0->127.0.0.1:80"
    )


UNIX = struct.pack("=H", 1)


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"syscall": 3, "remote": None}, "[tcpconnect] 0.0.0.0:0"),
        ({"local": None}, "[tcpconnect] 127.0.0.1:80"),
        ({"local": None, "remote": None}, "[tcpconnect]"),
        ({"remote": samples.inet("2001:db8::1", 443)}, "0.0.0.0:0->[2001:db8::1]:443"),
        ({"local": UNIX, "remote": UNIX + b"/run/x\0"}, "(unnamed)->/run/x"),
        ({"comm": "a\x1b[2Jb"}, "[a\\x1b[2Jb] 0.0.0.0:0->127.0.0.1:80"),
        ({"local": None, "remote": UNIX + b"\0a\n\xff"}, "[tcpconnect] @a\\n\\xff"),
    ],
)
def test_ends(values: dict[str, Any], end: str) -> None:
    assert line(**values).endswith(end)
