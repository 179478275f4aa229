# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sets once and the engine keeps: how to ask, what about, how long to remember."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .errors import SettingsError
from .question import Mode
from .said import translate
from .verdict import Action

LEAST_DELAY_S = 1
MOST_DELAY_S = 86_400  # no source holds a call for longer
MOST_AGE_DAYS = 36_500  # a hundred years: a date before the year 1 can't be told
LEAST_BYTES = 1_000_000  # less would be gone before anyone looks
MOST_BYTES = 10**15


class About(StrEnum):
    """What a person can be asked about besides programs that call out, which always counts."""

    INBOUND = "inbound"  # programs that wait for connections or take one
    UDP = "udp"  # sends that name their peer
    LOOPBACK = "loopback"  # a peer on this machine, or a place where only such can call
    LOCAL = "local"  # all other families: UNIX, netlink, packet, Bluetooth, …


ASKED_FIRST = frozenset({About.INBOUND, About.UDP, About.LOOPBACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The engine's, in force now and after each start.

    Attributes:
        delay_s: the verdict delay; None leaves the source's own.
        policy: the verdict policy; None leaves the source's own.
        asked: what is asked about. A rule holds for the rest too where the
            source tells of it; what no rule decides there is allowed, in every
            mode (Reason.SETTING): lock denies only what would be asked about.
        max_age_days: older decisions leave the history; None keeps them.
        max_bytes: above it the oldest leave; None is no bound.
    """

    delay_s: float | None = None
    policy: Action | None = None
    asked: frozenset[About] = ASKED_FIRST
    max_age_days: int | None = 90
    max_bytes: int | None = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LastingMode:
    """The mode as it is kept over a restart. A pause is not: after it comes this.

    Attributes:
        mode: ASK, LEARN or LOCK, until a person changes it.
        learn_s: before it LEARN, for so many seconds of CLOCK_BOOTTIME; None: not.
        boot_id, boottime_s: when that was so.
    """

    mode: Mode = Mode.ASK
    learn_s: float | None = None
    boot_id: str = ""
    boottime_s: float = 0.0


def check_settings(settings: Settings, max_delay_s: float = MOST_DELAY_S) -> None:
    """Let settings pass that can be.

    Args:
        max_delay_s: the most that the source holds a call.

    Raises:
        SettingsError: the first that can't, with the fix.
    """
    delay_s, days, size = settings.delay_s, settings.max_age_days, settings.max_bytes
    if delay_s is not None and not LEAST_DELAY_S <= delay_s <= max_delay_s:
        problem = translate(
            "Problem",
            "verdict delay: {given} seconds can't be: choose from {least} to {most}",
            given=delay_s,
            least=LEAST_DELAY_S,
            most=int(max_delay_s),
        )
        raise SettingsError("delay_s", problem)
    if days is not None and not 1 <= days <= MOST_AGE_DAYS:
        problem = translate(
            "Problem",
            "age of the history: {given} days can't be: choose from {least} to {most}",
            given=days,
            least=1,
            most=MOST_AGE_DAYS,
        )
        raise SettingsError("max_age_days", problem)
    if size is not None and not LEAST_BYTES <= size <= MOST_BYTES:
        problem = translate(
            "Problem",
            "size of the history: {given} bytes can't be: choose from {least} to {most}",
            given=size,
            least=LEAST_BYTES,
            most=MOST_BYTES,
        )
        raise SettingsError("max_bytes", problem)
