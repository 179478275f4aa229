# SPDX-License-Identifier: GPL-2.0-or-later
"""The asynchronous source against a module in this process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from snetgui.model import (
    Action,
    Ended,
    Event,
    Reason,
    SourceBusy,
    SourceMissing,
    SourcePermission,
    SourceRefused,
    SourceVersion,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
)
from snetgui.source.base import Policy, Source
from snetgui.source.kernel import Client, KernelSource, session
from snetgui.source.kernel.header import Attr, Command

from .fake_module import FakeModule

CONNECT = Subscription(Syscall.CONNECT)
BIND = Subscription(Syscall.BIND)
WALL_S = 10.0


class Clock:
    """CLOCK_MONOTONIC that stands still."""

    def __init__(self) -> None:
        self.now = 2_000_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def source(module: FakeModule, clock: Clock) -> AsyncIterator[KernelSource]:
    async with KernelSource(open_channel=module.channel, clock=clock) as made:
        await made.open([CONNECT])
        yield made


def kernel_source(module: FakeModule) -> KernelSource:
    return KernelSource(open_channel=module.channel)


async def take(source: KernelSource, count: int) -> list[Event | Ended]:
    """The next so many messages."""
    taken: list[Event | Ended] = []
    async with asyncio.timeout(WALL_S):
        async for message in source.messages():
            taken.append(message)
            if len(taken) == count:
                return taken
    raise AssertionError(f"only {taken} came")


def ids(messages: list[Event | Ended]) -> list[tuple[str, int]]:
    return [("event", m.id) if isinstance(m, Event) else ("ended", m.event_id) for m in messages]


def test_it_is_a_source() -> None:
    source: Source = KernelSource()
    assert source.name == "kernel module"
    assert source.policy == Policy(30.0, False, 600.0)


async def test_open(module: FakeModule, source: KernelSource) -> None:
    assert source.name == "kernel module 0.1.0"
    assert source.policy == Policy(30.0, False, 600.0)
    with Client(module.channel()) as client:
        assert client.subscriptions() == (CONNECT,)


async def test_open_asks_for_exactly_these_events(module: FakeModule) -> None:
    with Client(module.channel()) as client:
        client.subscribe([BIND, Subscription()])
        async with kernel_source(module) as source:
            await source.open([CONNECT, BIND])
            assert set(client.subscriptions()) == {CONNECT, BIND}
        assert set(client.subscriptions()) == {CONNECT, BIND}


async def test_subscriptions_are_put_back_if_wanted(module: FakeModule) -> None:
    with Client(module.channel()) as client:
        client.insert(BIND)
        async with KernelSource(restore=True, open_channel=module.channel) as source:
            await source.open([CONNECT])
            assert client.subscriptions() == (CONNECT,)
        assert client.subscriptions() == (BIND,)


async def test_subscriptions_change_while_open_and_what_is_held_stays_so(
    module: FakeModule, source: KernelSource
) -> None:
    number = module.hold()
    await source.subscribe([BIND])
    with Client(module.channel()) as client:
        assert client.subscriptions() == (BIND,)
    await source.answer([Verdict(number, Action.DENY)])
    assert ids(await take(source, 2)) == [("event", number), ("ended", number)]


async def test_subscriptions_that_find_no_room_change_nothing(
    module: FakeModule, source: KernelSource
) -> None:
    module.most_subscriptions = 2
    with pytest.raises(SourceRefused):
        await source.subscribe([BIND, Subscription()])
    with Client(module.channel()) as client:
        assert client.subscriptions() == (CONNECT,)
    module.unload()
    with pytest.raises(SourceMissing):
        await source.subscribe([BIND])
    await source.close()
    with pytest.raises(SourceMissing, match="comes first"):
        await source.subscribe([BIND])


async def test_events_and_ends_come_in_order(module: FakeModule, source: KernelSource) -> None:
    first, second = module.hold(), module.hold()
    module.end(first, 0, 2)
    await source.answer([Verdict(second, Action.DENY), Verdict(first, Action.DENY)])
    taken = await take(source, 4)
    assert ids(taken) == [
        ("event", first),
        ("event", second),
        ("ended", first),
        ("ended", second),
    ]
    reasons = [m.reason for m in taken if isinstance(m, Ended)]
    assert reasons == [Reason.TIMEOUT, Reason.AGENT]


async def test_a_message_wakes_who_waits(module: FakeModule, source: KernelSource) -> None:
    waiting = asyncio.ensure_future(take(source, 1))
    await asyncio.sleep(0)
    number = module.hold()
    assert ids(await waiting) == [("event", number)]


async def test_what_was_pending_before_comes_too(module: FakeModule) -> None:
    number = module.hold()
    async with kernel_source(module) as source:
        await source.open([CONNECT])
        assert ids(await take(source, 1)) == [("event", number)]


async def test_an_event_told_twice_comes_once(module: FakeModule, source: KernelSource) -> None:
    number = module.hold()
    module.next_id = number
    module.hold()
    other = module.hold()
    assert ids(await take(source, 2)) == [("event", number), ("event", other)]


async def test_end_of_an_event_that_was_never_told_is_passed_over(
    module: FakeModule, source: KernelSource
) -> None:
    agent = module.agent
    module.agent = None
    untold = module.hold()
    module.agent = agent
    module.end(untold, 0, 2)
    number = module.hold()
    assert ids(await take(source, 1)) == [("event", number)]


async def test_extend(module: FakeModule, source: KernelSource) -> None:
    number = module.hold()
    assert await source.extend(number, 4.2) == 36_000_000_000
    with pytest.raises(UnknownEvent):
        await source.extend(number + 1, 5)
    with pytest.raises(SourceRefused):
        await source.extend(number, float("nan"))
    assert ids(await take(source, 1)) == [("event", number)]


async def test_set_policy(source: KernelSource) -> None:
    await source.set_policy(delay_s=2.5, deny=True)
    assert source.policy == Policy(3.0, True, 600.0)
    with pytest.raises(SourceRefused):
        await source.set_policy(delay_s=0, deny=False)
    assert source.policy == Policy(3.0, True, 600.0)


async def test_policy_changed_by_others_is_seen(module: FakeModule, source: KernelSource) -> None:
    module.config[Attr.VERDICT_DELAY] = 9
    assert source.policy.delay_s == 9.0


async def test_close_ends_the_messages_and_leaves_events_pending(module: FakeModule) -> None:
    source = kernel_source(module)
    await source.open([CONNECT])
    number = module.hold()
    messages = source.messages()
    assert ids([await anext(messages)]) == [("event", number)]
    waiting = asyncio.ensure_future(anext(messages, None))
    await asyncio.sleep(0)
    await source.close()
    assert await waiting is None
    assert module.agent is None
    assert list(module.pending) == [number]
    assert module.channels == []
    with pytest.raises(SourceMissing):
        await source.answer([Verdict(number, Action.ALLOW)])
    await source.close()


async def test_unloading_ends_every_open_event_once(
    module: FakeModule, source: KernelSource, clock: Clock
) -> None:
    told, answered, ended = module.hold(), module.hold(), module.hold()
    await take(source, 3)
    module.end(ended, 0, 6)
    await source.answer([Verdict(answered, Action.DENY)])
    module.config[Attr.VERDICT_POLICY] = 1
    assert source.policy.deny
    module.unload()
    taken: list[Event | Ended] = []
    async with asyncio.timeout(WALL_S):
        with pytest.raises(SourceMissing, match="unloaded"):
            async for message in source.messages():
                taken.append(message)
    assert ids(taken) == [("ended", ended), ("ended", answered), ("ended", told)]
    assert taken[-1] == Ended(told, Action.DENY, 1, Reason.UNLOAD, 1_000_000_000)
    with pytest.raises(SourceMissing):
        await source.answer([Verdict(told, Action.ALLOW)])


async def test_unloading_right_behind_an_end(module: FakeModule, source: KernelSource) -> None:
    number = module.hold()
    await take(source, 1)
    module.end(number, 0, 6)
    module.unload()
    assert ids(await take(source, 1)) == [("ended", number)]
    with pytest.raises(SourceMissing, match="unloaded"):
        await take(source, 1)


async def test_open_again_after_the_module_came_back(
    module: FakeModule, source: KernelSource
) -> None:
    module.unload()
    with pytest.raises(SourceMissing):
        await take(source, 1)
    with pytest.raises(SourceMissing):
        await source.open([CONNECT])
    waiting = asyncio.ensure_future(source.appeared())
    await asyncio.sleep(0)
    assert not waiting.done()
    module.load()
    await asyncio.wait_for(waiting, WALL_S)
    await source.open([CONNECT])
    number = module.hold()
    assert ids(await take(source, 1)) == [("event", number)]


async def test_module_that_comes_between_open_and_appeared_is_not_missed(
    module: FakeModule,
) -> None:
    module.loaded = False
    async with kernel_source(module) as source:
        with pytest.raises(SourceMissing):
            await source.open([CONNECT])
        module.load()
        await asyncio.wait_for(source.appeared(), WALL_S)


async def test_appeared_before_any_open(module: FakeModule) -> None:
    async with kernel_source(module) as source:
        await asyncio.wait_for(source.appeared(), WALL_S)


@pytest.mark.parametrize(
    ("disturb", "kind"),
    [
        (lambda module: setattr(module, "loaded", False), SourceMissing),
        (lambda module: setattr(module, "permitted", False), SourcePermission),
        (lambda module: module.version.update({Attr.PROTOCOL_VERSION: 2}), SourceVersion),
        (lambda module: setattr(module, "agent", object()), SourceBusy),
        (lambda module: setattr(module, "most_subscriptions", 1), SourceRefused),
        (lambda module: module.refuse.update({Command.CONFIG_GET: (22, "")}), SourceRefused),
    ],
    ids=["missing", "permission", "version", "busy", "no room", "no config"],
)
async def test_open_that_fails_changes_nothing(
    module: FakeModule, disturb: object, kind: type[Exception]
) -> None:
    with Client(module.channel()) as client:
        client.insert(BIND)
    before = list(module.subscriptions)
    assert callable(disturb)
    disturb(module)
    agent = module.agent
    source = kernel_source(module)
    with pytest.raises(kind):
        await source.open([CONNECT])
    assert module.subscriptions == before
    assert module.agent is agent
    await source.close()
    assert module.channels == []


async def test_busy_is_tried_again_without_a_notice(
    module: FakeModule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("snetgui.source.kernel.source._BUSY_RETRY_S", 0.01)
    async with kernel_source(module) as first, kernel_source(module) as second:
        await first.open([CONNECT])
        with pytest.raises(SourceBusy):
            await second.open([CONNECT])
        await first.close()
        await asyncio.wait_for(second.appeared(), WALL_S)
        await second.open([CONNECT])


async def test_ends_that_were_lost_are_presumed(
    module: FakeModule, source: KernelSource, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_SWEEP_S", 0.01)
    waits, lost, answered = module.hold(), module.hold(), module.hold()
    module.pending[waits][Attr.DEADLINE] = 10**15
    await take(source, 3)
    module.end(lost, 0, 2, tell=False)
    assert module.agent is not None
    module.agent.deaf = True
    await source.answer([Verdict(answered, Action.DENY)])
    module.agent.deaf = False
    clock.now = 60_000_000_000
    assert await take(source, 2) == [
        Ended(lost, Action.ALLOW, 0, Reason.TIMEOUT, 59_000_000_000),
        Ended(answered, Action.DENY, 1, Reason.AGENT, 59_000_000_000),
    ]
    module.end(waits, 0, 2)
    assert ids(await take(source, 1)) == [("ended", waits)]


async def test_socket_is_left_unread_while_too_much_waits(
    module: FakeModule, source: KernelSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_MOST_WAITING", 5)
    numbers = [module.hold() for _ in range(5)]
    await asyncio.sleep(0.01)
    numbers += [module.hold() for _ in range(20)]
    assert ids(await take(source, 25)) == [("event", number) for number in numbers]
