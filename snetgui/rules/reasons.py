# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a rule did not win for an event, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from snetgui.model import Action, Event, Facts, Rule, RuleError
from snetgui.model.said import Said, translate
from snetgui.model.text import shown

from .conditions import PROCESS, asked, event_words
from .field_values import condition_text
from .labels import LABELS
from .order import standing
from .summary import name_words

_NAME_MOST = 60


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


def lost(rule: Rule, winner: Rule | None) -> Other:
    """A rule that matches too."""
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


def unmet(rule: Rule, name: str, event: Event, facts: Facts) -> Other:
    """A rule that matches but for the condition of that name."""
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
