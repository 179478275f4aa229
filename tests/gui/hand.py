# SPDX-License-Identifier: GPL-2.0-or-later
"""A hand on Qt's own test pointer and keyboard (whose stubs take them for methods)."""

from __future__ import annotations

from typing import Any, cast

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QWidget

_QTEST = cast(Any, QTest)
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button, in the middle unless told otherwise."""
    _QTEST.mouseClick(widget, _LEFT, pos=at if at is not None else widget.rect().center())


def hover(widget: QWidget) -> None:
    """Move the pointer there without pressing anything."""
    _QTEST.mouseMove(widget, widget.rect().center())
    _QTEST.qWait(1)


def press(widget: QWidget) -> None:
    _QTEST.mousePress(widget, _LEFT)


def release(widget: QWidget) -> None:
    _QTEST.mouseRelease(widget, _LEFT)


def key(widget: QWidget, what: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    _QTEST.keyClick(widget, what, modifier)


def write(widget: QWidget, text: str) -> None:
    _QTEST.keyClicks(widget, text)
