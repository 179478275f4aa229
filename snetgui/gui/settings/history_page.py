# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the history: how long decisions are kept, and how much room they may take."""

from __future__ import annotations

from PyQt6.QtWidgets import QSpinBox

from snetgui.gui.words import translate

from .engine_settings import EngineSettings
from .page import Page
from .quiet import SettledSpinBox
from .row import SwitchRow

_MEGABYTE = 1_000_000
_FIRST_DAYS, _FIRST_MB = 90, 500  # what is offered to whoever kept all until now
_MOST_DAYS, _MOST_MB = 36_500, 1_000_000


class HistoryPage(Page):
    """Both bounds, each of which can be none."""

    def __init__(self, engine: EngineSettings) -> None:
        super().__init__()
        self._engine = engine
        self._days = _number(_MOST_DAYS, _FIRST_DAYS, _days_unit(_FIRST_DAYS))
        self._days.valueChanged.connect(lambda days: self._days.setSuffix(_days_unit(days)))
        self._days.setAccessibleName(translate("Settings", "Days that decisions are kept"))
        self._size = _number(_MOST_MB, _FIRST_MB, translate("Settings", " MB"))
        self._size.setAccessibleName(translate("Settings", "Megabytes that decisions may take"))
        self._age_row = SwitchRow(
            translate("Settings", "Forget old decisions after"),
            translate("Settings", "Off: they are kept for ever, as far as there is room."),
            self._days,
        )
        self._size_row = SwitchRow(
            translate("Settings", "Take no more room than"),
            translate("Settings", "Above it, the oldest decisions are forgotten first."),
            self._size,
        )
        self.fill((translate("Settings", "History"), [self._age_row, self._size_row]))
        self.rows = {"max_age_days": self._age_row, "max_bytes": self._size_row}
        self._connect()

    def show_all(self) -> None:
        """Show what is in force."""
        settings = self._engine.settings
        self.setEnabled(settings is not None)
        if settings is None:
            return
        days, size = settings.max_age_days, settings.max_bytes
        self._age_row.show_value(days is not None)
        self._days.setEnabled(days is not None)
        if days is not None:
            self._days.show_value(days)
        self._size_row.show_value(size is not None)
        self._size.setEnabled(size is not None)
        if size is not None:
            self._size.show_value(max(1, round(size / _MEGABYTE)))

    def _connect(self) -> None:
        self._age_row.wanted.connect(self._want_age)
        self._size_row.wanted.connect(self._want_size)
        self._days.settled.connect(lambda _days: self._want_age(True))
        self._size.settled.connect(lambda _size: self._want_size(True))

    def _want_age(self, on: bool) -> None:
        settings, days = self._engine.settings, self._days.value() if on else None
        if settings is not None and settings.max_age_days != days:
            self.changing(self._engine, max_age_days=days)

    def _want_size(self, on: bool) -> None:
        settings, size = self._engine.settings, self._size.value() * _MEGABYTE if on else None
        if settings is not None and settings.max_bytes != size:
            self.changing(self._engine, max_bytes=size)


def _days_unit(days: int) -> str:
    """What stands behind the number, which %n would repeat."""
    return translate("Settings", " days", "", days)


def _number(most: int, first: int, unit: str) -> SettledSpinBox:
    box = SettledSpinBox()
    box.set_bounds(1, most)
    box.show_value(first)
    box.setSuffix(unit)
    box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
    return box
