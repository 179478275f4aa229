# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of remembered rules: search, switch, delete, and take that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PyQt6.QtCore import QItemSelectionModel, Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.pages import Pages
from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError

from .model import RULE_ROLE, RuleModel
from .proxy import RuleProxy
from .view import RuleView

_PAGE = 1000


class RulesWindow(QWidget):
    """A table of rules and what can be done to them.

    Signals:
        failed: a sentence about what could not be done, for those who watch.
    """

    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("rules")
        self.setWindowTitle(translate("Rules", "Rules · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._stale = True
        self._model = RuleModel(self)
        self._proxy = RuleProxy(self)
        self._proxy.setSourceModel(self._model)
        self._pages: Pages[Rule] = Pages(
            bridge, lambda offset: bridge.backend.rules(offset=offset, limit=_PAGE), self
        )
        self._make_parts()
        self._arrange()
        self._connect()
        self.resize(em(self, 68), em(self, 32))

    def rules_changed(self) -> None:
        """Read the rules again, now or when the window is looked at."""
        self._stale = True
        if self.isVisible():
            self._reload()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what is true now."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    @property
    def selected(self) -> list[Rule]:
        """The rules whose rows are selected."""
        selection = self._view.selectionModel()
        if selection is None:
            return []
        return [index.data(RULE_ROLE) for index in selection.selectedRows()]

    def delete_selected(self) -> None:
        """Forget the selected rules; the bar offers to take it back."""
        ids = [rule.id for rule in self.selected]
        if ids:
            self._bridge.call(self._bridge.backend.delete_rules(ids), self._deleted, self._failed)

    def _reload(self) -> None:
        self._stale = False
        self._pages.reload()

    def _loaded(self, rules: list[Rule]) -> None:
        keep = {rule.id for rule in self.selected}
        self._model.set_rules(rules)
        self._select(keep)
        self._show_counts()

    def _select(self, ids: set[int]) -> None:
        selection = self._view.selectionModel()
        if not ids or selection is None:
            return
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in range(self._proxy.rowCount()):
            index = self._proxy.index(row, 0)
            if index.data(RULE_ROLE).id in ids:
                selection.select(index, flags)

    def _deleted(self, rules: Sequence[Rule]) -> None:
        if len(rules) == 1:
            text = translate("Rules", "Deleted: {name}").format(name=rules[0].name)
        else:
            text = translate("Rules", "{n} rules deleted").format(n=len(rules))
        if rules:
            self._bar.say(text, translate("Rules", "Undo"), lambda: self._bring_back(rules))

    def _bring_back(self, rules: Sequence[Rule]) -> None:
        for rule in reversed(rules):  # newest last, as they were made
            work = self._bridge.backend.add_rule(replace(rule, id=0))
            self._bridge.call(work, failed=self._failed)

    def _switch(self, rule: Rule, on: bool) -> None:
        work = self._bridge.backend.change_rule(replace(rule, enabled=on))
        self._bridge.call(work, failed=self._failed)

    def _failed(self, error: SnetError) -> None:
        self._bar.say(str(error))
        self.failed.emit(str(error))
        self._reload()

    def _show_counts(self) -> None:
        total, found = self._model.rowCount(), self._proxy.rowCount()
        if found == total:
            text = translate("Rules", "{n} rules").format(n=total)
        else:
            text = translate("Rules", "{found} of {n} rules").format(found=found, n=total)
        self._count.setText(text)
        set_muted(self._count)
        self._view.set_empty_text(
            translate(
                "Rules",
                "Nothing is remembered yet.\nAn answer that holds longer than once makes a rule.",
            )
            if not total
            else translate("Rules", "No rule has these words.")
        )
        self._show_selection()

    def _show_selection(self) -> None:
        self._delete.setEnabled(bool(self.selected))

    def _search(self, text: str) -> None:
        self._proxy.search(text)
        self._show_counts()

    def _make_parts(self) -> None:
        self._find = QLineEdit()
        self._find.setPlaceholderText(translate("Rules", "Search rules"))
        self._find.setAccessibleName(translate("Rules", "Search rules"))
        self._find.setClearButtonEnabled(True)
        self._find.setMaxLength(500)
        self._view = RuleView(self._proxy)
        self._bar = NoticeBar()
        self._count = plain_label(wrap=False)
        self._delete = QPushButton(translate("Rules", "Delete"))
        self._delete.setEnabled(False)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._delete)
        whole = QVBoxLayout(self)
        pad = em(self, 0.7)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.5))
        whole.addWidget(self._find)
        whole.addWidget(self._view, 1)
        whole.addWidget(self._bar)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._pages.loaded.connect(self._loaded)
        self._pages.failed.connect(self._bar.say)
        self._model.enabled_wanted.connect(self._switch)
        self._find.textChanged.connect(self._search)
        self._delete.clicked.connect(self.delete_selected)
        selection = self._view.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda _now, _before: self._show_selection())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_selected)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find.setFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
