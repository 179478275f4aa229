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
from collections.abc import Callable, Generator, Mapping
from typing import Any

from snetgui.model import Syscall

from . import sockets
from .numbers import Call
from .script import (
    SO_RCVTIMEO,
    SO_SNDTIMEO,
    Ask,
    Disguised,
    Give,
    Request,
    Script,
    Step,
    Until,
    Untouched,
    Wait,
    as_int,
    time_limit,
)
from .sends import sendmmsg, sendmsg, sendto

_TYPE_MASK = 0xF


def connect(request: Request) -> Script:
    address = request.tools.memory.name(request.tid, request.args[1], as_int(request.args[2]))
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
        until = until or time_limit(fd, SO_SNDTIMEO)
        what = Until.SOON if request.socket[0] == socket.AF_UNIX else Until.WRITABLE
        if not (yield Wait(what, fd, until)):
            return -(errno.EAGAIN if what is Until.SOON else errno.EINPROGRESS)
        result = yield from request.act(act, address, by_right=False)
    return result


def bind(request: Request) -> Script:
    address = request.tools.memory.name(request.tid, request.args[1], as_int(request.args[2]))
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
    backlog = as_int(request.args[1])
    return (yield from request.act(lambda _: sockets.listen(request.fd, backlog)))


def accept(request: Request) -> Script:
    flags = as_int(request.args[3]) if request.call is Call.ACCEPT4 else 0
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
        until = until or time_limit(fd, SO_RCVTIMEO)
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


def make_socket(request: Request) -> Script:
    family, kind, protocol = (as_int(value) for value in request.args[:3])
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
