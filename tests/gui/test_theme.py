# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours that can be read, whatever palette a desktop has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtGui import QColor, QPalette

from snetgui.gui.theme import (
    READABLE,
    VISIBLE,
    Look,
    contrast,
    house_palette,
    is_dark,
    legible,
    tones,
)

COLOURS = st.builds(QColor, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_our_own_palettes_are_readable(look: Look) -> None:
    palette = house_palette(look)
    colours = tones(palette)
    assert is_dark(palette) is (look is Look.DARK)
    for ink in (colours.text, colours.muted):
        assert contrast(ink, colours.window) >= READABLE
        assert contrast(ink, palette.color(QPalette.ColorRole.Base)) >= READABLE
    assert contrast(colours.text, colours.chip) >= READABLE
    assert contrast(colours.accent_text, colours.accent_soft) >= READABLE
    assert contrast(colours.accent, colours.window) >= VISIBLE
    for ground in (colours.allow, colours.deny):
        assert contrast(colours.on_answer, ground) >= READABLE


@given(COLOURS, COLOURS)
def test_legible_is_as_good_as_its_text(color: QColor, ground: QColor) -> None:
    black, white = QColor("black"), QColor("white")
    toward = max(black, white, key=lambda ink: contrast(ink, ground))
    assert contrast(legible(color, ground, READABLE, toward), ground) >= READABLE - 0.01


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("black", "white", 21.0), ("white", "white", 1.0)]
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio)
