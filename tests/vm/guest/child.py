# SPDX-License-Identifier: GPL-2.0-or-later
"""A program that makes calls: a forked process, so that many are cheap."""

import contextlib
import os
import pickle
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Self

from tests.vm.guest.waiting import PATIENCE, until

_CRASHED = 99


class Child:
    """A process running one function; what the function returns comes back.

    An OSError that the function raises comes back as its errno.
    """

    def __init__(self, function: Callable[[], Any], *, uid: int = 0) -> None:
        self._pipe, write_end = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if not self.pid:
            _live(function, write_end, uid)
        os.close(write_end)
        self.status: int | None = None

    def result(self, patience: float = PATIENCE) -> Any:
        """Return what the function returned, or the errno it failed with."""
        assert select.select([self._pipe], [], [], patience)[0], f"process {self.pid} is stuck"
        data = b"".join(iter(lambda: os.read(self._pipe, 65536), b""))
        self.join()
        assert data, f"process {self.pid} ended without a result: status {self.status}"
        return pickle.loads(data)

    def is_waiting(self) -> bool:
        """Whether it has not come back yet."""
        return not select.select([self._pipe], [], [], 0)[0]

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def join(self) -> int:
        """Wait for its end; returns the negated signal or the exit code."""
        until(self._reaped, f"end of process {self.pid}")
        assert self.status is not None
        return self.status

    def end(self) -> None:
        """Kill it if it still lives."""
        with contextlib.suppress(ProcessLookupError):
            if self.status is None:
                self.kill()
                self.join()
        os.close(self._pipe)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _reaped(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None


@contextlib.contextmanager
def children(count: int, function: Callable[[int], Any]) -> Iterator[list[Child]]:
    """Yield processes that each run the function with their number."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(Child(partial(function, number))) for number in range(count)]


def _live(function: Callable[[], Any], write_end: int, uid: int) -> None:
    """Be the child. Nothing of the parent's may stay open: an agent's socket, above all."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(write_end, 3)
        os.closerange(4, 1024)
        if uid:
            os.setresuid(uid, uid, uid)
        try:
            returned = function()
        except OSError as error:
            returned = error.errno
        os.write(3, pickle.dumps(returned))
        os._exit(0)
    except BaseException:  # noqa: BLE001  a forked process must not come back into pytest
        traceback.print_exc()
        os._exit(_CRASHED)
