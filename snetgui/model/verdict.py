# SPDX-License-Identifier: GPL-2.0-or-later
"""Verdicts, and how and why an event ended."""

from __future__ import annotations

import errno as errno_module
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """The two answers."""

    ALLOW = "allow"
    DENY = "deny"


class Reason(StrEnum):
    """Why an event ended as it did. Every event has exactly one."""

    TICKET = "ticket"
    RULE = "rule"
    PERSON = "person"
    TIMEOUT = "timeout"
    NO_AGENT = "no agent"
    OVERFLOW = "overflow"
    CANCELLED = "cancelled"
    UNLOAD = "unload"
    MODE = "mode"
    SETTING = "setting"  # no rule decided, and a person set not to be asked about it
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one event.

    Attributes:
        errno: what the caller sees of a deny; 0 with allow. 1 to 511.
    """

    event_id: int
    action: Action
    errno: int = 0

    def __post_init__(self) -> None:
        if self.action is Action.DENY and self.errno == 0:
            object.__setattr__(self, "errno", errno_module.EPERM)
        if self.action is Action.ALLOW and self.errno:
            raise ValueError(f"errno {self.errno} with allow: only a deny carries an errno")
        if not 0 <= self.errno < 512:
            raise ValueError(f"errno {self.errno} is not in 1 to 511")


@dataclass(frozen=True, slots=True)
class Ended:
    """A source's word that an event is over.

    Attributes:
        reason: as the source knows it: AGENT for one that was answered by a
            verdict; the engine knows whether a rule or a person was behind it.
        held_ns: from raised to ended.
    """

    event_id: int
    action: Action
    errno: int
    reason: Reason
    held_ns: int
