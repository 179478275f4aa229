# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine over a file system that is full, until it has room again.

python -m tests.unit.engine.full_disk FOLDER; prints one JSON object.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from .test_history_faults import QUICK, place


async def main(folder: Path) -> None:
    ballast = folder / "ballast"
    async with place(folder, replace(QUICK, queue=50_000)) as here:
        ballast.write_bytes(bytes(700_000))
        while not here.log._watched.trouble:
            await here.decide(100)
            await asyncio.sleep(0.005)
        warning = await here.warning()
        ballast.unlink()
        await here.until_written()
        healed = (await here.here.engine.status()).warnings
        decided = here.here.engine.judge.ledger.decided
    with closing(sqlite3.connect(here.path)) as raw:
        (rows,) = raw.execute("SELECT count(*) FROM decisions").fetchone()
    print(json.dumps({"warning": warning, "healed": healed, "decided": decided, "rows": rows}))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
