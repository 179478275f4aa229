# SPDX-License-Identifier: GPL-2.0-or-later
"""Socket addresses as the kernel hands them over, parsed once at the edge."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

IPAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """One socket address.

    Attributes:
        family: the address's own family (AF_*), which a program may set to
            something else than its socket's.
        raw: the whole sockaddr, as the kernel had it.
        ip: IPv4 or IPv6 only. An IPv4-mapped IPv6 address is given as the IPv4
            address that it stands for, so that a rule sees one peer, not two.
        port: 0 to 65535; IPv4 and IPv6 only.
        scope: interface index of a link-local IPv6 address, else 0.
        path: AF_UNIX only: the file's path, "@name" for an abstract name, ""
            for an unnamed socket. Bytes that are not UTF-8 are kept as
            surrogate escapes (as os.fsdecode does).
    """

    family: int
    raw: bytes = field(repr=False)
    ip: IPAddress | None = None
    port: int | None = None
    scope: int = 0
    path: str | None = None

    def __str__(self) -> str:
        if self.ip is not None:
            host = f"[{self.ip}]" if self.ip.version == 6 else str(self.ip)
            return f"{host}:{self.port}"
        if self.path is not None:
            return self.path or "(unnamed)"
        return self.raw.hex() or "(none)"


def parse_address(raw: bytes) -> Address:
    """Parse a sockaddr; what is not understood keeps its raw bytes only.

    Layouts: ip(7), ipv6(7), unix(7). Never raises: the bytes come from a
    program.
    """
    if len(raw) < 2:
        return Address(family=socket.AF_UNSPEC, raw=raw)
    family = struct.unpack_from("=H", raw)[0]
    if family == socket.AF_INET and len(raw) >= 8:
        port = struct.unpack_from("!H", raw, 2)[0]
        return Address(family, raw, IPv4Address(raw[4:8]), port)
    if family == socket.AF_INET6 and len(raw) >= 24:
        return _parse_ipv6(family, raw)
    if family == socket.AF_UNIX:
        return Address(family, raw, path=_unix_path(raw[2:]))
    return Address(family=family, raw=raw)


def ip_address(ip: IPAddress, port: int) -> Address:
    """Make the address that a program would pass for this IP and port."""
    if ip.version == 4:
        raw = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ip.packed)
    else:
        raw = struct.pack("=H", socket.AF_INET6) + struct.pack("!HI16sI", port, 0, ip.packed, 0)
    return parse_address(raw)


def unix_address(path: str) -> Address:
    """Make an AF_UNIX address; "@name" stands for an abstract name."""
    name = path.encode(errors="surrogateescape")
    name = b"\0" + name[1:] if name.startswith(b"@") else name + b"\0" if name else b""
    return parse_address(struct.pack("=H", socket.AF_UNIX) + name)


def _parse_ipv6(family: int, raw: bytes) -> Address:
    port = struct.unpack_from("!H", raw, 2)[0]
    address = IPv6Address(raw[8:24])
    scope = struct.unpack_from("=I", raw, 24)[0] if len(raw) >= 28 else 0
    return Address(family, raw, address.ipv4_mapped or address, port, scope)


def _unix_path(name: bytes) -> str:
    if not name:
        return ""
    if name[0] == 0:
        return "@" + name[1:].decode(errors="surrogateescape")
    return name.split(b"\0", 1)[0].decode(errors="surrogateescape")
