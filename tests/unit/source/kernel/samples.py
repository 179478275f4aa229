# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages of the module, made by pyroute2: another hand than the one that reads them."""

from __future__ import annotations

import ipaddress
import struct
from typing import Any

from pyroute2.netlink import genlmsg, nla

from snetgui.source.kernel.header import AnsAttr, Attr, Command, StatAttr, SubAttr

FAMILY = 0x2A
EVENT = {
    Attr.ID: 0xD,
    Attr.SYSCALL: 2,
    Attr.FAMILY: 2,
    Attr.TYPE: 1,
    Attr.PROTOCOL: 6,
    Attr.LOCAL: struct.pack("=H", 2) + bytes(14),
    Attr.REMOTE: struct.pack("=H", 2) + struct.pack("!H4s8x", 80, bytes([127, 0, 0, 1])),
    Attr.PID: 23886,
    Attr.TID: 23887,
    Attr.START_TIME: 12_345_678_901,
    Attr.UID: 256,
    Attr.GID: 100,
    Attr.COMM: "tcpconnect",
    Attr.EXE: "/usr/bin/tcpconnect",
    Attr.EXE_DEV: 0xFD01,
    Attr.EXE_INO: 4711,
    Attr.EXE_CTIME: -1,
    Attr.PPID: 1,
    Attr.CGROUP: 42,
    Attr.NETNS: 4026531840,
    Attr.MNTNS: 4026531841,
    Attr.RAISED: 1_000_000_000,
    Attr.DEADLINE: 31_000_000_000,
}
REQUIRED = [
    kind
    for kind in EVENT
    if kind.name.partition("_")[0] not in ("EXE", "LOCAL", "REMOTE")
    and kind not in (Attr.CGROUP, Attr.NETNS, Attr.MNTNS)
]
VERSION = {
    Attr.PROTOCOL_VERSION: 1,
    Attr.MODULE_VERSION: "0.1.0",
    Attr.HOOKS: 1 << 1 | 1 << 2 | 1 << 3 | 1 << 5,
    Attr.ATTACH: "static calls",
}
CONFIG = {
    Attr.VERDICT_DELAY: 30,
    Attr.VERDICT_POLICY: 0,
    Attr.DEBUG: 0,
    Attr.MAX_PENDING: 1024,
    Attr.MAX_SUBSCRIPTIONS: 256,
    Attr.MAX_DELAY: 600,
}
STATS = {stat: 100 + stat for stat in StatAttr if stat > StatAttr.PAD}


def ended(event_id: int, verdict: int, reason: int, **more: int) -> dict[Attr, int]:
    fields = {Attr.ID: event_id, Attr.VERDICT: verdict, Attr.REASON: reason, Attr.HELD: 5_000}
    return fields | {Attr[name.upper()]: value for name, value in more.items()}


def inet(address: str, port: int) -> bytes:
    """struct sockaddr_in or sockaddr_in6."""
    ip = ipaddress.ip_address(address)
    if ip.version == 4:
        return struct.pack("=H", 2) + struct.pack("!H4s8x", port, ip.packed)
    return struct.pack("=H", 10) + struct.pack("!HI16s", port, 0, ip.packed) + bytes(4)


U16 = {"SYSCALL", "FAMILY", "TYPE", "PROTOCOL", "VERDICT", "ERRNO", "REASON"}
U64 = {"ID", "START_TIME", "EXE_DEV", "EXE_INO", "CGROUP", "NETNS", "MNTNS"}
U64 |= {"RAISED", "DEADLINE", "HELD"}
STRINGS = {"MODULE_VERSION", "ATTACH", "COMM", "EXE"}


def _kind(name: str) -> str:
    special = {"EXE_CTIME": "int64", "LOCAL": "binary", "REMOTE": "binary"}
    special |= {"SUBSCRIPTION": "subscription", "ANSWER": "answer"}
    if name in special:
        return special[name]
    sizes = ((U16, "uint16"), (U64, "uint64"), (STRINGS, "asciiz"))
    return next((kind for names, kind in sizes if name in names), "uint32")


class snetmsg(genlmsg):  # type: ignore[misc]  # noqa: N801  (pyroute2's style)
    """The protocol's messages, all but STATS."""

    nla_map = tuple((a.value, a.name, _kind(a.name)) for a in Attr)

    class subscription(nla):  # type: ignore[misc]  # noqa: N801
        nla_map = tuple((a.value, a.name, "uint16") for a in SubAttr)

    class answer(nla):  # type: ignore[misc]  # noqa: N801
        nla_map = tuple((a.value, a.name, _kind(a.name)) for a in AnsAttr)


class statmsg(genlmsg):  # type: ignore[misc]  # noqa: N801
    """STATS."""

    nla_map = tuple((a.value, a.name, "uint64") for a in StatAttr)


def message(
    command: Command, fields: dict[Any, Any], *, sequence: int = 0, flags: int = 0
) -> bytes:
    """One netlink message of the module's."""
    kind = statmsg if command is Command.STATS else snetmsg
    made = kind()
    made["cmd"] = int(command)
    made["version"] = 1
    made["header"]["type"] = FAMILY
    made["header"]["sequence_number"] = sequence
    made["header"]["flags"] = flags
    made["attrs"] = [[attr.name, _value(value)] for attr, value in fields.items()]
    made.encode()
    return bytes(made.data)


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return {"attrs": [[attr.name, inner] for attr, inner in value.items()]}
    return value
