# SPDX-License-Identifier: GPL-2.0-or-later
"""An event to print and to ask about."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address as ip
from typing import Any

from snetgui.model import Event, Process, Syscall, ip_address

PROCESS = Process(
    pid=23886,
    tid=23887,
    ppid=1,
    start_time_ns=5,
    uid=256,
    gid=100,
    comm="tcpconnect",
    exe="/usr/bin/tcpconnect",
)
EVENT = Event(
    id=0xD,
    syscall=Syscall.CONNECT,
    family=2,
    type=1,
    protocol=6,
    process=PROCESS,
    raised_ns=0,
    deadline_ns=30_000_000_000,
    local=ip_address(ip("0.0.0.0"), 0),
    remote=ip_address(ip("127.0.0.1"), 80),
)


def event(number: int, **process: Any) -> Event:
    return replace(EVENT, id=number, process=replace(PROCESS, **process))
