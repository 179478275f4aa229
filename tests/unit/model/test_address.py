# SPDX-License-Identifier: GPL-2.0-or-later
"""Socket addresses as the kernel hands them over."""

from __future__ import annotations

import socket
import struct
from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui import model
from snetgui.model import parse_address, unix_address


@given(st.binary(max_size=130))
def test_never_raises_and_keeps_the_bytes(raw: bytes) -> None:
    address = parse_address(raw)
    assert address.raw == raw
    assert str(address)
    assert address.path is None or address.ip is None


@given(st.ip_addresses(), st.integers(0, 65535))
def test_ip_addresses_round_trip(ip: model.IPAddress, port: int) -> None:
    address = model.ip_address(ip, port)
    mapped = getattr(ip, "ipv4_mapped", None)
    assert (address.ip, address.port) == (mapped or ip, port)
    assert parse_address(address.raw) == address


def test_one_peer_however_it_is_written() -> None:
    assert model.ip_address(ip_address("::ffff:192.0.2.1"), 80).ip == IPv4Address("192.0.2.1")


def test_what_the_kernel_gives_is_what_python_sees() -> None:
    raw = struct.pack("=HHI16sI", socket.AF_INET6, 0x5000, 0, ip_address("fe80::1").packed, 3)
    address = parse_address(raw)
    assert str(address) == "[fe80::1]:80"
    assert address.scope == 3


PATHS = ["", "/run/x", "@name", "/run/\udcff", "@a\0b"]


@pytest.mark.parametrize("path", PATHS)
def test_unix_addresses_round_trip(path: str) -> None:
    address = unix_address(path)
    assert (address.family, address.path) == (socket.AF_UNIX, path)


@pytest.mark.parametrize("raw", [b"", b"\x02", b"\x02\x00\x00\x50", b"\x0a\x00" + b"\x00" * 20])
def test_too_short_for_an_address(raw: bytes) -> None:
    address = parse_address(raw)
    assert address.ip is None
    assert address.port is None
