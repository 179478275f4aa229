# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers a Backend on a socket that only its own user can reach."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import stat
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import platformdirs

from snetgui.engine.backend import Backend
from snetgui.model import SnetError

from .calls import Call, calls, pack_error
from .codec import DecodeError, encode
from .wire import LIMIT, Message, ProtocolError, pack, receive

log = logging.getLogger(__name__)

# Calls of one connection that run at the same time: a window has a handful.
MAX_CALLS = 64


def socket_path() -> Path:
    """Where a user's own engine is offered: inside XDG_RUNTIME_DIR.

    Without one (a root shell by sudo, a container) it is below the user's
    cache, never in a folder that others can write to.
    """
    told = os.environ.get("XDG_RUNTIME_DIR", "")
    cache = platformdirs.user_cache_path("snet", appauthor=False)
    return (Path(told) / "snet" if told.startswith("/") else cache / "run") / "backend"


class BackendServer:
    """A Backend on a Unix socket.

    The folder is the user's alone (0700) and every peer's uid is checked, so
    nobody else can be first to own the name or speak to it.
    """

    def __init__(self, backend: Backend, path: Path) -> None:
        self._backend = backend
        self._path = path
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen. Raises SnetError if another engine is offered there already."""
        _private_folder(self._path.parent)
        if await _alive(self._path):
            raise SnetError(f"another snet of yours runs already ({self._path})")
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(
            self._connected, str(self._path), limit=LIMIT
        )
        self._path.chmod(0o600)

    async def close(self) -> None:
        """Stop; open calls are cancelled."""
        if self._server is None:
            return
        self._server.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._path.unlink(missing_ok=True)
        self._server = None

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            if _peer_uid(writer) in (os.getuid(), 0):
                await _Connection(self._backend, reader, writer).run()
        except ProtocolError as fault:
            log.warning("a client was dropped: %s", fault)
        except asyncio.CancelledError:
            # close() ends it; the task is the server's own, nobody awaits it.
            pass
        finally:
            self._connections.discard(task)
            writer.close()


class _Connection:
    """One client: its calls run side by side, each under the client's own id."""

    def __init__(
        self, backend: Backend, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._backend = backend
        self._reader = reader
        self._writer = writer
        self._running: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        try:
            while (message := await receive(self._reader)) is not None:
                self._dispatch(message)
        finally:
            tasks = list(self._running.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _dispatch(self, message: Message) -> None:
        number = message["id"]
        if number in self._running or len(self._running) >= MAX_CALLS:
            raise ProtocolError("too many calls, or an id used twice")
        task = asyncio.create_task(self._serve(number, message))
        self._running[number] = task
        task.add_done_callback(lambda _: self._running.pop(number, None))

    async def _serve(self, number: int, message: Message) -> None:
        try:
            call = _known(message.get("call"))
            await self._perform(number, call, call.unpack(message.get("args", {})))
        except SnetError as fault:
            await self._send({"id": number, "error": pack_error(fault)})
        except DecodeError as fault:
            await self._send({"id": number, "error": {"type": "SnetError", "text": str(fault)}})
        except ConnectionError:
            log.debug("the client left before its answer")
        except Exception:
            # A fault of our own must not leave the client waiting for ever.
            log.exception("a call failed")
            own = SnetError("the engine failed; its log says more")
            await self._send({"id": number, "error": pack_error(own)})

    async def _perform(self, number: int, call: Call, args: dict[str, Any]) -> None:
        method = getattr(self._backend, call.name)
        if not call.streams:
            await self._send({"id": number, "result": encode(await method(**args))})
            return
        stream: AsyncIterator[Any] = method(**args)
        async with contextlib.aclosing(stream):  # type: ignore[type-var]
            async for item in stream:
                await self._send({"id": number, "item": encode(item)})
        await self._send({"id": number, "end": True})

    async def _send(self, message: Message) -> None:
        self._writer.write(pack(message))
        await self._writer.drain()


def _known(name: object) -> Call:
    if not isinstance(name, str) or name not in calls():
        raise DecodeError(f"there is no call {name!r:.60}")
    return calls()[name]


def _private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    info = folder.lstat()
    if not stat.S_ISDIR(info.st_mode) or info.st_uid != os.getuid():
        raise SnetError(f"{folder} belongs to somebody else; remove it or set XDG_RUNTIME_DIR")
    folder.chmod(0o700)


async def _alive(path: Path) -> bool:
    try:
        _, writer = await asyncio.open_unix_connection(str(path))
    except OSError:
        return False
    writer.close()
    return True


def _peer_uid(writer: asyncio.StreamWriter) -> int:
    """Uid of whoever connected (SO_PEERCRED of unix(7))."""
    peer = writer.get_extra_info("socket")
    raw = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    uid: int = struct.unpack("3i", raw)[1]
    return uid
