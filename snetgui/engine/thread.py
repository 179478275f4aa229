# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine in a thread of its own, for programs whose main thread has another loop."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import threading
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

from .backend import Backend, Notice

STOP_S = 15.0  # what is not written down by then is given up

T = TypeVar("T")
_log = logging.getLogger(__name__)


class EngineThread:
    """Runs a Backend's context in a thread; others hand in coroutines.

    thread = EngineThread(lambda: standalone(source))
    thread.start()
    thread.watch(tell)
    thread.submit(thread.backend.status()).result()
    thread.stop()
    """

    def __init__(self, make: Callable[[], AbstractAsyncContextManager[Backend]]) -> None:
        """Make is called in the thread; what it gives is entered and left there."""
        self._make = make
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._backend: Backend | None = None
        self._end: asyncio.Event | None = None
        self._ready: concurrent.futures.Future[None] = concurrent.futures.Future()

    @property
    def backend(self) -> Backend:
        """Its methods' coroutines are for submit() only."""
        if self._backend is None:
            raise RuntimeError("the engine's thread does not run: start() comes first")
        return self._backend

    def start(self) -> None:
        """Start and wait until the backend is there; raises what kept it from being so."""
        self._thread = threading.Thread(target=self._run, name="snet-engine", daemon=True)
        self._thread.start()
        try:
            self._ready.result()
        except BaseException:
            self._thread.join()
            raise

    def submit(self, work: Coroutine[Any, Any, T]) -> concurrent.futures.Future[T]:
        """Run a coroutine in the thread. Raises RuntimeError if it does not run (any more)."""
        loop = self._loop
        if loop is None or self._backend is None:
            work.close()
            raise RuntimeError("the engine's thread does not run")
        return asyncio.run_coroutine_threadsafe(work, loop)

    def watch(
        self, tell: Callable[[Notice], None], *, decisions: bool = False
    ) -> Callable[[], None]:
        """Call tell for each notice, in the thread, until the returned function is called."""
        watching = self.submit(self._watch(tell, decisions=decisions))
        watching.add_done_callback(_report)

        def stop_watching() -> None:
            watching.cancel()

        return stop_watching

    def stop(self) -> None:
        """Leave the backend's context and wait for the thread. Stopping twice is fine."""
        thread, loop, end = self._thread, self._loop, self._end
        if thread is None:
            return
        if loop is not None and end is not None and not loop.is_closed():
            loop.call_soon_threadsafe(end.set)
        thread.join(STOP_S)
        self._thread = None

    async def _watch(self, tell: Callable[[Notice], None], *, decisions: bool) -> None:
        async for notice in self.backend.watch(decisions=decisions):
            tell(notice)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)
        finally:
            self._backend = self._loop = None

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        async with self._make() as backend:
            self._backend = backend
            self._ready.set_result(None)
            await self._end.wait()
            self._backend = None  # nothing new is begun while it ends


def _report(watching: concurrent.futures.Future[None]) -> None:
    if not watching.cancelled() and (error := watching.exception()) is not None:
        _log.error("a watcher of the engine failed and is told no more", exc_info=error)
