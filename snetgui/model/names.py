# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for numbers: families, socket types, protocols, services."""

from __future__ import annotations

import functools
import socket

from .event import Event

IPPROTO_MPTCP = 262  # include/uapi/linux/in.h
_IP_FAMILIES = (socket.AF_INET, socket.AF_INET6)


@functools.lru_cache(maxsize=256)
def family_name(family: int) -> str:
    """ "inet", "inet6", "unix", …; the number where it has no name."""
    try:
        return socket.AddressFamily(family).name.removeprefix("AF_").lower()
    except ValueError:
        return str(family)


@functools.lru_cache(maxsize=256)
def type_name(kind: int) -> str:
    """ "stream", "dgram", …; the number where it has no name."""
    try:
        return socket.SocketKind(kind).name.removeprefix("SOCK_").lower()
    except ValueError:
        return str(kind)


def protocol_name(event: Event) -> str:
    """ "tcp", "udp", … for IPv4 and IPv6; the number for other families."""
    if event.family not in _IP_FAMILIES:
        return str(event.protocol)
    return _ip_protocol_names().get(event.protocol, str(event.protocol))


@functools.lru_cache(maxsize=4096)
def service_name(port: int, protocol: str) -> str:
    """ "imaps" for (993, "tcp"), from services(5); "" where it has no name."""
    try:
        return socket.getservbyport(port, protocol)
    except (OSError, OverflowError):
        return ""


@functools.cache
def _ip_protocol_names() -> dict[int, str]:
    names = {
        getattr(socket, name): name.removeprefix("IPPROTO_").lower()
        for name in dir(socket)
        if name.startswith("IPPROTO_")
    }
    return names | {socket.IPPROTO_TCP: "tcp", 0: "ip", IPPROTO_MPTCP: "mptcp"}
