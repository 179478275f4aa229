# SPDX-License-Identifier: GPL-2.0-or-later
"""Local days, made of counts in hours: the history counts in UTC, people live by their clock.

An hour counts to the day that its middle is in; so days are exact but in zones
that are some hours and a half away from UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from .history import Slot, Step


def day_begins(ordinal: int) -> datetime:
    """Local midnight of this day (date.toordinal()), in UTC."""
    return datetime.combine(date.fromordinal(ordinal), time()).astimezone(UTC)


def middle(start: datetime, step: Step) -> datetime:
    """The middle of the step that begins then."""
    return start + timedelta(seconds=step.value) / 2


def daily(slots: Sequence[Slot], step: Step) -> tuple[Slot, ...]:
    """The same by local days, oldest first; days without a decision are left out.

    Args:
        step: the one that the slots are counted in.
    """
    sums: dict[int, list[int]] = {}
    for slot in slots:
        ordinal = middle(slot.start, step).astimezone().date().toordinal()
        day = sums.setdefault(ordinal, [0, 0])
        day[0] += slot.allowed
        day[1] += slot.denied
    return tuple(Slot(day_begins(ordinal), *sums[ordinal]) for ordinal in sorted(sums))
