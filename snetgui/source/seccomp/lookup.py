# SPDX-License-Identifier: GPL-2.0-or-later
"""From a notification to the call that it is about: who, which, on what socket."""

from __future__ import annotations

import _socket
import errno
import os
from contextlib import suppress

from . import kernel
from .guise import Wardrobe
from .memory import Memory
from .numbers import (
    SOCKETCALL_ARGS,
    SOCKETCALLS,
    X86,
    X86_SOCKETCALL,
    Abi,
    Call,
    abis,
    call_numbers,
)
from .script import Request, Tools
from .threads import Thread, Threads

_SOL_SOCKET, _SO_NETNS_COOKIE = 1, 71


class Lookup:
    """Looks notifications up. What it opens for threads it closes at close()."""

    def __init__(self) -> None:
        self._threads = Threads()
        self._tools = Tools(Memory(), Wardrobe())
        self._calls = {abi.arch: (abi, call_numbers(abi)) for abi in abis()}

    def close(self) -> None:
        self._threads.close()

    def new_socket(self, notification: kernel.Notification) -> tuple[int, int] | None:
        """(family, protocol) of a socket(2) whose arguments are registers; else None."""
        _abi, numbers = self._calls[notification.arch]
        if numbers.get(notification.number) is not Call.SOCKET:
            return None
        return notification.args[0] & 0xFFFFFFFF, notification.args[2] & 0xFFFFFFFF

    def request(self, notification: kernel.Notification) -> Request | None:
        """Look up a call; None if it is none of ours.

        Raises:
            OSError: EBADF, ENOTSOCK as the kernel says of the descriptor; EPERM
                the caller may not be looked into; ESRCH it is gone.
        """
        abi, numbers = self._calls[notification.arch]
        try:
            thread = self._threads.get(notification.tid)
            return self._request(notification, thread, abi, numbers)
        except ProcessLookupError:
            self._threads.forget(notification.tid)  # the number means another thread now
        except FileNotFoundError:
            raise OSError(errno.ESRCH, "the caller is gone") from None
        thread = self._threads.get(notification.tid)
        return self._request(notification, thread, abi, numbers)

    def _request(
        self,
        notification: kernel.Notification,
        thread: Thread,
        abi: Abi,
        numbers: dict[int, Call],
    ) -> Request | None:
        call, args, direct = numbers.get(notification.number), notification.args, True
        if call is None and abi is X86 and notification.number == X86_SOCKETCALL:
            call, direct = SOCKETCALLS.get(args[0]), False
            if call is not None:
                args = self._socketcall(thread, call, args[1])
        if call is None:
            return None
        fd, kind, cookie = -1, (0, 0, 0), b""
        if call is Call.SOCKET:
            thread.process()  # fails, as a duplicate does, if this thread is gone
        else:
            fd, kind, cookie = _duplicate(thread.pidfd, args[0])
        return Request(self._tools, thread, cookie, call, args, abi.wide, direct, fd, kind)

    def _socketcall(self, thread: Thread, call: Call, address: int) -> tuple[int, ...]:
        raw = self._tools.memory.read(thread.tid, address, 4 * SOCKETCALL_ARGS[call])
        return (*memoryview(raw).cast("I"), 0, 0, 0, 0)[:6]


def _duplicate(pidfd: int, number: int) -> tuple[int, tuple[int, int, int], bytes]:
    """A duplicate of the socket, its (family, type, protocol), its namespace's cookie."""
    fd = kernel.pidfd_getfd(pidfd, number)
    try:
        # The C type: Python's own turns each of the three into an enum's member.
        view = _socket.socket(fileno=fd)
    except OSError:
        os.close(fd)
        raise
    kind = (view.family, view.type, view.proto)
    cookie = b""
    with suppress(OSError):  # Linux 5.14
        cookie = view.getsockopt(_SOL_SOCKET, _SO_NETNS_COOKIE, 8)
    view.detach()
    return fd, kind, cookie
