# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar above the rules: words to search for, and what else a rule must have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QEvent, QSignalBlocker, pyqtSignal
from PyQt6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from snetgui.engine.backend import RuleQuery
from snetgui.gui.flow import FlowLayout
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Action, LifetimeKind, Origin

from .edges import show_edges
from .program_box import ProgramBox
from .programs import Programs
from .texts import kind_text, origin_text

_KINDS = (
    LifetimeKind.ALWAYS,
    LifetimeKind.RESTART,
    LifetimeKind.PROCESS,
    LifetimeKind.SPAN,
    LifetimeKind.UNTIL,
)


class Filters(QWidget):
    """What the person wants to see.

    Signals:
        changed: the query is another one.
    """

    changed = pyqtSignal()

    def __init__(self, programs: Programs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Rules", "Search rules"))
        self.search.setAccessibleName(translate("Rules", "Search rules"))
        self.search.setToolTip(translate("Rules", "Words in any order (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(500)
        self.program = ProgramBox(programs)
        self._action = _box(translate("Rules", "Answer"), _actions())
        self._lifetime = _box(translate("Rules", "Lifetime"), _lifetimes())
        self._origin = _box(translate("Rules", "Origin"), _origins())
        self._enabled = _box(translate("Rules", "Switched on or off"), _switches())
        self._clear = QPushButton(translate("Rules", "Show all"))
        self._clear.setToolTip(translate("Rules", "Search for nothing, leave nothing out (Esc)"))
        self._clear.clicked.connect(self.clear)
        self._boxes = (self._action, self._lifetime, self._origin, self._enabled)
        self._arrange()
        self.search.textChanged.connect(self._told)
        self.program.changed.connect(self._told)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._told)
        self._show_clear()
        self._show_edges()

    def changeEvent(self, event: QEvent | None) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            self._show_edges()

    @property
    def query(self) -> RuleQuery:
        """What shall be shown; its order is not ours."""
        return RuleQuery(
            text=self.search.text(),
            program=self.program.program,
            actions=self._action.currentData(),
            lifetimes=self._lifetime.currentData(),
            origins=self._origin.currentData(),
            enabled=self._enabled.currentData(),
        )

    @property
    def empty(self) -> bool:
        """Whether it leaves nothing out."""
        return self.query == RuleQuery()

    def clear(self) -> None:
        """Leave nothing out."""
        if self.empty:
            return
        with QSignalBlocker(self):
            self.search.clear()
            self.program.show_program(None)
            for box in self._boxes:
                box.setCurrentIndex(0)
        self._told()

    def _told(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._clear.setEnabled(not self.empty)

    def _show_edges(self) -> None:
        for part in (self.search, self.program):
            show_edges(part)

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(em(self, 0.4))
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self._clear)
        whole.addLayout(head)
        flow = FlowLayout(gap=em(self, 0.4))
        for box in (self.program, *self._boxes):
            flow.addWidget(box)
        whole.addLayout(flow)


def _box(name: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for text, value in choices:
        box.addItem(text, value)
    return box


def _actions() -> list[tuple[str, frozenset[Action] | None]]:
    return [
        (translate("Rules", "Any answer"), None),
        (translate("Rules", "Allow"), frozenset({Action.ALLOW})),
        (translate("Rules", "Deny"), frozenset({Action.DENY})),
    ]


def _lifetimes() -> list[tuple[str, frozenset[LifetimeKind] | None]]:
    temporary = frozenset(_KINDS) - {LifetimeKind.ALWAYS}
    return [
        (translate("Rules", "Any lifetime"), None),
        (translate("Rules", "Temporary"), temporary),
        *((kind_text(kind), frozenset({kind})) for kind in _KINDS),
    ]


def _origins() -> list[tuple[str, frozenset[Origin] | None]]:
    return [
        (translate("Rules", "Any origin"), None),
        *((origin_text(origin).capitalize(), frozenset({origin})) for origin in Origin),
    ]


def _switches() -> list[tuple[str, bool | None]]:
    return [
        (translate("Rules", "On and off"), None),
        (translate("Rules", "On"), True),
        (translate("Rules", "Off"), False),
    ]
