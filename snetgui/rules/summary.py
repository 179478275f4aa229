# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule in plain language: English, and ready to be told in another one (Said).

Whatever a program may have chosen is made safe to look at.
"""

from __future__ import annotations

import errno as errno_module
from collections.abc import Iterator

from snetgui.model import Action, Conditions, ListKind, ListMatch, Rule, TextKind, TextMatch
from snetgui.model.said import Said, translate
from snetgui.model.text import shown

from .clauses import clause, where_words
from .wording import (
    MOST_NAMED,
    PROTOCOLS,
    bounds_words,
    group_words,
    lifetime_words,
    match_words,
    subject_words,
    user_words,
)

__all__ = ["PROTOCOLS", "called", "lifetime_words", "name_words", "rule_name", "sentence"]

_NAME_MOST = 120


def sentence(rule: Rule, program: str = "") -> Said:
    """One sentence that says what the rule does, safe to show.

    "curl may not connect to 127.0.0.1 on tcp 80 (http), until restart."

    program: a nicer name for the program than its file's, as a desktop entry
    has it; used where the rule is about one program exactly.
    """
    text = clause(rule.action, rule.conditions, program)
    tail = [*_circumstances(rule.conditions), bounds_words(rule.lifetime), _errno_words(rule)]
    for more in filter(None, tail):
        text = translate("Rule", "{clause}, {more}", clause=text, more=more)
    return translate("Rule", "{clause}.", clause=text)


def rule_name(action: Action, conditions: Conditions, program: str = "") -> str:
    """A short name: "Allow curl to 127.0.0.1 on tcp 80 (http)"."""
    return shown(str(_name(action, conditions, program)), _NAME_MOST)


def called(rule: Rule) -> str:
    """The rule's name, to be shown; one that rule_name() gave can be told in other languages."""
    name = _name(rule.action, rule.conditions)
    return name if shown(name, _NAME_MOST) == rule.name else rule.name


def name_words(rule: Rule, most: int) -> str:
    """The same, safe to show and at most so long."""
    name = called(rule)
    return name if isinstance(name, Said) and len(name) <= most else shown(rule.name, most)


def _name(action: Action, conditions: Conditions, program: str = "") -> Said:
    who, where = subject_words(conditions, program), where_words(conditions)
    if action is Action.ALLOW:
        if not where:
            return translate("Rule", "Allow {program}", program=who)
        return translate("Rule", "Allow {program} {where}", program=who, where=where)
    if not where:
        return translate("Rule", "Deny {program}", program=who)
    return translate("Rule", "Deny {program} {where}", program=who, where=where)


def _circumstances(conditions: Conditions) -> Iterator[str]:
    if conditions.exe is not None and conditions.application is not None:
        name = shown(conditions.application, 60)
        yield translate("Rule", "as application {name}", name=name)
    if conditions.sha256 is not None:
        start = conditions.sha256[:12]
        yield translate("Rule", "while its file has the hash {start}…", start=start)
    if conditions.command is not None:
        yield _command_words(conditions.command)
    if conditions.ancestor is not None:
        yield _ancestor_words(conditions.ancestor)
    if conditions.package is not None:
        name = shown(conditions.package, 60)
        yield translate("Rule", "from the package {name}", name=name)
    if conditions.unit is not None:
        yield _unit_words(conditions.unit)
    if conditions.users is not None:
        yield translate("Rule", "run by user {users}", users=user_words(conditions.users))
    if conditions.groups is not None:
        yield translate("Rule", "run by group {groups}", groups=group_words(conditions.groups))
    if conditions.netns is not None:
        number = str(conditions.netns)
        yield translate("Rule", "in network namespace {number}", number=number)
    if conditions.interface is not None:
        name = shown(conditions.interface, 20)
        yield translate("Rule", "through {interface}", interface=name)
    lists = conditions.lists or ()
    yield from map(_list_words, lists[:MOST_NAMED])
    if len(lists) > MOST_NAMED:
        left = len(lists) - MOST_NAMED
        yield translate(
            "Rule", "and as %n more lists say", "", left, one="and as %n more list says"
        )


def _command_words(match: TextMatch) -> Said:
    text = match_words(match)
    match match.kind:
        case TextKind.EXACT:
            return translate("Rule", "with a command line that is {text}", text=text)
        case TextKind.GLOB:
            return translate("Rule", "with a command line like {text}", text=text)
        case TextKind.REGEX:
            return translate("Rule", "with a command line that matches {text}", text=text)


def _ancestor_words(match: TextMatch) -> Said:
    text = match_words(match)
    match match.kind:
        case TextKind.EXACT:
            return translate("Rule", "when started by a program that is {text}", text=text)
        case TextKind.GLOB:
            return translate("Rule", "when started by a program like {text}", text=text)
        case TextKind.REGEX:
            return translate("Rule", "when started by a program that matches {text}", text=text)


def _unit_words(match: TextMatch) -> Said:
    text = match_words(match)
    match match.kind:
        case TextKind.EXACT:
            return translate("Rule", "in a unit that is {text}", text=text)
        case TextKind.GLOB:
            return translate("Rule", "in a unit like {text}", text=text)
        case TextKind.REGEX:
            return translate("Rule", "in a unit that matches {text}", text=text)


def _list_words(entry: ListMatch) -> Said:
    path = shown(entry.path, 60)
    match entry.kind:
        case ListKind.ADDRESSES:
            return translate("Rule", "if it is an address of the list {path}", path=path)
        case ListKind.HOSTS:
            return translate("Rule", "if it is a host of the list {path}", path=path)
        case ListKind.HOST_REGEXES:
            return translate("Rule", "if it is a host that matches the list {path}", path=path)
        case ListKind.SHA256:
            return translate("Rule", "if it is a program of the list {path}", path=path)


def _errno_words(rule: Rule) -> str:
    if rule.action is Action.ALLOW or rule.errno in {0, errno_module.EPERM}:
        return ""
    name = errno_module.errorcode.get(rule.errno, str(rule.errno))
    return translate("Rule", "with the error {name}", name=name)
