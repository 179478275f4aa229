# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules in plain language, safe to show whatever a program chose as its name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from snetgui.model import ALWAYS, THIS_PROCESS, UNTIL_RESTART, Birth, Lifetime, LifetimeKind, Rule
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.summary import lifetime_words, sentence

from . import strategies as ours

OUT = "connect, sendmsg"
SERVE = "bind, listen"
CURL = {"exe": "/usr/bin/curl"}

SENTENCES: list[tuple[dict[str, str], str]] = [
    ({}, "any program may do anything on the network."),
    (CURL, "curl may do anything on the network."),
    (
        {**CURL, "syscalls": OUT, "protocols": "tcp", "remote_ports": "443"},
        "curl may connect to anything on tcp 443 (https).",
    ),
    (
        {**CURL, "action": "deny", "remote": "127.0.0.1", "remote_ports": "80", "syscalls": OUT}
        | {"lifetime": "until restart"},
        "curl may not connect to 127.0.0.1, port 80 (http), until restart.",
    ),
    (
        {"exe": "glob:/opt/**", "syscalls": OUT, "host": "*.example.com"},
        "any program like /opt/** may connect to example.com and all below it.",
    ),
    (
        {**CURL, "syscalls": SERVE, "protocols": "tcp", "local_ports": "8000-8100"},
        "curl may listen on tcp 8000 to 8100.",
    ),
    (
        {"remote": "10.0.0.0/8, 192.0.2.1-192.0.2.9", "action": "deny", "errno": "ECONNREFUSED"},
        "no program may use the network with 10.0.0.0/8 or 192.0.2.1 to 192.0.2.9,"
        " with the error ECONNREFUSED.",
    ),
    ({"action": "deny"}, "no program may do anything on the network."),
    (
        {"action": "deny", "exe": "glob:/tmp/**", "syscalls": SERVE},
        "no program like /tmp/** may listen anywhere.",
    ),
    (
        {"action": "deny", "exe": "regex:^/tmp/", "syscalls": "create, accept"},
        "no program that matches ^/tmp/ may make sockets or be called to anything.",
    ),
    (
        {"action": "deny", "application": "org.x"},
        "application org.x may not do anything on the network.",
    ),
    (
        {**CURL, "users": "1000", "interface": "lo", "lists": "hosts:/etc/bad", "lifetime": "15m"},
        "curl may do anything on the network, run by user 1000, through lo,"
        " if it is a host of the list /etc/bad, for 15 minutes.",
    ),
    (
        {**CURL, "remote": "unix:/run/x", "families": "unix", "syscalls": OUT},
        "curl may connect to /run/x over unix.",
    ),
    (
        {"exe": "regex/i:curl$", "sha256": "a" * 64, "package": "curl"},
        "any program that matches curl$ in any case may do anything on the network,"
        " while its file has the hash aaaaaaaaaaaa…, from the package curl.",
    ),
    (
        {**CURL, "lists": ", ".join(f"hosts:/l/{number}" for number in range(6))},
        "curl may do anything on the network, if it is a host of the list /l/0,"
        " if it is a host of the list /l/1, if it is a host of the list /l/2,"
        " if it is a host of the list /l/3, and as 2 more lists say.",
    ),
    (
        {**CURL, "syscalls": "create, accept", "protocols": "1, 6, 17, 58, 132"},
        "curl may make sockets or be called over one of 5 protocols.",
    ),
    (
        {**CURL, "ancestor": "/usr/bin/bash", "command": "glob:curl -x*", "unit": "a.service"},
        "curl may do anything on the network, with a command line like curl -x*,"
        " when started by a program that is /usr/bin/bash, in a unit that is a.service.",
    ),
]


@pytest.mark.parametrize(("fields", "wanted"), SENTENCES)
def test_sentences(fields: dict[str, str], wanted: str) -> None:
    rule = rule_from_fields({"action": "allow", **fields}, Birth(ours.NOW))
    assert sentence(rule) == wanted


def test_a_nicer_name() -> None:
    rule = rule_from_fields({"action": "allow", "exe": "/usr/lib/firefox-esr"}, Birth(ours.NOW))
    assert sentence(rule, "Firefox") == "Firefox may do anything on the network."


LIFETIMES = [
    (ALWAYS, "always"),
    (THIS_PROCESS, "until this process ends"),
    (UNTIL_RESTART, "until restart"),
    (Lifetime(LifetimeKind.SPAN, seconds=30.0), "for 30 seconds"),
    (Lifetime(LifetimeKind.SPAN, seconds=3600.0), "for 1 hour"),
    (Lifetime(LifetimeKind.SPAN, seconds=172800.0), "for 2 days"),
    (Lifetime(LifetimeKind.SPAN, seconds=86400.0), "for 1 day"),
    (Lifetime(LifetimeKind.SPAN, seconds=60.0), "for 1 minute"),
    (Lifetime(LifetimeKind.SPAN, seconds=1.0), "for 1 second"),
    (Lifetime(LifetimeKind.SPAN, seconds=0.5), "for 0.5 seconds"),
]


@pytest.mark.parametrize(("lifetime", "words"), LIFETIMES)
def test_lifetimes(lifetime: Lifetime, words: str) -> None:
    assert lifetime_words(lifetime) == words


@settings(max_examples=100, deadline=None)
@given(ours.rules(most=8))
def test_a_sentence_is_one_line_of_safe_text(rule: Rule) -> None:
    text = sentence(rule, "\u202e\n<b>")
    assert text.isprintable()
    assert text.endswith(".")
    assert "  " not in text.replace("\\", "")


def test_very_long_names_are_cut() -> None:
    exe = "/" + "x" * 4095
    rule = rule_from_fields({"action": "allow", "exe": exe}, Birth(ours.NOW))
    assert len(sentence(rule)) < 120
    assert len(rule.name) < 120
    assert sentence(replace(rule, name="other")) == sentence(rule)
