# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine in a thread of its own, driven from this one."""

from __future__ import annotations

import queue
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from snetgui.engine.assemble import standalone
from snetgui.engine.backend import Backend, Notice, QuestionGone, QuestionOpened, StatusChanged
from snetgui.engine.thread import EngineThread
from snetgui.model import Action, Answer, Link, UnknownQuestion
from snetgui.source.recording import RecordingSource

from .world import PATIENCE_S, make_event


@pytest.fixture
def source() -> RecordingSource:
    return RecordingSource(timers=False)


@pytest.fixture
def thread(source: RecordingSource, tmp_path: Path) -> Iterator[EngineThread]:
    running = EngineThread(lambda: standalone(source, directory=tmp_path))
    running.start()
    yield running
    running.stop()
    assert "snet-engine" not in {other.name for other in threading.enumerate()}


def test_question_comes_and_answer_goes_between_threads(
    source: RecordingSource, thread: EngineThread
) -> None:
    notices: queue.Queue[Notice] = queue.Queue()
    thread.watch(notices.put)
    while True:
        notice = notices.get(timeout=PATIENCE_S)
        if isinstance(notice, StatusChanged) and notice.status.link is Link.CONNECTED:
            break

    async def raise_() -> None:
        source.raise_event(make_event(1))

    thread.submit(raise_()).result(PATIENCE_S)
    while not isinstance(notice := notices.get(timeout=PATIENCE_S), QuestionOpened):
        pass
    answer = thread.backend.answer(notice.question.id, Answer(Action.DENY))
    thread.submit(answer).result(PATIENCE_S)
    while not isinstance(notices.get(timeout=PATIENCE_S), QuestionGone):
        pass
    with pytest.raises(UnknownQuestion):
        thread.submit(thread.backend.extend(notice.question.id)).result(PATIENCE_S)


def test_watching_stops_when_told(thread: EngineThread) -> None:
    notices: queue.Queue[Notice] = queue.Queue()
    stop = thread.watch(notices.put)
    notices.get(timeout=PATIENCE_S)
    stop()
    assert thread.submit(thread.backend.status()).result(PATIENCE_S).questions == 0


def test_failed_start_is_raised_where_start_was_called() -> None:
    @asynccontextmanager
    async def broken() -> AsyncIterator[Backend]:
        raise OSError("no such luck")
        yield  # pragma: no cover

    with pytest.raises(OSError, match="no such luck"):
        EngineThread(broken).start()


def test_nothing_is_taken_once_it_is_stopped(source: RecordingSource, tmp_path: Path) -> None:
    running = EngineThread(lambda: standalone(source, directory=tmp_path))
    running.start()
    backend = running.backend
    running.stop()
    running.stop()
    with pytest.raises(RuntimeError):
        running.submit(backend.status())
    with pytest.raises(RuntimeError):
        _ = running.backend
