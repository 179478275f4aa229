# SPDX-License-Identifier: GPL-2.0-or-later
"""A table that says so when it is empty, and stays quick however long it is."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PyQt6.QtWidgets import QAbstractItemView, QTableView, QWidget

from .rules.edges import show_edges
from .theme import em, tones


class Table(QTableView):
    """Rows of one line each; long text is cut at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = ""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        show_edges(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        if rows is not None:
            rows.hide()
            rows.setDefaultSectionSize(em(self, 1.7))
        columns = self.horizontalHeader()
        if columns is not None:
            columns.setHighlightSections(False)

    def set_empty_text(self, text: str) -> None:
        """What to say where there are no rows."""
        self._empty = text
        viewport = self.viewport()
        if viewport is not None:
            viewport.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        model, viewport = self.model(), self.viewport()
        if viewport is None or (model is not None and model.rowCount()):
            return
        painter = QPainter(viewport)
        painter.setPen(tones(QGuiApplication.palette()).muted)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(viewport.rect().adjusted(20, 20, -20, -20), flags, self._empty)
