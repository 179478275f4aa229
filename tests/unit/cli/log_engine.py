# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine that decides what it is told to, in a process of its own, offered to other programs.

python -m tests.unit.cli.log_engine FOLDER: prints "ready"; for each line that it
reads, the path of a program, that program makes a call, which is allowed; ends
when its input does. "-" for FOLDER keeps no history, and is offered as that of
SNET_DATA_DIR.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import time
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

from snetgui.bus.offer import offered
from snetgui.engine.assemble import forgetful, standalone
from snetgui.engine.engine import Engine, Parts
from snetgui.model import Mode
from snetgui.source.recording import RecordingSource

from .samples import event

_FIRST = time.time_ns()


def make(source: RecordingSource, folder: str) -> AbstractAsyncContextManager[Engine]:
    parts = Parts(mode=Mode.PAUSED)
    if folder == "-":
        return forgetful(source, parts=parts)
    return standalone(source, directory=Path(folder), parts=parts)


async def main(folder: str) -> None:
    source = RecordingSource()
    async with (
        make(source, folder) as engine,
        offered(engine, None if folder == "-" else Path(folder)) as there,
    ):
        print("ready" if there else "not offered", flush=True)
        for number in itertools.count(_FIRST):
            line = await asyncio.to_thread(sys.stdin.readline)
            if not line:
                return
            now = time.monotonic_ns()
            call = event(number, exe=line.rstrip("\n"))
            source.raise_event(replace(call, raised_ns=now, deadline_ns=now + 30_000_000_000))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
