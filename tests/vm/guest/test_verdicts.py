# SPDX-License-Identifier: GPL-2.0-or-later
"""Each held call ends as its own verdict says."""

import errno
import socket
import threading
from pathlib import Path

import pytest

from snetgui.source.kernel import Action, Reason, Syscall, Verdict
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import PEERS, Peer, peer, udp_connect
from tests.vm.guest.child import Child, children
from tests.vm.guest.waiting import PATIENCE

DATAGRAM_PEERS = [name for name, (_, kind) in PEERS.items() if kind == socket.SOCK_DGRAM]


@pytest.mark.parametrize("name", PEERS)
def test_allowed_connect_succeeds(agent: Agent, name: str, tmp_path: Path) -> None:
    with peer(name, tmp_path) as target, Child(target.connect) as caller:
        event = agent.next_event()
        assert (event.syscall, event.family, event.type) == (
            Syscall.CONNECT,
            target.family,
            target.type,
        )
        assert caller.is_waiting()
        assert agent.allow(event)
        assert caller.result() == 0
        ended = agent.end_of(event)
        assert (ended.action, ended.reason) == (Action.ALLOW, Reason.AGENT)


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize("number", [0, errno.ECONNREFUSED, errno.ENETUNREACH, 511])
def test_denied_connect_fails_with_errno(
    agent: Agent, name: str, number: int, tmp_path: Path
) -> None:
    with peer(name, tmp_path) as target, Child(target.connect) as caller:
        event = agent.next_event()
        assert agent.deny(event, errno=number)
        assert caller.result() == (number or errno.EPERM)
        ended = agent.end_of(event)
        assert (ended.action, ended.errno) == (Action.DENY, number or errno.EPERM)


@pytest.mark.parametrize("name", DATAGRAM_PEERS)
@pytest.mark.parametrize("allowed", [True, False])
def test_send_that_names_its_peer(
    curious_agent: Agent, name: str, allowed: bool, tmp_path: Path
) -> None:
    with peer(name, tmp_path) as target, Child(target.send) as caller:
        event = curious_agent.next_event()
        assert event.syscall is Syscall.SENDMSG
        curious_agent.allow(event) if allowed else curious_agent.deny(event)
        assert caller.result() == (0 if allowed else errno.EPERM)


def test_bind_and_listen_are_held_one_after_the_other(curious_agent: Agent) -> None:
    def serve() -> int:
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 8123))
            sock.listen()
        return 0

    with Child(serve) as caller:
        bind = curious_agent.next_event()
        assert (bind.syscall, str(bind.local), bind.remote) == (
            Syscall.BIND,
            "127.0.0.1:8123",
            None,
        )
        curious_agent.allow(bind)
        curious_agent.end_of(bind)
        listen = curious_agent.next_event()
        assert (listen.syscall, str(listen.local)) == (Syscall.LISTEN, "127.0.0.1:8123")
        curious_agent.deny(listen)
        assert caller.result() == errno.EPERM


def test_calls_without_subscription_pass(agent: Agent) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        target = Peer(socket.AF_INET, socket.SOCK_DGRAM, sock.getsockname())
        with Child(target.send) as caller:
            assert caller.result() == 0
    assert agent.client.stats().raised == 0


def test_hundred_processes_each_get_their_own_verdict(agent: Agent) -> None:
    expected = {number: number % 3 and 100 + number for number in range(100)}
    agent.client.configure(verdict_delay=int(PATIENCE))  # none may end before the last has begun
    with children(100, lambda number: udp_connect(1000 + number)) as callers:
        verdicts = []
        for event in agent.next_events(100):
            assert event.remote is not None
            assert event.remote.port is not None
            number = expected[event.remote.port - 1000]
            action = Action.DENY if number else Action.ALLOW
            verdicts.append(Verdict(event.id, action, number))
        assert agent.client.answer(verdicts)
        assert {n: caller.result() for n, caller in enumerate(callers)} == expected
    assert agent.client.stats().raised == 100


def test_threads_of_one_process_each_get_their_own_verdict(agent: Agent) -> None:
    def run_threads() -> dict[int, int]:
        results: dict[int, int] = {}

        def call(port: int) -> None:
            try:
                results[port] = udp_connect(port)
            except OSError as error:
                assert error.errno is not None
                results[port] = error.errno

        threads = [threading.Thread(target=call, args=(port,)) for port in range(2000, 2008)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    with Child(run_threads) as caller:
        events = agent.next_events(8)
        assert {event.process.pid for event in events} == {caller.pid}
        assert len({event.process.tid for event in events}) == 8
        for event in events:
            assert event.remote is not None
            assert event.remote.port is not None
            if event.remote.port % 2:
                agent.deny(event, errno=errno.EACCES)
            else:
                agent.allow(event)
        expected = {port: errno.EACCES if port % 2 else 0 for port in range(2000, 2008)}
        assert caller.result() == expected


def test_the_agent_itself_is_not_held(curious_agent: Agent) -> None:
    assert udp_connect() == 0
