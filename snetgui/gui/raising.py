# SPDX-License-Identifier: GPL-2.0-or-later
"""Showing windows that the person asked for."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget


def bring_up(window: QWidget) -> None:
    """Show a window in front, with the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
