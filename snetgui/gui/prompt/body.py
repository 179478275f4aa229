# SPDX-License-Identifier: GPL-2.0-or-later
"""What is seen of a question, from the countdown at the top to the two answers."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snetgui.gui import words
from snetgui.gui.apps import App
from snetgui.gui.theme import em
from snetgui.model import ONCE, Action, Answer, Lifetime, Question, Scope

from .answer_button import AnswerButton
from .choices import DEFAULT_LIFETIME, LIFETIMES, SCOPES, ChoiceRow
from .countdown import CountdownBar, countdown_text
from .details import Details
from .header import Header
from .keys import answer_key, details_key
from .labels import plain_label, set_muted
from .origin import Origin
from .rule_line import RuleLine
from .toggle import Toggle

RuleText = Callable[[Question, Answer, str], str]


class Body(QWidget):
    """All parts of the prompt; no time, no arming, no keyboard.

    `rule_text` says in a sentence what an answer to a question (of the program
    so named) would make.

    Signals:
        clicked: the Action whose button was clicked.
        moved: something stands elsewhere, or reads differently.
        taller: it needs another height now.
    """

    clicked = pyqtSignal(object)
    moved = pyqtSignal()
    taller = pyqtSignal()

    def __init__(self, rule_text: RuleText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule_text = rule_text
        self._question: Question | None = None
        self._name = ""
        self._make_parts()
        self._arrange()
        self._connect()

    # What is shown

    def begin(self, question: Question) -> None:
        """Another question: its choices, the narrowest taken, and nothing behind it open."""
        event, facts = question.event, question.facts
        label = words.scope_row(event)
        width = self._label_width(label)
        self.more.setChecked(False)
        self._scopes.set_label(label, width)
        self._lifetimes.set_label(words.translate("Prompt", "For"), width)
        self._scopes.setVisible(bool(question.scopes))
        self._scopes.set_texts(
            [(scope, words.scope_text(scope, event, facts)) for scope in question.scopes]
        )
        self._scopes.take(question.scopes[0] if question.scopes else Scope.DESTINATION)
        # Without a scope nothing can be remembered: see rules.scope.scopes.
        offered = [life for life, _key in LIFETIMES if question.scopes or life == ONCE]
        self._lifetimes.set_texts([(life, words.lifetime_text(life)) for life in offered])
        self._lifetimes.take(DEFAULT_LIFETIME if question.scopes else ONCE)

    def show_question(self, question: Question, app: App) -> None:
        """Show who asks for what; what was chosen stays chosen."""
        self._question, self._name = question, app.name
        self._header.show_question(question, app)
        self._origin.show_question(question)
        self._details.show_question(question)
        self._show_rule()

    def set_counts(self, calls: int, waiting: int) -> None:
        """How many calls wait behind this question, and it among how many questions."""
        self._header.set_calls(calls)
        if waiting > 1:
            text = words.translate("Prompt", "snet · question 1 of {n}").format(n=waiting)
        else:
            text = words.translate("Prompt", "snet asks")
        self._line.setText(text)

    def set_time(self, now_ns: int, full_ns: int) -> None:
        """Show what is left of the time that it had in all."""
        question = self._question
        if question is None:
            return
        self._bar.set_share((question.deadline_ns - now_ns) / full_ns)
        text = countdown_text(question.deadline_ns, now_ns, question.policy)
        if text != self._left.text():
            self._left.setText(text)

    def renew(self, question: Question) -> None:
        """The same question, with another deadline or count."""
        self._question = question

    def fitting_height(self, width: int) -> int:
        """Pixels that all of it takes at this width."""
        layout = self.layout()
        if layout is None:
            return self.height()
        # What was shown, hidden or said a moment ago counts: a part within a part
        # tells the layout around both only later, in the event loop.
        for part in self.findChildren(QWidget):
            part.updateGeometry()
        layout.activate()
        return layout.heightForWidth(width)

    def set_armed(self, armed: bool) -> None:
        """Let the buttons take clicks, or not."""
        for button in self._buttons:
            button.setEnabled(armed)

    # What the person chose

    def answer(self, action: Action) -> Answer:
        """What this answer says, with the choices as they are."""
        return Answer(action, self._scopes.value, self._lifetimes.value)

    def take_key(self, key: str) -> bool:
        """Take the choice that has this key; whether there is one."""
        return self._scopes.take_key(key) or self._lifetimes.take_key(key)

    # Within

    def _label_width(self, label: str) -> int:
        metrics = self.fontMetrics()
        other = words.translate("Prompt", "For")
        return max(metrics.horizontalAdvance(label), metrics.horizontalAdvance(other), em(self, 2))

    def _show_rule(self) -> None:
        if self._question is None:
            return
        question, name = self._question, self._name
        self._rule.set_texts(
            {action: self._rule_text(question, self.answer(action), name) for action in Action}
        )
        self.taller.emit()

    def _point(self) -> None:
        self._rule.show_action(Action.DENY if self._deny.pointed else Action.ALLOW)

    def _toggle_details(self, on: bool) -> None:
        self._details.setVisible(on)
        if on:
            self._details.fill()
        self.taller.emit()

    # How it is made

    def _make_parts(self) -> None:
        self._bar = CountdownBar()
        self._line = plain_label(wrap=False)
        self._left = QLabel()
        self._left.setTextFormat(Qt.TextFormat.PlainText)
        self._left.setObjectName("countdown")
        self._header = Header()
        self.more = Toggle(words.translate("Prompt", "Details"), details_key())
        self.more.setObjectName("details")
        self._origin = Origin()
        self._details = Details()
        self._details.hide()
        self._scopes: ChoiceRow[Scope] = ChoiceRow(SCOPES)
        self._lifetimes: ChoiceRow[Lifetime] = ChoiceRow(LIFETIMES)
        self._rule = RuleLine()
        self._rule.setObjectName("rule")
        self._deny = AnswerButton(
            Action.DENY, words.translate("Prompt", "Deny"), answer_key(Action.DENY)
        )
        self._allow = AnswerButton(
            Action.ALLOW, words.translate("Prompt", "Allow"), answer_key(Action.ALLOW)
        )
        self._deny.setObjectName("deny")
        self._allow.setObjectName("allow")
        self._buttons = (self._deny, self._allow)

    def _arrange(self) -> None:
        pad = em(self, 1.1)
        lines = QVBoxLayout()
        lines.setContentsMargins(pad, em(self, 0.8), pad, pad)
        lines.setSpacing(em(self, 0.75))
        top = QHBoxLayout()
        top.addWidget(self._line, 1)
        top.addWidget(self._left)
        lines.addLayout(top)
        lines.addWidget(self._header)
        origin = QHBoxLayout()
        origin.addWidget(self._origin, 1)
        origin.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(origin)
        for part in (self._details, self._scopes, self._lifetimes, self._rule):
            lines.addWidget(part)
        lines.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        for button in self._buttons:
            buttons.addWidget(button)
        lines.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(lines)
        for label in (self._line, self._left, self._rule):
            set_muted(label)

    def _connect(self) -> None:
        self._allow.clicked.connect(lambda: self.clicked.emit(Action.ALLOW))
        self._deny.clicked.connect(lambda: self.clicked.emit(Action.DENY))
        self._scopes.chosen.connect(self._show_rule)
        self._lifetimes.chosen.connect(self._show_rule)
        self.more.toggled.connect(self._toggle_details)
        self._details.scrolled.connect(self.moved)
        for button in self._buttons:
            button.pointed_changed.connect(self._point)
