# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of an event that was decided before."""

from __future__ import annotations

from PyQt6 import sip
from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QComboBox, QWidget

from snetgui.gui import words
from snetgui.gui.bridge import Bridge
from snetgui.gui.rules.texts import when_text
from snetgui.gui.words import translate
from snetgui.model import HistoryPage, SnetError
from snetgui.model.text import shorten

_MOST = 100
_TEXT_MOST = 110


class PastBox(QComboBox):
    """The last events, newest first.

    Signals:
        picked: an Event and its Facts.
    """

    picked = pyqtSignal(object, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAccessibleName(translate("TestRule", "Past event"))
        self.setToolTip(translate("TestRule", "Begin with an event that was decided before"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)
        self.activated.connect(self._picked)
        self._show(translate("TestRule", "Made up"))

    def reload(self) -> None:
        """Read what was decided lately."""
        self._bridge.call(self._bridge.backend.decisions(limit=_MOST), self._took, self._did_not)

    def back_to_invented(self) -> None:
        """No past event is shown any more."""
        self.setCurrentIndex(0)

    def _took(self, page: HistoryPage) -> None:
        if sip.isdeleted(self):
            return  # it went with its window
        self._show(translate("TestRule", "Made up"))
        for recorded in page.rows:
            decision = recorded.decision
            name = words.program_name(decision.event)
            text = words.sentence(name, decision.event, decision.facts)
            text = f"{when_text(decision.when)} · {text}"
            self.addItem(shorten(text, _TEXT_MOST), (decision.event, decision.facts))

    def _did_not(self, error: SnetError) -> None:
        if sip.isdeleted(self):
            return
        self._show(translate("TestRule", "Made up (the history can't be read: {why})"), error)

    def _show(self, first: str, error: SnetError | None = None) -> None:
        self.clear()
        self.addItem(first.format(why=error))

    def _picked(self, index: int) -> None:
        past = self.itemData(index)
        if past is not None:
            self.picked.emit(*past)
