# SPDX-License-Identifier: GPL-2.0-or-later
"""When a rule's life is over; clock jumps neither revive nor kill it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Rule,
)
from snetgui.rules.expiry import Clock, expired, noted, remaining_s

from .strategies import NOW

SPAN = Lifetime(LifetimeKind.SPAN, seconds=900.0)
UNTIL = Lifetime(LifetimeKind.UNTIL, until=NOW + timedelta(hours=1))
START = Clock(NOW, 100.0, "boot")
AGAIN = Clock(NOW, 100.0, "other boot")
HOUR = timedelta(hours=1)


def made(lifetime: Lifetime) -> Rule:
    birth = Birth(NOW, "boot", 100.0, (7, 70))
    return Rule(
        name="r", action=Action.ALLOW, conditions=Conditions(), birth=birth, lifetime=lifetime
    )


ENDS = [
    (ALWAYS, AGAIN, False),
    (ONCE, START, True),
    (UNTIL_RESTART, START, False),
    (UNTIL_RESTART, AGAIN, True),
    (UNTIL_RESTART, replace(START, boot_id=""), True),
    (SPAN, replace(START, boottime_s=999.0), False),
    (SPAN, replace(START, boottime_s=1000.0), True),
    (SPAN, replace(START, wall=NOW + 1000 * HOUR), False),
    (SPAN, replace(START, wall=NOW - 1000 * HOUR, boottime_s=1000.0), True),
    (UNTIL, replace(START, wall=NOW + HOUR - timedelta(seconds=1)), False),
    (UNTIL, replace(START, wall=NOW + HOUR), True),
    (UNTIL, replace(AGAIN, boottime_s=1e9), False),
    (THIS_PROCESS, START, False),
    (THIS_PROCESS, AGAIN, True),
]


@pytest.mark.parametrize(("lifetime", "clock", "over"), ENDS)
def test_ends(lifetime: Lifetime, clock: Clock, over: bool) -> None:
    assert expired(made(lifetime), clock, lambda process: process == (7, 70)) == over


def test_a_dead_process_ends_its_rule() -> None:
    rule = made(THIS_PROCESS)
    assert expired(rule, START, lambda _process: False)
    assert expired(replace(rule, birth=replace(rule.birth, process=None)), START, lambda _: True)


LEFT = [
    (ALWAYS, START, None),
    (UNTIL_RESTART, START, None),
    (SPAN, START, 900.0),
    (SPAN, replace(START, boottime_s=50.0), 900.0),
    (SPAN, replace(START, boottime_s=400.0), 600.0),
    (SPAN, replace(START, boottime_s=5000.0), 0.0),
    (UNTIL, START, 3600.0),
    (UNTIL, replace(START, wall=NOW + 2 * HOUR), 0.0),
]


@pytest.mark.parametrize(("lifetime", "clock", "left"), LEFT)
def test_what_is_left(lifetime: Lifetime, clock: Clock, left: float | None) -> None:
    assert remaining_s(made(lifetime), clock) == left


def test_a_span_goes_on_after_a_restart() -> None:
    rule = noted(made(SPAN), replace(START, boottime_s=400.0))
    assert rule.remaining_s == 600.0
    assert remaining_s(rule, Clock(NOW, 10.0, "next")) == 590.0
    rule = noted(rule, Clock(NOW, 10.0, "next"))
    assert remaining_s(rule, Clock(NOW, 110.0, "next")) == pytest.approx(490.0)
    rule = noted(rule, Clock(NOW, 110.0, "next"))
    assert remaining_s(rule, Clock(NOW, 0.0, "third")) == pytest.approx(490.0)
    assert expired(rule, Clock(NOW, 490.1, "third"), lambda _process: True)


def test_only_spans_are_noted() -> None:
    for lifetime in (ALWAYS, UNTIL_RESTART, THIS_PROCESS, UNTIL):
        assert noted(made(lifetime), AGAIN) == made(lifetime)


@given(
    st.lists(
        st.tuples(st.booleans(), st.floats(0, 300), st.integers(-10_000, 10_000), st.booleans()),
        max_size=20,
    )
)
def test_a_span_counts_running_time_whatever_the_clock_does(
    steps: list[tuple[bool, float, int, bool]],
) -> None:
    rule, clock, ran, boots = made(SPAN), START, 0.0, 0
    for restart, seconds, jump, note in steps:
        ran += seconds
        wall = clock.wall + timedelta(hours=jump) if abs(jump) < 5000 else clock.wall
        clock = replace(clock, wall=wall, boottime_s=clock.boottime_s + seconds)
        if note or restart:
            rule = noted(rule, clock)
        if restart:
            boots += 1
            clock = replace(clock, boottime_s=0.0, boot_id=f"boot {boots}")
        assert remaining_s(rule, clock) == pytest.approx(max(900.0 - ran, 0.0), abs=1e-6)
