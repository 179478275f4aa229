# SPDX-License-Identifier: GPL-2.0-or-later
"""A table that says so when it is empty, and stays quick however long it is."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PyQt6.QtWidgets import QAbstractItemView, QTableView, QWidget

from .theme import em, is_dark, mix, tones


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
        self._show_boxes()
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

    def changeEvent(self, event: QEvent | None) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            self._show_boxes()

    def _show_boxes(self) -> None:
        """Fusion draws a box's edge darker than the window: on a dark one nobody sees it."""
        palette = QGuiApplication.palette()
        if is_dark(palette):
            text, window = palette.windowText().color(), palette.window().color()
            palette.setColor(QPalette.ColorRole.Window, mix(text, window, 0.6))
        self.setPalette(palette)

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
