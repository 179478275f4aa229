# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and first start, for the gallery."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PyQt6.QtWidgets import QWidget

from snetgui.gui.first.window import FirstWindow
from snetgui.gui.settings.autostart import Autostart
from snetgui.gui.settings.own_store import OwnStore
from snetgui.gui.settings.window import SettingsWindow

from .kit import held_engine

COMMAND = ("/usr/bin/snet-gui", "--standalone")


def settings(stack: ExitStack, page: int, wrong: str = "") -> QWidget:
    """The window over a real engine, at one of its pages."""
    held = stack.enter_context(held_engine(deny=True))
    home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    autostart = Autostart(COMMAND, {"XDG_CONFIG_HOME": str(home)})
    autostart.switch(True)
    window = SettingsWindow(held.bridge, OwnStore(home / "gui.conf"), autostart)
    window.show_status(held.get(held.backend.status()))
    window._names.setCurrentRow(page)
    if wrong:
        window._engine.refused.emit(wrong, "The verdict delay must be 1 to 600 seconds.")
    return window


def first(stack: ExitStack, steps: int) -> QWidget:
    """The first start after so many presses of its button."""
    held = stack.enter_context(held_engine(deny=True))
    home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    autostart = Autostart(COMMAND, {"XDG_CONFIG_HOME": str(home)})
    window = FirstWindow(held.bridge, autostart)
    window.begin_anew(held.get(held.backend.status()), fresh=True, tray=True)
    for _step in range(steps):
        window._next.click()
    return window


SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "settings": lambda stack: settings(stack, 0),
    "settings-refused": lambda stack: settings(stack, 0, "delay_s"),
    "settings-history": lambda stack: settings(stack, 1),
    "settings-desktop": lambda stack: settings(stack, 2),
    "first": lambda stack: first(stack, 0),
    "first-matters": lambda stack: first(stack, 1),
    "first-summary": lambda stack: first(stack, 2),
    "first-done": lambda stack: first(stack, 3),
}
FEW = ["settings", "settings-desktop", "first", "first-summary"]
