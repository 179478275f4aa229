# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets that are on the screen follow the look from light to dark and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snetgui.gui.prompt.labels import plain_label, set_alarming, set_muted
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.settings.looks import Looks
from snetgui.gui.table import Table
from snetgui.gui.theme import READABLE, VISIBLE, Look, contrast, is_dark, tones

ROLE = QPalette.ColorRole


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    it = Looks(qapp, Look.LIGHT, Look.LIGHT)
    yield it
    it.deleteLater()
    qapp.setPalette(QPalette())


@pytest.fixture
def window(qtbot: QtBot, looks: Looks) -> QWidget:
    del looks
    it = QWidget()
    qtbot.addWidget(it)
    QVBoxLayout(it)
    it.show()
    return it


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)


def show(qtbot: QtBot, looks: Looks, window: QWidget, look: Look) -> None:
    looks.set(look)
    qtbot.waitUntil(lambda: is_dark(window.palette()) is (look is Look.DARK))


@pytest.mark.parametrize("paint", [set_muted, set_alarming])
def test_text_is_readable_in_each_look(
    qtbot: QtBot, looks: Looks, window: QWidget, paint: Callable[[QLabel], None]
) -> None:
    label = plain_label()
    paint(label)
    paint(label)
    put(window, label)
    for look in (Look.DARK, Look.LIGHT, Look.DARK):
        show(qtbot, looks, window, look)
        palette = label.palette()
        ink, ground = palette.color(label.foregroundRole()), palette.color(ROLE.Window)
        assert contrast(ink, ground) >= READABLE - 0.01
        assert ink != window.palette().color(ROLE.WindowText)


def test_two_roles_of_one_widget_are_both_kept(qtbot: QtBot, looks: Looks, window: QWidget) -> None:
    label = plain_label()
    set_muted(label)
    show_edges(label)
    put(window, label)
    for look in (Look.DARK, Look.LIGHT, Look.DARK):
        show(qtbot, looks, window, look)
        palette, others = label.palette(), window.palette()
        assert palette.color(label.foregroundRole()) == tones(QApplication.palette()).muted
        differs = palette.color(ROLE.Window) != others.color(ROLE.Window)
        assert differs is (look is Look.DARK)


@pytest.mark.parametrize("make", [QLineEdit, Table])
def test_edges_are_seen_in_each_look(
    qtbot: QtBot, looks: Looks, window: QWidget, make: Callable[[], QWidget]
) -> None:
    widget = make()
    show_edges(widget)
    put(window, widget)
    light = window.palette().color(ROLE.Window)
    for look in (Look.DARK, Look.LIGHT, Look.DARK):
        show(qtbot, looks, window, look)
        # What Fusion makes an edge of: see show_edges().
        edge = widget.palette().color(ROLE.Window).darker(140)
        if look is Look.DARK:
            assert contrast(edge, window.palette().color(ROLE.Window)) >= VISIBLE
        else:
            assert widget.palette().color(ROLE.Window) == light
        assert widget.palette().color(ROLE.Base) == window.palette().color(ROLE.Base)
