# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels for text that may be anything."""

from __future__ import annotations

from PyQt6.QtCore import Qt
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
    """Paint a label's text in the quieter of the two readable tones."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), tones(label.palette()).muted)
    label.setPalette(palette)
