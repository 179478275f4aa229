# SPDX-License-Identifier: GPL-2.0-or-later
"""Each told event ends exactly once, whatever is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from snetgui.model import Action, Ended, Event, Process, Reason, Syscall, Verdict
from snetgui.source.kernel.ledger import GRACE_NS, Ledger

S = 1_000_000_000
PROCESS = Process(1, 1, 0, 0, 0, 0, "a", "/a")
EVENT = Event(1, Syscall.CONNECT, 2, 1, 6, PROCESS, raised_ns=10 * S, deadline_ns=40 * S)


def event(number: int) -> Event:
    return replace(EVENT, id=number)


def end(number: int) -> Ended:
    return Ended(number, Action.ALLOW, 0, Reason.AGENT, 1)


def test_an_event_counts_once() -> None:
    ledger = Ledger()
    assert ledger.told(event(1))
    assert not ledger.told(event(1))
    assert ledger.ended(end(1))
    assert not ledger.ended(end(1))
    assert not ledger.ended(end(2))


def test_overdue_is_what_passed_its_deadline_or_was_answered_long_ago() -> None:
    ledger = Ledger()
    for number in (1, 2, 3):
        ledger.told(event(number))
    ledger.answered([Verdict(2, Action.DENY), Verdict(99, Action.ALLOW)], 20 * S)
    ledger.extended(3, 60 * S)
    assert ledger.overdue(20 * S + GRACE_NS - 1) == frozenset()
    assert ledger.overdue(20 * S + GRACE_NS) == {2}
    assert ledger.overdue(40 * S + GRACE_NS) == {1, 2}
    assert ledger.overdue(60 * S + GRACE_NS) == {1, 2, 3}
    ledger.postpone([1, 99], 60 * S + GRACE_NS)
    assert ledger.overdue(60 * S + GRACE_NS) == {2, 3}


def test_lost_ends_are_presumed_from_the_answer_or_the_policy() -> None:
    ledger = Ledger()
    ledger.told(event(1))
    ledger.told(event(2))
    ledger.answered([Verdict(2, Action.DENY, 111)], 20 * S)
    ledger.answered([Verdict(2, Action.ALLOW)], 21 * S)
    assert ledger.lost([1, 2, 3], Action.ALLOW, 50 * S) == [
        Ended(1, Action.ALLOW, 0, Reason.TIMEOUT, 40 * S),
        Ended(2, Action.DENY, 111, Reason.AGENT, 40 * S),
    ]
    assert len(ledger) == 0


def test_unloading_ends_all() -> None:
    ledger = Ledger()
    ledger.told(event(1))
    assert ledger.vanished(Action.DENY, 15 * S) == [Ended(1, Action.DENY, 1, Reason.UNLOAD, 5 * S)]
    assert ledger.vanished(Action.DENY, 15 * S) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["told", "ended", "answered", "extended", "sweep", "vanished"]),
        st.integers(0, 4),
    ),
    max_size=60,
)


@given(steps)
def test_told_and_ended_always_add_up(script: list[tuple[str, int]]) -> None:
    ledger = Ledger()
    told, ended, now = 0, 0, 0
    for step, number in script:
        now += S
        match step:
            case "told":
                told += ledger.told(event(number))
            case "ended":
                ended += ledger.ended(end(number))
            case "sweep":
                ended += len(ledger.lost(ledger.overdue(now), Action.ALLOW, now))
            case "vanished":
                ended += len(ledger.vanished(Action.ALLOW, now))
            case _:
                change: Any = {
                    "answered": lambda n=number, t=now: ledger.answered(
                        [Verdict(n, Action.DENY)], t
                    ),
                    "extended": lambda n=number, t=now: ledger.extended(n, t + S),
                }
                change[step]()
        assert told == ended + len(ledger)
