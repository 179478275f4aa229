# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt: one question on the screen, until it is answered, put off or gone.

It appears without the keyboard focus and stays above other windows. Its lower
edge stays where it is while its height changes, so that the buttons do not
move; whatever else changes under the pointer disarms them for a moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from snetgui.gui import words
from snetgui.gui.apps import App
from snetgui.gui.theme import em
from snetgui.model import ONCE, Action, Answer, Lifetime, Question, Scope

from .answer_button import AnswerButton
from .arming import Arming
from .choices import DEFAULT_LIFETIME, LIFETIMES, SCOPES, ChoiceRow
from .countdown import CountdownBar, countdown_text
from .details import Details
from .header import Header
from .keytrust import KeyTrust
from .labels import plain_label, set_muted
from .place import put_in_corner
from .toggle import Toggle

_TICK_MS = 200
_WIDTH_EM = 38
_PLAIN_KEYS = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier

RuleText = Callable[[Question, Answer, str], str]


class PromptWindow(QWidget):
    """One question.

    `clock` gives CLOCK_MONOTONIC nanoseconds; `rule_text` says in a sentence
    what an answer to a question (of the program so named) would make.

    Signals:
        answered: question id and Answer, once the person gave one.
        later: the person wants no question now.
        reading: the person reads (pointer or keyboard in the prompt); comes
            again and again while it lasts.
    """

    answered = pyqtSignal(object, object)
    later = pyqtSignal()
    reading = pyqtSignal()

    def __init__(
        self, rule_text: RuleText, *, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setObjectName("prompt")
        self._rule_text = rule_text
        self._clock = clock
        self._question: Question | None = None
        self._app: App | None = None
        self._full_ns = 1
        self._pointer_reads = False
        self._key_reads = False
        self._keys = KeyTrust(clock)
        self._arming = Arming(self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._make_parts()
        self._arrange()
        self._connect()

    # What is shown

    @property
    def question(self) -> Question | None:
        """The one that is shown, None while the prompt is away."""
        return self._question

    @property
    def is_read(self) -> bool:
        """Whether pointer or keyboard are in the prompt."""
        return self._pointer_reads or self._key_reads

    def show_question(self, question: Question, app: App, waiting: int) -> None:
        """Show a question, the first of so many; a new one disarms the buttons."""
        before, app_before = self._question, self._app
        self._question, self._app = question, app
        fresh = before is None or before.id != question.id
        if fresh:
            self._begin(question)
        left = question.deadline_ns - self._clock()
        self._full_ns = max(self._full_ns, left, 1)
        if fresh or before is None or _asked(before) != _asked(question) or app != app_before:
            self._arming.disturb()
            self._header.show_question(question, app)
            self._details.show_question(question)
            self._show_origin(question)
        self._show_place(question, waiting)
        self._show_rule()
        self._on_tick()
        self._appear()

    def go_away(self) -> None:
        """Nothing is asked now."""
        self._question = None
        self._arming.disarm()
        self.hide()

    def summon(self) -> None:
        """The person asked for the prompt: give it the keyboard."""
        self._keys.summoned()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.raise_()
        self.activateWindow()

    # What the person does

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """A and D answer, digits choose, Escape means later; Enter and Space mean nothing."""
        if event is None or event.isAutoRepeat() or event.modifiers() & ~_PLAIN_KEYS:
            return
        if not self._keys.pressed():
            return
        self._key_reads = True
        if event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        elif event.key() == Qt.Key.Key_A:
            self._answer(Action.ALLOW)
        elif event.key() == Qt.Key.Key_D:
            self._answer(Action.DENY)
        elif event.key() == Qt.Key.Key_I:
            self._more.toggle()
        elif not self._scopes.take_key(event.text()):
            self._lifetimes.take_key(event.text())

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Closing is no answer: it means later."""
        super().closeEvent(event)
        if self._question is not None:
            self.later.emit()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """A press anywhere in the prompt says that the keyboard is meant for it."""
        if event is not None and event.type() == QEvent.Type.MouseButtonPress:
            self._keys.clicked()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent | None) -> bool:
        """Notice whether the person is here."""
        if event is not None:
            self._notice(event.type())
        return super().event(event)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Count only while something can be seen."""
        self._tick.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Do nothing at all while nothing is asked."""
        self._tick.stop()
        self._pointer_reads = self._key_reads = False
        super().hideEvent(event)

    # Within

    def _notice(self, kind: QEvent.Type) -> None:
        match kind:
            case QEvent.Type.HoverMove | QEvent.Type.Wheel | QEvent.Type.MouseButtonPress:
                # Not Enter: a prompt may appear under a pointer that nobody holds.
                self._pointer_reads = True
                if kind == QEvent.Type.MouseButtonPress:
                    self._keys.clicked()
            case QEvent.Type.Leave | QEvent.Type.HoverLeave:
                self._pointer_reads = False
            case QEvent.Type.WindowActivate:
                self._keys.activated()
            case QEvent.Type.WindowDeactivate:
                self._keys.deactivated()
                self._key_reads = False

    def _begin(self, question: Question) -> None:
        self._full_ns = max(question.deadline_ns - self._clock(), 1)
        event, facts = question.event, question.facts
        label = words.scope_row(event)
        width = self._label_width(label)
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

    def _label_width(self, label: str) -> int:
        metrics = self.fontMetrics()
        other = words.translate("Prompt", "For")
        return max(metrics.horizontalAdvance(label), metrics.horizontalAdvance(other), em(self, 2))

    def _appear(self) -> None:
        if self.isHidden():
            self._keys.shown()
            self._more.setChecked(False)
            put_in_corner(self, self._fitting_height())
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # within the window only
            self.show()
        else:
            put_in_corner(self, self._fitting_height(), keep=True)

    def _fitting_height(self) -> int:
        layout = self.layout()
        if layout is None:
            return self.height()
        layout.activate()
        return layout.heightForWidth(self.width())

    def _answer(self, action: Action) -> None:
        if self._question is not None and self._arming.armed:
            self._arming.disturb()
            self.answered.emit(self._question.id, self._chosen(action))

    def _chosen(self, action: Action) -> Answer:
        return Answer(action, self._scopes.value, self._lifetimes.value)

    def _show_origin(self, question: Question) -> None:
        event = question.event
        self._path.setText(words.exe_text(event))
        self._path.setToolTip("")
        self._path.setAccessibleName(
            words.translate("Prompt", "Program file: {path}").format(path=words.exe_text(event))
        )
        self._who.setText(words.origin(event, question.facts))
        self.setAccessibleName(self._sentence(question))

    def _sentence(self, question: Question) -> str:
        name = self._app.name if self._app is not None else words.program_name(question.event)
        return words.sentence(name, question.event, question.facts)

    def _show_place(self, question: Question, waiting: int) -> None:
        """How many are in line: under the bar, and in the title for whoever sees only that."""
        sentence = self._sentence(question)
        if waiting > 1:
            text = words.translate("Prompt", "snet · question 1 of {n}").format(n=waiting)
            place = words.translate("Prompt", "1 of {n}").format(n=waiting)
            self.setWindowTitle(f"snet ({place}) · {sentence}")
        else:
            text = words.translate("Prompt", "snet asks")
            self.setWindowTitle(f"snet · {sentence}")
        self._line.setText(text)

    def _show_rule(self) -> None:
        if self._question is None or self._app is None:
            return
        text = self._rule_text(self._question, self._chosen(Action.ALLOW), self._app.name)
        self._rule.setText(text)

    def _on_tick(self) -> None:
        if self._question is None:
            return
        now = self._clock()
        left = self._question.deadline_ns - now
        self._bar.set_share(left / self._full_ns)
        text = countdown_text(self._question.deadline_ns, now, self._question.policy)
        if text != self._left.text():
            self._left.setText(text)
        if self.is_read:
            self.reading.emit()

    def _set_armed(self, armed: bool) -> None:
        for button in (self._allow, self._deny):
            button.setEnabled(armed)

    def _toggle_details(self, on: bool) -> None:
        self._details.setVisible(on)
        if on:
            self._details.fill()
        if not self.isHidden():
            put_in_corner(self, self._fitting_height(), keep=True)

    # How it is made

    def _make_parts(self) -> None:
        self._bar = CountdownBar()
        self._line = plain_label(wrap=False)
        self._left = QLabel()
        self._left.setTextFormat(Qt.TextFormat.PlainText)
        self._left.setObjectName("countdown")
        self._header = Header()
        self._more = Toggle(words.translate("Prompt", "Details"), "I")
        self._more.setObjectName("details")
        self._path = plain_label()
        self._who = plain_label()
        self._details = Details()
        self._details.hide()
        self._scopes: ChoiceRow[Scope] = ChoiceRow(SCOPES)
        self._lifetimes: ChoiceRow[Lifetime] = ChoiceRow(LIFETIMES)
        self._rule = plain_label()
        self._rule.setObjectName("rule")
        self._deny = AnswerButton(Action.DENY, words.translate("Prompt", "Deny"), "D")
        self._allow = AnswerButton(Action.ALLOW, words.translate("Prompt", "Allow"), "A")
        self._deny.setObjectName("deny")
        self._allow.setObjectName("allow")

    def _arrange(self) -> None:
        pad = em(self, 1.1)
        body = QVBoxLayout()
        body.setContentsMargins(pad, em(self, 0.8), pad, pad)
        body.setSpacing(em(self, 0.75))
        top = QHBoxLayout()
        top.addWidget(self._line, 1)
        top.addWidget(self._left)
        body.addLayout(top)
        body.addWidget(self._header)
        origin = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(em(self, 0.1))
        texts.addWidget(self._path)
        texts.addWidget(self._who)
        origin.addLayout(texts, 1)
        origin.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(origin)
        body.addWidget(self._details)
        body.addWidget(self._scopes)
        body.addWidget(self._lifetimes)
        body.addWidget(self._rule)
        body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        buttons.addWidget(self._deny)
        buttons.addWidget(self._allow)
        body.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # The height is ours to give: a layout's minimum is that of its narrowest shape.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._bar)
        whole.addLayout(body)
        self.setFixedWidth(em(self, _WIDTH_EM))
        for label in (self._line, self._left, self._who, self._rule):
            set_muted(label)

    def _connect(self) -> None:
        self._allow.clicked.connect(lambda: self._answer(Action.ALLOW))
        self._deny.clicked.connect(lambda: self._answer(Action.DENY))
        self._scopes.chosen.connect(self._show_rule)
        self._lifetimes.chosen.connect(self._show_rule)
        self._more.toggled.connect(self._toggle_details)
        self._arming.changed.connect(self._set_armed)
        self._set_armed(False)
        for part in self.findChildren(QWidget):
            part.installEventFilter(self)


def _asked(question: Question) -> tuple[object, ...]:
    """What of a question may not change under the pointer: all but time and count."""
    return question.event, question.facts, question.policy, question.scopes
