# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type for subscriptions and errno."""

from __future__ import annotations

import errno
import socket

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.cli.params import ErrnoName, SubscriptionSet
from snetgui.cli.status import subscription_text
from snetgui.model import Subscription, Syscall


def parse(text: str) -> tuple[Subscription, ...]:
    return SubscriptionSet().convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all", [Subscription()]),
        ("any", [Subscription()]),
        ("connect", [Subscription(Syscall.CONNECT)]),
        ("connect,bind", [Subscription(Syscall.CONNECT), Subscription(Syscall.BIND)]),
        ("connect, BIND,connect", [Subscription(Syscall.CONNECT), Subscription(Syscall.BIND)]),
        ("any/inet6", [Subscription(None, socket.AF_INET6)]),
        ("sendmsg/inet/udp", [Subscription(Syscall.SENDMSG, socket.AF_INET, socket.IPPROTO_UDP)]),
        ("connect//tcp", [Subscription(Syscall.CONNECT, None, socket.IPPROTO_TCP)]),
        ("connect/40/0", [Subscription(Syscall.CONNECT, 40, 0)]),
    ],
)
def test_subscriptions(text: str, expected: list[Subscription]) -> None:
    assert parse(text) == tuple(expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "'' is no call"),
        ("connect,", "'' is no call"),
        ("dance", "'dance' is no call"),
        ("connect/mars", "address family"),
        ("connect/65536", "address family"),
        ("connect/-1", "address family"),
        ("connect/inet/nope", "protocol"),
        ("connect/inet/tcp/80", "at most"),
    ],
)
def test_wrong_subscriptions(text: str, words: str) -> None:
    with pytest.raises(click.BadParameter, match=words):
        parse(text)


@given(
    st.builds(
        Subscription,
        st.none() | st.sampled_from(Syscall),
        st.none() | st.integers(0, 0xFFFF),
        st.none() | st.integers(0, 0xFFFF),
    )
)
def test_what_status_shows_can_be_typed(subscription: Subscription) -> None:
    assert parse(subscription_text(subscription)) == (subscription,)


@pytest.mark.parametrize(
    ("text", "number"),
    [("EPERM", 1), ("econnrefused", errno.ECONNREFUSED), ("13", 13), ("511", 511)],
)
def test_errno(text: str, number: int) -> None:
    assert ErrnoName().convert(text, None, None) == number


@pytest.mark.parametrize("text", ["0", "512", "-1", "EWHAT", "perm", "", "errorcode", "²"])
def test_wrong_errno(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no errno"):
        ErrnoName().convert(text, None, None)
