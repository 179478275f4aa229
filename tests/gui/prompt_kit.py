# SPDX-License-Identifier: GPL-2.0-or-later
"""A prompt that arms soon, and a hand on it, as far as Qt can make one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from snetgui.gui.apps import App
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.chip import Chip
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.rule_text import rule_text
from snetgui.model import (
    Answer,
    Question,
)

from .hand import click
from .hand import key as press_key
from .kit import WAIT_S, question

CURL = App("curl", QIcon())
SOON_MS = 15
WAIT_MS = round(WAIT_S * 1000)


class Asked:
    """A prompt that arms soon, what it answered, and a clock that tests move."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.now = time.monotonic_ns()
        self.answers: list[tuple[int, Answer]] = []
        self.laters = 0
        self.reads = 0
        self.disarmed: list[bool] = []
        self.window = PromptWindow(rule_text, clock=lambda: self.now, arming_ms=SOON_MS)
        qtbot.addWidget(self.window)
        self.window.answered.connect(lambda number, answer: self.answers.append((number, answer)))
        self.window.later.connect(self._later)
        self.window._arming.changed.connect(lambda on: None if on else self.disarmed.append(True))
        self.window.reading.connect(self._reading)

    def _later(self) -> None:
        self.laters += 1

    def _reading(self) -> None:
        self.reads += 1

    def show(self, asked: Question | None = None, waiting: int = 1, app: App = CURL) -> None:
        self.window.show_question(asked or question(), app, waiting)

    def armed(self) -> None:
        self.qtbot.waitUntil(self.button("allow").isEnabled, timeout=WAIT_MS)

    def button(self, name: str) -> AnswerButton:
        found = self.window.findChild(AnswerButton, name)
        assert found is not None
        return found

    def chip(self, text: str) -> Chip:
        return next(
            chip for chip in self.window.findChildren(Chip) if chip.accessibleName() == text
        )

    def text(self, name: str) -> str:
        found = self.window.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def key(self, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        press_key(QApplication.focusWidget() or self.window, key, modifier)

    def click_somewhere(self) -> None:
        """What a person does who wants the keyboard here."""
        click(self.window, QPoint(3, self.window.height() - 3))


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    it = Asked(qtbot)
    yield it
    it.window.go_away()
