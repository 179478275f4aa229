# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of one program: by its path, or from those that rules name."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QFocusEvent
from PyQt6.QtWidgets import QComboBox, QWidget

from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model.text import shown

from .programs import Programs

_TEXT_MOST = 90


class ProgramBox(QComboBox):
    """One program, or any.

    A path that is too odd to show as it is can be taken from the list only.

    Signals:
        changed: another program is chosen.
    """

    changed = pyqtSignal()

    def __init__(self, programs: Programs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programs = programs
        self._program: str | None = None
        self._opening = False
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(22)
        self.setMaximumWidth(em(self, 24))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        name = translate("Rules", "Program")
        self.setAccessibleName(name)
        self.setToolTip(translate("Rules", "The whole path of one program, then Enter"))
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(translate("Rules", "Any program"))
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.editingFinished.connect(self._typed)
        line.textChanged.connect(self._emptied)
        self.activated.connect(self._picked)
        programs.came.connect(self._came)
        programs.failed.connect(self._came)

    @property
    def program(self) -> str | None:
        """The path that was chosen; None is any."""
        return self._program

    def show_program(self, path: str | None) -> None:
        """Choose this one."""
        with QSignalBlocker(self):
            self.setEditText(shown(path or "", _TEXT_MOST))
        self._choose(path)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Somebody may choose soon, with the arrow keys perhaps."""
        super().focusInEvent(event)
        self._programs.ask()

    def showPopup(self) -> None:
        """Offer the programs as they are now, once they are here."""
        if self._programs.fresh:
            super().showPopup()
        else:
            self._opening = True
            self._programs.ask()

    def _came(self) -> None:
        if self._programs.known != self._offered():
            self._fill()
        if self._opening:
            self._opening = False
            super().showPopup()

    def _offered(self) -> tuple[str, ...]:
        return tuple(self.itemData(index) for index in range(self.count()))

    def _fill(self) -> None:
        with QSignalBlocker(self):
            text = self.currentText()
            self.clear()
            for path in self._programs.known:
                self.addItem(shown(path, _TEXT_MOST), path)
            self.setEditText(text)

    def _picked(self, index: int) -> None:
        path = self.itemData(index)
        if path is not None:
            self._choose(path)

    def _typed(self) -> None:
        text = self.currentText().strip()
        if text != shown(self._program or "", _TEXT_MOST):
            self._choose(text or None)

    def _emptied(self, text: str) -> None:
        if not text:
            self._choose(None)

    def _choose(self, path: str | None) -> None:
        if path != self._program:
            self._program = path
            self.changed.emit()
