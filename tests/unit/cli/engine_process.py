# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine in a process of its own, over the files of a folder, offered to the user's programs.

python -m tests.unit.cli.engine_process FOLDER: prints "ready", ends when its
input does.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from snetgui.bus.offer import offered
from snetgui.engine.assemble import standalone
from snetgui.source.recording import RecordingSource


async def main() -> None:
    folder = Path(sys.argv[1])
    async with (
        standalone(RecordingSource(), directory=folder) as engine,
        offered(engine, folder) as there,
    ):
        print("ready" if there else "not offered", flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
