# SPDX-License-Identifier: GPL-2.0-or-later
"""A generic netlink socket: bytes to the kernel, bytes from the kernel and nobody else."""

from __future__ import annotations

import errno
import select
import socket
from types import TracebackType
from typing import Final, Self

from snetgui.model import SourceMissing

from .wire import MalformedMessage

# include/uapi/linux/netlink.h and include/uapi/asm-generic/socket.h
_NETLINK_GENERIC: Final = 16
_SOL_NETLINK: Final = 270
_NETLINK_ADD_MEMBERSHIP: Final = 1
_NETLINK_NO_ENOBUFS: Final = 5
_NETLINK_CAP_ACK: Final = 10
_NETLINK_EXT_ACK: Final = 11
_SO_RCVBUFFORCE: Final = 33

# A held event takes some 2 KiB of a socket's budget: room for thousands, so
# that a program that is busy for a moment is not overrun.
RECEIVE_BUFFER: Final = 16 << 20
# The kernel puts at most 32 KiB into one dump datagram, and an event is smaller.
_DATAGRAM: Final = 64 << 10


class Overrun(Exception):
    """The socket's buffer was full: the kernel dropped messages to it."""


class Channel:
    """One socket, bound to a port of the kernel's choice.

    Args:
        tell_overrun: receive() raises Overrun once after messages were dropped.
            Without it the kernel goes on delivering as soon as there is room,
            which is right where the module itself keeps what did not fit.
    """

    def __init__(self, *, tell_overrun: bool = False) -> None:
        try:
            self._socket = socket.socket(
                socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, _NETLINK_GENERIC
            )
        except OSError as error:
            raise SourceMissing(f"this system gives no generic netlink socket: {error}") from error
        self._socket.setblocking(False)
        self._set_options(tell_overrun)
        self._socket.bind((0, 0))
        self._poll = select.poll()
        self._poll.register(self._socket, select.POLLIN)

    def fileno(self) -> int:
        """The descriptor, to be polled for reading; -1 once closed."""
        return self._socket.fileno()

    def join(self, group: int) -> None:
        """Receive what is sent to a multicast group.

        Raises:
            PermissionError: the group is not for everybody.
        """
        self._socket.setsockopt(_SOL_NETLINK, _NETLINK_ADD_MEMBERSHIP, group)

    def send(self, message: bytes) -> None:
        """Send to the kernel, which acts on it before this returns."""
        self._socket.sendto(message, (0, 0))

    def receive(self, wait: float | None) -> bytes | None:
        """One datagram of the kernel's.

        Args:
            wait: seconds to wait for it at most; None waits without limit.

        Returns:
            None if nothing came.

        Raises:
            Overrun: see the class.
            MalformedMessage: it was too long to be one of the protocol's.
        """
        while True:
            datagram = self._receive_now()
            if datagram is not None:
                return datagram
            if wait == 0 or not self._poll.poll(None if wait is None else wait * 1000):
                return None
            wait = wait if wait is None else 0.0

    def close(self) -> None:
        """Close the socket. An agent's socket that closes stops being the agent's."""
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _receive_now(self) -> bytes | None:
        """A datagram that is there already, from the kernel; others' are thrown away."""
        while True:
            try:
                datagram, _, flags, sender = self._socket.recvmsg(_DATAGRAM)
            except BlockingIOError:
                return None
            except OSError as error:
                if error.errno == errno.ENOBUFS:
                    raise Overrun from None
                raise
            if sender[0] != 0:
                continue
            if flags & socket.MSG_TRUNC:
                raise MalformedMessage(f"a message of more than {_DATAGRAM} bytes")
            return datagram

    def _set_options(self, tell_overrun: bool) -> None:
        self._socket.setsockopt(_SOL_NETLINK, _NETLINK_EXT_ACK, 1)
        self._socket.setsockopt(_SOL_NETLINK, _NETLINK_CAP_ACK, 1)
        self._socket.setsockopt(_SOL_NETLINK, _NETLINK_NO_ENOBUFS, int(not tell_overrun))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, RECEIVE_BUFFER)
        except PermissionError:
            # Who may not force it gets what net.core.rmem_max allows.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
