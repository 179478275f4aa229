# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine in a process of its own, offered on a socket until its input ends."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from snetgui.bus import BackendServer
from snetgui.engine.assemble import standalone
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource


async def main(folder: Path, socket: Path) -> None:
    """Serve rules that are kept in the folder."""
    source = RecordingSource(policy=Policy(delay_s=30, deny=False, max_delay_s=300))
    async with standalone(source, directory=folder) as engine:
        server = BackendServer(engine, socket)
        await server.start()
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.read)
        await server.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
