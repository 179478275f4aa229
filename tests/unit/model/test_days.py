# SPDX-License-Identifier: GPL-2.0-or-later
"""Hours of UTC become days of the person's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from snetgui.model import Slot, Step
from snetgui.model.days import daily, day_begins

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "midnight"),
    [
        ("UTC", "2030-03-10T00:00+00:00"),
        ("America/Los_Angeles", "2030-03-10T08:00+00:00"),
        ("Asia/Kolkata", "2030-03-09T18:30+00:00"),
    ],
)
def test_a_day_is_that_of_the_clock(
    zone: Callable[[str], ZoneInfo], name: str, midnight: str
) -> None:
    here = zone(name)
    begins = datetime.fromisoformat(midnight)
    assert day_begins(datetime(2030, 3, 10, 12, tzinfo=here).toordinal()) == begins
    first = begins.replace(minute=0) + (HOUR if begins.minute else timedelta())
    slots = [Slot(first - HOUR * 2, 1, 0), Slot(first, 2, 0), Slot(first + HOUR * 20, 0, 4)]
    made = daily(slots, Step.HOUR)
    assert made[1] == Slot(begins, 2, 4)
    assert made[0].start == begins - 24 * HOUR and made[0].allowed == 1


def test_days_are_as_long_as_the_clock_makes_them(zone: Callable[[str], ZoneInfo]) -> None:
    zone("America/Los_Angeles")
    number = datetime(2030, 3, 10).toordinal()
    lengths = [(day_begins(number + day + 1) - day_begins(number + day)) / HOUR for day in (0, 1)]
    assert lengths == [23, 24]
    every = [Slot(datetime(2030, 3, 9, tzinfo=UTC) + hour * HOUR, 1, 0) for hour in range(96)]
    assert [slot.allowed for slot in daily(every, Step.HOUR)] == [8, 24, 23, 24, 17]


def test_nothing_makes_no_days() -> None:
    assert daily((), Step.HOUR) == ()
