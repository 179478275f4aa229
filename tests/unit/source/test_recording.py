# SPDX-License-Identifier: GPL-2.0-or-later
"""The kernel of memory keeps a kernel's promises, and what is recorded can be replayed."""

from __future__ import annotations

import asyncio
import errno
import io
import time
from dataclasses import replace
from ipaddress import ip_address as parse_ip
from typing import Any

import pytest

from snetgui.model import (
    Action,
    Ended,
    Event,
    ExeIdentity,
    Process,
    Reason,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourceRefused,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
    ip_address,
    unix_address,
)
from snetgui.source.base import Policy, Source
from snetgui.source.recording import Recorder, RecordingSource, read_events, replay

SECOND = 1_000_000_000
PATIENCE_S = 10
EVERYTHING = (Subscription(),)


class Clock:
    def __init__(self) -> None:
        self.ns = 100 * SECOND

    def __call__(self) -> int:
        return self.ns


def event(number: int, **changes: Any) -> Event:
    process = Process(9, 9, 1, 5, 1000, 1000, "curl", "/usr/bin/curl", ExeIdentity(1, 2, 3))
    made = Event(
        number,
        Syscall.CONNECT,
        2,
        1,
        6,
        process,
        raised_ns=100 * SECOND,
        deadline_ns=130 * SECOND,
        remote=ip_address(parse_ip("127.0.0.1"), 80),
    )
    return replace(made, **changes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def source(clock: Clock) -> RecordingSource:
    return RecordingSource(now_ns=clock, timers=False)


async def take(source: Source, count: int) -> list[Event | Ended]:
    """The next messages of a source."""
    found: list[Event | Ended] = []
    async with asyncio.timeout(PATIENCE_S):
        async for message in source.messages():
            found.append(message)
            if len(found) == count:
                break
    return found


def test_it_is_a_source(source: RecordingSource) -> None:
    checked: Source = source
    assert checked.name == "recording"


async def test_event_and_its_one_end_come_out_in_order(source: RecordingSource) -> None:
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    await source.answer([Verdict(1, Action.DENY, errno.EACCES), Verdict(1, Action.ALLOW)])
    await source.answer([Verdict(7, Action.ALLOW)])
    first, second = await take(source, 2)
    assert first == event(1)
    assert second == Ended(1, Action.DENY, errno.EACCES, Reason.AGENT, 0)
    assert [verdict.event_id for verdict in source.verdicts] == [1, 1, 7]
    assert list(source.ended) == [1]


@pytest.mark.parametrize("deny", [False, True])
async def test_policy_answers_at_the_deadline_and_not_before(
    clock: Clock, source: RecordingSource, deny: bool
) -> None:
    await source.set_policy(deny=deny)
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    clock.ns = 130 * SECOND - 1
    source.expire()
    assert source.pending == (event(1),)
    clock.ns += 1
    source.expire()
    ended = source.ended[1]
    assert (ended.reason, ended.held_ns) == (Reason.TIMEOUT, 30 * SECOND)
    assert (ended.action, ended.errno) == (
        (Action.DENY, errno.EPERM) if deny else (Action.ALLOW, 0)
    )


async def test_deadline_rings_by_itself() -> None:
    source = RecordingSource()
    await source.open(EVERYTHING)
    now_ns = time.monotonic_ns()
    source.raise_event(event(1, raised_ns=now_ns, deadline_ns=now_ns + 1_000_000))
    _, ended = await take(source, 2)
    assert isinstance(ended, Ended)
    assert ended.reason is Reason.TIMEOUT


async def test_extension_is_bounded_and_never_shortens(clock: Clock) -> None:
    source = RecordingSource(
        policy=Policy(30, deny=False, max_delay_s=60), now_ns=clock, timers=False
    )
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    assert await source.extend(1, 40) == 140 * SECOND
    assert await source.extend(1, 1) == 140 * SECOND
    assert await source.extend(1, 1000) == 160 * SECOND
    with pytest.raises(UnknownEvent):
        await source.extend(2, 1)


async def test_without_an_agent_the_policy_answers_at_once(source: RecordingSource) -> None:
    source.raise_event(event(1))
    assert source.ended[1].reason is Reason.NO_AGENT


async def test_next_agent_is_told_of_what_is_still_held(source: RecordingSource) -> None:
    await source.open(EVERYTHING)
    for number in (1, 2, 3):
        source.raise_event(event(number))
    await source.close()
    assert [message async for message in source.messages()] == [event(1), event(2), event(3)]
    source.cancel(2)
    await source.open(EVERYTHING)
    assert await take(source, 2) == [event(1), event(3)]


async def test_second_agent_is_refused(source: RecordingSource) -> None:
    await source.open(EVERYTHING)
    with pytest.raises(SourceBusy):
        await source.open(())
    assert source.subscriptions == EVERYTHING


async def test_unloading_ends_all_and_says_so(source: RecordingSource) -> None:
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    source.lose()
    with pytest.raises(SourceMissing):
        await take(source, 3)
    with pytest.raises(SourceMissing):
        await source.open(EVERYTHING)
    with pytest.raises(SourceError):
        await source.answer([Verdict(1, Action.ALLOW)])
    assert source.ended[1].reason is Reason.UNLOAD
    waiting = asyncio.create_task(source.appeared())
    source.appear()
    await asyncio.wait_for(waiting, PATIENCE_S)
    await source.open(EVERYTHING)


async def test_cut_keeps_what_is_held(source: RecordingSource) -> None:
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    source.cut()
    with pytest.raises(SourceError, match="broke"):
        await take(source, 2)
    await source.open(EVERYTHING)
    assert await take(source, 1) == [event(1)]


@pytest.mark.parametrize("delay_s", [0, 0.5, 3601])
async def test_policy_out_of_range_is_refused(source: RecordingSource, delay_s: float) -> None:
    before = source.policy
    with pytest.raises(SourceRefused):
        await source.set_policy(delay_s=delay_s, deny=True)
    assert source.policy == before


def test_number_is_not_used_twice(source: RecordingSource) -> None:
    source.raise_event(event(1))
    with pytest.raises(ValueError, match="used before"):
        source.raise_event(event(1))


async def test_what_is_recorded_is_replayed(clock: Clock, source: RecordingSource) -> None:
    nameless = replace(event(1).process, exe="", exe_id=None)
    events = [
        event(1, local=ip_address(parse_ip("::1"), 5)),
        event(2, family=1, protocol=0, remote=unix_address("@abstract\udcff")),
        event(3, syscall=Syscall.LISTEN, remote=None, process=nameless),
    ]
    file = io.StringIO()
    recorder = Recorder(source, file, now_ns=clock)
    await recorder.open(EVERYTHING)
    for each in events:
        source.raise_event(each)
    await recorder.answer([Verdict(1, Action.ALLOW)])
    assert len(await take(recorder, 4)) == 4
    found = read_events(file.getvalue().splitlines())
    assert found == [(0, each) for each in events]

    clock.ns += 500 * SECOND
    again = RecordingSource(now_ns=clock, timers=False)
    await again.open(EVERYTHING)
    await replay(again, found, speed=float("inf"), now_ns=clock)
    replayed = [message for message in await take(again, 3) if isinstance(message, Event)]
    assert [each.deadline_ns - each.raised_ns for each in replayed] == [30 * SECOND] * 3
    assert [replace(each, raised_ns=0, deadline_ns=0) for each in replayed] == [
        replace(each, raised_ns=0, deadline_ns=0) for each in events
    ]


@pytest.mark.parametrize(
    "line", ["", "nonsense", "[]", "7", '{"event": {}, "at_ns": 0}', '{"event": null}']
)
def test_line_that_is_no_record_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_events(['{"at_ns": 0, "ended": {}}', line])


async def test_who_lives_long_may_forget(clock: Clock) -> None:
    source = RecordingSource(now_ns=clock, timers=False, remember=False)
    await source.open(EVERYTHING)
    source.raise_event(event(1))
    await source.answer([Verdict(1, Action.DENY)])
    [_held, ended] = await take(source, 2)
    assert isinstance(ended, Ended) and ended.action is Action.DENY
    assert (source.verdicts, source.ended, source.pending) == ([], {}, ())
