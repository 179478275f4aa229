# SPDX-License-Identifier: GPL-2.0-or-later
"""What the supervisor asks of the kernel and neither Python nor libseccomp's binding offers.

Layouts and numbers: include/uapi/linux/seccomp.h, pidfd.h, prctl.h, capability.h
and asm-generic/unistd.h. System call numbers above 423 are the same everywhere;
those below come from libseccomp.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import signal
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass

import pyseccomp

LIBC = ctypes.CDLL(None, use_errno=True)
_syscall = LIBC.syscall
_syscall.restype = ctypes.c_long

_NOTIFICATION = struct.Struct("=QIIiIQ6Q")  # struct seccomp_notif
_RESPONSE = struct.Struct("=QqiI")  # struct seccomp_notif_resp
_ADDFD = struct.Struct("=QIIII")  # struct seccomp_notif_addfd

_RECV = 0xC0502100
_SEND = 0xC0182101
_ID_VALID = 0x40082102
_ADD_FD = 0x40182103
_SET_FLAGS = 0x40082104
_SYNC_WAKE_UP = 1
_ADD_AND_SEND = 2
CONTINUE = 1

_PIDFD_OPEN = 434
_PIDFD_GETFD = 438
_OPENAT2 = 437
_PIDFD_THREAD = os.O_EXCL
_PIDFD_GET_INFO = 0xC040FF0B
# struct pidfd_info: mask, cgroupid, pid, tgid, ppid, r/e/s/fs uid and gid, …
_PIDFD_INFO = struct.Struct("=8xQ8xI8xII20x")
_WHAT_TO_TELL = struct.pack("=Q56x", 7)

_CAPGET = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "capget")
_CAPSET = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "capset")
_TGKILL = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "tgkill")
_SECCOMP = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "seccomp")
_GET_ACTION_AVAIL = 2
_SET_MODE_FILTER, _NEW_LISTENER = 1, 1 << 3
_RET_USER_NOTIF, _RET_ALLOW = 0x7FC00000, 0x7FFF0000
_CAP_VERSION_3 = 0x20080522
_capabilities = (ctypes.c_uint32 * 6)()

# sigset_t of the C library. Python's own pthread_sigmask() makes an enum's member
# of every signal, twice, which takes longer than all the rest.
_ALL_SIGNALS = ctypes.create_string_buffer(128)
_signals_before = ctypes.create_string_buffer(128)
LIBC.sigfillset(_ALL_SIGNALS)

_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(slots=True)
class Notification:
    """One call that waits: struct seccomp_notif."""

    id: int
    tid: int
    number: int
    arch: int
    args: tuple[int, ...]


class NotifyFd:
    """The supervisor's end of a filter: receives notifications, sends answers."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self._request = bytearray(max(_NOTIFICATION.size, 80))
        self._zero = bytes(len(self._request))
        # Linux 6.6: wake the program on this processor, at once. Older ones refuse.
        with suppress(OSError):
            fcntl.ioctl(fd, _SET_FLAGS, _SYNC_WAKE_UP)

    def receive(self) -> Notification | None:
        """Take the next notification; None if it was withdrawn meanwhile.

        Call it when the descriptor is readable: otherwise it waits.
        """
        request = self._request
        request[:] = self._zero  # the kernel insists
        try:
            fcntl.ioctl(self.fd, _RECV, request, True)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR):
                return None
            raise
        fields = _NOTIFICATION.unpack_from(request)
        return Notification(fields[0], fields[1], fields[3], fields[4], fields[6:])

    def respond(self, notification_id: int, value: int, error: int = 0, flags: int = 0) -> bool:
        """Let the call return value, or fail with error (a positive errno).

        Returns:
            False if the call does not wait any more: a signal took it away.
        """
        try:
            _ioctl(self.fd, _SEND, _RESPONSE.pack(notification_id, value, -error, flags))
        except OSError as problem:
            if problem.errno in (errno.ENOENT, errno.EINPROGRESS):
                return False
            raise
        return True

    def valid(self, notification_id: int) -> bool:
        """Whether the call still waits."""
        try:
            _ioctl(self.fd, _ID_VALID, notification_id.to_bytes(8, sys.byteorder))
        except OSError:
            return False
        return True

    def give(self, notification_id: int, fd: int, *, cloexec: bool) -> bool:
        """Add a copy of fd to the program and let its call return the number.

        Returns:
            False if the call does not wait any more.

        Raises:
            OSError: EMFILE where the program has no room.
        """
        flags = os.O_CLOEXEC if cloexec else 0
        # A signal that interrupts this leaves the program's call answered with 0
        # and no descriptor given (seccomp_notify_addfd in kernel/seccomp.c).
        LIBC.pthread_sigmask(signal.SIG_BLOCK, _ALL_SIGNALS, _signals_before)
        try:
            return self._give(notification_id, fd, flags)
        finally:
            LIBC.pthread_sigmask(signal.SIG_SETMASK, _signals_before, None)

    def _give(self, notification_id: int, fd: int, flags: int) -> bool:
        try:
            request = _ADDFD.pack(notification_id, _ADD_AND_SEND, fd, 0, flags)
            fcntl.ioctl(self.fd, _ADD_FD, request)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINPROGRESS):
                return False
            if error.errno != errno.EINVAL:
                raise
            return self._give_in_two_steps(notification_id, fd, flags)
        return True

    def _give_in_two_steps(self, notification_id: int, fd: int, flags: int) -> bool:
        """Before Linux 5.14 adding and answering were two things."""
        request = bytearray(_ADDFD.pack(notification_id, 0, fd, 0, flags))
        number = fcntl.ioctl(self.fd, _ADD_FD, request, True)
        return self.respond(notification_id, number)


def pidfd_open_thread(tid: int, tgid: int) -> int:
    """Open a descriptor of one thread, before Linux 6.9 of its process.

    Raises:
        OSError: ESRCH if there is none.
    """
    fd = _syscall(_PIDFD_OPEN, tid, _PIDFD_THREAD)
    if fd < 0 and ctypes.get_errno() == errno.EINVAL:
        return os.pidfd_open(tgid)
    return _checked(fd, "pidfd_open")


def pidfd_getfd(pidfd: int, fd: int) -> int:
    """Duplicate another process's descriptor; close-on-exec.

    Raises:
        OSError: EBADF it has none of that number, ESRCH it is gone, EPERM it
            may not be looked into.
    """
    return _checked(_syscall(_PIDFD_GETFD, pidfd, fd & 0xFFFFFFFF, 0), "pidfd_getfd")


def pidfd_info(pidfd: int) -> tuple[int, int, int, int] | None:
    """(cgroup id, parent, effective uid, effective gid); None before Linux 6.13.

    Raises:
        OSError: ESRCH, the process is gone.
    """
    try:
        told = fcntl.ioctl(pidfd, _PIDFD_GET_INFO, _WHAT_TO_TELL)
    except OSError as error:
        if error.errno == errno.ESRCH:
            raise
        return None
    cgroup, ppid, uid, gid = _PIDFD_INFO.unpack(told)
    return cgroup, ppid, uid, gid


def open_in_root(root_fd: int, path: bytes) -> int:
    """Open (O_PATH) what a path means where root_fd is "/" (openat2, RESOLVE_IN_ROOT)."""
    how = struct.pack("=QQQ", os.O_PATH | os.O_CLOEXEC, 0, 0x10)
    return _checked(_syscall(_OPENAT2, root_fd, path, how, len(how)), "openat2")


def capabilities(tid: int) -> int:
    """The effective capabilities of a thread, as a mask. Raises OSError ESRCH."""
    if _syscall(_CAPGET, _capability_header(tid), _capabilities) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    return _capabilities[0] | _capabilities[3] << 32


def set_effective(mask: int) -> None:
    """Make mask, or what of it is permitted, this thread's effective capabilities."""
    data = (ctypes.c_uint32 * 6)()
    _checked(_syscall(_CAPGET, _capability_header(0), data), "capget")
    data[0] = data[1] & mask
    data[3] = data[4] & (mask >> 32)
    _checked(_syscall(_CAPSET, _capability_header(0), data), "capset")


def signal_thread(tgid: int, tid: int, number: int) -> None:
    """Send a signal to one thread; one that is gone is no error."""
    _syscall(_TGKILL, tgid, tid, number)


def probe_notification() -> int:
    """0 where the kernel has user notification, else the errno of asking for it."""
    action = struct.pack("=I", _RET_USER_NOTIF)
    return 0 if _syscall(_SECCOMP, _GET_ACTION_AVAIL, 0, action) == 0 else ctypes.get_errno()


def try_to_listen() -> int:
    """0 if this thread could put on a filter with a listener, else the kernel's errno.

    Puts one on that allows all: only for a process that ends next.
    """
    allow_all = struct.pack("=HBBI", 0x06, 0, 0, _RET_ALLOW)  # BPF_RET | BPF_K
    instructions = ctypes.create_string_buffer(allow_all, len(allow_all))
    program = struct.pack("@HP", 1, ctypes.addressof(instructions))  # struct sock_fprog
    LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    fd = _syscall(_SECCOMP, _SET_MODE_FILTER, _NEW_LISTENER, program)
    return 0 if fd >= 0 else ctypes.get_errno()


def shield() -> None:
    """Let no other process of this user look into this one, or steer it."""
    LIBC.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def adopt_orphans() -> None:
    """Make orphans among this process's descendants its children, not init's."""
    LIBC.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _ioctl(fd: int, number: int, request: bytes) -> None:
    """ioctl(2) whose lock a signal may keep it from taking."""
    while True:
        try:
            fcntl.ioctl(fd, number, request)
        except InterruptedError:
            continue
        return


def _capability_header(tid: int) -> bytes:
    return struct.pack("=Ii", _CAP_VERSION_3, tid)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return int(result)
