# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges of entries and boxes that can be seen on a dark ground too."""

from __future__ import annotations

from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QWidget

from snetgui.gui.following import paint_role
from snetgui.gui.theme import Tones, luminance, mix


def show_edges(widget: QWidget) -> None:
    """Make the edge stand out: Fusion draws it darker than the window, wherever it is."""
    paint_role(widget, QPalette.ColorRole.Window, _edge)


def _edge(colours: Tones) -> QColor | None:
    """What Fusion makes its edge of; on a light ground its own does."""
    dark = luminance(colours.window) < luminance(colours.text)
    return mix(colours.text, colours.window, 0.6) if dark else None
