# SPDX-License-Identifier: GPL-2.0-or-later
"""Bytes to messages and back; any bytes at all."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.source.kernel import wire


def frame(kind: int, flags: int, body: bytes, sequence: int = 1) -> bytes:
    padding = b"\0" * (-len(body) % 4)
    return struct.pack("=IHHII", 16 + len(body), kind, flags, sequence, 0) + body + padding


def read_everything(data: bytes) -> None:
    for each in wire.frames(data):
        if each.kind in (wire.NLMSG_ERROR, wire.NLMSG_DONE):
            wire.outcome(each)
        else:
            wire.generic(each.body)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_everything(data)
    except wire.MalformedMessage as problem:
        assert str(problem)


@given(st.integers(1, 3), st.integers(0, 0xFFFF), st.binary(max_size=80))
def test_any_acknowledgement_is_read_or_refused(kind: int, flags: int, body: bytes) -> None:
    try:
        read_everything(frame(kind, flags, body))
    except wire.MalformedMessage as problem:
        assert str(problem)


@given(st.lists(st.tuples(st.integers(0x10, 0xFFFF), st.binary(max_size=50)), max_size=5))
def test_messages_of_one_datagram_come_apart(messages: list[tuple[int, bytes]]) -> None:
    datagram = b"".join(frame(kind, 0, body) for kind, body in messages)
    assert [(each.kind, each.body) for each in wire.frames(datagram)] == messages


def test_messages_before_a_broken_one_are_given() -> None:
    broken = struct.pack("=IHHII", 400, 0x20, 0, 0, 0)
    given_so_far = []
    with pytest.raises(wire.MalformedMessage):
        for each in wire.frames(frame(0x10, 0, b"good") + broken):
            given_so_far.append(each.body)
    assert given_so_far == [b"good"]


@pytest.mark.parametrize(
    ("encode", "size", "value"),
    [
        (wire.u16, 2, 0xFFFE),
        (wire.u32, 4, 0xFFFFFFFE),
        (wire.u64, 8, 0xFFFFFFFFFFFFFFFE),
    ],
)
def test_integers_come_back(encode: Callable[[int, int], bytes], size: int, value: int) -> None:
    assert wire.number(wire.attributes(encode(9, value)), 9, size) == value


@pytest.mark.parametrize("raw", [b"", b"\1", b"\1\0\0", bytes(8)])
def test_integer_of_another_size_is_refused(raw: bytes) -> None:
    fields = {3: raw}
    with pytest.raises(wire.MalformedMessage):
        wire.number(fields, 3, 4)
    with pytest.raises(wire.MalformedMessage):
        wire.number(fields, 4, 4)


def test_signed_integer() -> None:
    assert wire.number({1: b"\xff" * 8}, 1, 8, signed=True) == -1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(b"curl\0", "curl"), (b"curl", "curl"), (b"", ""), (b"a\0b\0", "a"), (b"\xff\0", "\udcff")],
)
def test_text_ends_at_nul_and_keeps_every_byte(raw: bytes, expected: str) -> None:
    assert wire.text(raw) == expected


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30))
def test_strings_come_back(value: str) -> None:
    assert wire.string(wire.attributes(wire.c_string(5, value)), 5) == value


def test_nested_attributes_come_back() -> None:
    inside = wire.attributes(wire.attributes(wire.nested(7, wire.u16(2, 6) + wire.u32(3, 9)))[7])
    assert wire.number(inside, 2, 2) == 6
    assert wire.number(inside, 3, 4) == 9


ACK = struct.pack("=i", -22) + struct.pack("=IHHII", 20, 0x2A, 5, 1, 0)
MESSAGE = wire.c_string(1, "no such syscall") + wire.u32(2, 28)


@pytest.mark.parametrize(
    ("what", "flags", "body", "expected"),
    [
        ("success", 0x100, struct.pack("=i", 0) + bytes(16), wire.Outcome(0)),
        ("bare", 0x100, ACK, wire.Outcome(22)),
        ("text", 0x300, ACK + MESSAGE, wire.Outcome(22, "no such syscall")),
        (
            "whole request quoted",
            0x200,
            ACK + b"SNET" + MESSAGE,
            wire.Outcome(22, "no such syscall"),
        ),
        ("missing", 0x300, ACK + wire.u32(5, 6), wire.Outcome(22, "", 6)),
        ("text cut off", 0x300, ACK + MESSAGE[:6], wire.Outcome(22)),
        ("no text at all", 0x300, ACK, wire.Outcome(22)),
    ],
)
def test_refusal(what: str, flags: int, body: bytes, expected: wire.Outcome) -> None:
    (only,) = wire.frames(frame(wire.NLMSG_ERROR, flags, body))
    assert wire.outcome(only) == expected, what


@pytest.mark.parametrize(("body", "errno"), [(b"", 0), (bytes(4), 0), (struct.pack("=i", -1), 1)])
def test_end_of_a_dump(body: bytes, errno: int) -> None:
    (only,) = wire.frames(frame(wire.NLMSG_DONE, 2, body))
    assert wire.outcome(only) == wire.Outcome(errno)


def test_request_is_what_pyroute2_would_send() -> None:
    from pyroute2.netlink import genlmsg  # noqa: PLC0415

    theirs: Any = genlmsg()
    theirs["cmd"], theirs["version"] = 8, 1
    theirs["header"]["type"] = 0x2A
    theirs["header"]["flags"] = wire.NLM_F_REQUEST | wire.NLM_F_ACK
    theirs["header"]["sequence_number"] = 77
    theirs.encode()
    ours = wire.request(0x2A, wire.NLM_F_ACK, 77, wire.command(8, 1))
    assert ours == bytes(theirs.data)
