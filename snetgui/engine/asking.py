# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person is asked about: as subscriptions, and of an event that is told anyway.

Subscriptions can say a syscall, a family and a protocol, and not who the peer
is or "any family but these". What comes beyond that is let through by
is_asked_about(), after the rules.
"""

from __future__ import annotations

import socket
from collections.abc import Collection, Iterator
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from snetgui.model import About, Address, Event, Subscription, Syscall
from snetgui.rules.scope import SERVING

_IP: Final = (socket.AF_INET, socket.AF_INET6)
_COMING_IN: Final = (Syscall.LISTEN, Syscall.ACCEPT)

# A peer on this machine connects, and that is asked about: asking again as it is
# accepted would hold the bus and the screen server by which the question is shown.
_LOCAL: Final = (Syscall.CONNECT, Syscall.SENDMSG, Syscall.LISTEN)

# These reach other machines by ways of their own: any use of them.
_OTHER_WAYS: Final = (socket.AF_PACKET, socket.AF_VSOCK, socket.AF_BLUETOOTH, socket.AF_CAN)

# bind is in none of these: it precedes each listen and nearly each UDP send, so
# that it would ask everything twice. An event of it belongs to what comes in.
_INBOUND_EVENTS: Final = frozenset({Syscall.BIND, Syscall.LISTEN, Syscall.ACCEPT, Syscall.RECVMSG})


def subscriptions(asked: Collection[About]) -> tuple[Subscription, ...]:
    """Those by which a source tells of all that is asked about, and of little else."""
    return tuple(_subscriptions(asked))


def is_asked_about(event: Event, asked: Collection[About]) -> bool:
    """Whether a person wants to be asked about this event."""
    if event.family not in _IP:
        return About.LOCAL in asked
    if event.syscall in _INBOUND_EVENTS and About.INBOUND not in asked:
        return False
    if event.syscall is Syscall.SENDMSG and About.UDP not in asked:
        return False
    return About.LOOPBACK in asked or not on_loopback(event)


def on_loopback(event: Event) -> bool:
    """Whether an internet call stays on this machine, by a loopback address.

    What serves does if only such an address can call it. Who calls "any"
    address (0.0.0.0, ::) is taken to this machine by the kernel.
    """
    if event.syscall in SERVING:
        ip = _ip(event.local)
        return ip is not None and ip.is_loopback
    ip = _ip(event.remote)
    return ip is not None and (ip.is_loopback or ip.is_unspecified)


def _ip(address: Address | None) -> IPv4Address | IPv6Address | None:
    return None if address is None else address.ip


def _subscriptions(asked: Collection[About]) -> Iterator[Subscription]:
    calls = [Syscall.CONNECT]
    calls += [Syscall.SENDMSG] if About.UDP in asked else []
    calls += _COMING_IN if About.INBOUND in asked else ()
    local = _LOCAL if About.LOCAL in asked else ()
    for family in _IP:
        yield from (Subscription(call, family) for call in calls if call not in local)
    yield from (Subscription(call) for call in local)
    if local:
        yield from (Subscription(None, family) for family in _OTHER_WAYS)
