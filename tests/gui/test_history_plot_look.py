# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plot over time looks like: its pixels, its room, its numbers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PyQt6.QtGui import QColor, QFontMetricsF
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.gui.history.plot import Plot
from snetgui.gui.history.plot_axes import ValueAxis
from snetgui.gui.history.plot_bins import Counts
from snetgui.gui.history.plot_looks import Looks
from snetgui.gui.theme import Look, house_palette
from snetgui.model import Step

from .plot_kit import NOW, a_plot, counts, place_of


def colours(plot: Plot, place: int) -> set[int]:
    image = plot.grab().toImage()
    room = plot.bar_rect(place).toRect()
    return {
        image.pixel(x, y)
        for x in range(room.left() + 1, room.right())
        for y in range(room.top(), room.bottom())
    }


def test_one_denial_among_a_million_is_seen(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    for given in (
        counts((10, 1_000_000, 0), (30, 1_000_000, 1)),
        counts((10, 1_000_000, 0), (50, 0, 1)),
    ):
        plot.show_counts(given)
        with_denial = next(at for at, bar in enumerate(plot.bars) if bar.denied)
        without = next(at for at, bar in enumerate(plot.bars) if bar.allowed and not bar.denied)
        assert colours(plot, with_denial) - colours(plot, without)


def like(pixel: int, colour: QColor) -> bool:
    """Whether a pixel has this colour, but for rounding."""
    found = QColor(pixel)
    parts = ((found.red(), colour.red()), (found.green(), colour.green()))
    return all(abs(one - other) < 8 for one, other in (*parts, (found.blue(), colour.blue())))


def denied_rows(plot: Plot, place: int) -> int:
    """How many rows in the middle of a bar have the colour of denials."""
    image, room = plot.grab().toImage(), plot.bar_rect(place).toRect()
    red = Looks.of(QApplication.palette()).denied
    column = (image.pixel(room.center().x(), y) for y in range(room.top(), room.bottom() + 1))
    return sum(like(pixel, red) for pixel in column)


def test_the_least_denial_is_two_pixels_high(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    plot.show_counts(counts((10, 1_000_000, 0), (30, 1_000_000, 1), (40, 0, 1)))
    last = next(place for place, bar in enumerate(plot.bars) if bar.denied and not bar.allowed)
    assert denied_rows(plot, place_of(plot, 1)) == 2
    assert denied_rows(plot, last) == 2
    assert denied_rows(plot, 0) == 0


def test_denials_are_told_apart_without_colour(qtbot: QtBot) -> None:
    """A bar of them is hatched: its pixels are not all the same."""
    plot = a_plot(qtbot)
    plot.show_counts(counts((10, 40, 0), (30, 0, 40)))
    looks, image = Looks.of(QApplication.palette()), plot.grab().toImage()
    for denied, hatched in ((0, False), (40, True)):
        room = plot.bar_rect(
            next(at for at, bar in enumerate(plot.bars) if bar.total and bar.denied == denied)
        )
        inside = room.toRect().adjusted(2, room.toRect().height() // 2, -2, -2)
        found = {
            image.pixel(x, y)
            for x in range(inside.left(), inside.right())
            for y in range(inside.top(), inside.bottom())
        }
        assert any(like(pixel, looks.base) for pixel in found) is hatched
        assert any(like(pixel, looks.denied) for pixel in found) is hatched


def test_it_follows_the_look_while_it_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    plot = a_plot(qtbot)
    before = qapp.palette()
    try:
        for look in (Look.DARK, Look.LIGHT):
            qapp.setPalette(house_palette(look))
            qapp.processEvents()
            looks, image = Looks.of(qapp.palette()), plot.grab().toImage()
            full, empty = (plot.bar_rect(place).toRect() for place in (place_of(plot, 3), 50))
            assert like(image.pixel(full.center().x(), full.bottom() - 4), looks.allowed)
            assert like(image.pixel(empty.center().x(), empty.bottom() - 4), looks.base)
            assert denied_rows(plot, place_of(plot, 9)) > 2
    finally:
        qapp.setPalette(before)
        qapp.processEvents()


def test_it_follows_the_font(qtbot: QtBot) -> None:
    plot = a_plot(qtbot)
    before = plot.bar_rect(0)
    font = plot.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    plot.setFont(font)
    qtbot.waitUntil(lambda: plot.bar_rect(0).top() > before.top())
    assert plot.bar_rect(0).left() > before.left(), "numbers need more room"
    assert plot.bar_rect(0).bottom() < before.bottom(), "times too"


def test_it_is_mirrored(qtbot: QtBot) -> None:
    there, here = a_plot(qtbot), a_plot(qtbot, rtl=True)
    assert len(there.bars) == len(here.bars)
    for place in (0, len(here.bars) - 1):
        mirrored = here.width() - here.bar_rect(place).center().x()
        assert mirrored == pytest.approx(there.bar_rect(place).center().x(), abs=1)


@pytest.mark.parametrize("length", [60, 90, 400])
@pytest.mark.parametrize("top", [1, 2, 3, 7, 40, 999, 1_234_567])
def test_numbers_at_the_axis_are_few_whole_and_round(
    qapp: QApplication, top: int, length: int
) -> None:
    axis, font = ValueAxis("left"), qapp.font()
    axis.dress(Looks.of(qapp.palette()), font, 4)
    [(step, marks)] = axis.tickValues(0, top, length)
    assert marks[:2] == [0, step]
    assert step in {factor * 10**power for factor in (1, 2, 5) for power in range(7)}
    assert step / top * length >= QFontMetricsF(font).ascent(), "they would touch"


def test_numbers_at_the_axis_are_short(qapp: QApplication) -> None:
    assert ValueAxis("left").tickStrings([0, 3_000, 2_000_000], 1, 1) == ["0", "3k", "2M"]


@pytest.mark.parametrize("width", [1, 60, 250, 3000])
def test_any_size_can_be_painted(qtbot: QtBot, width: int) -> None:
    plot = a_plot(qtbot)
    plot.setMinimumSize(1, 1)
    plot.resize(width, max(1, width // 10))
    assert not plot.grab().isNull()
    plot.show_counts(Counts((), Step.DAY, NOW, NOW + timedelta(days=1)))
    assert not plot.grab().isNull()
