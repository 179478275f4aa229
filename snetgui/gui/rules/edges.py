# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of entries and boxes that can be seen on a dark ground too."""

from __future__ import annotations

from PyQt6.QtGui import QGuiApplication, QPalette
from PyQt6.QtWidgets import QWidget

from snetgui.gui.theme import is_dark, mix


def show_edges(widget: QWidget) -> None:
    """Make the edge stand out: Fusion draws it darker than the window, wherever it is."""
    palette = QGuiApplication.palette()
    if is_dark(palette):
        text, window = palette.windowText().color(), palette.window().color()
        palette.setColor(QPalette.ColorRole.Window, mix(text, window, 0.6))
    if widget.palette() != palette:
        widget.setPalette(palette)
