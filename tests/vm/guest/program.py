# SPDX-License-Identifier: GPL-2.0-or-later
"""A program that runs beside the test, and what it has said so far."""

import json
import os
import select
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGTERM
from typing import Any, Self

from tests.vm.guest.waiting import PATIENCE


class Program:
    """Started in a session of its own, killed at the latest at the end of its `with`.

    Args:
        terminal: what its /dev/tty and standard input shall be.
    """

    def __init__(self, command: Sequence[str | Path], *, terminal: int | None = None) -> None:
        leader = ["setsid"] if terminal is None else ["setsid", "--ctty"]
        self._popen = subprocess.Popen(
            [*leader, *command],
            stdin=subprocess.DEVNULL if terminal is None else terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._popen.stdout is not None
        assert self._popen.stderr is not None
        self._pipes = {"out": self._popen.stdout, "err": self._popen.stderr}
        self._text = {"out": b"", "err": b""}
        for pipe in self._pipes.values():
            os.set_blocking(pipe.fileno(), False)

    @property
    def out(self) -> str:
        """What it wrote to standard output so far."""
        return self._text["out"].decode()

    @property
    def err(self) -> str:
        """What it wrote to standard error so far."""
        return self._text["err"].decode()

    @property
    def json(self) -> list[dict[str, Any]]:
        """The whole lines of its output, each a JSON object."""
        return [json.loads(line) for line in self.out.split("\n")[:-1]]

    def read(self) -> None:
        """Take what it has written."""
        for name, pipe in self._pipes.items():
            self._text[name] += pipe.read() or b""

    def wait_for(self, what: str, stream: str = "out") -> None:
        """Wait until it has written this."""
        deadline = time.monotonic() + PATIENCE
        while what not in self._text[stream].decode():
            assert time.monotonic() < deadline, f"{what!r} not in {self._text}"
            assert self._popen.poll() is None, f"ended: {self._text}"
            select.select(list(self._pipes.values()), [], [], 0.1)
            self.read()

    def end(self, number: int = SIGTERM) -> int:
        """Send a signal; returns the exit code."""
        self._popen.send_signal(number)
        return self.wait()

    def wait(self) -> int:
        """Wait for its end; returns the exit code."""
        code = self._popen.wait(PATIENCE)
        self.read()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            self._popen.kill()
        self._popen.wait()
        for pipe in self._pipes.values():
            pipe.close()
