# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours that our own widgets paint with, taken from the desktop's palette."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QFont, QPalette
from PyQt6.QtWidgets import QApplication, QWidget

READABLE = 4.5  # contrast of text, WCAG 2.1, 1.4.3
VISIBLE = 3.0  # contrast of what is no text, WCAG 2.1, 1.4.11
_DARK_BELOW = 0.2  # luminance of a window's ground


class Look(StrEnum):
    """What the person asked for."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one look.

    Attributes:
        text, muted: on `window`; both readable.
        line: borders that only decorate.
        chip: ground of a choice that is not taken.
        accent: what is chosen, and the countdown; visible on `window`.
        accent_text: accent that is readable as text on `accent_soft`.
        accent_soft: ground of the choice that is taken.
        allow, deny, on_answer: the two answers and the text on them.
    """

    window: QColor
    text: QColor
    muted: QColor
    line: QColor
    chip: QColor
    accent: QColor
    accent_text: QColor
    accent_soft: QColor
    allow: QColor
    deny: QColor
    on_answer: QColor


def luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.1 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of the one (0 to 1) and the rest of the other."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def legible(color: QColor, ground: QColor, least: float, toward: QColor) -> QColor:
    """Shift a colour towards another until it stands out from its ground."""
    for step in range(10, 0, -1):
        tried = mix(color, toward, step / 10)
        if contrast(tried, ground) >= least:
            return tried
    return toward


def is_dark(palette: QPalette) -> bool:
    """Tell a dark look from a light one by its window's ground."""
    return luminance(palette.color(QPalette.ColorRole.Window)) < _DARK_BELOW


def tones(palette: QPalette) -> Tones:
    """Derive our colours from a palette."""
    roles = (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText, QPalette.ColorRole.Highlight)
    return _tones(*(palette.color(role).rgba() for role in roles))


@cache  # every part of a window asks with every picture; looks are few
def _tones(ground: int, ink: int, highlight: int) -> Tones:
    window, text = QColor.fromRgba(ground), QColor.fromRgba(ink)
    dark = luminance(window) < _DARK_BELOW
    accent = legible(QColor.fromRgba(highlight), window, VISIBLE, text)
    soft = mix(accent, window, 0.24 if dark else 0.14)
    return Tones(
        window=window,
        text=text,
        muted=legible(mix(text, window, 0.62), window, READABLE, text),
        line=mix(text, window, 0.20),
        chip=mix(text, window, 0.07 if dark else 0.045),
        accent=accent,
        accent_text=legible(accent, soft, READABLE, text),
        accent_soft=soft,
        allow=QColor("#1f7a3d"),
        deny=QColor("#c4314b") if dark else QColor("#b3261e"),
        on_answer=QColor("#ffffff"),
    )


_LIGHT = {
    QPalette.ColorRole.Window: "#fafafb",
    QPalette.ColorRole.WindowText: "#1c1f24",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f5f6f8",
    QPalette.ColorRole.Text: "#1c1f24",
    QPalette.ColorRole.Button: "#f1f2f4",
    QPalette.ColorRole.ButtonText: "#1c1f24",
    QPalette.ColorRole.ToolTipBase: "#1c1f24",
    QPalette.ColorRole.ToolTipText: "#ffffff",
    QPalette.ColorRole.PlaceholderText: "#6a707a",
    QPalette.ColorRole.Highlight: "#1f6feb",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#1f6feb",
}
_DARK = {
    QPalette.ColorRole.Window: "#1f2229",
    QPalette.ColorRole.WindowText: "#eceef2",
    QPalette.ColorRole.Base: "#191c22",
    QPalette.ColorRole.AlternateBase: "#20242b",
    QPalette.ColorRole.Text: "#eceef2",
    QPalette.ColorRole.Button: "#2b2f38",
    QPalette.ColorRole.ButtonText: "#eceef2",
    QPalette.ColorRole.ToolTipBase: "#eceef2",
    QPalette.ColorRole.ToolTipText: "#1c1f24",
    QPalette.ColorRole.PlaceholderText: "#9aa1ad",
    QPalette.ColorRole.Highlight: "#3b82f6",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#6ea8fe",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def house_palette(look: Look) -> QPalette:
    """Our own palette, for desktops that have none."""
    colours = {
        role: QColor(name) for role, name in (_DARK if look is Look.DARK else _LIGHT).items()
    }
    palette = QPalette(colours[QPalette.ColorRole.Button], colours[QPalette.ColorRole.Window])
    for role, color in colours.items():
        palette.setColor(role, color)
    for role in _FADED:
        faded = mix(colours[role], colours[QPalette.ColorRole.Window], 0.45)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def apply_look(app: QApplication, look: Look, desktops_style: str = "") -> None:
    """Follow the desktop; where it says nothing, or the person does, use our palette.

    Args:
        desktops_style: what to go back to if another look was shown before.
    """
    hints = app.styleHints()
    scheme = hints.colorScheme() if hints is not None else Qt.ColorScheme.Unknown
    if look is not Look.AUTO or scheme is Qt.ColorScheme.Unknown:
        app.setStyle("fusion")
        app.setPalette(house_palette(look))
    elif desktops_style:
        app.setStyle(desktops_style)
        app.setPalette(QPalette())


def em(widget: QWidget, times: float = 1.0) -> int:
    """A length in pixels that grows with the widget's font."""
    return round(widget.fontMetrics().height() * times)


def scaled(font: QFont, times: float, *, bold: bool = False) -> QFont:
    """The same font, larger or smaller."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * times)
    else:
        result.setPixelSize(round(font.pixelSize() * times))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result
