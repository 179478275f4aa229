# SPDX-License-Identifier: GPL-2.0-or-later
"""The size that a large window begins with."""

from __future__ import annotations

from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

_SHARE = 0.95


def fit_screen(window: QWidget, width: int, height: int) -> None:
    """Make it so large, in pixels, but not larger than the screen."""
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        room = screen.availableSize() * _SHARE
        width, height = min(width, room.width()), min(height, room.height())
    window.resize(width, height)
