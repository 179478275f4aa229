# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sets once and the engine keeps: how to ask, what about, how long to remember."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .verdict import Action


class About(StrEnum):
    """What a person can be asked about besides programs that call out, which always counts."""

    INBOUND = "inbound"  # programs that wait for connections or take one
    UDP = "udp"  # sends that name their peer
    LOOPBACK = "loopback"  # peers on this machine, by an address of its own
    LOCAL = "local"  # families that never leave the machine: UNIX, netlink, …


ASKED_FIRST = frozenset({About.INBOUND, About.UDP, About.LOOPBACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The engine's, in force now and after each start.

    Attributes:
        delay_s: the verdict delay; None leaves the source's own.
        policy: the verdict policy; None leaves the source's own.
        asked: what is asked about. A rule holds for the rest too where the
            source tells of it; what no rule decides there is allowed.
        max_age_days: older decisions leave the history; None keeps them.
        max_bytes: above it the oldest leave; None is no bound.
    """

    delay_s: float | None = None
    policy: Action | None = None
    asked: frozenset[About] = ASKED_FIRST
    max_age_days: int | None = 90
    max_bytes: int | None = 500_000_000
