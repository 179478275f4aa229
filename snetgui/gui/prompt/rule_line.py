# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule that an answer would make, in a sentence: that of Allow, or of Deny."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget

from snetgui.model import Action


class RuleLine(QLabel):
    """One sentence at a time, in a place that is large enough for either.

    So nothing moves when the pointer goes from one button to the other.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[Action, str] = {}
        self._action = Action.ALLOW
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self, texts: Mapping[Action, str]) -> None:
        """The sentence for each answer."""
        if texts != self._texts:
            self._texts = dict(texts)
            self.setText(self._texts.get(self._action, ""))
            self.updateGeometry()

    def show_action(self, action: Action) -> None:
        """Show that answer's."""
        self._action = action
        self.setText(self._texts.get(action, ""))

    def heightForWidth(self, width: int) -> int:
        """As high as the longer of them."""
        return max((self._height(text, width) for text in self._texts.values()), default=0)

    def minimumSizeHint(self) -> QSize:
        """At the width that it has."""
        return QSize(1, self.heightForWidth(max(self.width(), 1)))

    def _height(self, text: str, width: int) -> int:
        place = QRect(0, 0, width, 10_000)
        return self.fontMetrics().boundingRect(place, int(Qt.TextFlag.TextWordWrap), text).height()
