# SPDX-License-Identifier: GPL-2.0-or-later
"""Making a rule from a decision: as narrow as can be to begin with."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from snetgui.engine.clock import ReadClock, read_clock
from snetgui.gui.bridge import Bridge
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft, birth
from snetgui.gui.telling import told
from snetgui.gui.words import translate
from snetgui.model import ALWAYS, Action, Answer, Birth, Decision, Rule, RuleError, Scope
from snetgui.rules.scope import rule_for, scopes


class RuleMaker(QObject):
    """Opens the dialog, filled in; hands the rule to the engine.

    Signals:
        made: the Rule, as it is remembered.
        failed: why none can be made.
    """

    made = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, window: QWidget, *, clock: ReadClock = read_clock) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._clock = clock

    def begin(self, decision: Decision, action: Action) -> None:
        """Offer a rule for what this decision was about."""
        now = birth(self._clock())
        try:
            rule = narrow_rule(decision, action, now)
        except RuleError as error:
            text = translate("History", "No rule can be made: {why}")
            self.failed.emit(text.format(why=told(error)))
            return
        dialog = RuleDialog(Draft(now, rule), new=True, parent=self._window)
        dialog.wanted.connect(lambda wanted: self._keep(wanted, dialog))
        dialog.open()

    def _keep(self, rule: Rule, dialog: RuleDialog) -> None:
        def done(kept: Rule) -> None:
            dialog.accept()
            self.made.emit(kept)

        self._bridge.call(self._bridge.backend.add_rule(rule), done, dialog.failed)


def narrow_rule(decision: Decision, action: Action, now: Birth) -> Rule:
    """This program, this destination, always. Raises RuleError."""
    event, facts = decision.event, decision.facts
    scope = next(iter(scopes(event, facts)), Scope.DESTINATION)
    return rule_for(event, facts, Answer(action, scope, ALWAYS), now)
