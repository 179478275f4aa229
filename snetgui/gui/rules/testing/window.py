# SPDX-License-Identifier: GPL-2.0-or-later
"""Trying out which rule decides an event, past or made up; also with a rule that is not kept."""

from __future__ import annotations

from dataclasses import replace

from PyQt6 import sip
from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.rules.scroll import scrolling
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Event, Facts, Rule, SnetError, Syscall
from snetgui.rules.explain import Explanation, Other, misses, tried
from snetgui.rules.samples import sample

from .event_fields import plausible
from .event_form import EventForm
from .past_box import PastBox
from .verdict_view import VerdictView


class TestWindow(QWidget):
    """Asks the engine anew with every change; only its last answer is shown.

    A draft of a rule is taken for kept: as it would be then, all is told.

    Signals:
        rule_wanted: id of a rule to be shown.
    """

    __test__ = False  # no test, for those who collect classes by their names

    rule_wanted = pyqtSignal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("test-rule")
        self.setWindowTitle(translate("TestRule", "Test the rules · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._tested: Rule | None = None
        self._is_draft = False
        self._busy = self._stale = False
        self.past = PastBox(bridge)
        self.form = EventForm()
        self.verdict = VerdictView()
        self._arrange()
        self._connect()
        self.resize(em(self, 44), em(self, 38))

    def show_for(self, rule: Rule | None) -> None:
        """Open, with an event that this rule is about."""
        self._open(rule, draft=False)

    def show_for_draft(self, rule: Rule) -> None:
        """The same for a rule that is not kept, or not as it is now."""
        self._open(rule, draft=True)

    def draft_changed(self, rule: Rule | None) -> None:
        """The draft is another one; None: it is no rule now."""
        self._tested = rule
        self.ask()

    def _open(self, rule: Rule | None, *, draft: bool) -> None:
        self._tested, self._is_draft = rule, draft
        self.verdict.shows_rules = not draft
        self.past.back_to_invented()
        self.past.reload()
        self.show()
        self.raise_()
        self.activateWindow()
        if rule is not None:
            event, facts = sample(rule)
            if rule.conditions.syscalls is None:  # any does; this one is what people think of
                event = replace(event, syscall=Syscall.CONNECT)
            self.form.show_event(plausible(event), facts)
            self.form.uncover()
        else:
            self.ask()
        self.form.rows["exe"].setFocus()

    def rules_changed(self) -> None:
        """The answer may be another one now."""
        if self.isVisible():
            self.ask()

    def ask(self) -> None:
        """Ask the engine about the event as it is told now."""
        if not self.isVisible():
            return
        if self._busy:
            self._stale = True
            return
        self._stale = False
        made = self.form.read()
        if made.event is None:
            self.verdict.say(translate("TestRule", "This is no event yet."))
        elif self._is_draft and self._tested is None:
            self.verdict.say(translate("TestRule", "This is no rule yet."))
        else:
            self._busy = True
            work = self._bridge.backend.explain(made.event, made.facts)
            event, facts = made.event, made.facts
            self._bridge.call(work, lambda found: self._took(found, event, facts), self._did_not)

    def _took(self, found: Explanation, event: Event, facts: Facts) -> None:
        if sip.isdeleted(self):
            return  # it went with the dialog that it belonged to
        self._busy = False
        if self._stale:
            self.ask()
            return
        rule = self._tested
        lacks: tuple[Other, ...] = ()
        if rule is not None:
            lacks = misses(rule, event, facts)
            found = tried(found, rule, event, facts) if self._is_draft else found
        self.verdict.show_explanation(found, rule, lacks)

    def _did_not(self, error: SnetError) -> None:
        if sip.isdeleted(self):
            return
        self._busy = False
        if self._stale:
            self.ask()
        else:
            self.verdict.say(str(error))

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        pad = em(self, 0.9)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.6))
        head = QFormLayout()
        head.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        label = QLabel(translate("TestRule", "&Past event"))
        label.setBuddy(self.past)
        head.addRow(label, self.past)
        whole.addLayout(head)
        whole.addWidget(scrolling(self.form), 3)
        whole.addWidget(self.verdict, 2)

    def _connect(self) -> None:
        self.past.picked.connect(self.form.show_event)
        self.form.changed.connect(self.ask)
        self.verdict.rule_wanted.connect(self.rule_wanted)
        for keys in ("Escape", "Ctrl+W"):
            QShortcut(QKeySequence(keys), self, self.close)
