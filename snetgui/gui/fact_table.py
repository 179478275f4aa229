# SPDX-License-Identifier: GPL-2.0-or-later
"""A scrolled table of labels and selectable plain text, for text that may be anything."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from .prompt.labels import plain_label, set_muted
from .theme import em


class FactTable(QScrollArea):
    """Labels on the left, what is known on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these instead of those before; what has no text is not known and left out."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, em(self, 0.5), 0)
        grid.setHorizontalSpacing(em(self, 0.9))
        grid.setVerticalSpacing(em(self, 0.25))
        grid.setColumnStretch(1, 1)
        known = [(label, text) for label, text in facts if text]
        for row, (label, text) in enumerate(known):
            grid.addWidget(_label(label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(label, text), row, 1)
        grid.setRowStretch(len(known), 1)
        self.setWidget(table)
        self.updateGeometry()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_muted(label)
    return label


def _value(label: str, text: str) -> QLabel:
    value = plain_label()
    value.setText(_breakable(text))
    value.setAccessibleName(f"{label}: {text}")
    value.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return value


def _breakable(text: str) -> str:
    """Let a line break where a person would: after a slash, else every so often."""
    pieces = []
    for word in text.split(" "):
        run = word.replace("/", "/\u200b")
        if len(word) > 40:
            run = "\u200b".join(run[at : at + 24] for at in range(0, len(run), 24))
        pieces.append(run)
    return " ".join(pieces)
