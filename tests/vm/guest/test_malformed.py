# SPDX-License-Identifier: GPL-2.0-or-later
"""Malformed messages are refused with a reason, and harm nobody."""

import errno
import random
import struct
from collections.abc import Iterator

import pytest

from snetgui.source.kernel import Client, Subscription, Syscall
from snetgui.source.kernel.header import AnsAttr, Attr, Command, SubAttr
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import udp_connect
from tests.vm.guest.child import Child
from tests.vm.guest.rawgenl import ACK, DUMP, RawSocket, attribute, nest
from tests.vm.guest.test_stats import check_sums

FUZZ_MESSAGES = 5000


def u16(value: int) -> bytes:
    return struct.pack("=H", value)


def u32(value: int) -> bytes:
    return struct.pack("=I", value)


def u64(value: int) -> bytes:
    return struct.pack("=Q", value)


ID = attribute(AnsAttr.ID, u64(1))
ALLOW = attribute(AnsAttr.VERDICT, u16(0))
DENY = attribute(AnsAttr.VERDICT, u16(1))


def ans_errno(number: int) -> bytes:
    return attribute(AnsAttr.ERRNO, u16(number))


def answer(*inside: bytes) -> bytes:
    return nest(Attr.ANSWER, *inside)


def subscription(*inside: bytes) -> bytes:
    return nest(Attr.SUBSCRIPTION, *inside)


REFUSED = {
    "unknown attribute": (Command.REGISTER, attribute(200, u32(1))),
    "attribute of another command": (Command.REGISTER, attribute(Attr.VERDICT_DELAY, u32(1))),
    "version missing": (Command.REGISTER, b""),
    "version short": (Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u16(1))),
    "version long": (Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u64(1))),
    "version twice": (Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u32(1)) * 2),
    "attribute cut off": (Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u32(1))[:-2]),
    "attribute longer than the message": (Command.REGISTER, struct.pack("=HHI", 400, 2, 1)),
    "bytes left over": (Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u32(1)) + b"ab"),
    "subscription missing": (Command.INSERT, b""),
    "subscription twice": (Command.INSERT, subscription() * 2),
    "subscription not nested": (Command.INSERT, attribute(Attr.SUBSCRIPTION, u32(7))),
    "subscription without flag": (
        Command.INSERT,
        attribute(Attr.SUBSCRIPTION, attribute(SubAttr.FAMILY, u16(2))),
    ),
    "syscall unknown": (Command.INSERT, subscription(attribute(SubAttr.SYSCALL, u16(99)))),
    "syscall short": (Command.INSERT, subscription(attribute(SubAttr.SYSCALL, b"\2"))),
    "family twice": (Command.INSERT, subscription(attribute(SubAttr.FAMILY, u16(2)) * 2)),
    "unknown in subscription": (Command.INSERT, subscription(attribute(9, u16(2)))),
    "no answer": (Command.VERDICT, b""),
    "answer empty": (Command.VERDICT, answer()),
    "answer without id": (Command.VERDICT, answer(ALLOW)),
    "answer without verdict": (Command.VERDICT, answer(ID)),
    "verdict unknown": (Command.VERDICT, answer(ID, attribute(AnsAttr.VERDICT, u16(2)))),
    "errno with allow": (Command.VERDICT, answer(ID, ALLOW, ans_errno(1))),
    "errno 0": (Command.VERDICT, answer(ID, DENY, ans_errno(0))),
    "errno of the kernel's own": (Command.VERDICT, answer(ID, DENY, ans_errno(512))),
    "errno too large": (Command.VERDICT, answer(ID, DENY, ans_errno(4096))),
    "verdict twice": (Command.VERDICT, answer(ID, ALLOW, DENY)),
    "id short": (Command.VERDICT, answer(attribute(AnsAttr.ID, u32(1)), ALLOW)),
    "good answer before a bad one": (Command.VERDICT, answer(ID, ALLOW) + answer(ID)),
    "too many answers": (Command.VERDICT, answer(ID, ALLOW) * 1025),
    "extend without id": (Command.EXTEND, attribute(Attr.SECONDS, u32(5))),
    "extend without seconds": (Command.EXTEND, attribute(Attr.ID, u64(1))),
    "nothing to set": (Command.CONFIG_SET, attribute(Attr.ID, u64(1))),
}

OUT_OF_RANGE = {
    "delay 0": attribute(Attr.VERDICT_DELAY, u32(0)),
    "delay huge": attribute(Attr.VERDICT_DELAY, u32(0xFFFFFFFF)),
    "policy unknown": attribute(Attr.VERDICT_POLICY, u32(2)),
    "debug 2": attribute(Attr.DEBUG, u32(2)),
    "pending 0": attribute(Attr.MAX_PENDING, u32(0)),
    "one good, one bad": attribute(Attr.VERDICT_DELAY, u32(7)) + attribute(Attr.DEBUG, u32(2)),
}


@pytest.fixture
def raw(agent: Agent) -> Iterator[RawSocket]:
    """A socket that can say anything; another one is the agent's."""
    with RawSocket() as opened:
        yield opened


@pytest.mark.parametrize("name", REFUSED)
def test_malformed_message_is_refused_with_a_reason(raw: RawSocket, name: str) -> None:
    command, body = REFUSED[name]
    refusal = raw.say(command, body)
    assert refusal.errno == errno.EINVAL
    assert refusal.text


@pytest.mark.parametrize("name", OUT_OF_RANGE)
def test_value_out_of_range_changes_nothing(raw: RawSocket, agent: Agent, name: str) -> None:
    before = agent.client.config()
    refusal = raw.say(Command.CONFIG_SET, OUT_OF_RANGE[name])
    assert refusal.errno == errno.ERANGE
    assert refusal.text
    assert agent.client.config() == before


def test_message_with_one_bad_answer_answers_nothing(agent: Agent) -> None:
    with Child(udp_connect) as caller, RawSocket() as raw:
        event = agent.next_event()
        agent.client.unregister()
        version = attribute(Attr.PROTOCOL_VERSION, u32(1))
        assert raw.say(Command.REGISTER, version).errno == 0
        good = answer(attribute(AnsAttr.ID, u64(event.id)), ALLOW)
        assert raw.say(Command.VERDICT, good + answer(ID)).errno == errno.EINVAL
        assert caller.is_waiting()
        assert agent.client.stats().pending == 1
        assert raw.say(Command.VERDICT, good).errno == 0
        assert caller.result() == 0


@pytest.mark.parametrize(
    "command", [0, Command.EVENT, Command.ENDED, Command.DECISION, 17, 100, 255]
)
def test_command_that_is_not_for_programs_is_refused(raw: RawSocket, command: int) -> None:
    assert raw.say(command, b"").errno == errno.EOPNOTSUPP


def test_other_protocol_version_is_refused(raw: RawSocket) -> None:
    refusal = raw.say(Command.REGISTER, attribute(Attr.PROTOCOL_VERSION, u32(999)))
    assert refusal.errno == errno.EPROTO
    assert refusal.text


def _random_attribute(dice: random.Random, depth: int = 0) -> bytes:
    kind = dice.choice([dice.randrange(45), dice.randrange(1 << 14)])
    if depth < 2 and dice.random() < 0.4:
        inside = (_random_attribute(dice, depth + 1) for _ in range(dice.randrange(5)))
        return nest(dice.choice([Attr.SUBSCRIPTION, Attr.ANSWER, kind]), *inside)
    size = dice.choice([0, 1, 2, 4, 8, dice.randrange(600)])
    made = attribute(kind, dice.randbytes(size))
    if dice.random() < 0.1:
        made = struct.pack("=H", dice.randrange(1 << 16)) + made[2:]
    return made


def _random_message(dice: random.Random, family: int) -> bytes:
    body = b"".join(_random_attribute(dice) for _ in range(dice.randrange(6)))
    body = body[: len(body) - dice.choice([0, 0, 0, dice.randrange(8)])]
    flags = 1 | dice.choice([0, ACK, DUMP, ACK | DUMP, dice.randrange(1 << 16)])
    generic = struct.pack("=BBH", dice.randrange(20), dice.randrange(3), dice.randrange(3))
    length = 16 + len(generic) + len(body)
    if dice.random() < 0.05:
        length = dice.randrange(length + 20)
    return struct.pack("=IHHII", length, family, flags, dice.randrange(9), 0) + generic + body


@pytest.mark.parametrize("seed", range(2))
def test_random_messages_harm_nobody(module: None, seed: int) -> None:
    dice = random.Random(seed)
    with Client() as client:
        with RawSocket() as raw:
            for _ in range(FUZZ_MESSAGES):
                raw.throw(_random_message(dice, raw.family))
        check_sums(client.stats())
        client.flush()
        client.configure(verdict_delay=30, max_pending=100, max_subscriptions=100)
        agent = Agent.start(Subscription(Syscall.CONNECT))
        with Child(udp_connect) as caller:
            agent.allow(agent.next_event())
            assert caller.result() == 0
        agent.stop()
