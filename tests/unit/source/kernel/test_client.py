# SPDX-License-Identifier: GPL-2.0-or-later
"""The client against a module in this process: requests, refusals, lost replies."""

from __future__ import annotations

import errno
import logging

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
from snetgui.source.kernel import Client, wire
from snetgui.source.kernel.header import MAX_ANSWERS, Attr, Command

from .fake_module import FakeModule

CONNECT = Subscription(Syscall.CONNECT)
BIND = Subscription(Syscall.BIND, 2, 17)


def test_module_that_is_not_loaded(module: FakeModule) -> None:
    module.loaded = False
    with pytest.raises(SourceMissing, match="modprobe snet"):
        Client(module.channel())
    assert module.channels == []


@pytest.mark.parametrize(
    ("protocol", "words"),
    [(0, "the module is the older one"), (2, "this program is the older one")],
)
def test_module_of_another_version(module: FakeModule, protocol: int, words: str) -> None:
    module.version[Attr.PROTOCOL_VERSION] = protocol
    with pytest.raises(SourceVersion, match=words):
        Client(module.channel())
    assert module.channels == []
    assert module.log == [Command.VERSION]


def test_an_event_is_told_answered_and_ended(module: FakeModule, client: Client) -> None:
    client.register()
    number = module.hold()
    (event,) = client.receive(0)
    assert isinstance(event, Event)
    assert client.answer([Verdict(event.id, Action.DENY, errno.ECONNREFUSED)])
    assert client.receive(0) == [
        Ended(number, Action.DENY, errno.ECONNREFUSED, Reason.AGENT, 5_000)
    ]
    assert client.receive(0) == []


def test_events_that_come_between_a_request_and_its_reply_are_kept_in_order(
    module: FakeModule, client: Client
) -> None:
    client.register()
    first = module.hold()
    assert client.config().verdict_delay == 30
    second = module.hold()
    assert [event.id for event in client.pending()] == [first, second]
    told = client.receive(0)
    assert [message.id for message in told if isinstance(message, Event)] == [first, second]


def test_pending_events_are_told_again_to_the_next_agent(module: FakeModule) -> None:
    number = module.hold()
    with Client(module.channel()) as client:
        client.register()
        assert [message.id for message in client.receive(0) if isinstance(message, Event)] == [
            number
        ]


def test_second_agent_is_refused(module: FakeModule, client: Client) -> None:
    client.register()
    with Client(module.channel()) as second, pytest.raises(SourceBusy, match="end that one"):
        second.register()
    assert module.agent is not None


def test_answer_for_an_event_that_ended_is_no_error(module: FakeModule, client: Client) -> None:
    client.register()
    gone, there = module.hold(), module.hold()
    module.end(gone, 0, 2)
    assert not client.answer([Verdict(gone, Action.DENY), Verdict(there, Action.ALLOW)])
    assert module.pending == {}


def test_many_answers_go_in_messages_of_the_protocols_size(
    module: FakeModule, client: Client
) -> None:
    client.register()
    numbers = [module.hold() for _ in range(20)]
    verdicts = [Verdict(n, Action.ALLOW) for n in numbers]
    verdicts += [Verdict(10_000 + n, Action.ALLOW) for n in range(MAX_ANSWERS)]
    assert not client.answer(verdicts)
    assert module.pending == {}
    assert module.log.count(Command.VERDICT) == 2


def test_no_answers_are_no_message(module: FakeModule, client: Client) -> None:
    assert client.answer([])
    assert Command.VERDICT not in module.log


def test_acknowledgement_of_an_answer_may_be_lost(module: FakeModule, client: Client) -> None:
    client.register()
    number = module.hold()
    module.mute.add(Command.VERDICT)
    assert client.answer([Verdict(number, Action.ALLOW)])
    assert module.pending == {}


def test_lost_reply_to_a_question_is_asked_for_again(module: FakeModule, client: Client) -> None:
    module.mute.add(Command.CONFIG_GET)
    assert client.config().max_delay == 600
    assert module.log.count(Command.CONFIG_GET) == 2


def test_lost_reply_to_a_change_is_reported_and_not_repeated(
    module: FakeModule, client: Client
) -> None:
    module.mute.add(Command.INSERT)
    with pytest.raises(SourceRefused, match="no reply to INSERT"):
        client.insert(CONNECT)
    assert module.log.count(Command.INSERT) == 1


def test_late_replies_to_earlier_requests_are_passed_over(
    module: FakeModule, client: Client
) -> None:
    module.late = [1, 2, 99]
    assert client.config().verdict_delay == 30
    client.insert(CONNECT)
    assert client.subscriptions() == (CONNECT,)


def test_extend(module: FakeModule, client: Client) -> None:
    client.register()
    number = module.hold()
    assert client.extend(number, 5) == 36_000_000_000
    with pytest.raises(UnknownEvent):
        client.extend(number + 1, 5)


def test_subscriptions(module: FakeModule, client: Client) -> None:
    client.insert(CONNECT)
    client.insert(BIND)
    assert client.subscriptions() == (CONNECT, BIND)
    client.remove(CONNECT)
    assert client.subscriptions() == (BIND,)
    client.flush()
    assert client.subscriptions() == ()


def test_list_that_changed_while_it_was_told_is_asked_for_again(
    module: FakeModule, client: Client
) -> None:
    client.insert(CONNECT)
    module.interrupted = 2
    assert client.subscriptions() == (CONNECT,)
    assert module.log.count(Command.LIST) == 3


def test_subscribe_adds_what_does_not_stand(module: FakeModule, client: Client) -> None:
    client.insert(CONNECT)
    assert client.subscribe([CONNECT, BIND, BIND]) == (BIND,)
    client.unsubscribe([BIND, Subscription()])
    assert client.subscriptions() == (CONNECT,)


def test_subscribe_without_room_changes_nothing(module: FakeModule, client: Client) -> None:
    client.insert(CONNECT)
    module.most_subscriptions = 2
    with pytest.raises(SourceRefused, match="ENOSPC"):
        client.subscribe([BIND, Subscription()])
    assert client.subscriptions() == (CONNECT,)


def test_configure(module: FakeModule, client: Client) -> None:
    client.configure(verdict_delay=7, verdict_policy=Action.DENY)
    config = client.config()
    assert (config.verdict_delay, config.verdict_policy) == (7, Action.DENY)


@pytest.mark.parametrize("delay", [0, 4_000, -1, 2**32])
def test_configure_out_of_range_changes_nothing(
    module: FakeModule, client: Client, delay: int
) -> None:
    before = client.config()
    with pytest.raises(SourceRefused):
        client.configure(verdict_delay=delay, verdict_policy=Action.DENY)
    assert client.config() == before


def test_stats(client: Client) -> None:
    assert client.stats().agents == 114


@pytest.mark.parametrize(
    ("command", "error", "text", "kind", "words"),
    [
        (Command.REGISTER, errno.EPERM, "", SourcePermission, "run this as root"),
        (Command.REGISTER, errno.EPROTO, "", SourceVersion, "same release"),
        (Command.STATS, errno.EOPNOTSUPP, "", SourceVersion, "does not know STATS"),
        (Command.STATS, errno.EINVAL, "no such thing", SourceRefused, "no such thing .EINVAL"),
        (Command.STATS, errno.EBUSY, "", SourceRefused, "EBUSY"),
        (Command.STATS, 5_000, "", SourceRefused, "5000"),
    ],
)
def test_refusals(
    module: FakeModule, command: Command, error: int, text: str, kind: type, words: str
) -> None:
    module.refuse[command] = (error, text)
    with Client(module.channel()) as client, pytest.raises(kind, match=words):
        client.stats()
        client.register()


def test_without_the_right_nothing_but_version_and_stats(module: FakeModule) -> None:
    module.permitted = False
    with Client(module.channel()) as client:
        assert client.stats().raised == 102
        for ask in (client.register, client.config, client.subscriptions, client.flush):
            with pytest.raises(SourcePermission, match="CAP_NET_ADMIN"):
                ask()
    assert module.agent is None


def test_unloading_is_told_behind_the_last_message(module: FakeModule, client: Client) -> None:
    client.register()
    number = module.hold()
    module.unload()
    (event,) = client.receive(0)
    assert isinstance(event, Event)
    assert event.id == number
    for _ in range(2):
        with pytest.raises(SourceMissing, match="unloaded"):
            client.receive(0)


def test_requests_to_an_unloaded_module(module: FakeModule, client: Client) -> None:
    client.register()
    module.loaded = False
    with pytest.raises(SourceMissing, match="unloaded"):
        client.extend(1, 1)
    with pytest.raises(SourceMissing, match="unloaded"):
        client.answer([Verdict(1, Action.ALLOW)])


def test_event_that_makes_no_sense_is_logged_and_passed_over(
    module: FakeModule, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.register()
    module.hold(syscall=99)
    good = module.hold()
    with caplog.at_level(logging.ERROR):
        told = client.receive(0)
    assert [message.id for message in told if isinstance(message, Event)] == [good]
    assert "99 is no syscall" in caplog.text


def test_garbage_is_logged_and_passed_over(
    module: FakeModule, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.register()
    module.channels[0].deliver(b"\1\2\3")
    module.channels[0].deliver(b"")
    number = module.hold()
    told = client.receive(0)
    assert [message.id for message in told if isinstance(message, Event)] == [number]
    assert "makes no sense" in caplog.text


def test_message_of_a_newer_module_is_passed_over(module: FakeModule, client: Client) -> None:
    client.register()
    body = wire.command(99, 1)
    module.channels[0].deliver(wire.request(0x2A, 0, 0, body))
    assert client.receive(0) == []


def test_reply_that_makes_no_sense_is_refused(module: FakeModule, client: Client) -> None:
    module.config.pop(Attr.MAX_DELAY)
    with pytest.raises(wire.MalformedMessage, match="MAX_DELAY"):
        client.config()
