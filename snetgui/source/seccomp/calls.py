# SPDX-License-Identifier: GPL-2.0-or-later
"""The network calls, each as a script: copy the arguments, ask, act on the copy.

A script is a generator. It yields what it needs (Ask, Wait, Disguised) and
returns what the program's call returns; the supervisor drives it, at once where
nothing has to be waited for. Nothing of the program's memory is read twice
between question and act, and nothing is acted on but a duplicate of the
descriptor that was looked at.
"""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from snetgui.model import Process, Syscall

from . import kernel, sockets
from .guise import Act, Guise, Wardrobe
from .memory import SCM_CREDENTIALS, SCM_RIGHTS, SOL_SOCKET, Control, Memory, Message, pack_control
from .numbers import Call
from .threads import Thread

_CHUNK = 1 << 20
_MOST_DATAGRAM = 16 << 20
_MOST_MESSAGES = 1024  # UIO_MAXIOV: where sendmmsg(2) stops by itself
_TYPE_MASK = 0xF
_IP = frozenset({socket.AF_INET, socket.AF_INET6})
_SO_SNDTIMEO, _SO_RCVTIMEO = 21, 20


class Until(Enum):
    """What a script waits for."""

    READABLE = auto()
    WRITABLE = auto()
    SOON = auto()  # nothing tells when: try again


@dataclass(frozen=True, slots=True)
class Ask:
    """A question for whoever judges. Answered with the errno of a deny, 0 to allow.

    Attributes:
        syscall: None where there is nothing to judge (a send without a name).
        local, remote: raw; None where there is none.
        copy: what was copied out for this step, to tell a call that the kernel
            restarts after a signal from another one.
        socket: (family, type, protocol).
    """

    syscall: Syscall | None
    socket: tuple[int, int, int]
    local: bytes | None = None
    remote: bytes | None = None
    copy: bytes = b""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for the socket. Answered with False if the deadline came first.

    Attributes:
        until_s: time.monotonic() of the socket's own time limit, or None.
    """

    what: Until
    fd: int
    until_s: float | None


@dataclass(frozen=True, slots=True)
class Disguised:
    """Act in a thread of its own. Answered with the result."""

    guise: Guise
    act: Act
    address: bytes


@dataclass(slots=True)
class Give:
    """The call returns a new descriptor: this one, which is closed afterwards."""

    fd: int
    cloexec: bool


class Untouched:
    """The kernel goes on with the call itself: its arguments are registers."""


Step = Ask | Wait | Disguised
Result = int | Give | Untouched
Script = Generator[Step, Any, Result]


Made = list[tuple[bytes, int | Give]]
"""What a call did: the copy that it acted on, and the result. sendmmsg(2) has several."""


@dataclass(slots=True)
class Tools:
    """What the scripts share."""

    memory: Memory
    wardrobe: Wardrobe


@dataclass(slots=True)
class Request:
    """One notification, looked up.

    Attributes:
        cookie: of the socket's network namespace.
        direct: the arguments are registers (not socketcall's in memory).
        fd: the duplicate of the program's socket; -1 for socket(2).
        socket: (family, type, protocol) of it.
        made: what the script did.
        before: what a call did whose thread a signal took away before it was
            told. If this is that call restarted, it is not made twice.
        pipe_broke: the program gets SIGPIPE with its EPIPE.
    """

    tools: Tools
    thread: Thread
    cookie: bytes
    call: Call
    args: tuple[int, ...]
    wide: bool
    direct: bool
    fd: int
    socket: tuple[int, int, int]
    before: Made = field(default_factory=list)
    made: Made = field(default_factory=list)
    pipe_broke: bool = False
    known: Process | None = None

    @property
    def process(self) -> Process:
        """Who calls, as of the latest look."""
        return self.known or self.look_again()

    def look_again(self) -> Process:
        """Look who calls. Raises OSError if the thread is gone."""
        self.known = self.thread.process(self.cookie)
        return self.known

    @property
    def tid(self) -> int:
        return self.thread.tid

    @property
    def blocking(self) -> bool:
        return sockets.blocking(self.fd)

    def again(self, copy: bytes) -> int | Give | None:
        """The result of this very call, if it was made before a signal came."""
        if not self.before or self.before[0][0] != copy:
            return None
        self.made.append(self.before.pop(0))
        return self.made[-1][1]

    def did(self, copy: bytes, result: int) -> int:
        """Note what was done; returns the result."""
        self.made.append((copy, result))
        return result

    def act(
        self, act: Act, address: bytes = b"", *, makes_file: bool = False, by_right: bool = True
    ) -> Generator[Step, Any, int]:
        """Make a call as the program would.

        Args:
            by_right: False where the kernel asks nothing of who makes the call: to
                connect or send (without control messages) by IPv4 and IPv6.
        """
        if not by_right and self.socket[0] in _IP:
            return act(address)
        guise = self.tools.wardrobe.find(self, address, makes_file=makes_file)
        if guise is None:
            return act(address)
        result: int = yield Disguised(guise, act, address)
        return result


def connect(request: Request) -> Script:
    address = request.tools.memory.name(request.tid, request.args[1], _int(request.args[2]))
    local = sockets.local_address(request.fd)
    denied: int = yield Ask(Syscall.CONNECT, request.socket, local, address, address)
    if denied:
        return -denied
    made = request.again(address)
    if made is not None:
        return made
    return request.did(address, (yield from _connect(request, address)))


def _connect(request: Request, address: bytes) -> Generator[Step, Any, int]:
    fd = request.fd

    def act(where: bytes) -> int:
        return sockets.briefly(lambda: sockets.connect(fd, where))

    result = yield from request.act(act, address, by_right=False)
    until: float | None = None
    while result == -errno.EINTR:
        until = until or _limit(fd, _SO_SNDTIMEO)
        what = Until.SOON if request.socket[0] == socket.AF_UNIX else Until.WRITABLE
        if not (yield Wait(what, fd, until)):
            return -(errno.EAGAIN if what is Until.SOON else errno.EINPROGRESS)
        result = yield from request.act(act, address, by_right=False)
    return result


def bind(request: Request) -> Script:
    address = request.tools.memory.name(request.tid, request.args[1], _int(request.args[2]))
    denied: int = yield Ask(Syscall.BIND, request.socket, address, None, address)
    if denied:
        return -denied
    made = request.again(address)
    if made is not None:
        return made

    def act(where: bytes) -> int:
        return sockets.bind(request.fd, where)

    result = yield from request.act(act, address, makes_file=True)
    return request.did(address, result)


def listen(request: Request) -> Script:
    local = sockets.local_address(request.fd)
    denied: int = yield Ask(Syscall.LISTEN, request.socket, local)
    if denied:
        return -denied
    backlog = _int(request.args[1])
    return (yield from request.act(lambda _: sockets.listen(request.fd, backlog)))


def accept(request: Request) -> Script:
    flags = _int(request.args[3]) if request.call is Call.ACCEPT4 else 0
    if flags & ~(socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK):
        return -errno.EINVAL
    made = request.again(b"")
    if isinstance(made, Give):
        return made
    new, peer = yield from _accept(request)
    if new < 0:
        return new
    give = Give(new, bool(flags & socket.SOCK_CLOEXEC))
    try:
        local = sockets.local_address(new)
        denied: int = yield Ask(Syscall.ACCEPT, request.socket, local, peer, peer)
        if denied:
            return -denied
        os.set_blocking(new, not flags & socket.SOCK_NONBLOCK)
        _tell_peer(request, peer)
        request.made.append((b"", give))
        new = -1
    finally:
        if new >= 0:
            sockets.reset(new)
    return give


def _accept(request: Request) -> Generator[Step, Any, tuple[int, bytes]]:
    fd = request.fd
    waits = request.blocking and _listens(fd)
    until: float | None = None
    while True:
        if not waits or sockets.ready_to_read(fd):
            found: list[tuple[int, bytes]] = []

            def act(_: bytes, found: list[tuple[int, bytes]] = found) -> int:
                return sockets.briefly(lambda: _accepted(fd, found))

            result = yield from request.act(act)
            if result != -errno.EINTR:
                return result, found[-1][1] if found else b""
        until = until or _limit(fd, _SO_RCVTIMEO)
        if not (yield Wait(Until.READABLE, fd, until)):
            return -errno.EAGAIN, b""


def _accepted(fd: int, found: list[tuple[int, bytes]]) -> int:
    found.append(sockets.accept(fd))
    return found[-1][0]


def _tell_peer(request: Request, peer: bytes) -> None:
    """Write the peer's address where the program wants it (move_addr_to_user)."""
    memory, tid = request.tools.memory, request.tid
    place, length_at = request.args[1], request.args[2]
    if not place:
        return
    room = int.from_bytes(memory.read(tid, length_at, 4), "little", signed=True)
    if room < 0:
        raise OSError(errno.EINVAL, "room for an address")
    if peer and room:
        memory.write(tid, place, peer[:room])
    memory.write(tid, length_at, len(peer).to_bytes(4, "little"))


def sendto(request: Request) -> Script:
    args = request.args
    name = request.tools.memory.name(request.tid, args[4], _int(args[5])) if args[4] else b""
    message = Message(name or None, ((args[1], args[2]),))
    return (yield from _judged_send(request, message, _int(args[3])))


def sendmsg(request: Request) -> Script:
    message = request.tools.memory.message(request.tid, request.args[1], wide=request.wide)
    return (yield from _judged_send(request, message, _int(request.args[2])))


def sendmmsg(request: Request) -> Script:
    memory, tid = request.tools.memory, request.tid
    at, count, flags = request.args[1], request.args[2], _int(request.args[3])
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
            until = until or _limit(request.fd, _SO_SNDTIMEO)
            if (yield Wait(_send_wait(request), request.fd, until)):
                continue
        if result == -errno.EINPROGRESS and waits and flags & sockets.MSG_FASTOPEN:
            flags &= ~sockets.MSG_FASTOPEN  # connecting: the data follows by itself
            if (yield Wait(Until.WRITABLE, request.fd, _limit(request.fd, _SO_SNDTIMEO))):
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


def make_socket(request: Request) -> Script:
    family, kind, protocol = (_int(value) for value in request.args[:3])
    denied: int = yield Ask(Syscall.CREATE, (family, kind & _TYPE_MASK, protocol))
    if denied:
        return -denied
    if request.direct:
        return Untouched()

    def act(_: bytes) -> int:
        try:
            made = socket.socket(family, kind | socket.SOCK_CLOEXEC, protocol)
        except OSError as error:
            return -(error.errno or errno.EINVAL)
        return made.detach()

    guise = request.tools.wardrobe.find_for_new_socket(request)
    new = act(b"") if guise is None else (yield Disguised(guise, act, b""))
    return new if new < 0 else Give(new, bool(kind & socket.SOCK_CLOEXEC))


SCRIPTS: Mapping[Call, Callable[[Request], Script]] = {
    Call.SOCKET: make_socket,
    Call.BIND: bind,
    Call.CONNECT: connect,
    Call.LISTEN: listen,
    Call.ACCEPT: accept,
    Call.ACCEPT4: accept,
    Call.SENDTO: sendto,
    Call.SENDMSG: sendmsg,
    Call.SENDMMSG: sendmmsg,
}


def _listens(fd: int) -> bool:
    with socket.socket(fileno=os.dup(fd)) as view:
        return bool(view.getsockopt(socket.SOL_SOCKET, sockets.SO_ACCEPTCONN))


def _limit(fd: int, option: int) -> float | None:
    seconds = sockets.timeout(fd, option)
    return None if seconds is None else time.monotonic() + seconds


def _int(register: int) -> int:
    """What a C int parameter takes from a register: its lower half, signed."""
    low = register & 0xFFFFFFFF
    return low - (1 << 32) if low >> 31 else low
