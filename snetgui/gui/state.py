# SPDX-License-Identifier: GPL-2.0-or-later
"""How snet stands, as a person needs to know it: one state, and a sentence for it."""

from __future__ import annotations

import math
from enum import StrEnum

from PyQt6.QtCore import QLocale

from snetgui.model import Action, Link, Mode, Status

from .telling import tell
from .words import translate

_MINUTE_NS = 60_000_000_000


class State(StrEnum):
    """What the tray icon shows; each has an icon of its own shape."""

    ASKING = "asking"
    LEARNING = "learning"
    LOCKED = "locked"
    BLOCKING = "blocking"
    PAUSED = "paused"
    WAITING = "waiting"
    DISCONNECTED = "disconnected"


_OF_MODE = {
    Mode.ASK: State.ASKING,
    Mode.LEARN: State.LEARNING,
    Mode.LOCK: State.LOCKED,
    Mode.PAUSED: State.PAUSED,
}


def state_of(status: Status | None, waiting: int, *, blocking: bool) -> State:
    """The state that matters most: nothing works, a person is needed, the mode."""
    if status is None or status.link is not Link.CONNECTED:
        return State.DISCONNECTED
    if waiting:
        return State.WAITING
    return State.BLOCKING if blocking else _OF_MODE[status.mode]


def headline(state: State, status: Status | None, waiting: int, now_ns: int) -> str:
    """One line: what snet does now."""
    if state is State.WAITING:
        return translate("State", "%Ln questions wait for you", "", waiting)
    if state is State.PAUSED:
        text = translate("State", "Paused: what no rule denies passes, {left}")
        return text.format(left=time_left(status, now_ns))
    if state is State.LEARNING and status is not None and status.mode_until_ns is not None:
        text = translate("State", "Learning: what no rule denies passes and is noted, {left}")
        return text.format(left=time_left(status, now_ns))
    return {
        State.DISCONNECTED: translate("State", "Not connected"),
        State.BLOCKING: translate("State", "Everything is blocked"),
        State.LEARNING: translate("State", "Learning: what no rule denies passes and is noted"),
        State.LOCKED: translate("State", "Locked: only what a rule allows passes"),
        State.ASKING: translate("State", "Asking about what no rule decides"),
    }[state]


def time_left(status: Status | None, now_ns: int) -> str:
    """How long the mode lasts: "4 min left", "23 h 5 min left", "until you end it"."""
    if status is None or status.mode_until_ns is None:
        return translate("State", "until you end it")
    minutes = max(1, math.ceil((status.mode_until_ns - now_ns) / _MINUTE_NS))
    if minutes <= 60:
        return translate("State", "%Ln min left", "", minutes)
    hours, rest = divmod(minutes, 60)
    return translate("State", "{h} h {m} min left").format(h=hours, m=rest)


def next_minute_ms(status: Status | None, now_ns: int) -> int | None:
    """Milliseconds until time_left() says something else; None if it never will."""
    if status is None or status.mode_until_ns is None:
        return None
    left_ns = max(0, status.mode_until_ns - now_ns)
    return (left_ns % _MINUTE_NS or _MINUTE_NS) // 1_000_000 + 1


def particulars(status: Status | None) -> str:
    """What stands under the headline while all is well, or the problem and its way out."""
    if status is None:
        return translate("State", "The engine has not reported yet.")
    if status.link is not Link.CONNECTED:
        return tell(status.problem) or translate("State", "There is no source of events.")
    policy = (
        translate("State", "then denied")
        if status.policy is Action.DENY
        else translate("State", "then allowed")
    )
    text = translate("State", "{source} · an unanswered call waits {n} s, {policy}")
    delay = QLocale().toString(status.delay_s)
    return text.format(source=tell(status.source), n=delay, policy=policy)


def counts(status: Status | None) -> str:
    """How much there is of everything."""
    if status is None:
        return ""
    locale = QLocale()
    return translate("State", "Rules: {rules} · Missed: {missed} · Decided: {decided}").format(
        rules=locale.toString(status.rules),
        missed=locale.toString(status.missed),
        decided=locale.toString(status.decisions),
    )
