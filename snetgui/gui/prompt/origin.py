# SPDX-License-Identifier: GPL-2.0-or-later
"""Who asks: the program's file, its process and user."""

from __future__ import annotations

from PyQt6.QtWidgets import QVBoxLayout, QWidget

from snetgui.gui import words
from snetgui.gui.apps import is_system
from snetgui.gui.theme import em
from snetgui.model import Question

from .labels import plain_label, set_muted


class Origin(QWidget):
    """The path in full view: a name can be anything, and look like another program's.

    A file where anybody could have put it says so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = plain_label()
        self._path.setObjectName("path")
        self._who = plain_label()
        set_muted(self._who)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(em(self, 0.1))
        lines.addWidget(self._path)
        lines.addWidget(self._who)

    def show_question(self, question: Question) -> None:
        """Show who asks this."""
        path = words.exe_text(question.event)
        exe = question.event.process.exe
        self._path.setText(path if not exe or is_system(exe) else words.not_of_system(path))
        self._path.setAccessibleName(
            words.translate("Prompt", "Program file: {path}").format(path=self._path.text())
        )
        self._who.setText(words.origin(question.event, question.facts))
