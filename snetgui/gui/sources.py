# SPDX-License-Identifier: GPL-2.0-or-later
"""Which source `snet-gui --standalone` runs its engine over."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from snetgui.bus import connect
from snetgui.engine.assemble import standalone
from snetgui.engine.backend import Backend
from snetgui.model import Event
from snetgui.source.kernel import KernelSource
from snetgui.source.recording import RecordingSource, read_events, replay

RECORDING = "recording:"

Make = Callable[[], AbstractAsyncContextManager[Backend]]


def backend_over(source: str, directory: Path | None) -> Make:
    """What makes the engine over a source, in its own thread.

    Args:
        source: "auto" or "kernel": the module; "recording:FILE": events that
            were recorded (of a named pipe: those that are being written).
        directory: of rules and history; None as usual.

    Raises:
        ValueError: there is no such source, or the file is no recording.
        OSError: the file can't be read.
    """
    if source in ("auto", "kernel"):
        return lambda: standalone(KernelSource(), directory=directory)
    if source.startswith(RECORDING):
        path = Path(source.removeprefix(RECORDING))
        if stat.S_ISFIFO(path.stat().st_mode):
            return lambda: _replaying(path, None, directory)
        events = read_events(path.read_text().splitlines())
        return lambda: _replaying(path, events, directory)
    raise ValueError(f"{source!r} is no source; there are auto, kernel and {RECORDING}FILE")


def attached(socket: Path) -> Make:
    """What connects to an engine in another process of the same user."""

    @asynccontextmanager
    async def connecting() -> AsyncIterator[Backend]:
        client = await connect(socket)
        try:
            yield client
        finally:
            await client.close()

    return connecting


@asynccontextmanager
async def _replaying(
    path: Path, events: list[tuple[int, Event]] | None, directory: Path | None
) -> AsyncIterator[Backend]:
    source = RecordingSource(name=f"recording {path.name}", remember=False)
    feed = _follow(source, path) if events is None else replay(source, events)
    async with standalone(source, directory=directory) as engine:
        feeding = asyncio.get_running_loop().create_task(feed)
        try:
            yield engine
        finally:
            feeding.cancel()
            await asyncio.wait([feeding])


async def _follow(source: RecordingSource, path: Path) -> None:
    """Raise the events that come out of a named pipe, as they come."""
    # Open for writing too: the pipe does not end when its writer does.
    pipe = os.fdopen(os.open(path, os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0)
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    try:
        while line := await reader.readline():
            await replay(source, read_events([line.decode()]), speed=float("inf"))
    finally:
        transport.close()
