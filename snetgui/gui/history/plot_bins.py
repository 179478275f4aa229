# SPDX-License-Identifier: GPL-2.0-or-later
"""From counts in steps to the bars of a plot."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from snetgui.model import Slot, Step
from snetgui.model.days import day_begins, middle

_MINUTES_FOR = timedelta(hours=6)
_MINUTES_KEPT = timedelta(hours=24)
_HOURS_FOR = timedelta(days=100)  # summed up in a tenth of a second, and then days are local
_DAY = Step.DAY.value
_TIMES = {
    Step.MINUTE: (1, 2, 5, 10, 15, 30, 60, 120),
    Step.HOUR: (1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 672),
    Step.DAY: (1, 2, 7, 14, 28, 91, 182, 364),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """What was decided from start to before end."""

    start: datetime
    end: datetime
    allowed: int
    denied: int

    @property
    def total(self) -> int:
        return self.allowed + self.denied


@dataclass(frozen=True, slots=True)
class Counts:
    """What a plot shows.

    Attributes:
        slots: in steps of `step`, oldest first, those without a decision left out.
        since, until: the time that is looked at, widened to whole steps.
    """

    slots: tuple[Slot, ...]
    step: Step
    since: datetime
    until: datetime

    @property
    def allowed(self) -> int:
        return sum(slot.allowed for slot in self.slots)

    @property
    def denied(self) -> int:
        return sum(slot.denied for slot in self.slots)


def step_for(since: datetime, until: datetime, now: datetime) -> Step:
    """How fine a plot of this time can and should be; minutes are kept for a day."""
    long = until - since
    if long <= _MINUTES_FOR and since >= now - _MINUTES_KEPT:
        return Step.MINUTE
    return Step.HOUR if long <= _HOURS_FOR else Step.DAY


def counts_of(
    slots: Sequence[Slot], step: Step, since: datetime, until: datetime | None, now: datetime
) -> Counts:
    """Counts from what the history gave for this time, which ends now if it has no end."""
    last = until or now
    if slots:  # a clock that was set back leaves decisions in the future
        last = max(last, slots[-1].start + _seconds(step))
    start = _floor(since, step.value)
    return Counts(tuple(slots), step, start, max(_ceil(last, step.value), start + _seconds(step)))


def bars_of(counts: Counts, most: int) -> tuple[Bar, ...]:
    """At most so many bars (but for one), equally long, without gaps.

    They begin on whole local hours, or at local midnight; weeks begin on Monday.
    """
    each = _merged(counts, most) * counts.step.value
    edges = _even(counts, each) if each % _DAY else _days(counts, each // _DAY)
    begins = edges[:-1]
    sums = [[0, 0] for _ in begins]
    for slot in counts.slots:
        place = bisect_right(begins, middle(slot.start, counts.step)) - 1
        if place >= 0:
            sums[place][0] += slot.allowed
            sums[place][1] += slot.denied
    return tuple(Bar(edges[place], edges[place + 1], *both) for place, both in enumerate(sums))


def _merged(counts: Counts, most: int) -> int:
    """How many steps make a bar, so that there are not too many bars."""
    needed = (counts.until - counts.since) / _seconds(counts.step) / max(most, 1)
    times = _TIMES[counts.step]
    longest = times[-1]
    return next((each for each in times if each >= needed), math.ceil(needed / longest) * longest)


def _even(counts: Counts, each: int) -> list[datetime]:
    """From whole local times on, so many seconds each."""
    shift = _local_shift(counts.since)
    start = math.floor((counts.since.timestamp() + shift) / each) * each - shift
    number = max(1, math.ceil((counts.until.timestamp() - start) / each))
    return [_moment(start + place * each) for place in range(number + 1)]


def _days(counts: Counts, each: int) -> list[datetime]:
    """So many local days each, whatever the clock does in a night."""
    first, last = (
        middle(start, counts.step).astimezone().date().toordinal()
        for start in (counts.since, counts.until - _seconds(counts.step))
    )
    first -= (first - 1) % each
    number = max(1, math.ceil((last + 1 - first) / each))
    return [day_begins(first + place * each) for place in range(number + 1)]


def _local_shift(when: datetime) -> float:
    """Seconds that local time is ahead of UTC."""
    ahead = when.astimezone().utcoffset()
    return ahead.total_seconds() if ahead is not None else 0.0


def _floor(when: datetime, seconds: int) -> datetime:
    return _moment(math.floor(when.timestamp() / seconds) * seconds)


def _ceil(when: datetime, seconds: int) -> datetime:
    return _moment(math.ceil(when.timestamp() / seconds) * seconds)


def _seconds(step: Step) -> timedelta:
    return timedelta(seconds=step.value)


def _moment(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, UTC)
