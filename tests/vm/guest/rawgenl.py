# SPDX-License-Identifier: GPL-2.0-or-later
"""Generic netlink by hand, for messages that no library would send."""

import contextlib
import socket
import struct
from dataclasses import dataclass
from typing import Self

from snetgui.source.kernel.channel import Channel
from snetgui.source.kernel.controller import find_family
from snetgui.source.kernel.conversation import Conversation

REQUEST, ACK, DUMP = 0x1, 0x4, 0x300
NESTED = 0x8000
_ERROR, _DONE = 2, 3
_CAPPED, _ACK_TLVS = 0x100, 0x200
_TEXT = 1
_PATIENCE = 30


@dataclass(frozen=True)
class Refusal:
    """What the kernel said to a message; errno 0 is an acknowledgement."""

    errno: int
    text: str = ""


def attribute(kind: int, payload: bytes) -> bytes:
    """Make an attribute with its padding."""
    return struct.pack("=HH", 4 + len(payload), kind) + payload + bytes(-len(payload) % 4)


def nest(kind: int, *inside: bytes) -> bytes:
    """Make a nested attribute."""
    return attribute(kind | NESTED, b"".join(inside))


class RawSocket:
    """A netlink socket on which anything can be said to the family SNET."""

    def __init__(self) -> None:
        self.family = _family_id()
        self._sequence = 0
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 16)
        self._socket.setsockopt(270, 11, 1)  # SOL_NETLINK, NETLINK_EXT_ACK
        self._socket.settimeout(_PATIENCE)

    def say(self, command: int, body: bytes, *, flags: int = ACK, version: int = 1) -> Refusal:
        """Send one message and return how it was taken."""
        self._sequence += 1
        payload = struct.pack("=BBH", command, version, 0) + body
        header = struct.pack(
            "=IHHII", 16 + len(payload), self.family, REQUEST | flags, self._sequence, 0
        )
        self._socket.sendto(header + payload, (0, 0))
        return self._answer()

    def throw(self, raw: bytes) -> None:
        """Send bytes that may not even be a message; whatever comes back is dropped."""
        self._socket.sendto(raw, (0, 0))
        self.drain()

    def drain(self) -> None:
        """Forget what has come."""
        self._socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while self._socket.recv(65536):
                pass
        self._socket.settimeout(_PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _answer(self) -> Refusal:
        while True:
            data = self._socket.recv(65536)
            while len(data) >= 16:
                length, kind, flags, sequence = struct.unpack_from("=IHHI", data)
                if sequence == self._sequence and kind in (_ERROR, _DONE):
                    return _refusal(data[16:length], flags, kind)
                data = data[(length + 3) & ~3 :]


def _family_id() -> int:
    with Channel() as channel:
        family = find_family(Conversation(channel), "SNET")
    assert family is not None
    return family.id


def _refusal(body: bytes, flags: int, kind: int) -> Refusal:
    (number,) = struct.unpack_from("=i", body)
    if not flags & _ACK_TLVS:
        return Refusal(-number)
    offset = 4
    if kind == _ERROR:
        (quoted,) = struct.unpack_from("=I", body, 4)
        offset = 20 if flags & _CAPPED else 4 + ((quoted + 3) & ~3)
    while len(body) - offset >= 4:
        length, what = struct.unpack_from("=HH", body, offset)
        if what == _TEXT:
            return Refusal(-number, body[offset + 4 : offset + length].rstrip(b"\0").decode())
        offset += max((length + 3) & ~3, 4)
    return Refusal(-number)
