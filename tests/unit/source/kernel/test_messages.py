# SPDX-License-Identifier: GPL-2.0-or-later
"""The protocol's messages as the words of snet, written by pyroute2 and read by us."""

from __future__ import annotations

import errno
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.model import Action, ExeIdentity, Reason, Subscription, Syscall, Verdict
from snetgui.source.kernel import messages, wire
from snetgui.source.kernel.header import (
    AnsAttr,
    Attr,
    Command,
    ReasonNumber,
    StatAttr,
    SyscallNumber,
    VerdictNumber,
)
from snetgui.source.kernel.messages import ConfigChange

from . import samples


def fields(command: Command, values: dict[Any, Any]) -> wire.Attributes:
    (only,) = wire.frames(samples.message(command, values))
    number, attributes = wire.generic(only.body)
    assert number == command
    return attributes


def without(values: dict[Any, Any], *kinds: Attr) -> dict[Any, Any]:
    return {kind: value for kind, value in values.items() if kind not in kinds}


def test_event() -> None:
    event = messages.parse_event(fields(Command.EVENT, samples.EVENT))
    assert (event.id, event.syscall, event.family) == (0xD, Syscall.CONNECT, 2)
    assert (event.type, event.protocol) == (1, 6)
    assert (event.raised_ns, event.deadline_ns) == (1_000_000_000, 31_000_000_000)
    assert event.local is not None
    assert str(event.local) == "0.0.0.0:0"
    assert event.remote is not None
    assert (event.remote.ip, event.remote.port) == (ip_address("127.0.0.1"), 80)
    process = event.process
    assert (process.pid, process.tid, process.ppid) == (23886, 23887, 1)
    assert (process.uid, process.gid, process.key) == (256, 100, (23886, 12_345_678_901))
    assert (process.comm, process.exe) == ("tcpconnect", "/usr/bin/tcpconnect")
    assert process.exe_id == ExeIdentity(0xFD01, 4711, -1)
    assert (process.cgroup, process.netns, process.mntns) == (42, 4026531840, 4026531841)


@pytest.mark.parametrize("kind", samples.REQUIRED, ids=lambda kind: kind.name)
def test_event_without_what_it_must_have_is_refused(kind: Attr) -> None:
    with pytest.raises(wire.MalformedMessage):
        messages.parse_event(fields(Command.EVENT, without(samples.EVENT, kind)))


def test_event_without_what_it_may_lack() -> None:
    lacking = without(
        samples.EVENT, *(kind for kind in samples.EVENT if kind not in samples.REQUIRED)
    )
    event = messages.parse_event(fields(Command.EVENT, lacking))
    assert (event.local, event.remote, event.process.exe_id) == (None, None, None)
    assert (event.process.exe, event.process.cgroup, event.process.mntns) == ("", 0, 0)


def test_attribute_of_a_newer_module_is_skipped() -> None:
    (only,) = wire.frames(samples.message(Command.EVENT, samples.EVENT))
    newer = wire.attributes(wire.u64(300, 1) + only.body[4:] + wire.c_string(301, "new"))
    assert messages.parse_event(newer).id == 0xD


@pytest.mark.parametrize("number", SyscallNumber)
def test_every_syscall_has_its_word(number: SyscallNumber) -> None:
    event = messages.parse_event(fields(Command.EVENT, samples.EVENT | {Attr.SYSCALL: number}))
    assert event.syscall.name == number.name


@pytest.mark.parametrize("number", ReasonNumber)
def test_every_reason_has_its_word(number: ReasonNumber) -> None:
    told = fields(Command.ENDED, samples.ended(1, 1, number, errno=111))
    end = messages.parse_ended(told)
    expected = Reason.AGENT if number is ReasonNumber.VERDICT else Reason[number.name]
    assert (end.reason, end.action, end.errno) == (expected, Action.DENY, 111)


def test_every_verdict_has_its_word() -> None:
    assert {number.name: word.name for number, word in messages.ACTIONS.items()} == {  # type: ignore[attr-defined]
        number.name: number.name for number in VerdictNumber
    }


def test_end_of_an_allowed_event_has_no_errno() -> None:
    end = messages.parse_ended(fields(Command.ENDED, samples.ended(2**64 - 1, 0, 2)))
    assert (end.event_id, end.action, end.errno, end.held_ns) == (2**64 - 1, Action.ALLOW, 0, 5_000)


@pytest.mark.parametrize(
    "wrong",
    [{Attr.SYSCALL: 7}, {Attr.SYSCALL: 0xFFFF}, {Attr.COMM: None}],
    ids=str,
)
def test_event_that_makes_no_sense_is_refused(wrong: dict[Any, Any]) -> None:
    values = {k: v for k, v in (samples.EVENT | wrong).items() if v is not None}
    with pytest.raises(wire.MalformedMessage):
        messages.parse_event(fields(Command.EVENT, values))


@pytest.mark.parametrize(("verdict", "reason"), [(2, 1), (0, 0), (0, 7)])
def test_end_that_makes_no_sense_is_refused(verdict: int, reason: int) -> None:
    with pytest.raises(wire.MalformedMessage):
        messages.parse_ended(fields(Command.ENDED, samples.ended(1, verdict, reason)))


PARSERS = [
    messages.parse_event,
    messages.parse_ended,
    messages.parse_version,
    messages.parse_config,
    messages.parse_stats,
    messages.parse_subscription,
    messages.parse_deadline,
]


@pytest.mark.parametrize("parse", PARSERS)
@given(
    st.dictionaries(
        st.integers(0, 50),
        st.one_of(
            st.binary(max_size=40),
            st.integers(0, 8).map(lambda n: n.to_bytes(2, "little")),
            st.sampled_from([bytes(2), bytes(4), bytes(8)]),
        ),
        max_size=45,
    )
)
def test_any_attributes_are_read_or_refused(parse: Any, attributes: dict[int, bytes]) -> None:
    try:
        parse(attributes)
    except wire.MalformedMessage as problem:
        assert str(problem)


@given(st.data())
def test_an_event_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(samples.message(Command.EVENT, samples.EVENT)[16:])
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        messages.parse_event(wire.generic(bytes(body))[1])
    except wire.MalformedMessage as problem:
        assert str(problem)


def test_version() -> None:
    version = messages.parse_version(fields(Command.VERSION, samples.VERSION))
    assert (version.protocol, version.module, version.attach) == (1, "0.1.0", "static calls")
    held = {Syscall.BIND, Syscall.CONNECT, Syscall.LISTEN, Syscall.SENDMSG}
    assert version.hooks == held


def test_hook_without_a_name_is_left_out() -> None:
    newer = samples.VERSION | {Attr.HOOKS: 1 << 2 | 1 << 20}
    assert messages.parse_version(fields(Command.VERSION, newer)).hooks == {Syscall.CONNECT}


def test_config() -> None:
    config = messages.parse_config(fields(Command.CONFIG_GET, samples.CONFIG))
    assert config == messages.Config(30, Action.ALLOW, False, 1024, 256, 600)


def test_stats_reads_every_counter() -> None:
    stats = messages.parse_stats(fields(Command.STATS, samples.STATS))
    assert {
        stat: getattr(stats, stat.name.lower()) for stat in StatAttr if stat > 1
    } == samples.STATS


subscriptions = st.builds(
    Subscription,
    st.none() | st.sampled_from(Syscall),
    st.none() | st.integers(0, 0xFFFF),
    st.none() | st.integers(0, 0xFFFF),
)


@given(subscriptions)
def test_subscriptions_come_back(subscription: Subscription) -> None:
    encoded = wire.attributes(messages.encode_subscription(subscription))
    assert messages.parse_subscription(encoded) == subscription


@pytest.mark.parametrize("wrong", [Subscription(family=0x10000), Subscription(protocol=-1)])
def test_subscription_beyond_16_bits_is_refused(wrong: Subscription) -> None:
    with pytest.raises(ValueError, match="is not in 0 to"):
        messages.encode_subscription(wrong)


def test_verdicts_are_what_pyroute2_would_send() -> None:
    ours = messages.encode_verdicts(
        [Verdict(0xD, Action.ALLOW), Verdict(2**63, Action.DENY, errno.ECONNREFUSED)]
    )
    allow = {AnsAttr.ID: 0xD, AnsAttr.VERDICT: 0}
    deny = {AnsAttr.ID: 2**63, AnsAttr.VERDICT: 1, AnsAttr.ERRNO: errno.ECONNREFUSED}
    theirs = b"".join(
        samples.message(Command.VERDICT, {Attr.ANSWER: answer})[20:] for answer in (allow, deny)
    )
    # pyroute2 leaves out the flag that says "nested", which the kernel asks for.
    assert ours.replace(b"\x07\x80", b"\x07\x00") == theirs


def test_config_change_carries_what_is_to_change_alone() -> None:
    change = ConfigChange(verdict_policy=Action.DENY, verdict_delay=5, debug=True)
    sent = wire.attributes(messages.encode_config(change))
    assert {kind: wire.number(sent, kind, 4) for kind in sent} == {
        Attr.VERDICT_POLICY: 1,
        Attr.VERDICT_DELAY: 5,
        Attr.DEBUG: 1,
    }


@pytest.mark.parametrize("seconds", [-1, 2**32])
def test_extension_beyond_32_bits_is_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="seconds"):
        messages.encode_extension(1, seconds)
