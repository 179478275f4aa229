# SPDX-License-Identifier: GPL-2.0-or-later
"""All of one decision: its facts, and which rule would decide it now."""

from __future__ import annotations

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui import words
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.fact_table import FactTable
from snetgui.gui.flow import FlowLayout
from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.rules.deeds import button
from snetgui.gui.rules.testing.verdict_view import VerdictView
from snetgui.gui.theme import em, scaled
from snetgui.gui.words import translate
from snetgui.model import Decision, SnetError
from snetgui.rules.explain import Explanation

from .asking import Asking
from .facts import facts_of
from .rule_names import RuleNames
from .texts import action_text, time_text, why_text

_PAUSE_MS = 60  # who runs through the rows with an arrow key needs none of them


class Details(QWidget):
    """A pane beside the table.

    Signals:
        rule_wanted: id of a rule to be shown.
        close_wanted: the person has seen enough.
    """

    rule_wanted = pyqtSignal(int)
    close_wanted = pyqtSignal()

    def __init__(
        self,
        bridge: Bridge,
        apps: Apps,
        names: RuleNames,
        deeds: tuple[QAction, ...],
        parent: QWidget | None = None,
    ) -> None:
        """`deeds`: what can be done about the decision."""
        super().__init__(parent)
        self._bridge = bridge
        self._apps = apps
        self._names = names
        self._decision: Decision | None = None
        self._explaining: Asking[Explanation] = Asking(bridge, self)
        self._icon = QLabel()
        self._title = plain_label()
        self._title.setFont(scaled(self.font(), 1.1, bold=True))
        self._outcome = plain_label()
        for label in (self._title, self._outcome):
            # Not as high as one word a line would be: that is a narrow label's least height.
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label.setMinimumWidth(em(self, 12))
        self.facts = FactTable()
        self.facts.setAccessibleName(translate("HistoryDetails", "Facts"))
        self._now = plain_label()
        self.verdict = VerdictView()
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(translate("HistoryDetails", "Close the details"))
        self._close.clicked.connect(self.close_wanted)
        self._buttons = [button(action) for action in deeds]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        self._arrange()
        self.verdict.rule_wanted.connect(self.rule_wanted)
        names.came.connect(self._retell)
        self._fill()

    @property
    def decision(self) -> Decision | None:
        """What it is about."""
        return self._decision

    @property
    def title(self) -> str:
        """What the program wanted, in a sentence."""
        return self._title.text()

    def show_decision(self, decision: Decision | None) -> None:
        """Tell of this one; None is none."""
        if decision is not self._decision:
            self._decision = decision
            self._pause.start()

    def rules_changed(self) -> None:
        """What would decide now may be another one."""
        if self.isVisible():
            self._explain()

    def text(self) -> str:
        """All facts, a line each."""
        if self._decision is None:
            return ""
        known = facts_of(self._decision, self._names.name(self._decision.rule_id))
        return "\n".join(f"{label}: {text}" for label, text in known if text)

    def setVisible(self, visible: bool) -> None:
        """What is looked at is filled in."""
        super().setVisible(visible)
        if visible:
            self._fill()

    def _fill(self) -> None:
        if self.isHidden():
            return
        decision = self._decision
        for part in (self._icon, self._outcome, self._split, *self._buttons):
            part.setVisible(decision is not None)
        if decision is None:
            self._title.setText(translate("HistoryDetails", "Choose a decision to look at."))
            return
        app = self._apps.of(decision.event, decision.facts)
        side = em(self, 2.6)
        self._icon.setPixmap(app.icon.pixmap(side, side))
        self._title.setText(words.sentence(app.name, decision.event, decision.facts))
        self._title.setAccessibleName(self._title.text())
        self._tell(decision)
        self._explain()

    def _tell(self, decision: Decision) -> None:
        name = self._names.name(decision.rule_id)
        parts = (action_text(decision.action), why_text(decision, name), time_text(decision.when))
        self._outcome.setText(" · ".join(parts))
        self._outcome.setAccessibleName(self._outcome.text())
        self.facts.show_facts(facts_of(decision, name))

    def _retell(self) -> None:
        if self._decision is not None and not self.isHidden() and not self._pause.isActive():
            self._tell(self._decision)

    def _explain(self) -> None:
        decision = self._decision
        if decision is None:
            self._explaining.drop()
            return
        self._explaining.ask(
            lambda: self._bridge.backend.explain(decision.event, decision.facts),
            lambda found: self.verdict.show_explanation(found, None),
            self._did_not,
        )

    def _did_not(self, error: SnetError) -> None:
        self.verdict.say(str(error))

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(em(self, 0.5), 0, 0, 0)
        whole.setSpacing(em(self, 0.5))
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.6))
        texts = QVBoxLayout()
        texts.setSpacing(em(self, 0.2))
        texts.addWidget(self._title)
        texts.addWidget(self._outcome)
        texts.addStretch(1)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        box = QWidget()
        flow = FlowLayout(box, gap=em(self, 0.35))
        for each in self._buttons:
            flow.addWidget(each)
        whole.addWidget(box)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.facts)
        self._split.addWidget(self._now_part())
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([em(self, 22), em(self, 9)])
        whole.addWidget(self._split, 1)

    def _now_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, em(self, 0.3), 0, 0)
        column.setSpacing(em(self, 0.25))
        self._now.setText(translate("HistoryDetails", "If it happened now:"))
        set_muted(self._now)
        column.addWidget(self._now)
        column.addWidget(self.verdict, 1)
        return part
