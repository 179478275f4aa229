# SPDX-License-Identifier: GPL-2.0-or-later
"""Netlink messages as bytes: frames, attributes and refusals, both ways.

Layouts: netlink(7), include/uapi/linux/netlink.h and genetlink.h. Everything
is in host byte order and padded to four bytes. Plain `struct`, because a held
call waits for it: pyroute2's message classes take some 70 µs for an event.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from snetgui.model import SourceError

NLM_F_REQUEST: Final = 0x1
NLM_F_ACK: Final = 0x4
NLM_F_DUMP_INTR: Final = 0x10
NLM_F_CAPPED: Final = 0x100
NLM_F_ACK_TLVS: Final = 0x200
NLM_F_DUMP: Final = 0x300

NLMSG_NOOP: Final = 1
NLMSG_ERROR: Final = 2
NLMSG_DONE: Final = 3

_NLMSGERR_ATTR_MSG: Final = 1
_NLMSGERR_ATTR_MISS_TYPE: Final = 5

_HEADER = struct.Struct("=IHHII")  # length, type, flags, sequence, port
_GENERIC = struct.Struct("=BBH")  # command, version, reserved
_ATTR = struct.Struct("=HH")  # length, type
_ERROR = struct.Struct("=i")
_TYPE_MASK: Final = 0x3FFF  # without NLA_F_NESTED and NLA_F_NET_BYTEORDER
_NESTED: Final = 0x8000
_U16 = struct.Struct("=H")
_U32 = struct.Struct("=I")
_U64 = struct.Struct("=Q")

Attributes = Mapping[int, bytes]


class MalformedMessage(SourceError, ValueError):
    """Bytes that are no message of the protocol."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"a message from the kernel makes no sense: {problem}")


@dataclass(frozen=True, slots=True)
class Frame:
    """One netlink message.

    Attributes:
        kind: a generic netlink family's id, or NLMSG_*.
        sequence: that of the request which it answers; 0 if it answers none.
        body: what follows the netlink header.
    """

    kind: int
    flags: int
    sequence: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a request ended.

    Attributes:
        errno: 0 for success.
        text: the kernel's extended-ack text, "" if it gave none.
        missing: the type of the attribute that the kernel says is missing.
    """

    errno: int
    text: str = ""
    missing: int | None = None


def frames(datagram: bytes) -> Iterator[Frame]:
    """Split what one receive gave into its messages.

    Raises:
        MalformedMessage: after the messages that could be told apart.
    """
    offset = 0
    while len(datagram) - offset >= _HEADER.size:
        length, kind, flags, sequence, _port = _HEADER.unpack_from(datagram, offset)
        if length < _HEADER.size or length > len(datagram) - offset:
            raise MalformedMessage(f"a message of {length} bytes does not fit")
        yield Frame(kind, flags, sequence, datagram[offset + _HEADER.size : offset + length])
        offset += _align(length)
    if offset < len(datagram):
        raise MalformedMessage("the last message is cut off")


def generic(body: bytes) -> tuple[int, Attributes]:
    """Take a generic netlink message apart: its command and its attributes."""
    if len(body) < _GENERIC.size:
        raise MalformedMessage("no generic netlink header")
    return body[0], attributes(body, _GENERIC.size)


def attributes(data: bytes, offset: int = 0) -> Attributes:
    """Attributes by type; of one that stands twice the last counts, as in the kernel."""
    found: dict[int, bytes] = {}
    end = len(data)
    unpack = _ATTR.unpack_from
    while end - offset >= 4:
        length, kind = unpack(data, offset)
        if length < 4 or length > end - offset:
            raise MalformedMessage(f"an attribute of {length} bytes does not fit")
        found[kind & _TYPE_MASK] = data[offset + 4 : offset + length]
        offset += (length + 3) & ~3
    if offset < end:
        raise MalformedMessage("the last attribute is cut off")
    return found


def outcome(frame: Frame) -> Outcome:
    """Read an NLMSG_ERROR or NLMSG_DONE, extended-ack text included."""
    if len(frame.body) < _ERROR.size:
        if frame.kind == NLMSG_DONE:
            return Outcome(0)
        raise MalformedMessage("an acknowledgement without a result")
    errno = -_ERROR.unpack_from(frame.body)[0]
    if errno < 0:
        raise MalformedMessage(f"an acknowledgement with result {-errno}")
    if not frame.flags & NLM_F_ACK_TLVS:
        return Outcome(errno)
    try:
        told = attributes(frame.body, _ext_ack_offset(frame))
    except (MalformedMessage, struct.error):
        return Outcome(errno)  # the text is a courtesy: the result counts without it
    missing = told.get(_NLMSGERR_ATTR_MISS_TYPE)
    return Outcome(
        errno,
        text(told[_NLMSGERR_ATTR_MSG]) if _NLMSGERR_ATTR_MSG in told else "",
        _U32.unpack(missing)[0] if missing and len(missing) == 4 else None,
    )


def request(kind: int, flags: int, sequence: int, body: bytes) -> bytes:
    """Make one netlink message to the kernel."""
    length = _HEADER.size + len(body)
    return _HEADER.pack(length, kind, flags | NLM_F_REQUEST, sequence, 0) + body


def command(number: int, version: int, fields: bytes = b"") -> bytes:
    """Make the body of a generic netlink message."""
    return _GENERIC.pack(number, version, 0) + fields


def c_string(kind: int, value: str) -> bytes:
    """An attribute that holds a text without NUL in it."""
    raw = value.encode(errors="surrogateescape") + b"\0"
    return _ATTR.pack(4 + len(raw), kind) + raw + b"\0" * (-len(raw) % 4)


def u16(kind: int, value: int) -> bytes:
    """An attribute of 16 bits."""
    return _ATTR.pack(6, kind) + _U16.pack(value) + b"\0\0"


def u32(kind: int, value: int) -> bytes:
    """An attribute of 32 bits."""
    return _ATTR.pack(8, kind) + _U32.pack(value)


def u64(kind: int, value: int) -> bytes:
    """An attribute of 64 bits."""
    return _ATTR.pack(12, kind) + _U64.pack(value)


def nested(kind: int, inside: bytes) -> bytes:
    """An attribute that holds attributes."""
    return _ATTR.pack(4 + len(inside), kind | _NESTED) + inside


def number(fields: Attributes, kind: int, size: int, *, signed: bool = False) -> int:
    """The integer in an attribute that must be there, of exactly `size` bytes."""
    raw = fields.get(kind)
    if raw is None or len(raw) != size:
        raise MalformedMessage(f"attribute {kind!r}: no integer of {size} bytes")
    return int.from_bytes(raw, sys.byteorder, signed=signed)


def string(fields: Attributes, kind: int) -> str:
    """The text in an attribute that must be there."""
    raw = fields.get(kind)
    if raw is None:
        raise MalformedMessage(f"attribute {kind!r} is missing")
    return text(raw)


def text(raw: bytes) -> str:
    """A C string; bytes that are not UTF-8 become surrogate escapes."""
    return raw.split(b"\0", 1)[0].decode(errors="surrogateescape")


def _align(length: int) -> int:
    return (length + 3) & ~3


def _ext_ack_offset(frame: Frame) -> int:
    """Where the TLVs begin: behind the header of the refused message, or all of it."""
    quoted = _HEADER.size
    if not frame.flags & NLM_F_CAPPED and frame.kind == NLMSG_ERROR:
        quoted = _align(_HEADER.unpack_from(frame.body, _ERROR.size)[0])
    elif frame.kind == NLMSG_DONE:
        quoted = 0
    return _ERROR.size + quoted
