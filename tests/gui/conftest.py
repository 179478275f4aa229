# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets are tested without a screen; the app as a whole has an X server of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
os.environ.setdefault("LC_ALL", "C.UTF-8")

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.gui.language import speak

from .desks import desk, wayland_desk, x_desk  # noqa: F401  (fixtures)
from .history_kit import (
    PAST_ROWS,
    ShownHistory,
    copied,
    day,
    now,
    remembering,
    write_history,
)
from .kit import Held, held_engine
from .prompt_kit import asked  # noqa: F401  (fixture)
from .rules_kit import ShownRules


@pytest.fixture(autouse=True)
def no_real_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's who runs the tests is read or written."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SNET_DATA_DIR", raising=False)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "run"))


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """English has its plurals from a file like any other language."""
    speak(qapp)


@pytest.fixture
def held() -> Iterator[Held]:
    """An engine over a kernel of memory."""
    with held_engine() as it:
        yield it


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history of some thousand decisions; to be copied."""
    folder = tmp_path_factory.mktemp("past")
    write_history(folder, list(day(PAST_ROWS, now())))
    return folder


@pytest.fixture(scope="module")
def past_engine(tmp_path_factory: pytest.TempPathFactory, past: Path) -> Iterator[Held]:
    """An engine that remembers all that; shared, so nothing is to be decided or changed in it."""
    folder = copied(past, tmp_path_factory.mktemp("engine") / "data")
    with remembering(folder) as held:
        yield held


@pytest.fixture
def shown_past(qtbot: QtBot, past_engine: Held) -> Iterator[ShownHistory]:
    """The history's window over it, open."""
    it = ShownHistory(qtbot, past_engine)
    it.open()
    yield it
    it.close()


@pytest.fixture
def shown_rules(qtbot: QtBot, held: Held) -> Iterator[ShownRules]:
    """The rules window over that engine."""
    it = ShownRules(qtbot, held)
    yield it
    held.bridge.stop()
    it.window.hide()
