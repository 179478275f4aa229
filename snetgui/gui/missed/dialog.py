# SPDX-License-Identifier: GPL-2.0-or-later
"""Making the rule that would have answered a missed question."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from snetgui.engine.backend import Missed
from snetgui.gui import words
from snetgui.gui.apps import App
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.choices import LIFETIMES, SCOPES, ChoiceRow
from snetgui.gui.prompt.header import Header
from snetgui.gui.prompt.keys import answer_key, answer_of, key_of
from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.prompt.rule_line import RuleLine
from snetgui.gui.rule_text import rule_text_for
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Lifetime,
    LifetimeKind,
    Question,
    Scope,
)
from snetgui.rules.scope import scopes

# The process that asked may be gone, and a rule for once is none.
_NO_RULE = (LifetimeKind.ONCE, LifetimeKind.PROCESS)


class MissedDialog(QDialog):
    """The choices of the prompt, without its haste.

    Signals:
        answered: id of the missed question, and an Answer.
    """

    answered = pyqtSignal(object, object)

    def __init__(self, missed: Missed, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missed-rule")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Missed", "Make a rule · snet"))
        self._missed = missed
        self._app = app
        decision = missed.decision
        self._event, self._facts = decision.event, decision.facts
        offered = scopes(self._event, self._facts)
        self._header = Header()
        self._header.show_question(
            Question(0, self._event, self._facts, 1, 0, decision.action, offered), app
        )
        self._path = plain_label()
        self._path.setText(words.exe_text(self._event))
        self._scopes: ChoiceRow[Scope] = ChoiceRow(SCOPES)
        self._lifetimes: ChoiceRow[Lifetime] = ChoiceRow(LIFETIMES)
        self._rule = RuleLine()
        self._deny = AnswerButton(Action.DENY, translate("Prompt", "Deny"), answer_key(Action.DENY))
        self._allow = AnswerButton(
            Action.ALLOW, translate("Prompt", "Allow"), answer_key(Action.ALLOW)
        )
        self._fill(offered)
        self._arrange()
        self._connect()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """The prompt's keys; this window was asked for, so they count at once."""
        if event is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif (action := answer_of(key_of(event))) is not None:
            self._answer(action)
        elif not self._scopes.take_key(event.text()):
            self._lifetimes.take_key(event.text())

    def _fill(self, offered: tuple[Scope, ...]) -> None:
        label = words.scope_row(self._event)
        width = max(
            self.fontMetrics().horizontalAdvance(text)
            for text in (label, translate("Prompt", "For"), "MM")
        )
        self._scopes.set_label(label, width)
        self._scopes.set_texts(
            [(scope, words.scope_text(scope, self._event, self._facts)) for scope in offered]
        )
        if offered:
            self._scopes.take(offered[0])
        self._lifetimes.set_label(translate("Prompt", "For"), width)
        self._lifetimes.set_texts(
            [
                (life, words.lifetime_text(life))
                for life, _key in LIFETIMES
                if life.kind not in _NO_RULE
            ]
        )
        self._lifetimes.take(ALWAYS)
        self._allow.setEnabled(bool(offered))
        self._deny.setEnabled(bool(offered))
        self._show_rule()

    def _show_rule(self) -> None:
        name = self._app.name
        self._rule.set_texts(
            {
                action: rule_text_for(self._event, self._facts, self._chosen(action), name)
                for action in Action
            }
        )
        set_muted(self._rule)
        self._fit()

    def _point(self) -> None:
        self._rule.show_action(Action.DENY if self._deny.pointed else Action.ALLOW)

    def _fit(self) -> None:
        """As high as the texts need at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.heightForWidth(self.width()))

    def _chosen(self, action: Action) -> Answer:
        return Answer(action, self._scopes.value, self._lifetimes.value)

    def _answer(self, action: Action) -> None:
        if self._allow.isEnabled():
            self.answered.emit(self._missed.id, self._chosen(action))
            self.accept()

    def _arrange(self) -> None:
        pad = em(self, 1.1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.75))
        for part in (self._header, self._path, self._scopes, self._lifetimes, self._rule):
            whole.addWidget(part)
        whole.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        buttons.addWidget(self._deny)
        buttons.addWidget(self._allow)
        whole.addLayout(buttons)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setFixedWidth(em(self, 38))
        self._fit()

    def _connect(self) -> None:
        self._scopes.chosen.connect(self._show_rule)
        self._lifetimes.chosen.connect(self._show_rule)
        for button in (self._deny, self._allow):
            button.pointed_changed.connect(self._point)
        self._allow.clicked.connect(lambda: self._answer(Action.ALLOW))
        self._deny.clicked.connect(lambda: self._answer(Action.DENY))
