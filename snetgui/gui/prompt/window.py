# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt: one question on the screen, until it is answered, put off or gone.

It appears without the keyboard focus and stays above other windows. Its lower
edge stays where it is while its height changes, so that the buttons do not
move; whatever else changes under the pointer disarms them for a moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PyQt6.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PyQt6.QtWidgets import QLayout, QVBoxLayout, QWidget

from snetgui.gui import words
from snetgui.gui.apps import App
from snetgui.gui.theme import em, tones
from snetgui.model import Action, Question

from .answer_button import AnswerButton
from .arming import ARMING_MS, Arming
from .body import Body, RuleText
from .keyboard import Keyboard
from .keys import answer_of, code, details_key, key_of
from .keytrust import KeyTrust
from .place import put_in_corner
from .tally import Tally

_TICK_MS = 200
_WIDTH_EM = 38
_PLAIN_KEYS = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class PromptWindow(QWidget):
    """One question.

    `clock` gives CLOCK_MONOTONIC nanoseconds; `rule_text` says in a sentence
    what an answer to a question (of the program so named) would make;
    `arming_ms` is for tests that have no person's time.

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
        self,
        rule_text: RuleText,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
        arming_ms: int = ARMING_MS,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._keyboard = Keyboard(self)
        self.setWindowFlags(self.windowFlags() | self._keyboard.flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setObjectName("prompt")
        self._clock = clock
        self._question: Question | None = None
        self._app: App | None = None
        self._full_ns = 1
        self._pointer_reads = False
        self._key_reads = False
        self._body = Body(rule_text)
        self._keys = KeyTrust(clock)
        self._arming = Arming(self, delay_ms=arming_ms)
        self._tally = Tally(self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
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
        """Show a question, the first of so many; whatever is new in it disarms the answers."""
        before, app_before = self._question, self._app
        self._question, self._app = question, app
        fresh = before is None or before.id != question.id
        if fresh:
            self._full_ns = 1
            self._body.begin(question)
        self._full_ns = max(self._full_ns, question.deadline_ns - self._clock())
        if fresh or before is None or _asked(before) != _asked(question) or app != app_before:
            self._body.show_question(question, app)
            self.setAccessibleName(self._sentence(question))
            self._tally.begin(question.count, waiting)
            self._count(question.count, waiting)
        else:
            self._body.renew(question)
            self._tally.tell(question.count, waiting)
        self._body.set_time(self._clock(), self._full_ns)
        if self.isHidden():
            self._appear()

    def go_away(self) -> None:
        """Nothing is asked now."""
        self._question = None
        self._arming.disarm()
        self._tally.stop()
        self.hide()

    def summon(self) -> None:
        """The person asked for the prompt: give it the keyboard."""
        if self._question is None:
            return
        self._keys.summoned()
        self._arming.disturb()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self._keyboard.take()

    # What the person does

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """A and D answer, digits choose, Escape means later; Enter and Space mean nothing."""
        if event is None or event.isAutoRepeat() or event.modifiers() & ~_PLAIN_KEYS:
            return
        if not self._keys.pressed():
            return
        self._key_reads = True
        self._keyboard.used()
        key = key_of(event)
        if key == Qt.Key.Key_Escape:
            self.later.emit()
        elif (action := answer_of(key)) is not None:
            self._answer(action)
        elif key == code(details_key()):
            self._body.more.toggle()
        else:
            self._body.take_key(event.text())

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Closing is no answer: it means later."""
        super().closeEvent(event)
        if self._question is not None:
            self.later.emit()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """A press anywhere in the prompt says that the keyboard is meant for it.

        Not one that answers: the prompt is gone before it would have the keyboard,
        and Qt then takes it for the focused window (seen in 6.11) until another is.
        """
        pressed = event is not None and event.type() == QEvent.Type.MouseButtonPress
        if pressed and not isinstance(watched, AnswerButton):
            self._clicked()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent | None) -> bool:
        """Notice whether the person is here."""
        if event is not None:
            self._notice(event.type())
        return super().event(event)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Count only while something can be seen."""
        self._tick.start()
        self._disturb()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Do nothing at all while nothing is asked."""
        self._tick.stop()
        self._pointer_reads = self._key_reads = False
        self._keyboard.refuse()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Everything may stand elsewhere."""
        self._disturb()
        super().resizeEvent(event)

    def moveEvent(self, event: QMoveEvent | None) -> None:
        """Another button may be under the pointer."""
        self._disturb()
        super().moveEvent(event)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint an edge where no window manager gives us one."""
        if self._keyboard.layers:
            painter = QPainter(self)
            painter.setPen(tones(self.palette()).line)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # Within

    def _notice(self, kind: QEvent.Type) -> None:
        match kind:
            case QEvent.Type.HoverMove | QEvent.Type.Wheel | QEvent.Type.MouseButtonPress:
                # Not Enter: a prompt may appear under a pointer that nobody holds.
                self._pointer_reads = True
                if kind == QEvent.Type.MouseButtonPress:
                    self._clicked()
            case QEvent.Type.Leave | QEvent.Type.HoverLeave:
                self._pointer_reads = False
                self._keyboard.pointer_left()
            case QEvent.Type.WindowActivate:
                self._keys.activated()
                if not self._keyboard.wanted:
                    self._disturb()  # raised, so perhaps not seen before
            case QEvent.Type.WindowDeactivate:
                self._keys.deactivated()
                self._key_reads = False
                self._keyboard.refuse()
            case QEvent.Type.WindowStateChange:
                self._disturb()

    def _clicked(self) -> None:
        self._keys.clicked()
        self._keyboard.take()

    def _disturb(self) -> None:
        if self._question is not None:
            self._arming.disturb()

    def _appear(self) -> None:
        self._keys.shown()
        put_in_corner(self, self._body.fitting_height(self.width()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # within the window only
        self.show()

    def _fit(self) -> None:
        if not self.isHidden():
            put_in_corner(self, self._body.fitting_height(self.width()), keep=True)

    def _answer(self, action: Action) -> None:
        if self._question is not None and self._arming.armed:
            self._arming.disturb()
            self.answered.emit(self._question.id, self._body.answer(action))

    def _sentence(self, question: Question) -> str:
        name = self._app.name if self._app is not None else words.program_name(question.event)
        return words.sentence(name, question.event, question.facts)

    def _count(self, calls: int, waiting: int) -> None:
        """How many are in line: under the bar, and in the title for whoever sees only that."""
        if self._question is None:
            return
        self._body.set_counts(calls, waiting)
        sentence = self._sentence(self._question)
        if waiting > 1:
            place = words.translate("Prompt", "1 of {n}").format(n=waiting)
            self._keyboard.set_title(f"snet ({place}) · {sentence}")
        else:
            self._keyboard.set_title(f"snet · {sentence}")
        self._disturb()
        self._fit()

    def _on_tick(self) -> None:
        self._body.set_time(self._clock(), self._full_ns)
        if self._question is not None and self.is_read:
            self.reading.emit()

    # How it is made

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # The height is ours to give: a layout's minimum is that of its narrowest shape.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._body)
        self.setFixedWidth(em(self, _WIDTH_EM))

    def _connect(self) -> None:
        self._body.clicked.connect(self._answer)
        self._body.moved.connect(self._disturb)
        self._body.taller.connect(self._fit)
        self._arming.changed.connect(self._body.set_armed)
        self._tally.changed.connect(self._count)
        self._tick.timeout.connect(self._on_tick)
        self._body.set_armed(False)
        for part in self.findChildren(QWidget):
            part.installEventFilter(self)


def _asked(question: Question) -> tuple[object, ...]:
    """What of a question may not change under the pointer: all but time and count."""
    event = replace(question.event, deadline_ns=0)
    return event, question.facts, question.policy, question.scopes
