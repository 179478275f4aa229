# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel that points out rules that are not needed."""

from __future__ import annotations

from PyQt6.QtCore import QLocale, QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from snetgui.engine.backend import Page
from snetgui.gui.bridge import Bridge
from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.table import Table
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import SnetError
from snetgui.rules.hygiene import Finding, Fix

from .fix_delegate import FixDelegate
from .model import Column, FindingModel

_MOST = 1000  # more than a person clears away in one go; the next come up after these


class HygienePanel(QWidget):
    """Each thing found, why, and what to do about it one click away.

    Signals:
        remove_wanted, disable_wanted: ids of rules.
        rule_wanted: id of a rule to be shown.
        failed: why nothing could be found out.
    """

    remove_wanted = pyqtSignal(list)
    disable_wanted = pyqtSignal(list)
    rule_wanted = pyqtSignal(int)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._busy = False
        self._stale = False
        self._model = FindingModel(bridge, self)
        self._head = plain_label()
        self._fix = QPushButton(translate("Hygiene", "Do it for the selected"))
        self._fix.setToolTip(translate("Hygiene", "What the last column says (Enter)"))
        self._fix.setEnabled(False)
        self._view = _table(self._model)
        self._arrange()
        self._connect()

    def reload(self) -> None:
        """Look again; if it is being looked, once more afterwards."""
        if self._busy:
            self._stale = True
            return
        self._busy, self._stale = True, False
        if not self._model.rowCount():
            self._say(translate("Hygiene", "Looking at all rules…"))
        work = self._bridge.backend.findings(limit=_MOST)
        self._bridge.call(work, self._took, self._did_not)

    def fix_selected(self) -> None:
        """Do for each selected finding what is to be done about it."""
        selection = self._view.selectionModel()
        rows = selection.selectedRows() if selection is not None else []
        self._do([self._model.finding(index.row()) for index in rows])

    def _do(self, findings: list[Finding]) -> None:
        remove = {finding.rule_id for finding in findings if finding.fix is Fix.REMOVE}
        disable = {finding.rule_id for finding in findings if finding.fix is Fix.DISABLE}
        if remove:
            self.remove_wanted.emit(sorted(remove))
        if disable - remove:
            self.disable_wanted.emit(sorted(disable - remove))

    def _took(self, page: Page[Finding]) -> None:
        self._busy = False
        if self._stale:
            self.reload()
            return
        self._model.set_findings(page.rows)
        self._view.resizeColumnToContents(Column.KIND)
        self._view.resizeColumnToContents(Column.FIX)
        if page.total > len(page.rows):
            text = translate(
                "Hygiene", "%Ln things to tidy up; the first {shown} are shown", "", page.total
            )
            self._say(text.format(shown=QLocale().toString(len(page.rows))))
        elif page.total:
            self._say(translate("Hygiene", "%Ln things to tidy up", "", page.total))
        else:
            self._say(translate("Hygiene", "Nothing to tidy up."))

    def _did_not(self, error: SnetError) -> None:
        self._busy = False
        self._say("")
        self.failed.emit(str(error))

    def _say(self, text: str) -> None:
        self._head.setText(text)
        self._head.setAccessibleName(text)
        self._view.set_empty_text(text)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.FIX:
            self._do([self._model.finding(index.row())])

    def _show(self, index: QModelIndex) -> None:
        if index.column() != Column.FIX:
            self.rule_wanted.emit(self._model.finding(index.row()).rule_id)

    def _show_selection(self) -> None:
        selection = self._view.selectionModel()
        self._fix.setEnabled(selection is not None and selection.hasSelection())

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._fix)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, em(self, 0.3), 0, 0)
        whole.setSpacing(em(self, 0.3))
        whole.addLayout(head)
        whole.addWidget(self._view, 1)

    def _connect(self) -> None:
        self._fix.clicked.connect(self.fix_selected)
        self._view.clicked.connect(self._clicked)
        self._view.doubleClicked.connect(self._show)
        for keys in ("Return", "Enter"):
            enter = QShortcut(QKeySequence(keys), self._view, self.fix_selected)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        selection = self._view.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda _now, _before: self._show_selection())
        self._model.modelReset.connect(self._show_selection)


def _table(model: FindingModel) -> Table:
    view = Table()
    view.setAccessibleName(translate("Hygiene", "Rules to tidy up"))
    view.setModel(model)
    view.setItemDelegateForColumn(Column.FIX, FixDelegate(view))
    header = view.horizontalHeader()
    if header is not None:
        header.setSectionResizeMode(Column.RULE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(em(view, 3))
    return view
