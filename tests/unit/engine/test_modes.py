# SPDX-License-Identifier: GPL-2.0-or-later
"""The mode by itself: what comes after what, and what is left of a time after a restart."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from snetgui.engine.modes import Modes
from snetgui.model import LastingMode, Mode, SettingsError
from snetgui.rules.expiry import Clock

from .world import WALL

DAY_S = 86_400.0


def clock(boottime_s: float, boot_id: str = "boot-1") -> Clock:
    return Clock(WALL, boottime_s, boot_id)


def modes(*changes: tuple[Mode, float | None], at: float = 1000.0) -> Modes:
    made = Modes()
    for mode, seconds in changes:
        made.change(mode, seconds, clock(at))
    return made


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ([(Mode.LOCK, None), (Mode.PAUSED, 60)], Mode.LOCK),
        ([(Mode.LOCK, None), (Mode.LEARN, 60)], Mode.LOCK),
        ([(Mode.LEARN, None), (Mode.PAUSED, 60)], Mode.LEARN),
        ([(Mode.PAUSED, 10), (Mode.PAUSED, 60)], Mode.ASK),
        ([(Mode.PAUSED, None), (Mode.PAUSED, 60)], Mode.ASK),
        ([(Mode.PAUSED, None), (Mode.LEARN, 60)], Mode.ASK),
        ([(Mode.LEARN, 20), (Mode.PAUSED, 60)], Mode.ASK),  # over meanwhile
        ([(Mode.LEARN, None), (Mode.LEARN, 60)], Mode.ASK),  # an end was given
        ([(Mode.LEARN, 1), (Mode.LOCK, None), (Mode.PAUSED, 60)], Mode.LOCK),
    ],
)
def test_after_a_time_comes_the_mode_before(
    changes: list[tuple[Mode, float | None]], after: Mode
) -> None:
    made = modes(*changes)
    assert made.until_s == 1060
    assert not made.end_due(clock(1059.9))
    assert made.mode is changes[-1][0]
    assert made.end_due(clock(1060))
    assert made.mode is after
    assert not made.end_due(clock(1e9))


def test_pause_over_learning_uncovers_it_with_what_is_left() -> None:
    made = modes((Mode.LOCK, None), (Mode.LEARN, 3600), (Mode.PAUSED, 60))
    assert made.end_due(clock(1060))
    assert (made.mode, made.until_s) == (Mode.LEARN, 4600)
    assert made.end_due(clock(4600))
    assert made.mode is Mode.LOCK


@pytest.mark.parametrize("mode", [Mode.ASK, Mode.LEARN, Mode.LOCK])
def test_choosing_a_mode_ends_pause_and_time(mode: Mode) -> None:
    made = modes((Mode.LEARN, 60), (Mode.PAUSED, 30), (mode, None))
    assert (made.mode, made.until_s) == (mode, None)
    assert not made.end_due(clock(5000))


@pytest.mark.parametrize(
    ("mode", "seconds"),
    [
        (Mode.ASK, 5),
        (Mode.LOCK, 5),
        (Mode.PAUSED, 0),
        (Mode.PAUSED, -1),
        (Mode.LEARN, math.inf),
        (Mode.LEARN, math.nan),
        (Mode.LEARN, 1e300),
    ],
)
def test_time_that_is_none_is_refused_and_changes_nothing(mode: Mode, seconds: float) -> None:
    made = modes((Mode.LOCK, None), (Mode.PAUSED, 60))
    with pytest.raises(SettingsError, match=r"only pause and learn|above 0") as caught:
        made.change(mode, seconds, clock(1001))
    assert caught.value.field == "mode"
    assert (made.mode, made.until_s) == (Mode.PAUSED, 1060)


@pytest.mark.parametrize(
    ("changes", "back"),
    [
        ([], Mode.ASK),
        ([(Mode.LOCK, None)], Mode.LOCK),
        ([(Mode.LEARN, None)], Mode.LEARN),
        ([(Mode.LOCK, None), (Mode.PAUSED, None)], Mode.LOCK),
        ([(Mode.LOCK, None), (Mode.PAUSED, 60)], Mode.LOCK),
    ],
)
def test_what_lasts_comes_back_and_a_pause_does_not(
    changes: list[tuple[Mode, float | None]], back: Mode
) -> None:
    kept = modes(*changes).lasting(clock(1000))
    for boot in ("boot-1", "boot-2"):
        again = Modes()
        again.restore(kept, clock(1001, boot))
        assert (again.mode, again.until_s) == (back, None)


LEARNING = LastingMode(mode=Mode.LOCK, learn_s=DAY_S, boot_id="boot-1", boottime_s=1000.0)


@pytest.mark.parametrize(
    ("now", "left_s"),
    [
        (clock(1000), DAY_S),
        (clock(1000 + 3600), DAY_S - 3600),  # the program was away: that counts
        (clock(1000 + DAY_S), None),
        (clock(400, "boot-2"), DAY_S - 400),  # as of the last writing, and since boot
        (clock(DAY_S, "boot-2"), None),
        (clock(400, ""), DAY_S - 400),  # which boot it is can't be told
        (clock(900), DAY_S),  # a clock that can't go back did: no time is won
    ],
)
def test_what_is_left_of_learning_after_a_restart(now: Clock, left_s: float | None) -> None:
    again = Modes()
    again.restore(LEARNING, now)
    assert again.mode is (Mode.LOCK if left_s is None else Mode.LEARN)
    assert again.until_s == (None if left_s is None else now.boottime_s + left_s)


@pytest.mark.parametrize("years", [-40, 40])
def test_wall_clock_changes_nothing(years: int) -> None:
    """It is set back and forth while learning, and over a restart."""
    wrong = replace(clock(1030), wall=WALL.replace(year=WALL.year + years))
    made = modes((Mode.LEARN, 60))
    assert not made.end_due(wrong)
    again = Modes()
    again.restore(made.lasting(clock(1000)), wrong)
    assert (again.mode, again.until_s) == (Mode.LEARN, 1060)
