# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels for text that may be anything."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor
from PyQt6.QtWidgets import QLabel, QSizePolicy

from snetgui.gui.following import paint_role
from snetgui.gui.theme import READABLE, Tones, legible


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
    paint_role(label, label.foregroundRole(), lambda colours: colours.muted)


def set_alarming(label: QLabel) -> None:
    """Paint a label's text as what went wrong, from now on."""
    paint_role(label, label.foregroundRole(), _alarming)


def _alarming(colours: Tones) -> QColor:
    return legible(colours.deny, colours.window, READABLE, colours.text)
