# SPDX-License-Identifier: GPL-2.0-or-later
"""A bar at a window's edge: what was just done, or went wrong, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from .prompt.labels import plain_label
from .telling import fit
from .theme import em, tones
from .words import translate

_TEXT_MOST = 300


class NoticeBar(QWidget):
    """One sentence, at most one thing to do about it, and a way to close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[], None] | None = None
        self._text = plain_label()
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(translate("Notice", "Close"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.7), em(self, 0.35), em(self, 0.4), em(self, 0.35))
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, label: str = "", do: Callable[[], None] | None = None) -> None:
        """Say this, and offer that."""
        self._text.setText(fit(text, _TEXT_MOST))
        self._text.setAccessibleName(text)
        self._button.setText(label)
        self._button.setVisible(do is not None)
        self._do = do
        self.show()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """A ground that differs from the window's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tones(self.palette())
        painter.setPen(QColor(colours.accent))
        painter.setBrush(colours.accent_soft)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), em(self, 0.35), em(self, 0.35))

    def _on_button(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()
