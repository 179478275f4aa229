# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of the history, for the gallery: over a real engine and a real history file."""

from __future__ import annotations

import functools
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from PyQt6.QtCore import QItemSelectionModel, Qt
from PyQt6.QtWidgets import QApplication, QWidget

from snetgui.gui.apps import Apps
from snetgui.gui.history.wanted import Kind, Wanted
from snetgui.gui.history.window import HistoryWindow
from snetgui.model import Action, Birth, Conditions, Decision, Rule, TextMatch

from .history_kit import HABITS, copied, day, nasty, now, remembering, write_history
from .kit import Held

MANY = 10_000
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@functools.cache
def past(kind: str) -> tempfile.TemporaryDirectory[str]:
    """A folder with a history, written once."""
    made: dict[str, Callable[[], Iterable[Decision]]] = {
        "many": lambda: day(MANY, now()),
        "some": lambda: day(500, now()),
        "hostile": lambda: nasty(60, now()),
        "none": lambda: (),
    }
    folder = tempfile.TemporaryDirectory()
    write_history(Path(folder.name), list(made[kind]()))
    return folder


def opened(stack: ExitStack, kind: str, *, large: bool = True) -> HistoryWindow:
    """The window, when all of it is read."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    held = stack.enter_context(remembering(copied(Path(past(kind).name), folder / "data")))
    add_rules(held)
    window = HistoryWindow(held.bridge, Apps())
    stack.callback(window.stop)
    window.resize(1340 if large else 1000, 760)
    window.show()
    until_read(window)
    return window


def add_rules(held: Held) -> None:
    """Rules for the first habits, so that decisions can name theirs."""
    for habit in HABITS[:3]:
        name = f"{habit.exe.rsplit('/', 1)[-1]} → {habit.host}"
        conditions = Conditions(exe=TextMatch(habit.exe))
        made = Rule(name=name, action=habit.action, conditions=conditions, birth=Birth(now()))
        held.get(held.backend.add_rule(made))


def until_read(window: HistoryWindow) -> None:
    """Wait until what was asked is on the screen."""
    end = time.monotonic() + 60
    while not window._rows.read_once or window._rows.busy or window._overview.busy:
        assert time.monotonic() < end, "the window reads for ever"
        QApplication.processEvents()
        time.sleep(0.005)


def select(window: HistoryWindow, row: int) -> None:
    selection = window._view.selectionModel()
    assert selection is not None
    selection.setCurrentIndex(window._model.index(row, 0), SELECT)


def many(stack: ExitStack) -> QWidget:
    return opened(stack, "many")


def empty(stack: ExitStack) -> QWidget:
    return opened(stack, "none")


def details(stack: ExitStack) -> QWidget:
    window = opened(stack, "some")
    select(window, 2)
    window._open_details(on=True)
    return window


def hostile(stack: ExitStack) -> QWidget:
    window = opened(stack, "hostile")
    select(window, 1)
    window._open_details(on=True)
    return window


def filtered(stack: ExitStack) -> QWidget:
    window = opened(stack, "many")
    window._filters.want(
        Wanted(search="firefox", action=Action.DENY, port=443, program=HABITS[0].exe)
    )
    until_read(window)
    window._totals.setCurrentIndex(1)
    return window


def asking(stack: ExitStack) -> QWidget:
    """A filter is being typed, and a time chosen in the plot."""
    window = opened(stack, "many", large=False)
    window._filters.entry.begin(Kind.PORT)
    window._filters.entry.line.setText("70000")
    window._filters.entry.take()
    plot = window._plot
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    plot._anchor, plot._cursor = len(plot.bars) - 20, len(plot.bars) - 8
    plot._tell()
    return window


def held_back(stack: ExitStack) -> QWidget:
    """Scrolled down, while new ones came; and an export is under way."""
    window = opened(stack, "many", large=False)
    scroll = window._view.verticalScrollBar()
    assert scroll is not None
    scroll.setValue(40)
    window._feed._count = 12
    window._show_live()
    window._exporting.bar.show_progress(3_000, 10_000)
    return window


def no_match(stack: ExitStack) -> QWidget:
    window = opened(stack, "some")
    window._filters.search.setText("no such thing")
    until_read(window)
    return window


SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "history": many,
    "history-details": details,
    "history-hostile": hostile,
    "history-filtered": filtered,
    "history-asking": asking,
    "history-held": held_back,
    "history-empty": empty,
    "history-none": no_match,
}
FEW = ["history", "history-details", "history-hostile"]
