# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of missed questions: look, make a rule, forget."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PyQt6.QtGui import QKeySequence, QShortcut, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from snetgui.engine.backend import Missed
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.pages import Pages
from snetgui.gui.table import Table
from snetgui.gui.telling import rule_called
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Answer, Rule, SnetError
from snetgui.model.text import shown

from .dialog import MissedDialog
from .model import Column, MissedModel

_PAGE = 500
_SELECT_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_NAME_MOST = 80


class MissedWindow(QWidget):
    """A table of missed questions, from where a rule is one click."""

    def __init__(self, bridge: Bridge, apps: Apps) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("missed")
        self.setWindowTitle(translate("Missed", "Missed questions · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._apps = apps
        self._stale = True
        self._model = MissedModel(apps, self)
        self._pages: Pages[Missed] = Pages(
            bridge, lambda offset: bridge.backend.missed(offset=offset, limit=_PAGE), self
        )
        self._make_parts()
        self._arrange()
        self._connect()
        self.resize(em(self, 52), em(self, 24))

    def missed_changed(self) -> None:
        """Read the list again, now or when the window is looked at."""
        self._stale = True
        if self.isVisible():
            self._reload()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what is true now."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    @property
    def selected(self) -> list[Missed]:
        """The questions whose rows are selected."""
        selection = self._view.selectionModel()
        rows = selection.selectedRows() if selection is not None else []
        return [self._model.missed(index.row()) for index in rows]

    def make_rule(self) -> None:
        """Ask for the rule that would have answered the selected question."""
        selected = self.selected
        if len(selected) != 1:
            return
        decision = selected[0].decision
        dialog = MissedDialog(selected[0], self._apps.of(decision.event, decision.facts), self)
        dialog.answered.connect(self._answer)
        dialog.open()

    def forget_selected(self) -> None:
        """Take the selected questions off the list."""
        ids = [missed.id for missed in self.selected]
        if ids:
            self._bridge.call(self._bridge.backend.forget_missed(ids), failed=self._failed)

    def _answer(self, missed_id: int, answer: Answer) -> None:
        work = self._bridge.backend.answer_missed(missed_id, answer)
        self._bridge.call(work, self._made, self._failed)

    def _made(self, rule: Rule) -> None:
        name = shown(rule_called(rule), _NAME_MOST)
        self._bar.say(translate("Missed", "Made the rule: {name}").format(name=name))

    def _failed(self, error: SnetError) -> None:
        self._bar.say(str(error))
        self._reload()

    def _reload(self) -> None:
        self._stale = False
        self._pages.reload()

    def _loaded(self, rows: list[Missed]) -> None:
        """Show them; what the person selected stays selected, wherever it is now."""
        ids = {missed.id for missed in self.selected}
        self._model.set_rows(rows)
        selection = self._view.selectionModel()
        for row, missed in enumerate(rows):
            if missed.id in ids and selection is not None:
                selection.setCurrentIndex(self._model.index(row, 0), _SELECT_ROW)
        self._show_selection()

    def _show_selection(self) -> None:
        count = len(self.selected)
        self._make.setEnabled(count == 1)
        self._forget.setEnabled(count > 0)

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.make_rule()

    def _make_parts(self) -> None:
        self._view = Table()
        self._view.setAccessibleName(translate("Missed", "Missed questions"))
        self._view.setModel(self._model)
        self._view.set_empty_text(translate("Missed", "No question was missed."))
        header = self._view.horizontalHeader()
        if header is not None:
            header.setSectionResizeMode(Column.QUESTION, QHeaderView.ResizeMode.Stretch)
            header.resizeSection(Column.WHEN, em(self, 10))
            header.resizeSection(Column.COUNT, em(self, 4))
            header.resizeSection(Column.OUTCOME, em(self, 12))
        self._bar = NoticeBar()
        self._make = QPushButton(translate("Missed", "Make a rule…"))
        self._forget = QPushButton(translate("Missed", "Forget"))
        self._show_selection()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._forget)
        foot.addWidget(self._make)
        whole = QVBoxLayout(self)
        pad = em(self, 0.7)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.5))
        whole.addWidget(self._view, 1)
        whole.addWidget(self._bar)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._pages.loaded.connect(self._loaded)
        self._pages.failed.connect(self._bar.say)
        self._make.clicked.connect(self.make_rule)
        self._forget.clicked.connect(self.forget_selected)
        self._view.doubleClicked.connect(self._on_double_click)
        selection = self._view.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda _now, _before: self._show_selection())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
