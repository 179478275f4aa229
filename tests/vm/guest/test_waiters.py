# SPDX-License-Identifier: GPL-2.0-or-later
"""A held thread can be killed, interrupted and stopped; it never blocks the rest."""

import errno
import os
import signal
import threading
from pathlib import Path

from snetgui.source.kernel import Action, Reason
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import bare_connect, udp_connect
from tests.vm.guest.child import Child


def test_killed_process_is_gone_at_once(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        event = agent.next_event()
        caller.kill()
        assert caller.join() == -signal.SIGKILL
        assert agent.end_of(event).reason is Reason.CANCELLED
    assert not agent.allow(event)


def test_ctrl_c_ends_it(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        event = agent.next_event()
        caller.kill(signal.SIGINT)
        assert caller.join() == -signal.SIGINT
        assert agent.end_of(event).reason is Reason.CANCELLED


def test_handler_interrupts_the_call(agent: Agent) -> None:
    def handle_and_connect() -> int:
        signal.signal(signal.SIGINT, lambda *_: None)
        return bare_connect()

    with Child(handle_and_connect) as caller:
        event = agent.next_event()
        caller.kill(signal.SIGINT)
        assert caller.result() == errno.EINTR
        assert agent.end_of(event).reason is Reason.CANCELLED


def test_restarted_call_is_a_new_event(agent: Agent) -> None:
    def restart_and_connect() -> int:
        signal.signal(signal.SIGINT, lambda *_: None)
        signal.siginterrupt(signal.SIGINT, False)
        return bare_connect()

    with Child(restart_and_connect) as caller:
        first = agent.next_event()
        caller.kill(signal.SIGINT)
        assert agent.end_of(first).reason is Reason.CANCELLED
        second = agent.next_event()
        assert second.id != first.id
        agent.allow(second)
        assert caller.result() == 0


def test_stopped_and_continued_process_asks_again(agent: Agent) -> None:
    with Child(udp_connect) as caller:
        first = agent.next_event()
        caller.kill(signal.SIGSTOP)
        assert agent.end_of(first).reason is Reason.CANCELLED
        caller.kill(signal.SIGCONT)
        agent.deny(agent.next_event())
        assert caller.result() == errno.EPERM


def test_process_can_fork_while_a_thread_of_it_is_held(agent: Agent, tmp_path: Path) -> None:
    def fork_beside() -> int:
        held = threading.Thread(target=udp_connect)
        held.start()
        os.read(os.open(fifo, os.O_RDONLY), 1)
        pid = os.fork()
        if not pid:
            os._exit(7)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        held.join()
        return status

    fifo = tmp_path / "go"
    os.mkfifo(fifo)
    with Child(fork_beside) as caller:
        event = agent.next_event()
        fifo.write_text("x")
        agent.allow(event)
        assert caller.result() == 7


def test_process_can_exit_while_a_thread_of_it_is_held(agent: Agent) -> None:
    def exit_beside() -> None:
        threading.Thread(target=udp_connect, daemon=True).start()
        signal.pause()

    with Child(exit_beside) as caller:
        event = agent.next_event()
        caller.kill(signal.SIGTERM)
        assert caller.join() == -signal.SIGTERM
        ended = agent.end_of(event)
        assert (ended.reason, ended.action) == (Reason.CANCELLED, Action.DENY)
