# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules that a person may want to clear away, each with the reason and the fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from snetgui.model import LifetimeKind, Rule, TextKind
from snetgui.model.said import Said, translate
from snetgui.model.text import shown

from .conditions import asked
from .covers import covers, outlives
from .reasons import beaten_by
from .ruleset import RuleSet
from .samples import sample
from .summary import name_words
from .tree import Entry, Mark

_NAME_MOST = 60
UNUSED_AFTER = timedelta(days=30)
_DELETED = " (deleted)"


class Kind(StrEnum):
    """What is the matter with a rule."""

    SHADOWED = "shadowed"
    DUPLICATE = "duplicate"
    UNUSED = "never used"
    GONE = "program gone"


class Fix(StrEnum):
    """What to do about it."""

    REMOVE = "remove"
    DISABLE = "disable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person may want to clear away.

    Attributes:
        because: the id of the rule that shadows it or that it repeats.
        text: one sentence, safe to show.
    """

    rule_id: int
    kind: Kind
    fix: Fix
    text: Said
    because: int | None = None


def findings(
    rules: RuleSet, now: datetime, exists: Callable[[str], bool] = lambda _path: True
) -> Iterator[Finding]:
    """Everything that can be found, rule by rule as they were made; one may be found twice over.

    exists is asked for the path of each rule's program.
    """
    twins = _twins(rules)
    for entry in sorted(rules.entries, key=lambda entry: entry.rule.id):
        if not entry.rule.enabled:
            continue
        twin = twins.get(entry.rule.id)
        if twin is not None:
            yield _duplicate(entry.rule, twin)
        else:
            yield from _shadowed(rules, entry)
        yield from _unused(entry.rule, now)
        yield from _gone(entry.rule, exists)


def shadow_of(rules: RuleSet, entry: Entry) -> Rule | None:
    """A rule that wins whenever this one matches and lives at least as long.

    Sound: a rule that could ever win has none. Not complete: several rules
    that only together cover it are not seen, nor is what a pattern covers.
    """
    for other in rules.index.matching(_sample_marks(rules, entry)):
        if other.place >= entry.place or not outlives(other.rule, entry.rule):
            continue
        if covers(other.rule, entry.rule):
            return other.rule
    return None


def _sample_marks(rules: RuleSet, entry: Entry) -> set[Mark]:
    """The marks of all values that hold for some event that the rule matches.

    Whatever covers the rule matches that event too, so the index finds it. A
    pattern has no sample: of what covers it, only itself is known.
    """
    event, facts = sample(entry.rule)
    lists = set(entry.rule.conditions.lists or ())
    fewer = {mark for value, mark in rules.index.values("lists").items() if lists >= set(value)}
    return {*rules.index.held(event, facts), *entry.marks, *fewer}


def _twins(rules: RuleSet) -> dict[int, Rule]:
    """Rules that say the same as a newer one, by id."""
    newest: dict[Any, Rule] = {}
    twins: dict[int, Rule] = {}
    for entry in sorted(rules.entries, key=lambda entry: -entry.rule.id):
        rule = entry.rule
        if not rule.enabled:
            continue
        key = (rule.action, rule.errno, rule.priority, frozenset(asked(rule).items()))
        twin = newest.setdefault(key, rule)
        if twin is not rule and outlives(twin, rule):
            twins[rule.id] = twin
    return twins


def _duplicate(rule: Rule, twin: Rule) -> Finding:
    name = name_words(twin, _NAME_MOST)
    text = translate("Why", "“{name}” says the same and is newer", name=name)
    return Finding(rule.id, Kind.DUPLICATE, Fix.REMOVE, text, twin.id)


def _shadowed(rules: RuleSet, entry: Entry) -> Iterator[Finding]:
    shadow = shadow_of(rules, entry)
    if shadow is not None:
        _, reason = beaten_by(entry.rule, shadow)
        text = translate(
            "Why",
            "it can never win: “{name}” matches all that it matches, and {reason}",
            name=name_words(shadow, _NAME_MOST),
            reason=reason,
        )
        yield Finding(entry.rule.id, Kind.SHADOWED, Fix.REMOVE, text, shadow.id)


def _unused(rule: Rule, now: datetime) -> Iterator[Finding]:
    temporary = rule.lifetime.kind is not LifetimeKind.ALWAYS
    if temporary or rule.hits or rule.last_used is not None:
        return
    age = now - rule.birth.created
    if age >= UNUSED_AFTER:
        text = translate(
            "Why", "it has decided nothing in the %n days since it was made", "", age.days
        )
        yield Finding(rule.id, Kind.UNUSED, Fix.DISABLE, text)


def _gone(rule: Rule, exists: Callable[[str], bool]) -> Iterator[Finding]:
    exe = rule.conditions.exe
    if exe is None or exe.kind is not TextKind.EXACT or exe.ignore_case:
        return
    if not exists(exe.value.removesuffix(_DELETED)):
        path = shown(exe.value, 80)
        text = translate("Why", "its program {path} is not there any more", path=path)
        yield Finding(rule.id, Kind.GONE, Fix.REMOVE, text)
