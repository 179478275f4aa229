# SPDX-License-Identifier: GPL-2.0-or-later
"""How far an export is, and the way to stop it."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.theme import em
from snetgui.gui.words import translate

from .plot_texts import number_text

_WHOLE = 1_000


class ExportBar(QWidget):
    """Shown while something is exported.

    Signals:
        cancel_wanted: it shall stop.
    """

    cancel_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label(wrap=False)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(em(self, 16))
        show_edges(self._progress)
        self.cancel = QPushButton(translate("History", "Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setAccessibleName(translate("History", "Cancel the export"))
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.6))
        row.addWidget(self._text, 1)
        row.addWidget(self._progress)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many are written; -1: nobody knows of how many."""
        if total < 0:
            text = translate("History", "Exporting: %Ln decisions", "", done)
            self._progress.setRange(0, 0)
        else:
            text = translate("History", "Exporting: {n} of %Ln decisions", "", total)
            self._progress.setRange(0, _WHOLE)
            self._progress.setValue(_WHOLE * done // max(total, 1))
        self._text.setText(text.format(n=number_text(done)))
        self._progress.setAccessibleName(self._text.text())
        self.show()
