# SPDX-License-Identifier: GPL-2.0-or-later
"""The library against the real module: the asynchronous source, the observer, the example."""

import asyncio
import errno
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from snetgui.model import Action, Ended, Event, Reason, SourceBusy, SourceMissing, UnknownEvent
from snetgui.source.base import Policy
from snetgui.source.kernel import (
    Client,
    KernelSource,
    Observer,
    SourceRefused,
    Subscription,
    Syscall,
    Verdict,
)
from tests.vm.guest import loader
from tests.vm.guest.calls import peer, udp_connect
from tests.vm.guest.child import Child, children
from tests.vm.guest.program import Program
from tests.vm.guest.waiting import PATIENCE, until

CONNECT = Subscription(Syscall.CONNECT)
EXAMPLE = Path("resources/examples/snet_watch.py")
C_EXAMPLE = Path("resources/examples/snet-watch.c")


class Reader:
    """Takes the source's messages; events of others than our children are let through."""

    def __init__(self, source: KernelSource) -> None:
        self.source = source
        self.messages = source.messages()
        self.events: dict[int, Event] = {}
        self.ends: list[Ended] = []

    async def event(self) -> Event:
        """The next event of a child of ours."""
        while True:
            message = await asyncio.wait_for(anext(self.messages), PATIENCE)
            if isinstance(message, Ended):
                self.ends.append(message)
            elif message.process.ppid != os.getpid():
                await self.source.answer([Verdict(message.id, Action.ALLOW)])
            else:
                assert message.id not in self.events
                self.events[message.id] = message
                return message

    async def end_of(self, event: Event) -> Ended:
        """An event's end, and that there is but one."""
        while not any(end.event_id == event.id for end in self.ends):
            message = await asyncio.wait_for(anext(self.messages), PATIENCE)
            if isinstance(message, Ended):
                self.ends.append(message)
            else:
                await self.source.answer([Verdict(message.id, Action.ALLOW)])
        (end,) = [end for end in self.ends if end.event_id == event.id]
        return end


async def result(child: Child) -> int:
    """What the child returned, without stopping the event loop meanwhile."""
    async with asyncio.timeout(PATIENCE):
        while child.is_waiting():
            await asyncio.sleep(0.01)
    returned = child.result()
    assert isinstance(returned, int)
    return returned


@pytest.fixture
async def source(module: None) -> AsyncIterator[KernelSource]:
    """The agent, asked about connects."""
    async with KernelSource(restore=True) as opened:
        await opened.open([CONNECT])
        yield opened


async def test_allow_and_deny(source: KernelSource, tmp_path: Path) -> None:
    reader = Reader(source)
    assert re.fullmatch(r"kernel module \d[\w.-]*", source.name)
    answers = [(Action.ALLOW, 0, 0), (Action.DENY, 0, 1), (Action.DENY, errno.ENETDOWN, 100)]
    for action, number, expected in answers:
        with peer("tcp6", tmp_path) as target, Child(target.connect) as caller:
            event = await reader.event()
            assert event.remote is not None
            assert (str(event.remote.ip), event.remote.port) == target.address[:2]
            assert caller.is_waiting()
            await source.answer([Verdict(event.id, action, number)])
            assert await result(caller) == expected
            end = await reader.end_of(event)
            assert (end.action, end.errno, end.reason) == (action, expected, Reason.AGENT)
            assert 0 < end.held_ns < PATIENCE * 1e9


async def test_silence_and_policy(source: KernelSource) -> None:
    reader = Reader(source)
    await source.set_policy(delay_s=1, deny=True)
    assert source.policy == Policy(1.0, True, 600.0)
    with Child(udp_connect) as caller:
        event = await reader.event()
        assert await result(caller) == errno.EPERM
        end = await reader.end_of(event)
        assert (end.action, end.reason) == (Action.DENY, Reason.TIMEOUT)
        await source.answer([Verdict(event.id, Action.ALLOW)])
    with pytest.raises(SourceRefused, match="outside of its limits"):
        await source.set_policy(delay_s=0, deny=False)
    assert source.policy == Policy(1.0, True, 600.0)


async def test_extension(source: KernelSource) -> None:
    reader = Reader(source)
    await source.set_policy(delay_s=2)
    with Child(udp_connect) as caller:
        event = await reader.event()
        deadline_ns = await source.extend(event.id, 30)
        assert event.deadline_ns < deadline_ns
        await source.answer([Verdict(event.id, Action.ALLOW)])
        assert await result(caller) == 0
        with pytest.raises(UnknownEvent):
            await source.extend(event.id, 30)
        assert (await reader.end_of(event)).reason is Reason.AGENT


def udp_bind() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
    return 0


async def test_subscriptions_change_while_open(source: KernelSource) -> None:
    """What is pending stays so; what comes later is asked about as was said last."""
    reader = Reader(source)
    binds = Subscription(Syscall.BIND, socket.AF_INET)
    with Child(udp_connect) as before:
        connecting = await reader.event()
        await source.subscribe([binds])
        with Client() as looker:
            assert looker.subscriptions() == (binds,)
        with Child(udp_connect) as untouched:
            assert await result(untouched) == 0
        with Child(udp_bind) as asked:
            binding = await reader.event()
            assert binding.syscall is Syscall.BIND
            await source.answer([Verdict(binding.id, Action.DENY)])
            assert await result(asked) == errno.EPERM
        assert before.is_waiting()
        await source.answer([Verdict(connecting.id, Action.DENY, errno.ENETDOWN)])
        assert await result(before) == errno.ENETDOWN
    for event in (connecting, binding):
        assert (await reader.end_of(event)).reason is Reason.AGENT


async def test_killed_caller(source: KernelSource) -> None:
    reader = Reader(source)
    with Child(udp_connect) as caller:
        event = await reader.event()
        caller.kill(signal.SIGKILL)
        assert (await reader.end_of(event)).reason is Reason.CANCELLED
        assert caller.join() == -signal.SIGKILL


async def test_a_hundred_callers_get_each_its_own_answer(source: KernelSource) -> None:
    reader = Reader(source)
    await source.set_policy(delay_s=PATIENCE)  # none may end before the last has begun
    with children(100, lambda number: udp_connect(1000 + number)) as callers:
        events = [await reader.event() for _ in callers]
        ports = {event.id: event.remote.port for event in events if event.remote}
        await source.answer(
            [
                Verdict(i, Action.DENY, 200 + port % 100)
                if port and port % 2
                else Verdict(i, Action.ALLOW)
                for i, port in ports.items()
            ]
        )
        for number, caller in enumerate(callers):
            assert await result(caller) == (200 + number if number % 2 else 0)
        for event in events:
            assert (await reader.end_of(event)).reason is Reason.AGENT
    assert len(reader.ends) == len({end.event_id for end in reader.ends})


async def test_overrun_loses_nothing(source: KernelSource) -> None:
    """The program is busy while more comes than its socket holds."""
    await source.set_policy(delay_s=PATIENCE)  # none may end before the last has begun
    assert source._session is not None
    with socket.socket(fileno=os.dup(source._session._agent.fileno())) as same:
        same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    with Client() as looker, children(100, lambda number: udp_connect(1000 + number)) as callers:
        until(lambda: looker.stats().pending >= 100, "a hundred pending")
        assert looker.stats().unsent > 0
        reader = Reader(source)
        for _ in callers:
            event = await reader.event()
            await source.answer([Verdict(event.id, Action.DENY)])
        assert {await result(caller) for caller in callers} == {errno.EPERM}
        for event in list(reader.events.values()):
            assert (await reader.end_of(event)).reason is Reason.AGENT


async def test_ends_that_the_module_gave_up_are_presumed(module: None) -> None:
    """Told, then not read for so long that max_pending ends wait and the rest is lost."""
    count, kept = 20, 5
    async with KernelSource(restore=True) as source:
        await source.open([CONNECT])
        reader = Reader(source)
        assert source._session is not None
        with Client() as looker:
            with children(count, lambda number: udp_connect(1000 + number)) as callers:
                events = [await reader.event() for _ in callers]
                with socket.socket(fileno=os.dup(source._session._agent.fileno())) as same:
                    same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
                looker.configure(max_pending=kept)
                for caller in callers:
                    caller.kill()
                until(lambda: looker.stats().ended_cancelled >= count, "all cancelled")
            assert looker.stats().lost > 0
        await source.answer([Verdict(event.id, Action.DENY) for event in events])
        ends = [await reader.end_of(event) for event in events]
        assert len(reader.ends) == count
        assert {end.reason for end in ends} <= {Reason.CANCELLED, Reason.AGENT}


async def test_unloading_ends_everything_and_loading_is_noticed(source: KernelSource) -> None:
    reader = Reader(source)
    with Child(udp_connect) as caller:
        event = await reader.event()
        loader.unload()
        end = await reader.end_of(event)
        assert (end.action, end.reason) == (Action.ALLOW, Reason.UNLOAD)
        assert await result(caller) == 0
    with pytest.raises(SourceMissing, match="unloaded"):
        await reader.event()
    with pytest.raises(SourceMissing, match="modprobe snet"):
        await source.open([CONNECT])
    appeared = asyncio.ensure_future(source.appeared())
    assert not (await asyncio.wait([appeared], timeout=0.2))[0]
    loader.load()
    await asyncio.wait_for(appeared, PATIENCE)
    await source.open([CONNECT])
    reader = Reader(source)
    with Child(udp_connect) as caller:
        event = await reader.event()
        await source.answer([Verdict(event.id, Action.DENY)])
        assert await result(caller) == errno.EPERM


async def test_busy_until_the_other_leaves(source: KernelSource) -> None:
    async with KernelSource() as second:
        with pytest.raises(SourceBusy):
            await second.open([Subscription(Syscall.BIND)])
        with Client() as looker:
            assert looker.subscriptions() == (CONNECT,)
        await source.close()
        await asyncio.wait_for(second.appeared(), PATIENCE)
        await second.open([CONNECT])


async def test_events_of_a_source_that_closed_are_told_to_the_next(source: KernelSource) -> None:
    with Child(udp_connect) as caller:
        event = await Reader(source).event()
        await source.close()
        async with KernelSource(restore=True) as second:
            await second.open([CONNECT])
            reader = Reader(second)
            assert (await reader.event()).id == event.id
            await second.answer([Verdict(event.id, Action.DENY)])
            assert await result(caller) == errno.EPERM
            await reader.end_of(event)


async def test_observer_reads_along(source: KernelSource) -> None:
    try:
        observer = Observer()
    except SourceRefused as problem:
        pytest.skip(str(problem))
    reader = Reader(source)
    with observer:
        with Child(udp_connect) as caller:
            event = await reader.event()
            await source.answer([Verdict(event.id, Action.DENY, errno.EACCES)])
            assert await result(caller) == errno.EACCES
        decisions = observer.receive(PATIENCE)
    (decision,) = [d for d in decisions if d.event.id == event.id]
    assert decision.event == event
    assert (decision.action, decision.errno) == (Action.DENY, errno.EACCES)
    assert decision.reason is Reason.AGENT
    assert observer.losses == 0


def build_c(folder: Path) -> Path:
    """The C example, built with the line that its own comment gives."""
    flags = ["pkg-config", "--cflags", "--libs", "libnl-genl-3.0"]
    nl = subprocess.run(flags, capture_output=True, text=True, check=True).stdout.split()
    program = folder / "snet-watch"
    line: list[str | Path] = [
        "gcc",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-O2",
        "-I",
        "kmod/uapi",
        "-o",
        program,
    ]
    subprocess.run([*line, C_EXAMPLE, *nl], check=True)
    return program


@pytest.mark.parametrize("language", ["python", "c"])
def test_example_prints_the_seeds_line_and_allows(
    client: Client, tmp_path: Path, language: str
) -> None:
    command: list[str | Path] = [sys.executable, EXAMPLE]
    if language == "c":
        command = [build_c(tmp_path)]
    with Program(command) as example:
        until(lambda: client.subscriptions() == (Subscription(),), "subscription")
        with peer("tcp4", tmp_path) as target, Child(target.connect, uid=256) as caller:
            assert caller.result() == 0
        example.wait_for(f"uid=256 pid={caller.pid} ")
        assert example.end(signal.SIGINT) == 0
    assert client.subscriptions() == ()
    assert re.search(
        rf"^verdict_id=0x[0-9a-f]+ syscall=CONNECT protocol=6 \[tcp\] family=2 uid=256"
        rf" pid={caller.pid} \[[^]]+\] 0\.0\.0\.0:0->127\.0\.0\.1:{target.address[1]}$",
        example.out,
        re.MULTILINE,
    )
