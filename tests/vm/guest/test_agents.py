# SPDX-License-Identifier: GPL-2.0-or-later
"""One agent at a time; what it leaves behind is the next one's."""

import os
import signal
import socket

import pytest

from snetgui.source.kernel import (
    Action,
    Client,
    Reason,
    SourceBusy,
    SourcePermission,
    SourceRefused,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
)
from tests.vm.guest import loader
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import udp_connect
from tests.vm.guest.child import Child, children
from tests.vm.guest.waiting import until

CONNECT = Subscription(Syscall.CONNECT)


def test_second_agent_is_told_busy(agent: Agent) -> None:
    with Client() as second, pytest.raises(SourceBusy):
        second.register()
    with pytest.raises(SourceBusy):
        agent.client.register()
    assert agent.client.stats().agents == 1


def test_unknown_event_is_not_there(agent: Agent) -> None:
    assert not agent.client.answer([Verdict(12345678, Action.ALLOW)])
    with pytest.raises(UnknownEvent):
        agent.client.extend(12345678, 5)


def test_ended_event_is_not_there(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        event = agent.next_event()
        assert agent.allow(event)
        assert caller.result() == 0
    assert not agent.deny(event)


def test_others_are_answered_beside_one_that_is_not_there(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        event = agent.next_event()
        unknown = Verdict(event.id + 1000, Action.ALLOW)
        assert not agent.client.answer([unknown, Verdict(event.id, Action.ALLOW)])
        assert caller.result() == 0


def test_anothers_event_is_not_there(agent: Agent) -> None:
    with Child(udp_connect) as caller, Client() as stranger:
        event = agent.next_event()
        assert not stranger.answer([Verdict(event.id, Action.DENY)])
        with pytest.raises(UnknownEvent):
            stranger.extend(event.id, 100)
        for request in (stranger.pending, stranger.unregister):
            with pytest.raises(SourcePermission):
                request()
        assert caller.is_waiting()
        agent.allow(event)
        assert caller.result() == 0


def test_killed_agents_events_are_told_to_the_next(module: None) -> None:
    def be_agent() -> None:
        client = Client()
        client.register()
        client.insert(CONNECT)
        while True:
            client.receive()

    with Client() as looker, Child(be_agent) as doomed:
        until(lambda: looker.stats().agents == 1 and len(looker.subscriptions()) == 1, "agent")
        with children(5, lambda number: udp_connect(100 + number)) as callers:
            until(lambda: looker.stats().pending == 5, "five pending")
            doomed.kill(signal.SIGKILL)
            doomed.join()
            assert looker.stats().pending == 5
            agent = Agent.start(CONNECT)
            events = agent.next_events(5)
            assert {event.process.pid for event in events} == {c.pid for c in callers}
            agent.deny(*events)
            assert {caller.result() for caller in callers} == {1}
            agent.stop()


def test_events_of_a_gone_agent_end_at_their_deadline() -> None:
    loader.load(verdict_delay=1)
    agent = Agent.start(CONNECT)
    with Client() as looker, Child(udp_connect) as caller:
        agent.next_event()
        agent.client.close()
        assert caller.result() == 0
        until(lambda: looker.stats().ended_timeout == 1, "timeout counted")
        looker.flush()


def test_unregistered_agent_can_come_back(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        event = agent.next_event()
        agent.client.unregister()
        with pytest.raises(SourcePermission):
            agent.client.unregister()
        agent.events.clear()
        agent.client.register()
        assert agent.next_event().id == event.id
        agent.allow(event)
        assert caller.result() == 0


def test_overrun_socket_loses_nothing(agent: Agent) -> None:
    with socket.socket(fileno=os.dup(agent.client.fileno())) as same:
        same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    with Client() as looker, children(100, lambda number: udp_connect(100 + number)) as callers:
        until(lambda: looker.stats().pending == 100, "a hundred pending")
        assert looker.stats().unsent > 0
        events = agent.next_events(100)
        assert len({event.id for event in events}) == 100
        for event in events:
            agent.allow(event)
        assert [caller.result() for caller in callers] == [0] * 100
        for event in events:
            assert agent.end_of(event).reason is Reason.AGENT
        assert looker.stats().lost == 0


def test_subscriptions_are_exact(client: Client) -> None:
    wide, narrow = CONNECT, Subscription(Syscall.CONNECT, socket.AF_INET, socket.IPPROTO_UDP)
    client.insert(wide)
    client.insert(narrow)
    with pytest.raises(SourceRefused, match="EEXIST"):
        client.insert(narrow)
    assert set(client.subscriptions()) == {wide, narrow}
    client.remove(wide)
    with pytest.raises(SourceRefused, match="ENOENT"):
        client.remove(wide)
    assert client.subscriptions() == (narrow,)
    client.flush()
    assert client.subscriptions() == ()


def test_subscriptions_are_bounded(client: Client) -> None:
    client.configure(max_subscriptions=2)
    client.insert(Subscription(protocol=1))
    client.insert(Subscription(protocol=2))
    with pytest.raises(SourceRefused, match="ENOSPC"):
        client.insert(Subscription(protocol=3))
