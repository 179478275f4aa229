# SPDX-License-Identifier: GPL-2.0-or-later
"""How snet stands: states, their icons and words, and the menu."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QImage
from pytestqt.qtbot import QtBot

from snetgui.gui.actions import Actions
from snetgui.gui.icons import app_icon, state_icon
from snetgui.gui.state import (
    State,
    counts,
    headline,
    next_minute_ms,
    particulars,
    state_of,
    time_left,
)
from snetgui.model import Action, Link, Mode, Status

from . import hand

MINUTE = 60_000_000_000
GOOD = Status(
    mode=Mode.ASK,
    link=Link.CONNECTED,
    source="kernel module 0.1.0",
    problem="",
    questions=0,
    missed=0,
    rules=0,
    decisions=0,
    delay_s=30,
    policy=Action.DENY,
)
GONE = replace(GOOD, link=Link.MISSING, source="", problem="The module is missing. Load it.")


@pytest.mark.parametrize(
    ("status", "waiting", "blocking", "state"),
    [
        (None, 0, False, State.DISCONNECTED),
        (GONE, 3, True, State.DISCONNECTED),
        (replace(GOOD, link=Link.BUSY), 0, False, State.DISCONNECTED),
        (GOOD, 0, False, State.ASKING),
        (GOOD, 1, True, State.WAITING),
        (GOOD, 0, True, State.BLOCKING),
        (replace(GOOD, mode=Mode.LEARN), 0, False, State.LEARNING),
        (replace(GOOD, mode=Mode.LOCK), 0, False, State.LOCKED),
        (replace(GOOD, mode=Mode.PAUSED), 0, False, State.PAUSED),
        (replace(GOOD, mode=Mode.PAUSED), 2, False, State.WAITING),
    ],
)
def test_state_of(status: Status | None, waiting: int, blocking: bool, state: State) -> None:
    assert state_of(status, waiting, blocking=blocking) is state


def test_each_state_has_words_of_its_own() -> None:
    said = {headline(state, GOOD, 2, 0) for state in State}
    assert len(said) == len(State)


@pytest.mark.parametrize(
    ("left_ns", "said"),
    [
        (5 * MINUTE, "5 min left"),
        (5 * MINUTE + 1, "6 min left"),
        (1, "1 min left"),
        (-9, "1 min left"),
        (60 * MINUTE, "60 min left"),
        (60 * MINUTE + 1, "1 h 1 min left"),
        (24 * 60 * MINUTE, "24 h 0 min left"),
    ],
)
def test_time_left(left_ns: int, said: str) -> None:
    paused = replace(GOOD, mode=Mode.PAUSED, mode_until_ns=10**15 + left_ns)
    assert time_left(paused, 10**15) == said
    assert said in headline(State.PAUSED, paused, 0, 10**15)
    learning = replace(paused, mode=Mode.LEARN)
    assert said in headline(State.LEARNING, learning, 0, 10**15)


def test_what_has_no_end_says_so() -> None:
    assert time_left(replace(GOOD, mode=Mode.PAUSED), 1) == "until you end it"
    assert "left" not in headline(State.LEARNING, replace(GOOD, mode=Mode.LEARN), 0, 1)
    assert next_minute_ms(GOOD, 1) is None and next_minute_ms(None, 1) is None


@given(st.integers(-MINUTE, 3 * 24 * 60 * MINUTE))
def test_the_next_minute_is_when_the_text_changes(left_ns: int) -> None:
    ends = replace(GOOD, mode=Mode.PAUSED, mode_until_ns=left_ns)
    wait_ms = next_minute_ms(ends, 0)
    assert wait_ms is not None and 0 < wait_ms <= 60_001
    now, before = time_left(ends, 0), time_left(ends, (wait_ms - 2) * 1_000_000)
    assert before == now or wait_ms < 2
    if left_ns > MINUTE:
        assert time_left(ends, wait_ms * 1_000_000) != now


def test_the_menu_counts_the_minutes_with_a_clock(qtbot: QtBot) -> None:
    now_ns = 0
    actions = Actions(clock=lambda: now_ns)
    qtbot.addWidget(actions.menu)
    paused = replace(GOOD, mode=Mode.PAUSED, mode_until_ns=MINUTE + 20_000_000)
    actions.show(paused, 0, blocking=False)
    assert "2 min left" in actions.headline.text()
    with qtbot.waitSignal(actions.minute_passed):
        now_ns = 30_000_000
    assert "1 min left" in actions.headline.text() and actions.awaits_minute
    assert "1 min left" in actions.pause_menu.title()
    actions.show(GOOD, 0, blocking=False)
    assert not actions.awaits_minute, "no wake-ups without a reason"


def test_particulars_are_the_problem_and_its_way_out() -> None:
    assert particulars(GONE) == GONE.problem
    assert "kernel module 0.1.0" in particulars(GOOD)
    assert particulars(None)
    assert counts(GOOD) and counts(None) == ""


@pytest.mark.usefixtures("qapp")
def test_icons_differ_without_colour() -> None:
    """In shades of grey, at the size of a panel, no two are alike."""

    def grey(state: State) -> QImage:
        image = state_icon(state).pixmap(22, 22).toImage()
        assert not image.isNull(), state
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    greys = {state: grey(state) for state in State}
    for one in State:
        for other in State:
            if one is not other:
                assert _differing(greys[one], greys[other]) > 25, (one, other)
    assert not app_icon().pixmap(48, 48).isNull()


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels differ for the eye."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
        for x in range(one.width())
        for y in range(one.height())
    )


def test_the_menu_says_how_things_are(qtbot: QtBot) -> None:
    actions = Actions()
    qtbot.addWidget(actions.menu)
    actions.show(replace(GOOD, missed=4, mode=Mode.LEARN), 2, blocking=False)
    assert "(2)" in actions.waiting.text() and "(4)" in actions.missed.text()
    assert actions.headline.text() == "2 questions wait for you"
    modes = {mode: action.isChecked() for mode, action in actions._of_mode.items()}
    assert modes == {Mode.ASK: False, Mode.LEARN: True, Mode.LOCK: False}
    actions.show(None, 0, blocking=False)
    assert not actions.waiting.isEnabled() and not actions.block.isEnabled()


def asked_for(actions: Actions) -> list[tuple[Mode, float | None]]:
    """The modes that are asked for from now on, with their seconds."""
    wanted: list[tuple[Mode, float | None]] = []
    actions.mode_wanted.connect(lambda mode, seconds: wanted.append((mode, seconds)))
    return wanted


def test_the_menu_asks_for_modes_and_pauses(qtbot: QtBot) -> None:
    actions = Actions()
    qtbot.addWidget(actions.menu)
    actions.show(GOOD, 0, blocking=False)
    wanted = asked_for(actions)
    for action in (*actions._of_mode.values(), *actions.pauses):
        action.trigger()
    assert wanted == [
        (Mode.ASK, None),
        (Mode.LEARN, None),
        (Mode.LOCK, None),
        (Mode.PAUSED, 300.0),
        (Mode.PAUSED, 900.0),
        (Mode.PAUSED, 3600.0),
    ]


def test_the_menu_has_its_keys(qtbot: QtBot) -> None:
    """The arrows pass over what can't be chosen, and lead into the pauses and out again."""
    actions = Actions()
    qtbot.addWidget(actions.menu)
    actions.show(GOOD, 0, blocking=False)
    wanted = asked_for(actions)
    blocked: list[bool] = []
    actions.block_wanted.connect(blocked.append)

    def choose(*keys: Qt.Key) -> None:
        actions.menu.popup(QPoint(0, 0))
        qtbot.waitUntil(actions.menu.isVisible)
        for key in (*keys, Qt.Key.Key_Return):
            at = actions.pause_menu if actions.pause_menu.isVisible() else actions.menu
            hand.key(at, key)
        assert not actions.menu.isVisible() and not actions.pause_menu.isVisible()

    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    choose(down, down, down)  # below missed questions and "ask": what waits can't be chosen now
    choose(*[down] * 5, Qt.Key.Key_Right, down)
    choose(*[down] * 5, Qt.Key.Key_Right, down, Qt.Key.Key_Left, down)
    assert wanted == [(Mode.LEARN, None), (Mode.PAUSED, 900.0)]
    assert blocked == [True]
    actions.show(GOOD, 1, blocking=False)
    with qtbot.waitSignal(actions.waiting.triggered, timeout=1000):
        choose(down)
    with qtbot.waitSignal(actions.quit.triggered, timeout=1000):
        choose(up)
