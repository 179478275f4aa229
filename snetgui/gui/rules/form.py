# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of a rule, the usual ones first, all others behind one switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PyQt6.QtCore import QEvent, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from snetgui.gui.telling import tell
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import RuleError
from snetgui.rules.labels import NAME_OF

from .edges import show_edges
from .field_row import FieldRow
from .field_texts import CLOSED, MORE, USUAL, choices, hints, titles


class RuleForm(QWidget):
    """Texts of all fields of a rule, each with its own problem.

    Signals:
        changed: some text is another one.
    """

    changed = pyqtSignal()

    def __init__(self, fields: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {name: _row(name) for name in (*USUAL, *MORE)}
        self._more = QCheckBox(translate("RuleDialog", "&More conditions"))
        show_edges(self._more)
        self._more.setToolTip(translate("RuleDialog", "Everything else that a rule can ask for"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, em(self, 0.3), 0)
        whole.setSpacing(em(self, 0.5))
        # In the order of the screen: the Tab key goes from one to the next as they come in.
        whole.addWidget(_page(self, [self.rows[name] for name in USUAL]))
        whole.addWidget(self._more)
        self._behind = _page(self, [self.rows[name] for name in MORE])
        whole.addWidget(self._behind)
        whole.addStretch(1)
        for name, row in self.rows.items():
            row.set_text(fields.get(name, ""))
            row.changed.connect(self.changed)
        self._more.toggled.connect(self._behind.setVisible)
        self._more.setChecked(any(_tells(name, fields.get(name, "")) for name in MORE))
        self._behind.setVisible(self._more.isChecked())

    def changeEvent(self, event: QEvent | None) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            show_edges(self._more)

    @property
    def texts(self) -> dict[str, str]:
        """What every field says."""
        return {name: row.text for name, row in self.rows.items()}

    def show_problems(self, problems: Sequence[RuleError]) -> list[RuleError]:
        """Say each problem at its field; returns those that belong to none."""
        said: dict[str, str] = {}
        others = []
        for problem in problems:
            name = NAME_OF.get(problem.field, "")
            if name in self.rows:
                said.setdefault(name, tell(problem.problem))
            else:
                others.append(problem)
        for name, row in self.rows.items():
            row.show_problem(said.get(name, ""))
        if any(name in MORE for name in said):
            self._more.setChecked(True)
        return others


def _tells(name: str, text: str) -> bool:
    """Whether a field behind the switch asks for something."""
    return text not in ("", "0") if name == "priority" else bool(text)


def _row(name: str) -> FieldRow:
    offered = choices().get(name, ())
    return FieldRow(titles()[name], hint=hints()[name], choices=offered, free=name not in CLOSED)


def _page(parent: QWidget, rows: Sequence[FieldRow]) -> QWidget:
    page = QWidget(parent)
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setVerticalSpacing(em(parent, 0.4))
    width = max(row.label.sizeHint().width() for row in rows)
    for row in rows:
        row.label.setMinimumWidth(max(width, em(parent, 8)))
        form.addRow(row.label, row)
    return page
