# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking on the screen: the tray app's windows in a process of their own, over this engine."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from snetgui.bus import BackendServer
from snetgui.engine.backend import Backend
from snetgui.model import SnetError

# cli and gui never import each other: the windows are another program.
_GUI: Final = (sys.executable, "-m", "snetgui.gui.main", "--attach")
_START_S: Final = 30.0
_END_S: Final = 5.0


def has_screen(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a window could be shown at all."""
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


@asynccontextmanager
async def windows(backend: Backend, gone: Callable[[], None]) -> AsyncIterator[None]:
    """Ask in windows while the context lasts.

    Args:
        gone: called once if the windows end before that.

    Raises:
        SnetError: they could not be shown; nothing is left behind.
    """
    folder = Path(tempfile.mkdtemp(prefix="snet-run-"))
    server = BackendServer(backend, folder / "backend")
    try:
        await server.start()
        process = await _start(folder / "backend")
        watching = asyncio.ensure_future(_watch(process, gone))
        try:
            yield
        finally:
            watching.cancel()
            await asyncio.wait([watching])
            await process.end()
    finally:
        await server.close()
        shutil.rmtree(folder, ignore_errors=True)


class _Process:
    """The windows' process, by a pidfd: whoever reaps all children may reap it (pidfd_open(2))."""

    def __init__(self, pid: int) -> None:
        self._pidfd = os.pidfd_open(pid)
        self._ended = asyncio.Event()
        asyncio.get_running_loop().add_reader(self._pidfd, self._told)

    def _told(self) -> None:
        asyncio.get_running_loop().remove_reader(self._pidfd)
        self._ended.set()

    async def wait(self) -> None:
        await self._ended.wait()

    async def end(self) -> None:
        """End it, kindly first."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if not self._ended.is_set():
                with suppress(ProcessLookupError):
                    signal.pidfd_send_signal(self._pidfd, number)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._ended.wait(), _END_S)
        asyncio.get_running_loop().remove_reader(self._pidfd)
        os.close(self._pidfd)


async def _start(socket: Path) -> _Process:
    reading, writing = os.pipe()
    try:
        process = _Process(_spawn(socket, writing))
    except OSError as fault:
        os.close(reading)
        raise SnetError(f"the windows could not be started: {fault.strerror}") from fault
    finally:
        os.close(writing)
    if not await _is_ready(reading):
        await process.end()
        raise SnetError("the windows could not be shown on this screen (snet-gui says why)")
    return process


def _spawn(socket: Path, writing: int) -> int:
    started = subprocess.Popen(
        [*_GUI, str(socket), "--ready-fd", str(writing)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[writing],
        start_new_session=True,
    )
    return started.pid


async def _is_ready(reading: int) -> bool:
    """The windows write a byte once they are there; their end closes the pipe."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(reading, "rb", buffering=0)
    )
    try:
        async with asyncio.timeout(_START_S):
            return bool(await reader.read(1))
    except TimeoutError:
        return False
    finally:
        transport.close()


async def _watch(process: _Process, gone: Callable[[], None]) -> None:
    await process.wait()
    gone()
