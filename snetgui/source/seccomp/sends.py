# SPDX-License-Identifier: GPL-2.0-or-later
"""The calls that send: a peer that they name is judged, the payload goes as it is.

Sends that name nobody come here too where a filter can't tell (a struct msghdr
lies in memory). They are made on the copy all the same: had the kernel read the
message a second time, it might name a peer by then.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

from snetgui.model import Syscall

from . import kernel, sockets
from .memory import SCM_CREDENTIALS, SCM_RIGHTS, SOL_SOCKET, Control, Message, pack_control
from .script import SO_SNDTIMEO, Ask, Request, Script, Step, Until, Wait, as_int, time_limit

_CHUNK = 1 << 20
_MOST_DATAGRAM = 16 << 20
_MOST_MESSAGES = 1024  # UIO_MAXIOV: where sendmmsg(2) stops by itself


def sendto(request: Request) -> Script:
    args = request.args
    name = request.tools.memory.name(request.tid, args[4], as_int(args[5])) if args[4] else b""
    message = Message(name or None, ((args[1], args[2]),))
    return (yield from _judged_send(request, message, as_int(args[3])))


def sendmsg(request: Request) -> Script:
    message = request.tools.memory.message(request.tid, request.args[1], wide=request.wide)
    return (yield from _judged_send(request, message, as_int(request.args[2])))


def sendmmsg(request: Request) -> Script:
    memory, tid = request.tools.memory, request.tid
    at, count, flags = request.args[1], request.args[2], as_int(request.args[3])
    size, length_at = (64, 56) if request.wide else (32, 28)
    sent = 0
    for number in range(min(count & 0xFFFFFFFF, _MOST_MESSAGES)):
        here = at + number * size
        try:
            message = memory.message(tid, here, wide=request.wide)
            result = yield from _judged_send(request, message, flags)
            if result < 0:
                return sent or result
            memory.write(tid, here + length_at, result.to_bytes(4, "little"))
        except OSError as error:
            return sent or -(error.errno or errno.EFAULT)
        sent += 1
        if result < message.length:
            break
    return sent


def _judged_send(request: Request, message: Message, flags: int) -> Generator[Step, Any, int]:
    name = message.name
    syscall = None
    if name is not None:
        syscall = Syscall.CONNECT if flags & sockets.MSG_FASTOPEN else Syscall.SENDMSG
    local = sockets.local_address(request.fd) if syscall else None
    denied: int = yield Ask(syscall, request.socket, local, name, name or b"")
    if denied:
        return -denied
    with ExitStack() as fds:
        control = pack_control(_own_control(request, message.control, fds))
        return (yield from _send(request, message, control, flags))


def _send(
    request: Request, message: Message, control: bytes, flags: int
) -> Generator[Step, Any, int]:
    stream = request.socket[1] == socket.SOCK_STREAM
    total, done, name, copy = message.length, 0, message.name, b""
    if not stream and total > _MOST_DATAGRAM:
        return -errno.EMSGSIZE
    waits = request.blocking and not flags & socket.MSG_DONTWAIT
    until: float | None = None
    while True:
        most = _CHUNK if stream else _MOST_DATAGRAM
        data = request.tools.memory.gather(request.tid, message.vectors, most, done)
        if not done:
            copy = (name or b"") + bytes(data)
            made = request.again(copy)
            if isinstance(made, int):
                return made
        result = yield from _send_once(request, data, name, b"" if done else control, flags)
        if result == -errno.EAGAIN and waits:
            until = until or time_limit(request.fd, SO_SNDTIMEO)
            if (yield Wait(_send_wait(request), request.fd, until)):
                continue
        if result == -errno.EINPROGRESS and waits and flags & sockets.MSG_FASTOPEN:
            flags &= ~sockets.MSG_FASTOPEN  # connecting: the data follows by itself
            if (yield Wait(Until.WRITABLE, request.fd, time_limit(request.fd, SO_SNDTIMEO))):
                continue
        if result < 0:
            request.pipe_broke = stream and result == -errno.EPIPE and not done
            request.pipe_broke &= not flags & socket.MSG_NOSIGNAL
            return request.did(copy, done or result)
        done += result
        if not stream or done >= total or (result < len(data) and not waits):
            return request.did(copy, done)


def _send_once(
    request: Request, data: bytearray, name: bytes | None, control: bytes, flags: int
) -> Generator[Step, Any, int]:
    now = flags | socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL
    send = sockets.send_from_fresh_pages if flags & sockets.MSG_ZEROCOPY else sockets.send

    def act(where: bytes) -> int:
        return send(request.fd, data, where or None, control, now)

    return (yield from request.act(act, name or b"", by_right=bool(control)))


def _send_wait(request: Request) -> Until:
    """A full UNIX datagram peer is not told of by poll(2) on an unconnected socket."""
    if request.socket[0] == socket.AF_UNIX and request.socket[1] != socket.SOCK_STREAM:
        return Until.SOON
    return Until.WRITABLE


def _own_control(
    request: Request, messages: tuple[Control, ...], fds: ExitStack
) -> tuple[Control, ...]:
    """Control messages in the supervisor's terms: its duplicates, its own process."""
    return tuple(_own(request, message, fds) for message in messages)


def _own(request: Request, message: Control, fds: ExitStack) -> Control:
    if message.level != SOL_SOCKET:
        return message
    if message.kind == SCM_RIGHTS:
        own: list[int] = []
        for number in message.fds:
            own.append(kernel.pidfd_getfd(request.thread.pidfd, number))
            fds.callback(os.close, own[-1])
        data = b"".join(fd.to_bytes(4, "little") for fd in own)
        return Control(message.level, message.kind, data)
    if message.kind == SCM_CREDENTIALS and len(message.data) == 12:
        pid = int.from_bytes(message.data[:4], "little", signed=True)
        if pid == request.thread.tgid and not request.tools.wardrobe.may_name_others:
            # Only a privileged process may name a pid other than its own.
            return Control(
                message.level, message.kind, os.getpid().to_bytes(4, "little") + message.data[4:]
            )
    return message
