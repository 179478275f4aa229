# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rule decides an event, and below it why each other one does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.rules.texts import action_text
from snetgui.gui.telling import rule_called, tell
from snetgui.gui.theme import em, scaled
from snetgui.gui.words import plain_tooltip, translate
from snetgui.model import Rule
from snetgui.model.text import shown
from snetgui.rules.explain import NEWEST, Explanation, Other
from snetgui.rules.summary import sentence

_ID_ROLE = Qt.ItemDataRole.UserRole
_NAME_MOST = 80


class VerdictView(QWidget):
    """The verdict in a sentence, and a table: rule, and why it wins or does not.

    Attributes:
        shows_rules: whether somebody shows the rule that is asked for.

    Signals:
        rule_wanted: id of a rule to be shown.
    """

    rule_wanted = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_rules = True
        self._verdict = plain_label()
        self._verdict.setFont(scaled(self.font(), 1.1, bold=True))
        self._about = plain_label()
        for label in (self._verdict, self._about):
            # Not as high as one word a line would be: that is a narrow label's least height.
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label.setMinimumWidth(em(self, 20))
        self._table = QTreeWidget()
        self._table.setColumnCount(2)
        self._table.setHeaderLabels([translate("TestRule", "Rule"), translate("TestRule", "Why")])
        self._table.setRootIsDecorated(False)
        self._table.setAlternatingRowColors(True)
        self._table.setUniformRowHeights(True)
        self._table.setAccessibleName(translate("TestRule", "Rules that win and lose"))
        show_edges(self._table)
        header = self._table.header()
        if header is not None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.itemDoubleClicked.connect(lambda item, _column: self._want(item))
        enter = QShortcut(QKeySequence("Return"), self._table, self._want_current)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(em(self, 0.3))
        for part in (self._verdict, self._about, self._table):
            whole.addWidget(part)
        self.say("")

    def changeEvent(self, event: QEvent | None) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            show_edges(self._table)

    @property
    def verdict(self) -> str:
        """The sentence on top."""
        return self._verdict.text()

    @property
    def about(self) -> str:
        """What is said of the rule that is tested."""
        return self._about.text() if not self._about.isHidden() else ""

    def rows(self) -> list[tuple[str, str]]:
        """What the table says: rule and reason."""
        items = [self._table.topLevelItem(row) for row in range(self._table.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    def say(self, text: str) -> None:
        """Nothing is known, and this is why."""
        self._verdict.setText(text)
        self._verdict.setAccessibleName(text)
        self._about.hide()
        self._table.clear()

    def show_explanation(
        self, found: Explanation, tested: Rule | None, lacks: Sequence[Other] = ()
    ) -> None:
        """Show who wins and why each other one loses.

        tested: the rule that it is about; lacks: what of it is not met.
        """
        self.say(_verdict(found.winner))
        tip = translate("TestRule", "Enter shows the rule") if self.shows_rules else ""
        self._table.setToolTip(tip)
        items = list(_items(found))
        self._table.addTopLevelItems(items)
        if tested is not None:
            _mark(items, tested.id or NEWEST)
            self._about.setText(_about(found, tested, lacks))
            self._about.setAccessibleName(self._about.text())
            self._about.show()

    def _want(self, item: QTreeWidgetItem) -> None:
        rule_id = item.data(0, _ID_ROLE)
        if rule_id:
            self.rule_wanted.emit(rule_id)

    def _want_current(self) -> None:
        item = self._table.currentItem()
        if item is not None:
            self._want(item)


def _verdict(winner: Rule | None) -> str:
    if winner is None:
        return translate("TestRule", "No rule decides this: the person is asked, or the mode says.")
    text = translate("TestRule", "{answer}, by the rule “{name}”.")
    name = shown(rule_called(winner), _NAME_MOST)
    return text.format(answer=action_text(winner.action), name=name)


def _about(found: Explanation, tested: Rule, lacks: Sequence[Other]) -> str:
    """What becomes of the rule that is tested."""
    tested_id = tested.id or NEWEST
    if found.winner is not None and found.winner.id == tested_id:
        return translate("TestRule", "The rule that you test is the one that decides.")
    for other in (*found.matched, *found.nearly):
        if other.rule.id == tested_id:
            text = translate("TestRule", "The rule that you test does not decide: {why}.")
            return text.format(why=tell(other.text))
    if lacks:
        text = translate("TestRule", "The rule that you test is not about this: {why}.")
        return text.format(why="; ".join(tell(other.text) for other in lacks))
    return translate("TestRule", "The rule that you test is not about this.")


def _items(found: Explanation) -> Iterator[QTreeWidgetItem]:
    if found.winner is not None:
        yield _item(found.winner, translate("TestRule", "▶ it wins"))
    for other in found.matched:
        yield _other(other, translate("TestRule", "matches too: {why}"))
    for other in found.nearly:
        yield _other(other, translate("TestRule", "does not match: {why}"))
    if found.left_out:
        text = translate("TestRule", "… and %Ln more", "", found.left_out)
        yield QTreeWidgetItem([text, ""])


def _mark(items: Iterable[QTreeWidgetItem], rule_id: int) -> None:
    """Let the rule that is tested stand out: others may say nearly the same."""
    for item in items:
        if item.data(0, _ID_ROLE) == rule_id:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            said = translate("TestRule", "{rule} This is the rule that you test.")
            said = said.format(rule=item.text(0))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)


def _other(other: Other, text: str) -> QTreeWidgetItem:
    return _item(other.rule, text.format(why=tell(other.text)))


def _item(rule: Rule, why: str) -> QTreeWidgetItem:
    text = tell(sentence(rule))
    item = QTreeWidgetItem([text, why])
    item.setData(0, _ID_ROLE, rule.id)
    item.setToolTip(0, plain_tooltip(f"{text}\n{shown(rule_called(rule), _NAME_MOST)}"))
    item.setToolTip(1, plain_tooltip(why))
    return item
