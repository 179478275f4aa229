# SPDX-License-Identifier: GPL-2.0-or-later
"""The three screens of the first start."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QLocale, QSize, Qt
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snetgui.gui.icons import app_icon, state_icon
from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.settings.card import Card, heading
from snetgui.gui.settings.quiet import QuietComboBox
from snetgui.gui.settings.row import Row, SwitchRow
from snetgui.gui.state import State
from snetgui.gui.theme import em, scaled
from snetgui.gui.words import translate
from snetgui.model import Action

from .plan import Begin
from .radio_row import RadioRow


class Screen(QWidget):
    """A title, a sentence, and what is below them."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._head = plain_label()
        self._head.setFont(scaled(self.font(), 1.6, bold=True))
        self._head.setText(title)
        self._text = plain_label()
        self._text.setText(text)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self, 0.7))
        self.column.addWidget(self._head)
        self.column.addWidget(self._text)

    def minimumSizeHint(self) -> QSize:
        """Not that of its narrowest shape, as its layout would have it."""
        return QSize(em(self, 20), em(self, 8))

    def say(self, title: str, text: str) -> None:
        """Another title and sentence."""
        self._head.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))


class BeginScreen(Screen):
    """How shall it begin?"""

    def __init__(self) -> None:
        super().__init__(
            translate("First", "How shall snet begin?"),
            translate(
                "First",
                "A program that wants to use the network is held until you allow or deny it, and "
                "your answer is remembered.",
            ),
        )
        self._group = QButtonGroup(self)
        self._rows = {begin: RadioRow(*texts) for begin, texts in _begins().items()}
        for row in self._rows.values():
            self._group.addButton(row.button)
        self.column.addWidget(Card(list(self._rows.values())))
        self.column.addStretch(1)

    @property
    def begin(self) -> Begin:
        """What is chosen."""
        chosen = (begin for begin, row in self._rows.items() if row.button.isChecked())
        return next(chosen, Begin.EVERYTHING)

    def choose(self, begin: Begin) -> None:
        """Choose for the person, who can choose again."""
        self._rows[begin].button.setChecked(True)
        self._rows[begin].button.setFocus()


class MattersScreen(Screen):
    """The few other things that matter."""

    def __init__(self) -> None:
        super().__init__(
            translate("First", "A few things that matter"),
            translate("First", "All of them, and more, can be changed in the settings."),
        )
        self.policy = QuietComboBox()
        self.policy.addItem(translate("First", "Deny it"), Action.DENY)
        self.policy.addItem(translate("First", "Allow it"), Action.ALLOW)
        self._policy_row = Row(translate("First", "If nobody answers"), "", self.policy)
        self.loopback = SwitchRow(
            translate("First", "Ask about connections within this computer too"),
            translate(
                "First",
                "Programs here that talk to each other. Off: fewer questions, about what leaves "
                "this computer or comes from outside.",
            ),
        )
        self.login = SwitchRow(
            translate("First", "Start when I log in"),
            translate("First", "Off: programs are not asked about until you start snet."),
        )
        self.column.addWidget(Card([self._policy_row, self.loopback, self.login]))
        self.column.addStretch(1)

    def show_delay(self, seconds: float) -> None:
        """Say how long a question waits."""
        text = translate("First", "A program is held for {n} s. Then, for this one call:")
        self._policy_row.set_hint(text.format(n=QLocale().toString(seconds)))


class SummaryScreen(Screen):
    """What will be done; afterwards, that it was."""

    def __init__(self) -> None:
        super().__init__(translate("First", "This is what snet will do"), "")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(em(self, 0.5))
        self._where = _Where()
        self.column.addLayout(self._steps)
        self.column.addWidget(Card([self._where]))
        self.column.addStretch(1)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these, one below the other."""
        while (item := self._steps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for step in steps:
            self._steps.addWidget(_Step(step))

    def show_where(self, *, tray: bool) -> None:
        """Say where snet is found from now on."""
        self._where.show_where(tray=tray)


class _Step(QWidget):
    """A mark, and what will be done."""

    def __init__(self, text: str) -> None:
        super().__init__()
        mark = QLabel("✓")
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        label = plain_label()
        label.setText(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(mark)
        row.addWidget(label, 1)


class _Where(QWidget):
    """The icon that a person will look for, and where."""

    def __init__(self) -> None:
        super().__init__()
        icon = QLabel()
        side = em(self, 1.8)
        icon.setPixmap(state_icon(State.ASKING).pixmap(side, side))
        icon.setFixedWidth(side)
        self._title = heading(translate("First", "Where you find it"))
        self._text = plain_label()
        texts = QVBoxLayout()
        texts.setSpacing(em(self, 0.15))
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.9), em(self, 0.7), em(self, 0.9), em(self, 0.7))
        row.setSpacing(em(self, 0.9))
        row.addWidget(icon)
        row.addLayout(texts, 1)

    def show_where(self, *, tray: bool) -> None:
        self._text.setText(
            translate(
                "First",
                "This icon is in the panel. Click it for what waits and how things are; its menu "
                "has the rules, a pause, and the settings.",
            )
            if tray
            else translate(
                "First",
                "This desktop shows no icons of programs. The window “Status” has the rules, a "
                "pause, and the settings; starting snet once more shows it.",
            )
        )


def welcome_icon(widget: QWidget) -> QLabel:
    """Our icon, large."""
    label = QLabel()
    side = em(widget, 3.4)
    label.setPixmap(app_icon().pixmap(side, side))
    return label


def _begins() -> dict[Begin, tuple[str, str]]:
    return {
        Begin.NEW: (
            translate("First", "Ask about what is new (suggested)"),
            translate(
                "First",
                "Programs that use the network right now go on: each gets a rule, which you can "
                "look at and delete. All others are asked about.",
            ),
        ),
        Begin.EVERYTHING: (
            translate("First", "Ask about everything"),
            translate(
                "First",
                "Every program is asked about, those that are running too. Many questions on the "
                "first day, and nothing passes that you did not see.",
            ),
        ),
        Begin.LEARN: (
            translate("First", "Learn for a day first"),
            translate(
                "First",
                "For one day all is allowed, and rules are made of what programs do, for you to "
                "look over. Then snet asks about the rest.",
            ),
        ),
    }
