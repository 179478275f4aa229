# SPDX-License-Identifier: GPL-2.0-or-later
"""One field of a form: label, entry, and below it what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from snetgui.gui.prompt.labels import plain_label, set_alarming
from snetgui.gui.telling import fit
from snetgui.gui.words import translate
from snetgui.model.text import visible

from .edges import show_edges

_PROBLEM_MOST = 300
_TEXT_MOST = 1_000_000  # Qt would cut long lists of values in silence


class FieldRow(QWidget):
    """A line to type into, or a choice of a few texts, with its problem below.

    Attributes:
        label: to be put beside it; its mnemonic leads here.

    Signals:
        changed: the text is another one.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        choices: Sequence[tuple[str, str]] = (),
        free: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """choices: (shown, text) each; free: other texts may be typed too."""
        super().__init__(parent)
        self._title = title
        self._values = dict(choices)
        self._given = self._shown = ""
        self.label = QLabel(title)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._problem = plain_label()
        set_alarming(self._problem)
        self._problem.hide()
        self.entry: QComboBox | QLineEdit = _line(hint) if not choices else _box(choices, free)
        self.entry.setAccessibleName(title)
        show_edges(self.entry)
        if hint:
            self.entry.setToolTip(hint)
        self.label.setBuddy(self.entry)
        self.setFocusProxy(self.entry)
        if isinstance(self.entry, QLineEdit):
            self.entry.textChanged.connect(self.changed)
        else:
            self.entry.currentTextChanged.connect(self.changed)
            self.entry.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.entry)
        column.addWidget(self._problem)

    @property
    def text(self) -> str:
        """What is typed or chosen."""
        typed = self._typed()
        return self._given if typed == self._shown else self._values.get(typed, typed)

    def set_text(self, text: str) -> None:
        """Show this text, what is hidden in it as codes; it stays as it is until it is edited."""
        said = next((said for said, value in self._values.items() if value == text), None)
        words = visible(text) if said is None else said
        if isinstance(self.entry, QLineEdit):
            self.entry.setText(words)
            self.entry.setCursorPosition(0)
        elif self.entry.isEditable():
            self.entry.setEditText(words)
        else:
            self.entry.setCurrentText(words)
        self._given, self._shown = text, self._typed()
        self.changed.emit()

    def _typed(self) -> str:
        if isinstance(self.entry, QLineEdit):
            return self.entry.text()
        return self.entry.currentText()

    @property
    def problem(self) -> str:
        """What is said to be wrong with it."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def show_problem(self, problem: str) -> None:
        """Say what is wrong; "" is nothing."""
        text = fit(problem, _PROBLEM_MOST)
        self._problem.setText(translate("RuleDialog", "▲ {problem}").format(problem=text))
        self._problem.setVisible(bool(problem))
        # Told with the field, so that one who can't see the line below hears it.
        self.entry.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Leave the wheel to the form: scrolling past a choice must not change it."""
        if event is not None and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _line(hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(_TEXT_MOST)
    line.setPlaceholderText(hint)
    return line


def _box(choices: Sequence[tuple[str, str]], free: bool) -> QComboBox:
    box = QComboBox()
    box.setEditable(free)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems([said for said, _value in choices])
    # Else what is typed is exchanged for what a choice would be.
    if free:
        box.setCompleter(None)
    return box
