# SPDX-License-Identifier: GPL-2.0-or-later
"""The bridge between the engine's thread and the windows'.

The Backend lives on an asyncio loop in a thread of its own. Its coroutines are
handed over there; results and notices come back as queued signals, so that no
window is ever touched from that thread and none ever waits for it.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PyQt6.QtCore import QObject, Qt, pyqtSignal

from snetgui.engine.backend import Backend, Decided, Notice
from snetgui.model import Decision, SnetError

from .telling import told

T = TypeVar("T")
Submit = Callable[[Coroutine[Any, Any, Any]], "Future[Any]"]
Failed = Callable[[SnetError], None]

MOST_DECISIONS = 2_000
"""Decisions that wait for the windows' thread; of more the oldest are left out."""

_log = logging.getLogger(__name__)


class Bridge(QObject):
    """Calls a Backend, and tells what happens there.

    `submit` hands a coroutine to the Backend's loop, from any thread.

    Signals (in the thread that the bridge was made in):
        noticed: a list of Notice, in order.
        lost: the engine tells nothing any more; why, in a sentence ("" when it
            ended as it should).
        failed: a call failed and its caller had no word of its own for it.
        decided: a list of Decision, oldest first, and how many before them were
            left out; only between listen() and unlisten().
    """

    noticed = pyqtSignal(list)
    lost = pyqtSignal(str)
    failed = pyqtSignal(str)
    decided = pyqtSignal(list, int)
    _came = pyqtSignal()
    _heard = pyqtSignal(object)
    _finished = pyqtSignal(object, object, object)
    _ended = pyqtSignal(object)

    def __init__(self, backend: Backend, submit: Submit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backend = backend
        self._submit = submit
        self._notices: deque[Notice] = deque()
        self._lock = threading.Lock()
        self._announced = False
        self._watching: Future[Any] | None = None
        self._inbox: _Inbox | None = None
        self._listening: Future[Any] | None = None
        # Queued even where a future was over before anyone asked; the stubs know no types.
        queued = Qt.ConnectionType.QueuedConnection
        self._came.connect(self._hand_out, queued)  # type: ignore[call-arg]
        self._finished.connect(self._on_finished, queued)  # type: ignore[call-arg]
        self._ended.connect(self._on_ended, queued)  # type: ignore[call-arg]
        self._heard.connect(self._hand_over, queued)  # type: ignore[call-arg]

    def watch(self) -> None:
        """Begin to tell what happens."""
        self._watching = self._submit(self._watch())
        self._watching.add_done_callback(self._ended.emit)

    def listen(self) -> None:
        """Begin to tell what is decided: it costs something with every decision."""
        if self._listening is None:
            self._inbox = _Inbox()
            self._listening = self._submit(self._listen(self._inbox))
            self._listening.add_done_callback(self._ended.emit)

    def unlisten(self) -> None:
        """Tell no more decisions; those that are on their way are dropped."""
        listening, self._listening, self._inbox = self._listening, None, None
        if listening is not None:
            listening.cancel()

    def stop(self) -> None:
        """Tell no more; what is on its way is dropped."""
        self.unlisten()
        watching, self._watching = self._watching, None
        if watching is not None:
            watching.cancel()

    def call(
        self,
        work: Coroutine[Any, Any, T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run a Backend's coroutine; tell its result, or what it reported, to one of these.

        Nothing is told once the engine's thread has ended: `lost` was.
        """
        try:
            future = self._submit(work)
        except RuntimeError:
            return
        future.add_done_callback(lambda over: self._finished.emit(over, done, failed))

    async def _watch(self) -> None:
        async for notice in self.backend.watch():
            with self._lock:
                self._notices.append(notice)
                first, self._announced = not self._announced, True
            if first:
                self._came.emit()

    async def _listen(self, inbox: _Inbox) -> None:
        async for notice in self.backend.watch(decisions=True):
            if isinstance(notice, Decided) and inbox.put(notice):
                self._heard.emit(inbox)

    def _hand_over(self, inbox: _Inbox) -> None:
        decisions, left_out = inbox.take()
        if inbox is self._inbox:
            self.decided.emit(decisions, left_out)

    def _hand_out(self) -> None:
        with self._lock:
            notices = list(self._notices)
            self._notices.clear()
            self._announced = False
        if self._watching is not None:
            self.noticed.emit(notices)

    def _on_finished(
        self, future: Future[Any], done: Callable[[Any], None] | None, failed: Failed | None
    ) -> None:
        try:
            result = future.result()
        except CancelledError:
            return
        except SnetError as error:
            _log.info("a call failed: %s", error)
            if failed is not None:
                failed(told(error))
            else:
                self.failed.emit(str(told(error)))
            return
        if done is not None:
            done(result)

    def _on_ended(self, future: Future[Any]) -> None:
        if future not in (self._watching, self._listening) or future.cancelled():
            return
        error = future.exception()
        if error is not None and not isinstance(error, SnetError):
            raise error
        if future is self._watching:  # who listens watches too, and one word is enough
            self.lost.emit(str(told(error)) if error is not None else "")


class _Inbox:
    """Decisions on their way from the Backend's thread to the windows'."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._decisions: deque[Decision] = deque(maxlen=MOST_DECISIONS)
        self._left_out = 0
        self._announced = False

    def put(self, notice: Decided) -> bool:
        """Take these; whether somebody must be told that there is something."""
        with self._lock:
            over = len(self._decisions) + len(notice.decisions) - MOST_DECISIONS
            self._left_out += notice.left_out + max(over, 0)
            self._decisions.extend(notice.decisions)
            first, self._announced = not self._announced, True
        return first

    def take(self) -> tuple[list[Decision], int]:
        """All that is here, and how many are not."""
        with self._lock:
            taken = list(self._decisions), self._left_out
            self._decisions.clear()
            self._left_out = 0
            self._announced = False
        return taken
