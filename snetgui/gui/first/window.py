# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of the first start: screen by screen, nothing changed before the end."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.settings.autostart import Autostart
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import About, Action, Settings, SnetError, Status

from .plan import Begin, Plan, carry_out, done_text, steps
from .screens import BeginScreen, MattersScreen, SummaryScreen, welcome_icon


class FirstWindow(QWidget):
    """Three screens. Closed before the end, it has changed nothing.

    Signals:
        over: the person finished it, or closed it.
        rules_wanted: the person wants to look at the rules.
    """

    over = pyqtSignal()
    rules_wanted = pyqtSignal()

    def __init__(self, bridge: Bridge, autostart: Autostart | None) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("first")
        self.setWindowTitle(translate("First", "First steps · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._autostart = autostart
        self._done = self._busy = False
        self.begin = BeginScreen()
        self.matters = MattersScreen()
        self.summary = SummaryScreen()
        self._screens = (self.begin, self.matters, self.summary)
        self._stack = QStackedWidget()
        self._bar = NoticeBar()
        self._place = plain_label(wrap=False)
        set_muted(self._place)
        self._later = QPushButton(translate("First", "Not now"))
        self._rules = QPushButton(translate("First", "Look at the rules"))
        self._back = QPushButton(translate("First", "Back"))
        self._next = QPushButton()
        self._next.setObjectName("next")
        self._arrange()
        self._connect()

    def begin_anew(self, status: Status, *, fresh: bool, tray: bool) -> None:
        """Show the first screen.

        Args:
            fresh: it is the first start: suggest something, instead of what is in force.
        """
        self._done = self._busy = False
        self._bar.hide()
        self.matters.policy.setCurrentIndex(0 if status.policy is Action.DENY else 1)
        self.matters.show_delay(status.delay_s)
        self.matters.loopback.show_value(False)
        self.matters.login.setVisible(self._autostart is not None)
        self.matters.login.show_value(fresh or (self._autostart is not None and self._autostart.on))
        self.summary.show_where(tray=tray)
        self._go(0)
        self.begin.choose(Begin.NEW if fresh else Begin.EVERYTHING)
        if not fresh:
            self._bridge.call(self._bridge.backend.settings(), self._show_settings)

    @property
    def plan(self) -> Plan:
        """What is chosen now."""
        return Plan(
            begin=self.begin.begin,
            policy=Action(self.matters.policy.currentData()),
            loopback=self.matters.loopback.box.isChecked(),
            login=self.matters.login.box.isChecked() if self._autostart is not None else None,
        )

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Closing is an answer too: not now."""
        super().closeEvent(event)
        self.over.emit()

    def _show_settings(self, settings: Settings) -> None:
        self.matters.loopback.show_value(About.LOOPBACK in settings.asked)

    def _go(self, number: int) -> None:
        screen = self._screens[number]
        if screen is self.summary:
            self.summary.say(translate("First", "This is what snet will do"), "")
            self.summary.show_steps(steps(self.plan))
        self._stack.setCurrentWidget(screen)
        self._show_buttons()
        self._fit()
        if number:
            self._next.setFocus()

    def _fit(self) -> None:
        """As high as the highest screen: the buttons stay where they are."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), em(self, 24)))

    def _show_buttons(self) -> None:
        number, last = self._stack.currentIndex(), len(self._screens) - 1
        place = translate("First", "{number} of {count}")
        self._place.setText(place.format(number=number + 1, count=last + 1))
        self._place.setVisible(not self._done)
        self._back.setVisible(number > 0 and not self._done)
        self._later.setVisible(not self._done)
        self._rules.setVisible(self._done)
        for button in (self._back, self._next):
            button.setEnabled(not self._busy)
        if self._done:
            self._next.setText(translate("First", "Close"))
        elif number == last:
            self._next.setText(translate("First", "Start"))
        else:
            self._next.setText(translate("First", "Next"))

    def _on_next(self) -> None:
        number = self._stack.currentIndex()
        if self._done:
            self.close()
        elif number < len(self._screens) - 1:
            self._go(number + 1)
        else:
            self._start()

    def _on_enter(self) -> None:
        """On to the next screen; what changes something is pressed for itself."""
        if self._stack.currentIndex() < len(self._screens) - 1:
            self._on_next()

    def _start(self) -> None:
        plan = self.plan
        self._busy = True
        self._bar.hide()
        self._show_buttons()
        work = carry_out(self._bridge.backend, plan)
        self._bridge.call(work, lambda rules: self._did(plan, rules), self._did_not)

    def _did(self, plan: Plan, rules: int) -> None:
        self._busy = False
        try:
            if self._autostart is not None and plan.login is not None:
                self._autostart.switch(plan.login)
        except OSError as error:
            self._say(error.strerror or str(error))
            return
        self._done = True
        self.summary.say(translate("First", "Done"), done_text(plan, rules))
        self.summary.show_steps([])
        self._show_buttons()
        self._next.setFocus()

    def _did_not(self, error: SnetError) -> None:
        self._busy = False
        self._say(str(error))

    def _say(self, why: str) -> None:
        text = translate("First", "That did not work: {why}").format(why=why)
        self._bar.say(text, translate("First", "Try again"), self._start)
        self._show_buttons()
        self._fit()

    def _arrange(self) -> None:
        for screen in self._screens:
            self._stack.addWidget(screen)
        pad = em(self, 1.4)
        top = QHBoxLayout()
        top.setSpacing(em(self, 1.2))
        side = QVBoxLayout()
        side.addWidget(welcome_icon(self))
        side.addStretch(1)
        top.addLayout(side)
        top.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        for button in (self._later, self._rules):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._place)
        for button in (self._back, self._next):
            button.setMinimumWidth(em(self, 6))
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(pad, pad, pad, em(self, 0.9))
        whole.setSpacing(em(self, 0.9))
        whole.addLayout(top, 1)
        whole.addWidget(self._bar)
        whole.addLayout(foot)
        # The height is ours to give: a layout's minimum is that of its narrowest shape.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setFixedWidth(em(self, 40))

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(lambda: self._go(self._stack.currentIndex() - 1))
        self._later.clicked.connect(self.close)
        self._rules.clicked.connect(self.rules_wanted.emit)
        QShortcut(QKeySequence(Qt.Key.Key_Return), self, self._on_enter)
        QShortcut(QKeySequence(Qt.Key.Key_Enter), self, self._on_enter)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
