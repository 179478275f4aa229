# SPDX-License-Identifier: GPL-2.0-or-later
"""The question itself: icon, program, what it wants, and how it would talk."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snetgui.gui import words
from snetgui.gui.apps import App
from snetgui.gui.theme import em, scaled
from snetgui.model import Question

from .labels import plain_label, set_muted


class Header(QWidget):
    """Icon at the side; name, sentence and facets beneath each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets_text = ""
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._name = plain_label()
        self._name.setFont(scaled(self.font(), 1.45, bold=True))
        self._deed = plain_label()
        self._deed.setFont(scaled(self.font(), 1.25))
        self._facets = plain_label()
        lines = QVBoxLayout()
        lines.setSpacing(em(self, 0.12))
        for label in (self._name, self._deed, self._facets):
            lines.addWidget(label)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.9))
        row.addWidget(self._icon)
        row.addLayout(lines, 1)

    def show_question(self, question: Question, app: App) -> None:
        """Show who asks for what."""
        event, facts = question.event, question.facts
        side = em(self, 2.9)
        self._icon.setPixmap(app.icon.pixmap(side, side))
        self._icon.setFixedWidth(side)
        self._icon.setAccessibleName(
            words.translate("Prompt", "Icon of {program}").format(program=app.name)
        )
        self._name.setText(app.name)
        self._deed.setText(words.deed(event, facts))
        self._facets_text = words.facets(event, facts)
        set_muted(self._facets)
        self.setAccessibleName(words.sentence(app.name, event, facts))

    def set_calls(self, calls: int) -> None:
        """Say how many calls wait behind the question."""
        text = self._facets_text
        if calls > 1:
            waiting = words.translate("Prompt", "%Ln calls wait", "", calls)
            text = f"{text} · {waiting}"
        self._facets.setText(text)
