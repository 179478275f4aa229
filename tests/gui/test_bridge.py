# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls and notices across two threads."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import QuestionOpened, StatusChanged
from snetgui.model import Action, Answer, Mode, SnetError, UnknownQuestion

from .kit import WAIT_S, Held, internet

WAIT_MS = round(WAIT_S * 1000)


def test_a_result_comes_back_to_the_windows_thread(qtbot: QtBot, held: Held) -> None:
    came: list[tuple[Any, threading.Thread]] = []
    held.bridge.call(
        held.backend.status(), lambda status: came.append((status, threading.current_thread()))
    )
    assert came == [], "not before the event loop runs"
    qtbot.waitUntil(lambda: bool(came), timeout=WAIT_MS)
    assert came[0][0].mode is Mode.ASK
    assert came[0][1] is threading.main_thread()


def test_what_the_engine_reports_goes_to_who_asked(qtbot: QtBot, held: Held) -> None:
    came: list[SnetError] = []
    held.bridge.call(held.backend.answer(99, Answer(Action.ALLOW)), failed=came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=WAIT_MS)
    assert isinstance(came[0], UnknownQuestion)


def test_what_nobody_asked_for_is_told_to_all(qtbot: QtBot, held: Held) -> None:
    with qtbot.waitSignal(held.bridge.failed, timeout=WAIT_MS) as told:
        held.bridge.call(held.backend.answer(99, Answer(Action.ALLOW)))
    assert "99" in told.args[0]


def test_every_notice_comes_once(qtbot: QtBot, held: Held) -> None:
    batches: list[list[Any]] = []
    held.bridge.noticed.connect(batches.append)
    held.bridge.watch()
    qtbot.waitUntil(lambda: bool(batches), timeout=WAIT_MS)
    assert isinstance(batches[0][0], StatusChanged)
    for port in range(1, 101):
        held.raised(to=internet("192.0.2.1", port))

    def opened() -> list[int]:
        notices = [notice for batch in batches for notice in batch]
        return [n.question.event.id for n in notices if isinstance(n, QuestionOpened)]

    qtbot.waitUntil(lambda: len(opened()) == 100, timeout=WAIT_MS)
    assert sorted(opened()) == list(range(1, 101))


def test_after_stop_nothing_is_told(qtbot: QtBot, held: Held) -> None:
    batches: list[list[Any]] = []
    held.bridge.noticed.connect(batches.append)
    held.bridge.watch()
    qtbot.waitUntil(lambda: bool(batches), timeout=WAIT_MS)
    held.bridge.stop()
    batches.clear()
    held.raised()
    qtbot.wait(50)
    assert batches == []


def test_the_engines_end_is_told(qtbot: QtBot, held: Held) -> None:
    held.bridge.watch()
    with qtbot.waitSignal(held.bridge.lost, timeout=WAIT_MS) as told:
        held.thread.stop()
    assert told.args == [""]


@pytest.mark.parametrize("times", [1, 50])
def test_many_calls_all_come_back(qtbot: QtBot, held: Held, times: int) -> None:
    came: list[Any] = []
    for _ in range(times):
        held.bridge.call(held.backend.status(), came.append)
    qtbot.waitUntil(lambda: len(came) == times, timeout=WAIT_MS)
