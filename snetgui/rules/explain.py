# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rule decides an event, and why each other one that came near did not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from snetgui.model import Action, Event, Facts, Rule, RuleError
from snetgui.model.text import shown

from .conditions import PROCESS, asked, event_words
from .field_values import condition_text
from .index import condition_of
from .labels import LABELS
from .order import standing
from .ruleset import RuleSet
from .tree import Entry, Mark

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
    text: str
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


def beaten_by(loser: Rule, winner: Rule) -> tuple[Why, str]:
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
        return Other(rule, Why.DISABLED, "it matches, but it is switched off")
    return Other(rule, *beaten_by(rule, winner))


_STEPS = (Why.PRIORITY, Why.SPECIFIC, Why.SPECIFIC, Why.ALLOWS, Why.OLDER)


def _reason(why: Why, loser: Rule, winner: Rule) -> str:
    name = f"“{shown(winner.name, 60)}”"
    if why is Why.PRIORITY:
        return f"its priority {loser.priority} is below the {winner.priority} of {name}"
    if why is Why.SPECIFIC:
        return _less_specific(loser, winner, name)
    if why is Why.ALLOWS:
        return f"it allows and {name} denies; a deny comes first where all else is equal"
    kind = "deny" if loser.action is Action.DENY else "allow"
    return f"{name} is a newer {kind}; the newer comes first where all else is equal"


def _less_specific(loser: Rule, winner: Rule, name: str) -> str:
    less, more = -standing(loser)[1], -standing(winner)[1]
    if less < more:
        return f"it asks about {_things(less)}, {name} about {more}; the more specific comes first"
    return f"its values leave more room than those of {name}; the more specific comes first"


def _things(count: int) -> str:
    return {0: "nothing", 1: "1 thing"}.get(count, f"{count} things")


def _unmet(rule: Rule, mark: Mark, event: Event, facts: Facts) -> Other:
    name = condition_of(mark)
    wanted = _wanted(name, asked(rule)[name])
    got = event_words(name, event, facts)
    has = "which is not known here" if got is None else f"here it is {shown(got, 80) or 'empty'}"
    label = "process" if name == PROCESS else LABELS[name]
    return Other(rule, Why.UNMET, f"{label}: it asks for {wanted}; {has}", name)


def _wanted(name: str, value: Any) -> str:
    if name == PROCESS:
        return "no process" if value is None else f"the process {value[0]} it was made for"
    return shown(condition_text(name, value), 80)
