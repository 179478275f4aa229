# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of settings: cards under their headings, scrolled where the screen is small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from snetgui.gui.theme import em

from .card import Card, heading
from .engine_settings import EngineSettings
from .row import Row


class Page(QScrollArea):
    """Cards with headings.

    Attributes:
        rows: by the name of the field that each changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: Mapping[str, Row] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, *groups: tuple[str, Sequence[QWidget]]) -> None:
        """Show these rows, each group of them below its title."""
        body = _Body()
        column = QVBoxLayout(body)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        pad = em(self, 1.1)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self, 0.5))
        for number, (title, rows) in enumerate(groups):
            if number:
                column.addSpacing(em(self, 0.7))
            column.addWidget(heading(title))
            column.addWidget(Card(rows))
        column.addStretch(1)
        self.setWidget(body)

    def refuse(self, field: str, why: str) -> bool:
        """Say at the field why it was not changed; whether it is on this page."""
        row = self.rows.get(field)
        if row is None:
            return False
        row.fail(why)
        self.ensureWidgetVisible(row)
        return True

    def mend(self) -> None:
        """Forget what went wrong before."""
        for row in self.rows.values():
            row.mend()

    def changing(self, engine: EngineSettings, **wishes: object) -> None:
        """The person changes these: what went wrong with them before is over."""
        for field in wishes:
            self.rows[field].mend()
        engine.change(**wishes)


class _Body(QWidget):
    """As high as its rows need at its width; their layout alone takes the narrowest for it."""

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent | None) -> bool:
        """A text changed, or came, or went."""
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))
