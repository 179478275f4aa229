# SPDX-License-Identifier: GPL-2.0-or-later
"""The time that temporary rules have left, and the one timer behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt

from snetgui.engine.clock import read_clock
from snetgui.gui.rules.columns import Column
from snetgui.gui.rules.draft import birth
from snetgui.gui.rules.texts import left_text, next_change_s
from snetgui.model import Lifetime, LifetimeKind, Rule

from .kit import rule
from .rules_kit import ShownRules


@pytest.mark.parametrize(
    ("seconds", "text", "next_s"),
    [
        (0.4, "1 s left", 0.4),
        (45, "45 s left", 1),
        (60, "60 s left", 1),
        (61, "2 min left", 1),
        (900, "15 min left", 60),
        (3600, "60 min left", 60),
        (3601, "1 h 1 min left", 1),
        (11_100, "3 h 5 min left", 60),
        (86_400, "24 h 0 min left", 60),
        (86_401, "2 days left", 1),
        (200_000, "3 days left", 2000),
    ],
)
def test_the_time_left_in_words(seconds: float, text: str, next_s: float) -> None:
    assert left_text(seconds) == text
    assert next_change_s(seconds) == pytest.approx(next_s)


@pytest.mark.parametrize("seconds", [5.5, 61.0, 3599.9, 3660.0, 86_399.0, 90_000.5])
def test_the_words_hold_until_the_next_change(seconds: float) -> None:
    wait = next_change_s(seconds)
    assert left_text(seconds - wait + 0.01) == left_text(seconds)


def temporary(seconds: float) -> Rule:
    span = Lifetime(LifetimeKind.SPAN, seconds=seconds)
    return replace(rule(), lifetime=span, birth=birth(read_clock()))


def test_the_timer_runs_only_for_what_is_seen(shown_rules: ShownRules) -> None:
    ticker = shown_rules.window._ticker
    shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.settle()
    assert ticker.wait_ms == -1  # nothing here ends with time
    shown_rules.add(temporary(7000))
    shown_rules.until(lambda: shown_rules.model.rowCount() == 2)
    assert shown_rules.column(Column.LIFETIME) == ["1 h 57 min left", "always"]
    shown_rules.until(lambda: ticker.wait_ms > 1000)  # no sooner than the minute changes
    shown_rules.window.hide()
    assert ticker.wait_ms == -1
    shown_rules.window.show()
    assert ticker.wait_ms > 1000


def test_the_table_says_it_anew_when_time_has_passed(shown_rules: ShownRules) -> None:
    shown_rules.add(temporary(7000))
    shown_rules.open(1)
    shown_rules.settle()
    later = replace(read_clock(), boottime_s=read_clock().boottime_s + 6980)
    changed: list[object] = []
    shown_rules.model.dataChanged.connect(lambda first, *_more: changed.append(first.column()))
    shown_rules.window._model._clock = lambda: later
    shown_rules.window._ticker._ring()
    assert changed == [Column.LIFETIME]
    [text] = shown_rules.column(Column.LIFETIME)
    assert text.endswith(" s left")
    tip = shown_rules.model.index(0, Column.LIFETIME).data(Qt.ItemDataRole.ToolTipRole)
    assert "hour" in tip or "minutes" in tip or "seconds" in tip
