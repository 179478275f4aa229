# SPDX-License-Identifier: GPL-2.0-or-later
"""Wayland's wire format: messages of an object, an opcode and arguments.

After "Wire Format" of the Wayland protocol's documentation. Numbers have the
machine's own byte order, everything is a multiple of four bytes long.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_HEADER = struct.Struct("=IHH")
_UINT = struct.Struct("=I")

DISPLAY = 1  # the one object that is there from the start


class Message(NamedTuple):
    """A request or an event.

    Attributes:
        target: id of the object that it is sent to, or comes from.
        opcode: its number within the object's interface.
        body: its arguments, as they are on the wire.
    """

    target: int
    opcode: int
    body: bytes = b""

    def pack(self) -> bytes:
        """As it goes over the wire."""
        size = _HEADER.size + len(self.body)
        return _HEADER.pack(self.target, self.opcode, size) + self.body

    def uint(self, place: int) -> int:
        """The argument of this place, if all before it are numbers or objects."""
        value: int = _UINT.unpack_from(self.body, 4 * place)[0]
        return value

    def uints(self, count: int) -> tuple[int, ...]:
        """The first so many arguments, if they are numbers or objects."""
        return struct.unpack_from(f"={count}I", self.body)

    def text(self, offset: int = 0) -> tuple[str, int]:
        """The string that begins at this byte, and where the next argument begins."""
        length: int = _UINT.unpack_from(self.body, offset)[0]
        start = offset + 4
        text = self.body[start : start + max(length - 1, 0)].decode(errors="replace")
        return text, start + _padded(length)


def message(target: int, opcode: int, *arguments: int | str | bytes) -> Message:
    """A message of these arguments: numbers and objects, strings, arrays."""
    return Message(target, opcode, b"".join(map(_argument, arguments)))


def take(buffer: bytearray) -> Iterator[Message]:
    """Take all whole messages from the front of what has come in.

    Raises:
        ValueError: a message is shorter than its own header.
    """
    start = 0
    while len(buffer) - start >= _HEADER.size:
        target, opcode, size = _HEADER.unpack_from(buffer, start)
        if size < _HEADER.size:
            raise ValueError(f"a Wayland message of {size} bytes")
        if len(buffer) - start < size:
            break
        yield Message(target, opcode, bytes(buffer[start + _HEADER.size : start + size]))
        start += size
    del buffer[:start]


def _argument(value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _UINT.pack(value & 0xFFFF_FFFF)
    data = value.encode() + b"\0" if isinstance(value, str) else value
    return _UINT.pack(len(data)) + data.ljust(_padded(len(data)), b"\0")


def _padded(length: int) -> int:
    return (length + 3) & ~3
