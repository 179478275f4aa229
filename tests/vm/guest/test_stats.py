# SPDX-License-Identifier: GPL-2.0-or-later
"""The counts add up at all times, and observers hear every decision once."""

import signal

from snetgui.source.kernel import Action, Client, Decision, Observer, Reason, Stats
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import udp_connect
from tests.vm.guest.child import Child, children


def check_sums(stats: Stats) -> None:
    """Assert the invariants of the header."""
    ended = (
        stats.ended_verdict
        + stats.ended_timeout
        + stats.ended_no_agent
        + stats.ended_overflow
        + stats.ended_cancelled
        + stats.ended_unload
    )
    assert stats.raised == stats.pending + ended
    assert stats.allowed + stats.denied == ended


def call_often(_: int) -> int:
    """Make fifty calls whatever becomes of them."""
    for _ in range(50):
        try:
            udp_connect()
        except OSError:
            continue
    return 0


def test_counts_add_up_under_traffic(agent: Agent) -> None:
    with Client() as looker, children(4, call_often) as callers:
        while looker.stats().ended_verdict < 200:
            check_sums(looker.stats())
            event = agent.next_events()[0]
            agent.deny(event) if event.id % 2 else agent.allow(event)
            agent.end_of(event)
            check_sums(looker.stats())
        assert [caller.result() for caller in callers] == [0] * 4
        stats = looker.stats()
        check_sums(stats)
        assert (stats.raised, stats.pending, stats.ended_verdict) == (200, 0, 200)


def test_observer_hears_every_decision_once(agent: Agent) -> None:
    with Observer() as observer:
        with children(3, lambda number: udp_connect(50 + number)) as callers:
            yes, no, dead = (agent.event_of(caller.pid) for caller in callers)
            agent.allow(yes)
            agent.deny(no, errno=13)
            callers[2].kill(signal.SIGKILL)
            agent.end_of(dead)
        heard: dict[int, Decision] = {}
        while len(heard) < 3:
            for decision in observer.receive(10):
                assert decision.event.id not in heard
                heard[decision.event.id] = decision
        assert {i: (d.action, d.errno, d.reason) for i, d in heard.items() if i != dead.id} == {
            yes.id: (Action.ALLOW, 0, Reason.AGENT),
            no.id: (Action.DENY, 13, Reason.AGENT),
        }
        assert heard[dead.id].reason is Reason.CANCELLED
        assert heard[no.id].event == no


def test_two_observers_and_a_late_one(agent: Agent) -> None:
    with Observer() as one, Observer() as two:
        with Child(udp_connect) as caller:
            agent.allow(agent.next_event())
            caller.result()
        assert len(one.receive(10)) == len(two.receive(10)) == 1
        with Observer() as late:
            assert late.receive(0) == []
