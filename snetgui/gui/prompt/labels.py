# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels for text that may be anything."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QLabel, QSizePolicy

from snetgui.gui.theme import tones


def plain_label(*, wrap: bool = True) -> QLabel:
    """A label for untrusted text: never markup, never wider than its place."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(wrap)
    label.setSizePolicy(policy)
    return label


def set_muted(label: QLabel) -> None:
    """Paint a label's text in the quieter of the two readable tones, from now on."""
    if label.findChild(_Muter) is None:
        _Muter(label)


class _Muter(QObject):
    """Keeps a label quiet when the desktop goes from light to dark, or back."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        label.installEventFilter(self)
        self._mute()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Only looks on."""
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            self._mute()
        return super().eventFilter(watched, event)

    def _mute(self) -> None:
        palette = QGuiApplication.palette()
        palette.setColor(self._label.foregroundRole(), tones(palette).muted)
        self._label.setPalette(palette)
