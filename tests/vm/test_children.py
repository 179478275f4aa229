# SPDX-License-Identifier: GPL-2.0-or-later
"""The end of a run from outside: nothing that it started stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

_RUN = """
import subprocess, threading
from tests.vm.cli import on_sigterm
on_sigterm()
program = ["sh", "-c", "sleep 600 & echo $!; wait"]
work = threading.Thread(target=subprocess.run, args=(program,))
work.start()
work.join()
"""


def test_sigterm_ends_what_runs_in_threads_too() -> None:
    with subprocess.Popen([sys.executable, "-c", _RUN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        sleeper = int(run.stdout.readline())
        os.kill(sleeper, 0)
        run.terminate()
        assert run.wait(30) == 128 + signal.SIGTERM
        deadline = time.monotonic() + 30
        while _runs(sleeper) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not _runs(sleeper)


def _runs(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
