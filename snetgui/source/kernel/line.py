# SPDX-License-Identifier: GPL-2.0-or-later
"""An event as one line, in the words of the first snet of 2009."""

from __future__ import annotations

from snetgui.model import Address, Event
from snetgui.model.names import protocol_name
from snetgui.model.text import shown


def seed_line(event: Event) -> str:
    """One line, safe to print.

    verdict_id=0xd syscall=CONNECT protocol=6 [tcp] family=2 uid=256 pid=23886
    [tcpconnect] 0.0.0.0:0->127.0.0.1:80, without the line break. A call that
    names one address only, such as bind, has just that one behind the name.
    """
    process = event.process
    return (
        f"verdict_id={event.id:#x} syscall={event.syscall.name}"
        f" protocol={event.protocol} [{protocol_name(event)}] family={event.family}"
        f" uid={process.uid} pid={process.pid} [{shown(process.comm)}] {_addresses(event)}"
    ).rstrip()


def _addresses(event: Event) -> str:
    both = (event.local, event.remote)
    return "->".join(_shown(address) for address in both if address is not None)


def _shown(address: Address) -> str:
    return shown(str(address))
