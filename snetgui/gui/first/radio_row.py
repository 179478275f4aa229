# SPDX-License-Identifier: GPL-2.0-or-later
"""One of several ways to begin: its name, and what it means, all of it a button."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.settings.row import text_indent
from snetgui.gui.theme import em, scaled


class RadioRow(QWidget):
    """A radio button with a sentence below it."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.button = QRadioButton(title)
        self.button.setFont(scaled(self.button.font(), 1.0, bold=True))
        self.button.setAccessibleDescription(hint)
        show_edges(self.button)
        text = plain_label()
        text.setText(hint)
        set_muted(text)
        text.setContentsMargins(text_indent(self.button), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.9), em(self, 0.7), em(self, 0.9), em(self, 0.7))
        column.setSpacing(em(self, 0.15))
        column.addWidget(self.button)
        column.addWidget(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """The sentence can be clicked like the name."""
        super().mouseReleaseEvent(event)
        if event is not None and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
