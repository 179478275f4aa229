# SPDX-License-Identifier: GPL-2.0-or-later
"""Threads for what may block for good: reads that a hostile process can stall."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Job:
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    call: Callable[[], Any]


class Workers:
    """A bounded pool of daemon threads.

    Not concurrent.futures: that one waits at exit for its threads, and a thread
    that reads the memory of a process which has stalled it (a FUSE mapping,
    userfaultfd(2)) comes back only when that process is gone.
    """

    def __init__(self, name: str, most: int) -> None:
        self._name = name
        self._most = most
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._busy = 0  # jobs that are queued or run

    async def run(self, call: Callable[[], T]) -> T:
        """Run it in a thread; cancelling the wait does not stop the call."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        with self._lock:
            self._busy += 1
            if self._busy > self._threads and self._threads < self._most:
                self._threads += 1
                threading.Thread(target=self._work, name=self._name, daemon=True).start()
        self._jobs.put(_Job(loop, future, call))
        return await future

    def close(self) -> None:
        """Let idle threads end; stalled ones end with their process."""
        with self._lock:
            for _ in range(self._threads):
                self._jobs.put(None)
            self._threads = 0

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            result, error = None, None
            try:
                result = job.call()
            except BaseException as caught:  # noqa: BLE001 - handed to who waits for it
                error = caught
            with self._lock:
                self._busy -= 1
            _deliver(job, result, error)


def _deliver(job: _Job, result: Any, error: BaseException | None) -> None:
    def settle() -> None:
        if job.future.cancelled():
            return
        if error is not None:
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    try:
        job.loop.call_soon_threadsafe(settle)
    except RuntimeError:
        return  # the loop has closed: nobody waits any more
