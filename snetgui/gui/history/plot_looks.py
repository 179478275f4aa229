# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of allowed and denied, in the plot and in the totals."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QBrush, QColor, QPalette

from snetgui.gui.theme import VISIBLE, legible, mix, tones


@dataclass(frozen=True, slots=True)
class Looks:
    """The colours of allowed and denied; the second is hatched too."""

    allowed: QColor
    denied: QColor
    base: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    chosen: QColor

    @staticmethod
    def of(palette: QPalette) -> Looks:
        base = palette.color(QPalette.ColorRole.Base)
        text = palette.color(QPalette.ColorRole.Text)
        colours = tones(palette)
        chosen = QColor(colours.accent)
        chosen.setAlphaF(0.22)
        return Looks(
            allowed=legible(colours.accent, base, VISIBLE, text),
            denied=legible(colours.deny, base, VISIBLE, text),
            base=base,
            text=text,
            muted=colours.muted,
            line=mix(text, base, 0.14),
            accent=colours.accent,
            chosen=chosen,
        )

    def denied_brush(self) -> QBrush:
        """Told apart by its pattern as well."""
        return QBrush(self.denied, Qt.BrushStyle.BDiagPattern)
