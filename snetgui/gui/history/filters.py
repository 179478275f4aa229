# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar above the history: words to search for, and a chip for each filter that is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PyQt6.QtCore import QSignalBlocker, pyqtSignal
from PyQt6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.apps import Apps
from snetgui.gui.flow import FlowLayout
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Action, Reason, Syscall

from .chips import FilterChip
from .entry import FilterEntry, Offers
from .filter_texts import chip_text, decision_text, kind_title, span_text, whole_text
from .range_dialog import RangeDialog
from .texts import reason_text, syscall_text
from .wanted import Kind, Span, Wanted

_TYPED = (Kind.PROGRAM, Kind.DESTINATION, Kind.PORT, Kind.USER)
_FIELD = {
    Kind.PROGRAM: "program",
    Kind.DESTINATION: "destination",
    Kind.PORT: "port",
    Kind.USER: "uid",
}
_SEARCH_MOST = 500
_ZOOMS_MOST = 50


class Filters(QWidget):
    """What the person wants to see.

    Signals:
        changed: it is something else than before.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        apps: Apps,
        offers: Offers,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._apps = apps
        self._now = now
        self._wanted = Wanted()
        self._before: list[Wanted] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("History", "Search the history"))
        self.search.setAccessibleName(translate("History", "Search the history"))
        self.search.setToolTip(
            translate(
                "History",
                "Words in any order: of a program’s path, a destination, a user; a port (Ctrl+F)",
            )
        )
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(_SEARCH_MOST)
        self.time = _box(translate("History", "Time"))
        for span in Span:
            self.time.addItem(span_text(span), span)
        self.decision = _box(translate("History", "Decision"))
        for action in (None, Action.ALLOW, Action.DENY):
            self.decision.addItem(decision_text(action), action)
        self.add = QPushButton(translate("History", "&Filter"))
        self.add.setAutoDefault(False)
        self.add.setToolTip(translate("History", "Leave out what you do not look for"))
        self.add.setMenu(self._make_menu())
        self.entry = FilterEntry(offers)
        self._clear = QPushButton(translate("History", "Show all"))
        self._clear.setAutoDefault(False)
        self._clear.setToolTip(translate("History", "Search for nothing, leave nothing out (Esc)"))
        self._chips: list[FilterChip] = []
        self._arrange()
        self._connect()
        self._show()
        for part in (self.search, self.time, self.decision):
            show_edges(part)

    @property
    def wanted(self) -> Wanted:
        """What shall be shown."""
        return self._wanted

    @property
    def chips(self) -> list[FilterChip]:
        """One for each filter that is set."""
        return list(self._chips)

    @property
    def can_widen(self) -> bool:
        """Whether the time was narrowed."""
        return bool(self._before)

    def want(self, wanted: Wanted) -> None:
        """Show this."""
        if wanted == self._wanted:
            return
        if wanted.span is not Span.RANGE:
            self._before.clear()
        self._wanted = wanted
        self._show()
        self.changed.emit()

    def narrow(self, since: datetime, until: datetime) -> None:
        """Look at a part of the time, with a way back."""
        self._before = [*self._before, self._wanted][-_ZOOMS_MOST:]
        self.want(self._wanted.at(Span.RANGE, since, until))

    def widen(self) -> None:
        """Go back to the time before the last narrowing."""
        if self._before:
            before = self._before.pop()
            kept = list(self._before)
            self.want(self._wanted.at(before.span, before.since, before.until))
            self._before = kept

    def remove(self, kind: Kind) -> None:
        """Take one filter away; the keyboard goes on beside it."""
        place = next((at for at, chip in enumerate(self._chips) if chip.kind is kind), 0)
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self.want(self._wanted.without(kind))
        if had_focus:
            left = self._chips[min(place, len(self._chips) - 1)] if self._chips else self.add
            left.setFocus()

    def clear(self) -> None:
        """Leave nothing out."""
        self.entry.hide()
        self.want(Wanted())

    def retext(self) -> None:
        """Programs have other names now."""
        self._show()

    def _show(self) -> None:
        """Make every part say what is wanted."""
        wanted = self._wanted
        if self.search.text() != wanted.search:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.search)
        self.time.setCurrentIndex(self.time.findData(wanted.span))
        self.decision.setCurrentIndex(self.decision.findData(wanted.action))
        self._clear.setEnabled(not wanted.empty)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(kind) for kind in wanted.kinds()]
        self._box.updateGeometry()

    def _chip(self, kind: Kind) -> FilterChip:
        text = chip_text(kind, self._wanted, self._apps)
        chip = FilterChip(kind, text, whole_text(kind, self._wanted, self._apps), self._box)
        chip.removed.connect(self.remove)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _pick_time(self, index: int) -> None:
        span: Span = self.time.itemData(index)
        if span is Span.RANGE:
            self._show()  # until a range is chosen, the one before holds
            self.choose_range()
        else:
            self.want(self._wanted.at(span))

    def choose_range(self) -> None:
        """Ask from when to when."""
        now = self._now()
        query = self._wanted.query(now)
        since = query.since or now - timedelta(days=1)
        dialog = RangeDialog(since, query.until or now, self)
        dialog.chosen.connect(
            lambda since, until: self.want(self._wanted.at(Span.RANGE, since, until))
        )
        dialog.open()

    def _typed(self, kind: Kind, value: Any) -> None:
        self.want(replace(self._wanted, **{_FIELD[kind]: value}))
        self.add.setFocus()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in _TYPED:
            text = translate("History", "{filter}…").format(filter=kind_title(kind))
            action = menu.addAction(text)
            if action is not None:
                action.triggered.connect(lambda _on, kind=kind: self.entry.begin(kind))
        menu.addSeparator()
        reasons = menu.addMenu(kind_title(Kind.REASON))
        for reason in Reason:
            self._choice(reasons, reason_text(reason), {"reason": reason})
        calls = menu.addMenu(kind_title(Kind.SYSCALL))
        for syscall in Syscall:
            self._choice(calls, syscall_text(syscall), {"syscall": syscall})
        return menu

    def _choice(self, menu: QMenu | None, text: str, change: dict[str, Any]) -> None:
        action = menu.addAction(text) if menu is not None else None
        if action is not None:
            action.triggered.connect(lambda _on: self.want(replace(self._wanted, **change)))

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(em(self, 0.4))
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self._clear)
        whole.addLayout(head)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=em(self, 0.4))
        for part in (self.time, self.decision, self.add, self.entry):
            self._flow.addWidget(part)
        policy = self._box.sizePolicy()
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        whole.addWidget(self._box)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self.want(replace(self._wanted, search=text)))
        self.time.activated.connect(self._pick_time)
        self.decision.activated.connect(
            lambda index: self.want(replace(self._wanted, action=self.decision.itemData(index)))
        )
        self.entry.taken.connect(self._typed)
        self.entry.left.connect(self.add.setFocus)
        self._clear.clicked.connect(self.clear)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    return box
