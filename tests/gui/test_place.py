# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the prompt goes."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QPoint, QRect

from snetgui.gui.prompt.place import corner, grown

AREA = QRect(100, 50, 1000, 700)


@pytest.mark.parametrize(
    ("pointer", "left"),
    [
        (QPoint(110, 60), False),
        (QPoint(900, 600), True),
        (QPoint(5000, 5000), False),
    ],
)
def test_corner_keeps_away_from_the_pointer(pointer: QPoint, left: bool) -> None:
    place = corner(AREA, 400, 300, 20, pointer)
    assert AREA.contains(place) and place.size().width() == 400 and place.height() == 300
    assert (place.left() == AREA.left() + 20) is left
    assert not place.contains(pointer)


def test_corner_cuts_what_is_higher_than_the_screen() -> None:
    place = corner(AREA, 400, 5000, 20, QPoint(0, 0))
    assert AREA.contains(place)


def test_corner_stays_right_if_both_are_under_the_pointer() -> None:
    narrow = QRect(0, 0, 450, 700)
    assert corner(narrow, 400, 300, 20, QPoint(225, 500)).right() == narrow.right() - 20


@pytest.mark.parametrize("height", [100, 200, 300, 400])
def test_growing_keeps_the_lower_edge(height: int) -> None:
    place = QRect(600, 400, 400, 300)
    after = grown(place, height, AREA)
    assert after.bottom() == place.bottom() and after.height() == height


def test_growing_past_the_screen_stays_on_it() -> None:
    assert AREA.contains(grown(QRect(600, 400, 400, 300), 5000, AREA))
