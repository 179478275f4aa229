# SPDX-License-Identifier: GPL-2.0-or-later
"""What the screen says of an event."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import Any

import pytest

from snetgui.gui import words
from snetgui.model import (
    ALWAYS,
    NOTHING_KNOWN,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Answer,
    Birth,
    Facts,
    Lifetime,
    LifetimeKind,
    PortMatch,
    Scope,
    Syscall,
    parse_address,
    unix_address,
)
from snetgui.rules.scope import rule_for, scopes

from .kit import event, internet

HOST = Facts(hosts=("imap.example.org", "other.example.org"))
BIRTH = Birth(datetime(2030, 1, 2, tzinfo=UTC))

DEEDS: list[tuple[dict[str, Any], Facts, str]] = [
    (
        {"to": internet("203.0.113.7", 993)},
        NOTHING_KNOWN,
        "wants to connect to 203.0.113.7, port 993 (imaps)",
    ),
    (
        {"to": internet("203.0.113.7", 993)},
        HOST,
        "wants to connect to imap.example.org, port 993 (imaps)",
    ),
    (
        {"to": internet("2001:db8::7", 64999)},
        NOTHING_KNOWN,
        "wants to connect to 2001:db8::7, port 64999",
    ),
    ({"to": internet("203.0.113.7", 0)}, NOTHING_KNOWN, "wants to connect to 203.0.113.7"),
    (
        {"to": internet("203.0.113.7", 53), "syscall": Syscall.SENDMSG, "protocol": 17},
        NOTHING_KNOWN,
        "wants to send data to 203.0.113.7, port 53 (domain)",
    ),
    (
        {"local": internet("0.0.0.0", 8080), "syscall": Syscall.LISTEN},
        NOTHING_KNOWN,
        "wants to accept connections on port 8080 (http-alt) from other computers",
    ),
    (
        {"local": internet("127.0.0.1", 64999), "syscall": Syscall.LISTEN},
        NOTHING_KNOWN,
        "wants to accept connections on port 64999 from this computer",
    ),
    (
        {"local": internet("::", 64999), "syscall": Syscall.BIND},
        NOTHING_KNOWN,
        "wants to use any address of this computer, port 64999",
    ),
    (
        {
            "to": internet("203.0.113.7", 50000),
            "local": internet("192.0.2.1", 64999),
            "syscall": Syscall.ACCEPT,
        },
        NOTHING_KNOWN,
        "wants to take a connection from 203.0.113.7 on port 64999",
    ),
    (
        {"to": unix_address("/run/x.sock"), "family": socket.AF_UNIX, "protocol": 0},
        NOTHING_KNOWN,
        "wants to connect to the local socket /run/x.sock",
    ),
    (
        {"to": unix_address(""), "family": socket.AF_UNIX, "protocol": 0},
        NOTHING_KNOWN,
        "wants to connect to an unnamed local socket",
    ),
    (
        {"to": parse_address(b"\x10\x00\xab\xcd"), "family": socket.AF_NETLINK, "protocol": 0},
        NOTHING_KNOWN,
        "wants to connect to a netlink address 1000abcd",
    ),
    (
        {"local": unix_address("@x"), "family": 1, "syscall": Syscall.LISTEN, "protocol": 0},
        NOTHING_KNOWN,
        "wants to accept connections on the local socket @x",
    ),
]


@pytest.mark.parametrize(("how", "facts", "said"), DEEDS)
def test_deed(how: dict[str, Any], facts: Facts, said: str) -> None:
    assert words.deed(event(**how), facts) == said


@pytest.mark.parametrize("syscall", list(Syscall))
@pytest.mark.parametrize(
    "address", [None, internet("::1", 1), unix_address("/x"), parse_address(b"")]
)
def test_every_event_has_words(syscall: Syscall, address: Any) -> None:
    for asked in (event(syscall=syscall, local=address), event(syscall=syscall, to=address)):
        assert words.deed(asked, NOTHING_KNOWN)
        assert words.facets(asked, NOTHING_KNOWN)
        assert words.scope_row(asked)
        for scope in scopes(asked, NOTHING_KNOWN):
            assert words.scope_text(scope, asked, NOTHING_KNOWN)


NASTY = "/tmp/<b>x</b>\u202egnp.exe\n\x1b[31m" + "a" * 5000


def test_untrusted_text_is_made_visible_and_cut() -> None:
    asked = event(exe=NASTY, to=unix_address(NASTY), family=1, protocol=0)
    facts = Facts(user=NASTY, hosts=(NASTY,), interface=NASTY)
    texts = [
        words.program_name(asked),
        words.sentence(words.program_name(asked), asked, facts),
        words.facets(asked, facts),
        words.origin(asked, facts),
        words.exe_text(asked),
        *(words.scope_text(scope, asked, facts) for scope in Scope),
    ]
    for text in texts:
        assert text.isprintable() and len(text) < 400 and "\u202e" not in text


def test_braces_in_untrusted_text_stay_what_they_are() -> None:
    asked = event(exe="/x/{where}", to=unix_address("/{0}{path}"), family=1, protocol=0)
    assert words.sentence("{program}", asked, NOTHING_KNOWN) == (
        "{program} wants to connect to the local socket /{0}{path}"
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (Scope.DESTINATION, "203.0.113.7 : 443"),
        (Scope.HOST, "203.0.113.7, any port"),
        (Scope.PORT, "port 443 anywhere"),
        (Scope.PROGRAM, "everything"),
    ],
)
def test_scope_text(scope: Scope, said: str) -> None:
    assert words.scope_text(scope, event(), NOTHING_KNOWN) == said


@pytest.mark.parametrize("syscall", [Syscall.ACCEPT, Syscall.RECVMSG])
def test_who_is_called_is_asked_about_its_own_port(syscall: Syscall) -> None:
    called = event(
        syscall=syscall, to=internet("203.0.113.7", 50000), local=internet("192.0.2.1", 8443)
    )
    said = [words.scope_text(scope, called, NOTHING_KNOWN) for scope in scopes(called, HOST)]
    assert said == [
        "203.0.113.7 on port 8443",
        "203.0.113.7, any port",
        "port 8443, any address",
        "everything",
    ]
    assert "50000" not in words.deed(called, NOTHING_KNOWN)
    for scope in scopes(called, HOST)[:3:2]:  # what is said is what the rule asks for
        rule = rule_for(called, NOTHING_KNOWN, Answer(Action.ALLOW, scope, ALWAYS), BIRTH)
        assert rule.conditions.local_ports == PortMatch(((8443, 8443),))


def test_only_the_scope_that_is_about_the_name_says_it() -> None:
    said = {scope: words.scope_text(scope, event(), HOST) for scope in Scope}
    assert said[Scope.HOST] == "imap.example.org, any port"
    assert said[Scope.DESTINATION] == "203.0.113.7 : 443"


@pytest.mark.parametrize(
    ("lifetime", "said"),
    [
        (ONCE, "once"),
        (THIS_PROCESS, "until it exits"),
        (UNTIL_RESTART, "until restart"),
        (ALWAYS, "always"),
        (Lifetime(LifetimeKind.SPAN, seconds=30), "30 s"),
        (Lifetime(LifetimeKind.SPAN, seconds=60), "1 min"),
        (Lifetime(LifetimeKind.SPAN, seconds=900), "15 min"),
        (Lifetime(LifetimeKind.SPAN, seconds=3600), "1 hour"),
        (Lifetime(LifetimeKind.SPAN, seconds=43200), "12 hours"),
    ],
)
def test_lifetime_text(lifetime: Lifetime, said: str) -> None:
    assert words.lifetime_text(lifetime) == said


def test_a_tool_tip_shows_markup_as_text() -> None:
    assert "<b>" not in words.plain_tooltip("<b>bold</b>")
