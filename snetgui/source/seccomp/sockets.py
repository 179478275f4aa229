# SPDX-License-Identifier: GPL-2.0-or-later
"""Socket calls on raw addresses, by the rules of the kernel: results are values or errnos.

Python's own socket module takes addresses apart and waits by itself where a
signal comes; a supervisor must do neither.
"""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import select
import signal
import socket
import struct
import threading
from collections.abc import Callable

from .kernel import LIBC

_TICK_NS = 1_000_000
_SIGNAL = signal.SIGRTMIN + 9

MSG_FASTOPEN = 0x20000000
MSG_ZEROCOPY = 0x4000000
SO_ACCEPTCONN = 30

_connect = LIBC.connect
_bind = LIBC.bind
for _function in (_connect, _bind):
    _function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
_sendmsg = LIBC.sendmsg
_sendmsg.restype = ctypes.c_ssize_t
_sendmsg.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_accept4 = LIBC.accept4
_accept4.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_getsockname = LIBC.getsockname
_getsockname.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_get_errno = ctypes.get_errno


class _MsgHdr(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("name_length", ctypes.c_uint),
        ("vectors", ctypes.c_void_p),
        ("vector_count", ctypes.c_size_t),
        ("control", ctypes.c_char_p),
        ("control_length", ctypes.c_size_t),
        ("flags", ctypes.c_int),
    )


_sockaddr = ctypes.create_string_buffer(128)
_sockaddr_view = memoryview(_sockaddr)
_sockaddr_length = ctypes.c_uint(128)
_sockaddr_at = ctypes.addressof(_sockaddr)
_sockaddr_length_at = ctypes.addressof(_sockaddr_length)


def connect(fd: int, address: bytes) -> int:
    """connect(2): 0, or minus the errno; EINTR if it took long."""
    return 0 if _connect(fd, address, len(address)) == 0 else -_get_errno()


def bind(fd: int, address: bytes) -> int:
    """bind(2): 0, or minus the errno."""
    while _bind(fd, address, len(address)) != 0:
        if (number := _get_errno()) != errno.EINTR:
            return -number
    return 0


def listen(fd: int, backlog: int) -> int:
    """listen(2): 0, or minus the errno."""
    return 0 if LIBC.listen(fd, ctypes.c_int(backlog)) == 0 else -_get_errno()


def accept(fd: int) -> tuple[int, bytes]:
    """accept4(2): the new descriptor, close-on-exec, and the raw peer; or minus the errno."""
    _sockaddr_length.value = 128
    new = _accept4(fd, _sockaddr_at, _sockaddr_length_at, socket.SOCK_CLOEXEC)
    if new < 0:
        return -_get_errno(), b""
    return new, _sockaddr_view[: min(_sockaddr_length.value, 128)].tobytes()


def local_address(fd: int) -> bytes:
    """getsockname(2), raw; empty where it fails."""
    _sockaddr_length.value = 128
    if _getsockname(fd, _sockaddr_at, _sockaddr_length_at) != 0:
        return b""
    return _sockaddr_view[: min(_sockaddr_length.value, 128)].tobytes()


def send(
    fd: int, data: bytearray | mmap.mmap, name: bytes | None, control: bytes, flags: int
) -> int:
    """sendmsg(2): the number of bytes, or minus the errno."""
    length = len(data)
    start = ctypes.addressof(ctypes.c_char.from_buffer(data)) if length else 0
    vector = (ctypes.c_uint64 * 2)(start, length)
    header = _MsgHdr(
        name, len(name or b""), ctypes.addressof(vector), 1, control or None, len(control), 0
    )
    sent = _sendmsg(fd, ctypes.byref(header), flags)
    return int(sent) if sent >= 0 else -_get_errno()


def send_from_fresh_pages(
    fd: int, data: bytearray, name: bytes | None, control: bytes, flags: int
) -> int:
    """send() for MSG_ZEROCOPY: the kernel reads the payload later.

    So it gets memory of its own. The mapping goes; the pages stay until the
    kernel has sent them, and nothing else is ever written there.
    """
    with mmap.mmap(-1, max(len(data), 1)) as pages:
        pages.write(data)
        return send(fd, pages, name, control, flags)


def timeout(fd: int, option: int) -> float | None:
    """SO_SNDTIMEO or SO_RCVTIMEO in seconds; None for none."""
    raw = bytearray(16)
    length = ctypes.c_uint(16)
    place = (ctypes.c_char * 16).from_buffer(raw)
    if LIBC.getsockopt(fd, socket.SOL_SOCKET, option, place, ctypes.byref(length)) != 0:
        return None
    seconds, micro = struct.unpack("@ll", raw)
    return (seconds + micro / 1e6) or None


def ready_to_read(fd: int) -> bool:
    """Whether something waits to be read or accepted, or the socket is done for."""
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(0))


def blocking(fd: int) -> bool:
    """Whether calls on the descriptor wait (no O_NONBLOCK)."""
    return os.get_blocking(fd)


def reset(fd: int) -> None:
    """Close a connection so that its peer is told at once (RST)."""
    linger = struct.pack("ii", 1, 0)
    LIBC.setsockopt(fd, socket.SOL_SOCKET, socket.SO_LINGER, linger, len(linger))
    os.close(fd)


class _Itimerspec(ctypes.Structure):
    _fields_ = (("times", ctypes.c_long * 4),)


class Brief:
    """Interrupts this thread's system calls that take longer than a millisecond (EINTR).

    A descriptor's O_NONBLOCK belongs to all its duplicates, the program's own
    included, so a supervisor can't set it. It lets the call wait a moment
    instead, takes it back, and goes on when the socket is ready.

    The timer goes on ticking between calls that follow each other, for to start
    and stop it each time costs as much as a third of a call. rest() stops it.
    """

    def __init__(self) -> None:
        # Any C function without effect does as handler; it must exist, for a
        # signal without one would end the process, and must not restart calls.
        LIBC.signal(_SIGNAL, LIBC.getpid)
        LIBC.siginterrupt(_SIGNAL, 1)
        # struct sigevent with SIGEV_THREAD_ID
        event = struct.pack("@Qiii44x", 0, _SIGNAL, 4, threading.get_native_id())
        timer = ctypes.c_void_p()
        if LIBC.timer_create(1, event, ctypes.byref(timer)) != 0:
            raise OSError(_get_errno(), "timer_create")
        self._timer = timer
        self.ticking = False
        self.used = False

    def tick(self) -> None:
        """Interrupt again and again: a tick may come before the call has begun to wait."""
        self._set(_TICK_NS)
        self.ticking = True

    def rest(self) -> None:
        """Interrupt nothing any more."""
        self._set(0)
        self.ticking = False

    def close(self) -> None:
        LIBC.timer_delete(self._timer)

    def _set(self, every_ns: int) -> None:
        times = _Itimerspec((0, every_ns, 0, every_ns))
        LIBC.timer_settime(self._timer, 0, ctypes.byref(times), None)


_own = threading.local()


def briefly(act: Callable[[], int]) -> int:
    """Run one system call, taken back with EINTR where it takes long."""
    brief: Brief | None = getattr(_own, "brief", None)
    if brief is None:
        brief = _own.brief = Brief()
    if not brief.ticking:
        brief.tick()
    brief.used = True
    return act()


def rest() -> bool:
    """Stop interrupting this thread if briefly() was not used since the last call of rest()."""
    brief: Brief | None = getattr(_own, "brief", None)
    if brief is None or not brief.ticking:
        return True
    if not brief.used:
        brief.rest()
        return True
    brief.used = False
    return False


def end_briefly() -> None:
    """Give back what briefly() took for this thread, which ends."""
    brief: Brief | None = _own.__dict__.pop("brief", None)
    if brief is not None:
        brief.close()
