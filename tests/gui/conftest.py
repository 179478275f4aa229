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
from pytestqt.qtbot import QtBot

from .kit import Held, held_engine
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


@pytest.fixture
def held() -> Iterator[Held]:
    """An engine over a kernel of memory."""
    with held_engine() as it:
        yield it


@pytest.fixture
def shown_rules(qtbot: QtBot, held: Held) -> Iterator[ShownRules]:
    """The rules window over that engine."""
    it = ShownRules(qtbot, held)
    yield it
    held.bridge.stop()
    it.window.hide()
