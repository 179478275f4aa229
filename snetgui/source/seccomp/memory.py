# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies out of a program's memory and back: one read each, never a second look.

Layouts, of 64 and of 32 bits: recvmsg(2), struct mmsghdr, struct cmsghdr
(include/linux/socket.h, net/compat.c).
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from dataclasses import dataclass, field

from .kernel import LIBC

MOST_ADDRESS = 128  # sizeof(struct sockaddr_storage)
_MOST_VECTORS = 1024  # UIO_MAXIOV
_MOST_CONTROL = 1 << 20  # far above optmem_max, where the kernel itself refuses

SOL_SOCKET = 1
SCM_RIGHTS = 1
SCM_CREDENTIALS = 2


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_uint64), ("length", ctypes.c_uint64))


_readv = LIBC.process_vm_readv
_writev = LIBC.process_vm_writev
for _function in (_readv, _writev):
    _function.restype = ctypes.c_ssize_t
    _function.argtypes = (
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_ulong,
    )


@dataclass(frozen=True, slots=True)
class Control:
    """One control message, in this machine's own terms.

    Attributes:
        fds: with SCM_RIGHTS: descriptor numbers in the program.
    """

    level: int
    kind: int
    data: bytes
    fds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A copy of a struct msghdr, its payload not yet read.

    Attributes:
        name: the peer named, None where there is none.
        vectors: (address, length) of the pieces of the payload.
    """

    name: bytes | None
    vectors: tuple[tuple[int, int], ...]
    control: tuple[Control, ...] = field(default=())

    @property
    def length(self) -> int:
        return sum(length for _, length in self.vectors)


class Memory:
    """A program's memory. wide: its pointers have 8 bytes, else 4."""

    __slots__ = ("_buffer", "_buffer_address", "_local", "_local_address", "_remote", "_view")

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(4096)
        self._buffer_address = ctypes.addressof(self._buffer)
        self._view = memoryview(self._buffer)
        self._local = _IoVec(self._buffer_address, 0)
        self._remote = _IoVec(0, 0)
        self._local_address = ctypes.addressof(self._local)

    def read(self, tid: int, address: int, length: int) -> bytes:
        """Copy bytes out.

        Raises:
            OSError: EFAULT not all of it is there, EPERM it may not be looked
                into, ESRCH it is gone.
        """
        if length > len(self._view):
            return bytes(self.gather(tid, ((address, length),), length))
        local, remote = self._local, self._remote
        local.length = remote.length = length
        remote.base = address
        got = _readv(tid, self._local_address, 1, ctypes.byref(remote), 1, 0)
        if got != length:
            raise _fault(got)
        return self._view[:length].tobytes()

    def write(self, tid: int, address: int, data: bytes) -> None:
        """Copy bytes in. Raises OSError as read()."""
        source = ctypes.create_string_buffer(data, len(data))
        local = _IoVec(ctypes.addressof(source), len(data))
        remote = _IoVec(address, len(data))
        put = _writev(tid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)
        if put != len(data):
            raise _fault(put)

    def gather(
        self, tid: int, vectors: tuple[tuple[int, int], ...], most: int, skip: int = 0
    ) -> bytearray:
        """Copy up to most bytes of a payload in pieces, from byte skip on."""
        wanted = _window(vectors, skip, most)
        total = sum(length for _, length in wanted)
        data = bytearray(total)
        if not total:
            return data
        local = _IoVec(ctypes.addressof(ctypes.c_char.from_buffer(data)), total)
        remote = (_IoVec * len(wanted))(*(_IoVec(*piece) for piece in wanted))
        got = _readv(tid, ctypes.byref(local), 1, remote, len(wanted), 0)
        if got != total:
            raise _fault(got)
        return data

    def message(self, tid: int, address: int, *, wide: bool) -> Message:
        """Copy a struct msghdr with its name and control messages.

        Raises:
            OSError: EFAULT, EPERM, ESRCH as read(); EINVAL, EMSGSIZE, ENOBUFS
                where the kernel says so of the same contents.
        """
        if wide:
            raw = struct.unpack("=QixxxxQQQQ", self.read(tid, address, 48))
        else:
            raw = struct.unpack("=IiIIII", self.read(tid, address, 24))
        name_at, name_length, vectors_at, vectors, control_at, control_length = raw
        name = self.name(tid, name_at, min(name_length, MOST_ADDRESS))
        pieces = self._vectors(tid, vectors_at, vectors, wide=wide)
        control = self._control(tid, control_at, control_length, wide=wide)
        return Message(name or None, pieces, control)

    def name(self, tid: int, address: int, length: int) -> bytes:
        """Copy a sockaddr. Raises OSError EINVAL for an impossible length."""
        if not 0 <= length <= MOST_ADDRESS:
            raise OSError(errno.EINVAL, "length of an address")
        return self.read(tid, address, length) if address and length else b""

    def _vectors(
        self, tid: int, address: int, count: int, *, wide: bool
    ) -> tuple[tuple[int, int], ...]:
        if count > _MOST_VECTORS:
            raise OSError(errno.EMSGSIZE, "too many pieces")
        if not count:
            return ()
        form = struct.Struct("=QQ" if wide else "=II")
        raw = self.read(tid, address, count * form.size)
        pieces = tuple((base, length) for base, length in form.iter_unpack(raw))
        if any(length >> (63 if wide else 31) for _, length in pieces):
            raise OSError(errno.EINVAL, "length of a piece")
        return pieces

    def _control(self, tid: int, address: int, length: int, *, wide: bool) -> tuple[Control, ...]:
        if not address or not length:
            return ()
        if length > _MOST_CONTROL:
            raise OSError(errno.ENOBUFS, "control messages too long")
        return parse_control(self.read(tid, address, length), wide=wide)


def parse_control(raw: bytes, *, wide: bool) -> tuple[Control, ...]:
    """Take control messages apart. Raises OSError EINVAL as the kernel would."""
    header = struct.Struct("=Qii" if wide else "=Iii")
    step = 8 if wide else 4
    found: list[Control] = []
    at = 0
    while at + header.size <= len(raw):
        length, level, kind = header.unpack_from(raw, at)
        if length < header.size or at + length > len(raw):
            raise OSError(errno.EINVAL, "length of a control message")
        data = raw[at + header.size : at + length]
        fds: tuple[int, ...] = ()
        if (level, kind) == (SOL_SOCKET, SCM_RIGHTS):
            fds = struct.unpack_from(f"={len(data) // 4}i", data)
        found.append(Control(level, kind, data, fds))
        at += -(-length // step) * step
    return tuple(found)


def pack_control(messages: tuple[Control, ...]) -> bytes:
    """Put control messages together again, with 64-bit headers."""
    packed = bytearray()
    for message in messages:
        packed += struct.pack("=Qii", 16 + len(message.data), message.level, message.kind)
        packed += message.data + bytes(-len(message.data) % 8)
    return bytes(packed)


def _window(vectors: tuple[tuple[int, int], ...], skip: int, most: int) -> list[tuple[int, int]]:
    wanted: list[tuple[int, int]] = []
    for base, length in vectors:
        first = min(skip, length)
        take = min(length - first, most)
        skip -= first
        most -= take
        if take:
            wanted.append((base + first, take))
    return wanted


def _fault(result: int) -> OSError:
    """A partial copy is a fault too: part of it is not there."""
    number = ctypes.get_errno() if result < 0 else errno.EFAULT
    return OSError(number, f"memory of the program: {os.strerror(number)}")
