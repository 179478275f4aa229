# SPDX-License-Identifier: GPL-2.0-or-later
"""An event tells who makes the call, as /proc does."""

import os
import socket
from pathlib import Path

from snetgui.source.kernel import Address
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import peer
from tests.vm.guest.child import Child


def _start_ticks(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])


def test_event_tells_the_process(agent: Agent, tmp_path: Path) -> None:
    with peer("tcp4", tmp_path) as target, Child(target.connect, uid=1234) as caller:
        event = agent.next_event()
        who = event.process
        assert (who.pid, who.tid, who.ppid) == (caller.pid, caller.pid, os.getpid())
        assert who.uid == 1234
        assert who.comm == Path(f"/proc/{caller.pid}/comm").read_text().strip()
        assert who.exe == str(Path(f"/proc/{caller.pid}/exe").readlink())
        assert who.start_time_ns * os.sysconf("SC_CLK_TCK") // 10**9 == _start_ticks(caller.pid)
        assert who.netns == Path(f"/proc/{caller.pid}/ns/net").stat().st_ino
        assert who.mntns == Path(f"/proc/{caller.pid}/ns/mnt").stat().st_ino
        agent.allow(event)
        caller.result()


def test_event_tells_the_very_file_of_the_program(agent: Agent, tmp_path: Path) -> None:
    with peer("tcp4", tmp_path) as target, Child(target.connect) as caller:
        event = agent.next_event()
        stat = Path(f"/proc/{caller.pid}/exe").stat()
        identity = event.process.exe_id
        assert identity is not None
        assert (identity.dev, identity.ino) == (stat.st_dev, stat.st_ino)
        assert identity.ctime_ns == stat.st_ctime_ns
        agent.allow(event)
        caller.result()


def test_event_tells_the_cgroup(agent: Agent, tmp_path: Path) -> None:
    with peer("tcp4", tmp_path) as target, Child(target.connect) as caller:
        event = agent.next_event()
        path = Path(f"/proc/{caller.pid}/cgroup").read_text().rpartition("::")[2].strip()
        assert event.process.cgroup == Path(f"/sys/fs/cgroup{path}").stat().st_ino
        agent.allow(event)
        caller.result()


def test_event_tells_both_addresses(agent: Agent, tmp_path: Path) -> None:
    def connect() -> int:
        with socket.socket(socket.AF_INET6) as sock:
            sock.bind(("::1", 5555))
            sock.connect(target.address)
        return 0

    with peer("tcp6", tmp_path) as target, Child(connect) as caller:
        event = agent.next_event()
        assert str(event.local) == "[::1]:5555"
        assert str(event.remote) == f"[::1]:{target.address[1]}"
        assert event.protocol == socket.IPPROTO_TCP
        agent.allow(event)
        assert caller.result() == 0


def test_event_tells_a_unix_path(agent: Agent, tmp_path: Path) -> None:
    with peer("unix-stream", tmp_path) as target, Child(target.connect) as caller:
        event = agent.next_event()
        assert isinstance(event.remote, Address)
        assert event.remote.path == target.address
        agent.allow(event)
        assert caller.result() == 0
