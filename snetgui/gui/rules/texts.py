# SPDX-License-Identifier: GPL-2.0-or-later
"""What the table says of a rule's answer, life and origin."""

from __future__ import annotations

import math
from datetime import datetime

from snetgui.gui import words
from snetgui.gui.telling import date_text
from snetgui.gui.words import translate
from snetgui.model import Action, LifetimeKind, Origin, Rule
from snetgui.rules.expiry import Clock, remaining_s

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def action_text(action: Action) -> str:
    """An answer in words, with the mark that its button has."""
    if action is Action.ALLOW:
        return translate("Rules", "✓ Allow")
    return translate("Rules", "✕ Deny")


def origin_text(origin: Origin) -> str:
    """Where a rule came from."""
    return {
        Origin.PERSON: translate("Rules", "a person"),
        Origin.LEARNED: translate("Rules", "learned"),
        Origin.IMPORTED: translate("Rules", "imported"),
        Origin.SHIPPED: translate("Rules", "shipped"),
    }[origin]


def kind_text(kind: LifetimeKind) -> str:
    """A kind of lifetime, as a choice."""
    return {
        LifetimeKind.ONCE: translate("Rules", "Once"),
        LifetimeKind.PROCESS: translate("Rules", "This process"),
        LifetimeKind.RESTART: translate("Rules", "Until restart"),
        LifetimeKind.SPAN: translate("Rules", "For a time"),
        LifetimeKind.UNTIL: translate("Rules", "Until a date"),
        LifetimeKind.ALWAYS: translate("Rules", "Always"),
    }[kind]


def when_text(when: datetime | None) -> str:
    """A date and time of the person's place, "never" where there is none."""
    if when is None:
        return translate("Rules", "never")
    return date_text(when)


def lifetime_text(rule: Rule, clock: Clock) -> str:
    """How long a rule holds: the time left where a time ends it."""
    left = remaining_s(rule, clock)
    return words.lifetime_text(rule.lifetime) if left is None else left_text(left)


def left_text(seconds: float) -> str:
    """ "45 s left", "12 min left", "3 h 5 min left", "2 days left"; begun units count whole."""
    if seconds <= _MINUTE:
        return translate("Rules", "%Ln s left", "", math.ceil(seconds))
    if seconds <= _HOUR:
        return translate("Rules", "%Ln min left", "", math.ceil(seconds / _MINUTE))
    if seconds <= _DAY:
        hours, minutes = divmod(math.ceil(seconds / _MINUTE), 60)
        return translate("Rules", "{h} h {m} min left").format(h=hours, m=minutes)
    return translate("Rules", "%Ln days left", "", math.ceil(seconds / _DAY))


def next_change_s(seconds: float) -> float:
    """Seconds until left_text() says something else; at least a tenth of one."""
    step = 1 if seconds <= _MINUTE else _MINUTE if seconds <= _DAY else _HOUR
    rest = seconds % step
    return max(rest or step, 0.1)
