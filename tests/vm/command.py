# SPDX-License-Identifier: GPL-2.0-or-later
"""Run a program and show its output only when it fails."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


class CommandError(Exception):
    """A program failed; the text holds the command line and what it printed."""


def run(
    argv: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Run to the end and return both outputs together."""
    done = subprocess.run(
        argv,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CommandError(f"{' '.join(argv)}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


def retry(argv: Sequence[str], *, cwd: Path | None = None, times: int = 4) -> str:
    """Run something that needs the network: try again, each time after a longer pause."""
    for attempt in range(1, times):
        try:
            return run(argv, cwd=cwd)
        except CommandError:
            time.sleep(5 * attempt)
    return run(argv, cwd=cwd)
