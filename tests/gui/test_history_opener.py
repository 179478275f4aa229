# SPDX-License-Identifier: GPL-2.0-or-later
"""The history in the app: made when it is wanted, told what happens, leading to the rules."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from snetgui.gui.desktop import Desktop

from .history_kit import WAIT_MS
from .kit import Held, rule


@pytest.fixture
def desktop(qtbot: QtBot, held: Held) -> Iterator[Desktop]:
    it = Desktop(held.bridge)
    it.start()
    yield it
    it.stop()
    for window in (it.prompt, it.rules, it.missed, it.status, it.history.window):
        if window is not None:
            qtbot.addWidget(window)


def test_the_app_knows_nothing_of_it_before_it_is_wanted() -> None:
    """What the window needs costs memory that who never looks need not pay."""
    code = (
        "import sys; import snetgui.gui.main; "
        "print([name for name in sys.modules if name.startswith('snetgui.gui.history.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "history.opener" in done.stdout
    for name in ("window", "plot", "totals", "details", "rows"):
        assert f"history.{name}" not in done.stdout


LOADED = (
    "import os, sys; os.environ['PYQTGRAPH_QT_LIB'] = 'PySide6'; hook = sys.excepthook; "
    "import snetgui.gui.main, snetgui.gui.desktop; "
    "known = {'numpy', 'pyqtgraph'}; print(sorted(known & sys.modules.keys())); "
    "import snetgui.gui.history.window; print(sorted(known & sys.modules.keys())); "
    "print(sys.excepthook is hook, os.environ['PYQTGRAPH_QT_LIB'], 'PySide6' in sys.modules)"
)


def test_numpy_and_pyqtgraph_are_loaded_with_the_window_and_change_nothing_else() -> None:
    """The tray alone is to be small; and a fault in it is to be seen after that too."""
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    before, after, rest = done.stdout.splitlines()
    assert before == "[]"
    assert after == "['numpy', 'pyqtgraph']"
    assert rest == "True PySide6 False"


def test_the_menu_opens_it_and_it_shows_the_rule(
    qtbot: QtBot, desktop: Desktop, held: Held
) -> None:
    assert desktop.history.window is None
    desktop.actions.history.trigger()
    window = desktop.history.window
    assert window is not None and window.isVisible()
    desktop.actions.history.trigger()
    assert desktop.history.window is window, "one is enough"
    made = held.get(held.backend.add_rule(rule()))
    window.rule_wanted.emit(made.id)
    assert desktop.rules.isVisible()
    qtbot.waitUntil(lambda: desktop.rules._model.rowCount() == 1, timeout=WAIT_MS)


def test_it_hears_of_rules_and_of_the_engines_end(
    qtbot: QtBot, desktop: Desktop, held: Held
) -> None:
    desktop.actions.history.trigger()
    window = desktop.history.window
    assert window is not None
    window._names.name(1)
    qtbot.waitUntil(lambda: window._names.is_gone(1), timeout=WAIT_MS)
    held.get(held.backend.add_rule(rule()))
    qtbot.waitUntil(lambda: bool(window._names._old), timeout=WAIT_MS)
    held.thread.stop()
    qtbot.waitUntil(lambda: "ended" in window._live.state, timeout=WAIT_MS)
