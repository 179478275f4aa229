# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot's bars and its marks on the axis of time: whole local hours and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from snetgui.gui.history.plot_bins import Bar, bars_of, counts_of, step_for
from snetgui.gui.history.plot_ticks import Unit, time_ticks
from snetgui.model import Slot, Step

NOW = datetime(2030, 5, 17, 9, 41, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def berlin(zone: Callable[[str], ZoneInfo]) -> ZoneInfo:
    return zone("Europe/Berlin")


def slots(step: Step, *numbers: tuple[int, int, int], since: datetime = NOW) -> tuple[Slot, ...]:
    """(place, allowed, denied) each."""
    start = datetime.fromtimestamp(since.timestamp() // step.value * step.value, UTC)
    return tuple(
        Slot(start + place * timedelta(seconds=step.value), allowed, denied)
        for place, allowed, denied in numbers
    )


@pytest.mark.parametrize(
    ("long", "ago", "step"),
    [
        (timedelta(hours=1), timedelta(hours=1), Step.MINUTE),
        (timedelta(hours=6), timedelta(hours=6), Step.MINUTE),
        (timedelta(hours=1), timedelta(days=3), Step.HOUR),  # minutes are kept for a day
        (timedelta(hours=7), timedelta(hours=7), Step.HOUR),
        (timedelta(days=100), timedelta(days=100), Step.HOUR),  # days of the person's clock
        (timedelta(days=101), timedelta(days=101), Step.DAY),
        (timedelta(days=4000), timedelta(days=4000), Step.DAY),
    ],
)
def test_the_step_is_as_fine_as_the_time_is_short(
    long: timedelta, ago: timedelta, step: Step
) -> None:
    assert step_for(NOW - ago, NOW - ago + long, NOW) is step


@pytest.mark.parametrize("most", [1, 3, 10, 60, 500])
@pytest.mark.parametrize("step", list(Step))
def test_bars_have_all_that_was_counted(step: Step, most: int) -> None:
    since = NOW - 200 * timedelta(seconds=step.value)
    given = slots(step, (0, 5, 1), (3, 1, 0), (77, 0, 9), (199, 2, 2), (200, 1, 0), since=since)
    counts = counts_of(given, step, since, None, NOW)
    bars = bars_of(counts, most)
    assert len(bars) <= most + 1
    assert sum(bar.allowed for bar in bars) == counts.allowed == 9
    assert sum(bar.denied for bar in bars) == counts.denied == 12
    assert bars[0].start <= since and bars[-1].end >= NOW
    assert len({round((bar.end - bar.start) / HOUR / 24, 1) for bar in bars}) == 1
    assert all(one.end == other.start for one, other in pairwise(bars))


def test_bars_of_many_hours_begin_at_local_ones(berlin: ZoneInfo) -> None:
    since = NOW - timedelta(days=12)
    counts = counts_of(slots(Step.HOUR, (0, 1, 0), since=since), Step.HOUR, since, None, NOW)
    starts = {bar.start.astimezone(berlin).hour for bar in bars_of(counts, 30)}
    assert starts == {0, 12}


def test_a_decision_of_the_future_is_shown() -> None:
    """The clock was set back."""
    ahead = slots(Step.MINUTE, (30, 1, 0))
    counts = counts_of(ahead, Step.MINUTE, NOW - timedelta(hours=1), None, NOW)
    assert sum(bar.total for bar in bars_of(counts, 500)) == 1


@pytest.mark.parametrize(
    ("long", "unit", "first"),
    [
        (timedelta(minutes=6), Unit.TIME, "11:36"),
        (timedelta(hours=6), Unit.TIME, "06:00"),
        (timedelta(days=6), Unit.DAY, "12 May 00:00"),
        (timedelta(days=60), Unit.DAY, "25 Mar 00:00"),
        (timedelta(days=365), Unit.MONTH, "01 Jul 00:00"),
        (timedelta(days=3650), Unit.YEAR, "01 Jan 00:00"),
    ],
)
def test_times_at_the_axis_are_those_of_people(
    berlin: ZoneInfo, long: timedelta, unit: Unit, first: str
) -> None:
    for most in (1, 2, 6, 12):
        ticks = time_ticks(NOW - long, NOW, most)
        assert len(ticks) <= most + 1
        assert all(NOW - long <= tick.when <= NOW for tick in ticks)
    ticks = time_ticks(NOW - long, NOW, 6)
    form = "%H:%M" if unit is Unit.TIME else "%d %b %H:%M"
    assert unit in {tick.unit for tick in ticks}
    assert ticks[0].when.astimezone(berlin).strftime(form) == first


def test_the_night_in_which_clocks_are_set_back_has_each_hour_once(berlin: ZoneInfo) -> None:
    since = datetime(2030, 10, 26, 22, tzinfo=UTC)
    ticks = [tick.when for tick in time_ticks(since, since + timedelta(hours=8), 12)]
    assert ticks == sorted(set(ticks)) and len(ticks) >= 8


def local(bars: tuple[Bar, ...], zone: ZoneInfo) -> dict[str, tuple[int, int]]:
    """The bars that have something, by their start on the clock."""
    form = "%Y-%m-%d %H:%M"
    return {
        f"{bar.start.astimezone(zone):{form}}": (bar.allowed, bar.denied)
        for bar in bars
        if bar.total
    }


@pytest.mark.parametrize("name", ["America/Los_Angeles", "Asia/Kolkata", "UTC"])
def test_bars_of_days_are_the_days_of_the_persons_clock(
    zone: Callable[[str], ZoneInfo], name: str
) -> None:
    here = zone(name)
    now = datetime(2030, 4, 10, 12, tzinfo=here)  # clocks were changed on 10 March in America
    since = now - timedelta(days=60)
    evening, morning = (
        datetime(2030, 3, 20, hour, tzinfo=here).astimezone(UTC).replace(minute=0)
        for hour in (22, 2)
    )
    given = (Slot(morning, 1, 0), Slot(evening, 2, 0), Slot(evening + 3 * HOUR, 4, 1))
    step = step_for(since, now, now)
    bars = bars_of(counts_of(given, step, since, None, now), 100)
    assert local(bars, here) == {"2030-03-20 00:00": (3, 0), "2030-03-21 00:00": (4, 1)}
    assert len(bars) == 61
    assert {bar.start.astimezone(here).hour for bar in bars} == {0}
    assert all(one.end == other.start for one, other in pairwise(bars))


def test_bars_of_weeks_begin_on_monday(berlin: ZoneInfo) -> None:
    since = NOW - timedelta(days=95)
    bars = bars_of(counts_of((), Step.HOUR, since, None, NOW), 20)
    assert {bar.start.astimezone(berlin).weekday() for bar in bars} == {0}
    assert {bar.start.astimezone(berlin).hour for bar in bars} == {0}


def test_an_hour_over_midnight_is_counted_once(zone: Callable[[str], ZoneInfo]) -> None:
    """Where the clock is half an hour beside: it is of the day that begins in it."""
    here = zone("Asia/Kolkata")
    over = datetime(2030, 3, 19, 18, tzinfo=UTC)
    assert over.astimezone(here).hour == 23
    counts = counts_of((Slot(over, 5, 0),), Step.HOUR, over - timedelta(days=60), None, NOW)
    assert local(bars_of(counts, 200), here) == {"2030-03-20 00:00": (5, 0)}
