# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule typed field by field: what is wrong is named with its fix."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import (
    ALWAYS,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Rule,
    RuleError,
    TextMatch,
)
from snetgui.rules.check import check_rule
from snetgui.rules.field_values import joined, read_lifetime, split
from snetgui.rules.fields import read_fields, rule_from_fields, write_fields

from . import strategies as ours

BIRTH = Birth(ours.NOW, "boot", 5.0, (1, 10))


@settings(max_examples=150, deadline=None)
@given(ours.rules())
def test_written_then_read_is_the_same_rule(rule: Rule) -> None:
    rule = replace(rule, name=rule.name.strip())
    check_rule(rule)
    checked = read_fields(write_fields(rule), BIRTH, base=rule)
    assert checked.problems == ()
    assert checked.rule == rule


@given(st.lists(st.text("ab,\\ ", min_size=1).map(str.strip).filter(bool)))
def test_split_takes_apart_what_joined_puts_together(words: list[str]) -> None:
    assert split(joined(words)) == words


WRONG = [
    ("remote_ports", "70000", "remote port: 70000 is above 65535"),
    ("remote_ports", "80, x", "remote port: x is not a port; write 443 or 8000-8100"),
    ("remote_ports", "90-80", "remote port: 90 is above 80; write 80-90"),
    ("local_ports", "-1", "local port: nothing is not a port; write 443 or 8000-8100"),
    ("remote", "10.0.0.1/8", "remote address: 10.0.0.1/8 has bits set after its prefix; did you"),
    ("remote", "10.0.0.0/33", "remote address: 10.0.0.0/33: the part after the / is a number from"),
    ("remote", "example.com", "remote address: example.com is not an address; write 192.0.2.1"),
    ("remote", "10.0.0.9-10.0.0.1", "remote address: 10.0.0.9 is above 10.0.0.1; write 10.0.0.1-"),
    ("remote", "10.0.0.9-::1", "remote address: 10.0.0.9-::1 begins as IPv4 and ends as IPv6"),
    ("remote", "fe80::1%eth0", "remote address: fe80::1%eth0: leave out the %"),
    ("exe", "regex:(", "program: not a regular expression: missing"),
    ("exe", "regex:a(?=b)", "program: not a regular expression: invalid perl operator"),
    ("exe", "glob:[a", 'program: no "]" closes the "["; write "\\[" for the character'),
    ("exe", "glob:a\\", 'program: nothing follows the "\\" at its end'),
    ("exe", "curl", "program: curl is no whole path; begin it with /"),
    ("exe", '"/usr/bin/curl"', 'program: "/usr/bin/curl" is no whole path; begin it with /'),
    ("ancestor", "bash", "started by: bash is no whole path; begin it with /"),
    ("exe", "exact:", "program: it is empty, and would never match; leave the condition out"),
    ("sha256", "abc", "sha256: abc is not 64 digits of 0-9 and a-f"),
    ("users", "ann", "user: there is no user ann; write its number"),
    ("users", "4294967295", "user: 4294967295 is above 4294967294"),
    ("families", "inet7", "family: inet7 is not a number or one of"),
    ("protocols", "65536", "protocol: 65536 is above 65535"),
    ("syscalls", "open", "syscall: open is not one of create, bind, connect"),
    ("host", "exa mple", 'remote host: exa mple is not a host name; write it as in "example.com"'),
    ("host", "a" * 300, "remote host: 300 characters are above 253"),
    ("interface", "a/b", "interface: a/b is not an interface"),
    ("netns", "x", "network namespace: x is not the inode number of a namespace"),
    ("lists", "/etc/x", "list: /etc/x does not say what it lists; write hosts:/etc/x"),
    ("lists", "hosts:x", 'list: x is no full path; begin it with "/"'),
    ("lifetime", "soon", "lifetime: soon is not one; write always, until restart"),
    ("lifetime", "once", "lifetime: an answer for once makes no rule"),
    ("lifetime", "until then", "lifetime: then is not a date; write until 2030-01-02 03:04"),
    ("lifetime", "until 2001-01-01 00:00", "lifetime: 2001-01-01 00:00 is over already; write a"),
    ("errno", "EWHAT", "error: EWHAT is not ECONNREFUSED or a number"),
    ("errno", "600", "error: 600 is not from 1 to 511; 1 is EPERM"),
    ("action", "maybe", "action: maybe is not one of allow, deny"),
    ("action", "", "action: nothing is chosen; write one of allow, deny"),
    ("enabled", "perhaps", "enabled: perhaps is neither yes nor no"),
    ("priority", "high", "priority: high is not a whole number"),
    ("priority", "-1000001", "priority: -1000001 is not from -1000000 to 1000000; 0 is usual"),
    ("name", "x" * 201, "name: 201 characters are above 200"),
    ("remote_port", "1", 'remote_port: there is no such field; did you mean "remote_ports"?'),
]


@pytest.mark.parametrize(("field", "text", "message"), WRONG)
def test_what_is_wrong_is_named(field: str, text: str, message: str) -> None:
    fields = {"action": "deny", field: text}
    with pytest.raises(RuleError) as caught:
        rule_from_fields(fields, BIRTH)
    assert str(caught.value).startswith(message)


def test_all_problems_show_at_once() -> None:
    fields = {"action": "", "remote_ports": "70000", "exe": "regex:(", "colour": "red"}
    checked = read_fields(fields, BIRTH)
    assert checked.rule is None
    fields_of = [problem.field for problem in checked.problems]
    assert fields_of == ["colour", "action", "remote port", "program"]
    later = read_fields({"action": "deny", "exe": "regex:(", "sha256": "x"}, BIRTH)
    assert [problem.field for problem in later.problems] == ["program", "sha256"]


def test_untrusted_text_in_messages_is_safe_to_show() -> None:
    with pytest.raises(RuleError) as caught:
        rule_from_fields({"action": "deny", "remote": "\u202e\n" + "x" * 4096}, BIRTH)
    assert caught.value.problem.isprintable()
    assert len(caught.value.problem) < 250


def test_a_rule_is_edited_and_the_rest_stays() -> None:
    base = rule_from_fields({"action": "deny", "exe": "/a", "errno": "econnrefused"}, BIRTH)
    base = replace(base, id=7, hits=3)
    fields = write_fields(base) | {"exe": "glob/i:/A/*", "host": "*.Bücher.example."}
    edited = rule_from_fields(fields, Birth(ours.NOW), base=base)
    assert (edited.id, edited.hits, edited.birth, edited.errno) == (7, 3, BIRTH, 111)
    assert write_fields(edited)["host"] == "*.xn--bcher-kva.example"
    assert write_fields(edited)["exe"] == "glob/i:/A/*"


def test_what_no_person_types_stays_while_a_rule_is_edited() -> None:
    """A rule made of an event may be about such a program, and its end may come meanwhile."""
    over = Lifetime(LifetimeKind.UNTIL, until=ours.NOW - timedelta(hours=1))
    base = rule_from_fields({"action": "deny", "exe": "/a"}, BIRTH)
    base = replace(base, lifetime=over, conditions=Conditions(exe=TextMatch("(unreachable)/a")))
    renamed = read_fields(write_fields(base) | {"name": "other"}, BIRTH, base=base)
    assert renamed.rule == replace(base, name="other")
    changed = read_fields(write_fields(base) | {"exe": "b"}, BIRTH, base=base)
    assert [problem.field for problem in changed.problems] == ["program"]


def test_names_are_looked_up_and_a_name_is_made() -> None:
    rule = rule_from_fields(
        {"action": "allow", "exe": "/usr/bin/curl", "users": "ann, 5"},
        BIRTH,
        user_id={"ann": 1000}.get,
    )
    assert rule.conditions.users == frozenset({5, 1000})
    assert rule.name == "Allow curl"


SPANS = [
    ("", ALWAYS),
    ("Always", ALWAYS),
    ("90s", 90.0),
    ("15m", 900.0),
    ("1h30m", 5400.0),
    ("2d 1h", 176400.0),
    ("1.5s", 1.5),
]


@pytest.mark.parametrize(("text", "means"), SPANS)
def test_lifetimes(text: str, means: Lifetime | float) -> None:
    wanted = Lifetime(LifetimeKind.SPAN, seconds=means) if isinstance(means, float) else means
    assert read_lifetime("lifetime", text) == wanted
