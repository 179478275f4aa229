# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the axis of time has its marks: at times that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

_DAY = 86_400
_WITHIN_A_DAY = (60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 600)
_MONTH = 30.44 * _DAY


class Unit(StrEnum):
    """What the mark is best called by."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark on the axis of time."""

    when: datetime
    unit: Unit


def time_ticks(since: datetime, until: datetime, most: int) -> list[Tick]:
    """At most so many marks (but one at least, where one fits), at local times."""
    least = (until - since).total_seconds() / max(most, 1)
    begin, end = since.astimezone(), until.astimezone()
    for seconds in _WITHIN_A_DAY:
        if seconds >= least:
            return list(_within(_times(begin.date(), end.date(), seconds), begin, end))
    for days in _DAYS:
        if days * _DAY >= least:
            return list(_within(_days(begin.date(), end.date(), days), begin, end))
    months = next((each for each in _MONTHS if each * _MONTH >= least), _MONTHS[-1])
    return list(_within(_months(begin.date(), end.date(), months), begin, end))


def _within(ticks: Iterator[Tick], begin: datetime, end: datetime) -> Iterator[Tick]:
    """Those in between, each later than the one before: clocks are set back once a year."""
    last = None
    for tick in ticks:
        if begin <= tick.when <= end and (last is None or tick.when > last):
            yield tick
            last = tick.when


def _times(first: date, last: date, seconds: int) -> Iterator[Tick]:
    for day in _each_day(first, last):
        for second in range(0, _DAY, seconds):
            moment = datetime.combine(day, time()) + timedelta(seconds=second)
            yield Tick(moment.astimezone(), Unit.TIME if second else Unit.DAY)


def _days(first: date, last: date, days: int) -> Iterator[Tick]:
    """Every so many days; weeks begin on Monday."""
    for day in _each_day(first, last):
        if (day.toordinal() - 1) % days == 0:
            yield Tick(datetime.combine(day, time()).astimezone(), Unit.DAY)


def _months(first: date, last: date, months: int) -> Iterator[Tick]:
    number = (first.year * 12 + first.month - 1) // months * months
    while number <= last.year * 12 + last.month - 1:
        if 12 <= number < 9999 * 12:
            moment = datetime(number // 12, number % 12 + 1, 1).astimezone()
            yield Tick(moment, Unit.YEAR if number % 12 == 0 else Unit.MONTH)
        number += months


def _each_day(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
