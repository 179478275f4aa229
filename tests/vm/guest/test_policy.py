# SPDX-License-Identifier: GPL-2.0-or-later
"""What nobody answers, the verdict policy answers, at the verdict delay."""

import contextlib
import errno
from collections.abc import Iterator

import pytest

from snetgui.source.kernel import Action, Client, Observer, Reason, Subscription, Syscall
from tests.vm.guest import loader
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import udp_connect
from tests.vm.guest.child import Child, children
from tests.vm.guest.waiting import until

SECOND = 1_000_000_000
LATE = SECOND // 10


@contextlib.contextmanager
def agent_with(**parameters: int) -> Iterator[Agent]:
    """Load the module with parameters and register an agent for connects."""
    loader.load(**parameters)
    agent = Agent.start(Subscription(Syscall.CONNECT))
    try:
        yield agent
    finally:
        agent.stop()


@pytest.mark.parametrize(("policy", "result"), [(0, 0), (1, errno.EPERM)])
def test_policy_answers_at_the_delay(policy: int, result: int) -> None:
    held = []
    with agent_with(verdict_delay=1, verdict_policy=policy) as agent:
        for _ in range(3):
            with Child(udp_connect) as caller:
                event = agent.next_event()
                assert event.deadline_ns - event.raised_ns == SECOND
                ended = agent.end_of(event)
                assert caller.result() == result
            assert ended.reason is Reason.TIMEOUT
            held.append(ended.held_ns)
    assert min(held) >= SECOND
    assert sorted(held)[1] < SECOND + LATE


def test_delay_can_be_changed_at_run_time(agent: Agent) -> None:
    with Child(udp_connect) as patient:
        old = agent.event_of(patient.pid)
        agent.client.configure(verdict_delay=1)
        with Child(udp_connect) as hasty:
            new = agent.event_of(hasty.pid)
            assert new.deadline_ns - new.raised_ns == SECOND
            assert agent.end_of(new).reason is Reason.TIMEOUT
        assert old.deadline_ns - old.raised_ns == 30 * SECOND
        assert patient.is_waiting()
        assert loader.parameter("verdict_delay") == 1
        loader.set_parameter("verdict_delay", 9)
        assert agent.client.config().verdict_delay == 9
        agent.allow(old)
        assert patient.result() == 0


def test_policy_is_read_when_it_is_applied() -> None:
    with agent_with(verdict_delay=2) as agent, Child(udp_connect) as caller:
        agent.next_event()
        agent.client.configure(verdict_policy=Action.DENY)
        assert caller.result() == errno.EPERM


@pytest.mark.parametrize(("policy", "result"), [(0, 0), (1, errno.EPERM)])
def test_without_agent_the_policy_answers_at_once(policy: int, result: int) -> None:
    loader.load(verdict_policy=policy)
    with Client() as client:
        client.insert(Subscription(Syscall.CONNECT))
        with Child(udp_connect) as caller:
            assert caller.result() == result
        stats = client.stats()
        assert (stats.raised, stats.ended_no_agent, stats.pending) == (1, 1, 0)
        client.flush()


def test_beyond_max_pending_the_policy_answers_at_once() -> None:
    with (
        agent_with(max_pending=3, verdict_policy=1) as agent,
        Observer() as observer,
        children(3, lambda _: udp_connect()) as held,
    ):
        events = agent.next_events(3)
        with Child(lambda: udp_connect(7)) as refused:
            assert refused.result() == errno.EPERM
        [decision] = observer.receive(5)
        assert decision.reason is Reason.OVERFLOW
        assert decision.event.process.pid == refused.pid
        assert agent.client.stats().ended_overflow == 1
        agent.allow(*events)
        assert [caller.result() for caller in held] == [0, 0, 0]


def test_extension_moves_the_deadline_within_its_bound() -> None:
    with agent_with(verdict_delay=2, max_delay=20) as agent, Child(udp_connect) as caller:
        event = agent.next_event()
        longer = agent.client.extend(event.id, 10)
        assert event.deadline_ns < longer <= event.raised_ns + 20 * SECOND
        assert agent.client.extend(event.id, 1) == longer
        assert agent.client.extend(event.id, 3600) == event.raised_ns + 20 * SECOND
        [pending] = agent.client.pending()
        assert pending.deadline_ns == event.raised_ns + 20 * SECOND
        assert caller.is_waiting()
        agent.allow(event)
        assert caller.result() == 0


def test_pending_events_are_counted(agent: Agent) -> None:
    with children(5, lambda _: udp_connect()) as callers:
        # A call counts from its admission on; it is listed once its EVENT was sent.
        pids = {caller.pid for caller in callers}
        until(lambda: {event.process.pid for event in agent.client.pending()} == pids, "all listed")
        assert agent.client.stats().pending == 5
        agent.allow(*agent.next_events(5))
        assert [caller.result() for caller in callers] == [0] * 5
        assert agent.client.stats().pending == 0
