# SPDX-License-Identifier: GPL-2.0-or-later
"""A query as weights: for each flow nothing, or what one decision of it adds to a sum.

One number holds both answers, so one pass over the totals of an hour gives its
point of a plot, whatever is asked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from operator import mul
from typing import Final

from sqlalchemy import Connection, func, select

from snetgui.model import Action, Step, StoreDamaged

from .history_schema import flows
from .packing import packed
from .selection import Selection

WEIGHT: Final = {str(Action.ALLOW): 1, str(Action.DENY): 1 << 40}  # more than will ever be
"""What one decision weighs."""

Weights = Sequence[int]


def weights_of(connection: Connection, selection: Selection) -> Weights:
    """By the numbers of flows."""
    numbers = [
        func.json_group_array(flows.c.id).filter(flows.c.action == action) for action in WEIGHT
    ]
    found = [0] * (int(connection.scalar(select(func.max(flows.c.id))) or 0) + 1)
    rows = connection.execute(select(*numbers).where(*selection.flow_tests)).one()
    for weight, listed in zip(WEIGHT.values(), rows, strict=True):
        for number in json.loads(listed):
            found[number] = weight
    return found


def sums(
    connection: Connection, weights: Weights, step: Step, start: int, end: int
) -> dict[int, int]:
    """What the decisions of each hour or day weigh; start <= bucket < end."""
    found: dict[int, int] = defaultdict(int)
    weight_of = weights.__getitem__
    for bucket, numbers, counts in packed(connection, step, start, end):
        try:
            weight = sum(map(mul, counts, map(weight_of, numbers)))
        except IndexError:
            raise StoreDamaged(f"the history is damaged: totals of {bucket}") from None
        found[bucket - bucket % step.value] += weight
    return found


def answers(weight: int) -> tuple[int, int]:
    """How many were allowed, how many denied."""
    denied, allowed = divmod(weight, WEIGHT[Action.DENY])
    return allowed, denied
