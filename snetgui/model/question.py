# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person is asked, and what a person answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .event import Event
from .facts import Facts
from .rule import ONCE, Lifetime
from .said import Text
from .verdict import Action


class Scope(StrEnum):
    """How wide an answer is. The narrowest is the default."""

    DESTINATION = "destination"  # this program, this address and port
    HOST = "host"  # this program, this address or host, any port
    PORT = "port"  # this program, this port anywhere
    PROGRAM = "program"  # everything that this program asks


@dataclass(frozen=True, slots=True)
class Question:
    """Events that wait behind one prompt: same program, syscall and peer.

    Attributes:
        id: the engine's, never used again while it runs.
        event: the first of those still pending: what is shown.
        count: how many events wait behind this question.
        deadline_ns: the earliest of their deadlines, CLOCK_MONOTONIC.
        policy: what they get at the deadline.
        scopes: those that make sense for this event, narrowest first.
        extendable: False once the source's bound is reached.
    """

    id: int
    event: Event
    facts: Facts
    count: int
    deadline_ns: int
    policy: Action
    scopes: tuple[Scope, ...]
    extendable: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said to a question.

    Attributes:
        errno: with deny: what the caller sees; 0 means EPERM.
        lifetime: ONCE answers what waits now and makes no rule.
    """

    action: Action
    scope: Scope = Scope.DESTINATION
    lifetime: Lifetime = ONCE
    errno: int = 0


class Mode(StrEnum):
    """What the engine does with an event that no rule decides."""

    ASK = "ask"
    LEARN = "learn"
    LOCK = "lock"
    PAUSED = "paused"


class Link(StrEnum):
    """How the engine stands with its source."""

    CONNECTED = "connected"
    MISSING = "missing"
    WRONG_VERSION = "wrong version"
    NOT_PERMITTED = "not permitted"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Status:
    """The engine at a glance.

    Attributes:
        source: the source's name for a person, "" while not connected.
        problem: one sentence with the way out; "" while all is well.
        mode_until_ns: when the mode ends by itself, CLOCK_MONOTONIC; None: never.
        warnings: what else a person should know (a store that was set aside…).
    """

    mode: Mode
    link: Link
    source: Text
    problem: Text
    questions: int
    missed: int
    rules: int
    decisions: int
    delay_s: float
    policy: Action
    mode_until_ns: int | None = None
    warnings: tuple[Text, ...] = ()
