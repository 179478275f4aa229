# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies out of a process's memory, this one's own."""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.source.seccomp.memory import Control, Memory, Message, pack_control, parse_control

ME = os.getpid()

controls = st.lists(
    st.builds(
        Control,
        level=st.integers(2, 300),
        kind=st.integers(0, 300),
        data=st.binary(max_size=40),
    ),
    max_size=4,
).map(tuple)


def _place(data: bytes) -> tuple[ctypes.Array[ctypes.c_char], int]:
    buffer = ctypes.create_string_buffer(data, max(len(data), 1))
    return buffer, ctypes.addressof(buffer)


@given(controls)
def test_control_messages_survive_a_round_trip(messages: tuple[Control, ...]) -> None:
    assert parse_control(pack_control(messages), wide=True) == messages


def test_control_messages_of_32_bits() -> None:
    raw = struct.pack("=Iii", 16, socket.SOL_SOCKET, socket.SCM_RIGHTS) + struct.pack("=i", 7)
    raw += struct.pack("=Iii", 13, 0, 8) + b"x"
    rights, other = parse_control(raw, wide=False)
    assert (rights.fds, other.data) == ((7,), b"x")


@pytest.mark.parametrize("length", [0, 11, 99, 2**32 - 1])
@pytest.mark.parametrize("wide", [True, False])
def test_control_message_of_impossible_length(length: int, wide: bool) -> None:
    raw = struct.pack("=Qii" if wide else "=Iii", length, 1, 1)
    with pytest.raises(OSError) as raised:
        parse_control(raw, wide=wide)
    assert raised.value.errno == errno.EINVAL


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_control_messages_or_refused(raw: bytes, wide: bool) -> None:
    try:
        found = parse_control(raw, wide=wide)
    except OSError as error:
        assert error.errno == errno.EINVAL
    else:
        assert sum(len(message.data) for message in found) <= len(raw)


@pytest.mark.parametrize("length", [0, 1, 4096, 4097, 100_000])
def test_read_and_write(length: int) -> None:
    data = os.urandom(length)
    buffer, address = _place(data)
    memory = Memory()
    assert memory.read(ME, address, length) == data
    if length:
        memory.write(ME, address, bytes(length))
        assert buffer.raw[:length] == bytes(length)


def test_a_partial_copy_is_a_fault() -> None:
    for address in (0, 8, 2**63):
        with pytest.raises(OSError) as raised:
            Memory().read(ME, address, 16)
        assert raised.value.errno == errno.EFAULT


@given(st.lists(st.binary(max_size=50), max_size=6), st.integers(0, 320), st.integers(0, 320))
def test_gather_takes_a_window_of_the_pieces(pieces: list[bytes], skip: int, most: int) -> None:
    places = [_place(piece) for piece in pieces]
    vectors = tuple((place[1], len(piece)) for place, piece in zip(places, pieces, strict=True))
    whole = b"".join(pieces)
    assert Memory().gather(ME, vectors, most, skip) == whole[skip : skip + most]


def test_message_of_both_widths() -> None:
    name, name_at = _place(b"\2\0ab")
    piece, piece_at = _place(b"payload")
    vector, vector_at = _place(struct.pack("=QQ", piece_at, 7))
    raw = struct.pack("=QixxxxQQQQixxxx", name_at, 4, vector_at, 1, 0, 0, 0)
    header, header_at = _place(raw)
    message = Memory().message(ME, header_at, wide=True)
    assert message == Message(b"\2\0ab", ((piece_at, 7),))
    assert message.length == 7
    assert (name.raw[:1], piece.raw[:1], vector.raw[:1], header.raw[:8]) is not None


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ((0, 0, 0, 1025, 0, 0), errno.EMSGSIZE),
        ((0, 0, 1, 1, 0, 0), errno.EFAULT),
        ((1, -1, 0, 0, 0, 0), errno.EINVAL),
        ((1, 4, 0, 0, 0, 0), errno.EFAULT),
        ((0, 0, 0, 0, 1, 1 << 40), errno.ENOBUFS),
    ],
)
def test_message_that_the_kernel_would_refuse(fields: tuple[int, ...], number: int) -> None:
    header, address = _place(struct.pack("=QixxxxQQQQixxxx", *fields, 0))
    with pytest.raises(OSError) as raised:
        Memory().message(ME, address, wide=True)
    assert raised.value.errno == number
    assert header


@pytest.mark.parametrize("length", [-1, 129, 2**31 - 1])
def test_address_of_impossible_length(length: int) -> None:
    with pytest.raises(OSError) as raised:
        Memory().name(ME, 1, length)
    assert raised.value.errno == errno.EINVAL
