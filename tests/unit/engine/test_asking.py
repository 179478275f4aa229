# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person is asked about, as subscriptions and of what is told anyway."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Collection
from typing import Any

import pytest

from snetgui.engine.asking import is_asked_about, on_loopback, subscriptions
from snetgui.model import (
    ASKED_FIRST,
    About,
    Address,
    Event,
    Subscription,
    Syscall,
    parse_address,
    unix_address,
)
from snetgui.model import ip_address as to_address

from .people import ip
from .world import make_event

NOTHING: frozenset[About] = frozenset()
ALL = frozenset(About)
EACH = [frozenset(some) for n in range(5) for some in itertools.combinations(About, n)]
HERE, THERE = to_address(ip("127.0.0.53"), 53), to_address(ip("203.0.113.7"), 53)
SIX = socket.AF_INET6


def event(syscall: Syscall = Syscall.CONNECT, family: int = 2, **changes: Any) -> Event:
    return make_event(1, syscall=syscall, family=family, **changes)


def served(local: Address | None, syscall: Syscall = Syscall.LISTEN) -> Event:
    return event(syscall, remote=None, local=local)


def tells(asked: Collection[About], syscall: Syscall, family: int) -> bool:
    return any(
        each.syscall in (None, syscall) and each.family in (None, family)
        for each in subscriptions(asked)
    )


def test_calling_out_is_always_told_of() -> None:
    assert set(subscriptions(NOTHING)) == {
        Subscription(Syscall.CONNECT, socket.AF_INET),
        Subscription(Syscall.CONNECT, socket.AF_INET6),
    }


@pytest.mark.parametrize("asked", EACH, ids=lambda asked: "+".join(sorted(asked)) or "nothing")
def test_each_choice_tells_of_its_own(asked: frozenset[About]) -> None:
    for family in (socket.AF_INET, socket.AF_INET6):
        assert tells(asked, Syscall.CONNECT, family)
        for syscall in (Syscall.LISTEN, Syscall.ACCEPT):
            wanted = About.INBOUND in asked
            local = About.LOCAL in asked and syscall is Syscall.LISTEN
            assert tells(asked, syscall, family) == (wanted or local)
        assert tells(asked, Syscall.SENDMSG, family) == bool({About.UDP, About.LOCAL} & asked)
        for syscall in (Syscall.CREATE, Syscall.BIND, Syscall.RECVMSG):
            assert not tells(asked, syscall, family), "each listen and send would ask twice"
    for other in (int(socket.AF_UNIX), int(socket.AF_NETLINK), 44):
        for syscall in (Syscall.CONNECT, Syscall.SENDMSG, Syscall.LISTEN):
            assert tells(asked, syscall, other) == (About.LOCAL in asked)
        assert not tells(asked, Syscall.ACCEPT, other)
    for family in (socket.AF_PACKET, socket.AF_VSOCK, socket.AF_BLUETOOTH, socket.AF_CAN):
        assert all(tells(asked, syscall, family) == (About.LOCAL in asked) for syscall in Syscall)
    assert len(set(subscriptions(asked))) == len(subscriptions(asked))


@pytest.mark.parametrize(
    ("told", "without"),
    [
        (event(), None),
        (event(family=SIX), None),
        (event(Syscall.CREATE, remote=None), None),
        (event(Syscall.SENDMSG, remote=THERE), About.UDP),
        (served(to_address(ip("0.0.0.0"), 80)), About.INBOUND),
        (served(None), About.INBOUND),
        (event(Syscall.ACCEPT, local=THERE), About.INBOUND),
        (event(Syscall.RECVMSG, local=THERE), About.INBOUND),
        (served(THERE, Syscall.BIND), About.INBOUND),
        (event(remote=HERE), About.LOOPBACK),
        (event(family=1, remote=unix_address("/run/x")), About.LOCAL),
        (event(family=16, remote=None), About.LOCAL),
        (event(Syscall.ACCEPT, family=1, remote=None), About.LOCAL),
    ],
    ids=lambda each: f"{each.syscall}/{each.family}" if isinstance(each, Event) else str(each),
)
def test_event_that_is_not_asked_about(told: Event, without: About | None) -> None:
    assert is_asked_about(told, ALL)
    for about in About:
        assert is_asked_about(told, ALL - {about}) == (about is not without)


def test_at_first_it_is_all_that_comes_and_goes_by_internet() -> None:
    assert is_asked_about(event(remote=HERE), ASKED_FIRST)
    assert is_asked_about(event(Syscall.SENDMSG, remote=THERE), ASKED_FIRST)
    assert is_asked_about(served(THERE), ASKED_FIRST)
    assert not is_asked_about(event(family=1, remote=None), ASKED_FIRST)


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("127.0.0.1", True),
        ("127.255.255.254", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", True),  # the kernel takes who calls it to this machine
        ("::", True),
        ("::ffff:0.0.0.0", True),
        ("128.0.0.1", False),
        ("10.0.0.1", False),
        ("::2", False),
        ("::127.0.0.1", False),  # IPv4-compatible, which is not mapped
        ("fe80::1", False),
        ("::ffff:203.0.113.7", False),
    ],
)
def test_peer_on_loopback(address: str, is_here: bool) -> None:
    peer = to_address(ip(address), 80)
    assert on_loopback(event(remote=peer, local=THERE)) == is_here
    assert on_loopback(event(Syscall.ACCEPT, remote=peer, local=THERE)) == is_here
    serves_here = is_here and not ip(address).is_unspecified and "0.0.0.0" not in address
    assert on_loopback(served(peer)) == serves_here, "any address is open to all"


@pytest.mark.parametrize(
    "peer", [None, parse_address(b"\0\0\x7f\0\0\x01"), parse_address(b"\x02\0\0")]
)
def test_peer_that_is_not_known_is_asked_about(peer: Address | None) -> None:
    assert not on_loopback(event(remote=peer))
    assert not on_loopback(served(peer))
