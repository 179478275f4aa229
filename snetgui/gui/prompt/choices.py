# SPDX-License-Identifier: GPL-2.0-or-later
"""A row of chips of which one is taken: how wide an answer is, or how long it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from snetgui.gui.flow import FlowLayout
from snetgui.gui.theme import em
from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Lifetime,
    LifetimeKind,
    Scope,
)

from .chip import Chip
from .labels import set_muted

V = TypeVar("V")

# Each value has its own key for good, shown or not, so that fingers can learn it.
SCOPES: tuple[tuple[Scope, str], ...] = (
    (Scope.DESTINATION, "1"),
    (Scope.HOST, "2"),
    (Scope.PORT, "3"),
    (Scope.PROGRAM, "4"),
)
LIFETIMES: tuple[tuple[Lifetime, str], ...] = (
    (ONCE, "5"),
    (THIS_PROCESS, "6"),
    (Lifetime(LifetimeKind.SPAN, seconds=15 * 60), "7"),
    (Lifetime(LifetimeKind.SPAN, seconds=60 * 60), "8"),
    (UNTIL_RESTART, "9"),
    (ALWAYS, "0"),
)
DEFAULT_LIFETIME = THIS_PROCESS


class ChoiceRow(QWidget, Generic[V]):
    """A label, and a chip for each choice.

    Signals:
        chosen: the person took another choice.
    """

    chosen = pyqtSignal()

    def __init__(self, choices: Sequence[tuple[V, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, tuple[V, Chip]] = {}
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=em(self, 0.35))
        self._group = QButtonGroup(self)
        for value, key in choices:
            chip = Chip("", key)
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips[key] = (value, chip)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())
        self._arrange()

    def _arrange(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        self._label.setContentsMargins(0, em(self, 0.35), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(self._label)
        row.addWidget(self._box, 1)

    def set_label(self, text: str, width: int) -> None:
        """Name the row; labels of the same width make the chips line up."""
        self._label.setText(text)
        self._label.setFixedWidth(width)
        self._box.setAccessibleName(text)
        set_muted(self._label)

    def set_texts(self, texts: Sequence[tuple[V, str]]) -> None:
        """Offer these choices, with these labels; all others are hidden."""
        for value, chip in self._chips.values():
            text = next((text for offered, text in texts if offered == value), None)
            chip.setVisible(text is not None)
            if text is not None:
                chip.set_text(text)
        self._box.updateGeometry()

    @property
    def value(self) -> V:
        """The choice that is taken."""
        for value, chip in self._chips.values():
            if chip.isChecked():
                return value
        return next(iter(self._chips.values()))[0]

    def take(self, value: V) -> None:
        """Take a choice without saying so."""
        for offered, chip in self._chips.values():
            if offered == value:
                chip.setChecked(True)

    def take_key(self, key: str) -> bool:
        """Take the choice of this key; whether there is one on offer."""
        if key not in self._chips:
            return False
        chip = self._chips[key][1]
        if chip.isHidden():
            return False
        chip.setChecked(True)
        self.chosen.emit()
        return True
