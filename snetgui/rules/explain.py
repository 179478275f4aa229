# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rule decides an event, and why each other one that came near did not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from snetgui.model import Action, Event, Facts, Rule, RuleError
from snetgui.model.said import Said, translate
from snetgui.model.text import shown

from .conditions import PROCESS, asked, event_words
from .field_values import condition_text
from .index import condition_of
from .labels import LABELS
from .order import standing
from .ruleset import RuleSet
from .summary import name_words
from .tree import Entry, Mark

_NAME_MOST = 60
MOST = 200  # of either sort, best first: more than anyone reads


class Why(StrEnum):
    """Why a rule did not win."""

    PRIORITY = "lower priority"
    SPECIFIC = "less specific"
    ALLOWS = "a deny comes before an allow"
    OLDER = "older"
    DISABLED = "switched off"
    UNMET = "one condition is not met"


@dataclass(frozen=True, slots=True)
class Other:
    """A rule that did not win.

    Attributes:
        condition: with UNMET: the name of the condition, as Conditions has it
            ("process" for a rule that ends with its process); else "".
        text: the reason in words, safe to show.
    """

    rule: Rule
    why: Why
    text: Said
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What happens to an event, and why.

    Attributes:
        winner: None: no rule matches; the mode decides, as a rule by asking.
        matched: those that match too, best first; then those that would if
            they were switched on.
        nearly: those of at least two conditions that fail in one, best first.
        left_out: how many more of these there are beyond MOST of either sort.
    """

    winner: Rule | None
    matched: tuple[Other, ...]
    nearly: tuple[Other, ...]
    left_out: int = 0


def explain(rules: RuleSet, event: Event, facts: Facts) -> Explanation:
    """Tell which rule decides this event, past or invented, and why no other does.

    The winner is the one that RuleSet.decide() gives. Looks at every rule once,
    by marks only: a hundred thousand take a part of a second.
    """
    held = set(rules.index.held(event, facts))
    winner: Entry | None = None
    met: list[Entry] = []
    nearly: list[tuple[Entry, Mark]] = []
    for entry in rules.entries:
        unmet = [mark for mark in entry.marks if mark not in held]
        if not unmet:
            met.append(entry)
            if entry.rule.enabled and (winner is None or entry.place < winner.place):
                winner = entry
        elif len(unmet) == 1 and len(entry.marks) > 1 and entry.rule.enabled:
            nearly.append((entry, unmet[0]))
    met.sort(key=lambda entry: (not entry.rule.enabled, entry.place))
    nearly.sort(key=lambda pair: pair[0].place)
    losers = [entry for entry in met if entry is not winner]
    best = None if winner is None else winner.rule
    return Explanation(
        best,
        tuple(_lost(entry.rule, best) for entry in losers[:MOST]),
        tuple(_unmet(entry.rule, mark, event, facts) for entry, mark in nearly[:MOST]),
        max(len(losers) - MOST, 0) + max(len(nearly) - MOST, 0),
    )


def beaten_by(loser: Rule, winner: Rule) -> tuple[Why, Said]:
    """Why one rule comes after another that matches too.

    Raises:
        RuleError: it does not come after it.
    """
    steps = list(zip(_STEPS, standing(winner), standing(loser), strict=True))
    for why, best, worse in steps:
        if best < worse:
            return why, _reason(why, loser, winner)
        if best > worse:
            break
    raise RuleError("order", f"rule {loser.id} does not come after rule {winner.id}")


def _lost(rule: Rule, winner: Rule | None) -> Other:
    if not rule.enabled or winner is None:
        return Other(rule, Why.DISABLED, translate("Why", "it matches, but it is switched off"))
    return Other(rule, *beaten_by(rule, winner))


_STEPS = (Why.PRIORITY, Why.SPECIFIC, Why.SPECIFIC, Why.ALLOWS, Why.OLDER)


def _reason(why: Why, loser: Rule, winner: Rule) -> Said:
    name = name_words(winner, _NAME_MOST)
    if why is Why.PRIORITY:
        return translate(
            "Why",
            "its priority {less} is below the {more} of “{name}”",
            less=str(loser.priority),
            more=str(winner.priority),
            name=name,
        )
    if why is Why.SPECIFIC:
        return _less_specific(loser, winner, name)
    if why is Why.ALLOWS:
        return translate(
            "Why",
            "it allows and “{name}” denies; a deny comes first where all else is equal",
            name=name,
        )
    if loser.action is Action.DENY:
        return translate(
            "Why",
            "“{name}” is a newer deny; the newer comes first where all else is equal",
            name=name,
        )
    return translate(
        "Why",
        "“{name}” is a newer allow; the newer comes first where all else is equal",
        name=name,
    )


def _less_specific(loser: Rule, winner: Rule, name: str) -> Said:
    less, more = -standing(loser)[1], -standing(winner)[1]
    if less < more:
        return translate(
            "Why",
            "it asks about {less}, “{name}” about {more}; the more specific comes first",
            less=_things(less),
            name=name,
            more=str(more),
        )
    return translate(
        "Why",
        "its values leave more room than those of “{name}”; the more specific comes first",
        name=name,
    )


def _things(count: int) -> Said:
    if not count:
        return translate("Why", "nothing")
    return translate("Why", "%n things", "", count, one="%n thing")


def _unmet(rule: Rule, mark: Mark, event: Event, facts: Facts) -> Other:
    name = condition_of(mark)
    wanted = _wanted(name, asked(rule)[name])
    label = translate("Field", LABELS[name]) if name != PROCESS else translate("Field", "process")
    got = event_words(name, event, facts)
    if got is None:
        text = translate(
            "Why",
            "{field}: it asks for {wanted}; which is not known here",
            field=label,
            wanted=wanted,
        )
    else:
        text = translate(
            "Why",
            "{field}: it asks for {wanted}; here it is {found}",
            field=label,
            wanted=wanted,
            found=_found(got),
        )
    return Other(rule, Why.UNMET, text, name)


def _found(got: str) -> str:
    if isinstance(got, Said):
        return got
    return shown(got, 80) or translate("Why", "empty")


def _wanted(name: str, value: Any) -> str:
    if name != PROCESS:
        return shown(condition_text(name, value), 80)
    if value is None:
        return translate("Why", "no process")
    return translate("Why", "the process {pid} it was made for", pid=str(value[0]))
