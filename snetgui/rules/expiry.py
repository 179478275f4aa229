# SPDX-License-Identifier: GPL-2.0-or-later
"""When a rule's life is over: pure functions of the rule and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from snetgui.model import LifetimeKind, Rule

ProcessAlive = Callable[[tuple[int, int]], bool]


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, as far as lifetimes care.

    Attributes:
        wall: aware wall clock time; only dates look at it.
        boottime_s: CLOCK_BOOTTIME: runs on while the machine is suspended,
            never jumps, begins at 0 with each boot (clock_gettime(2)).
        boot_id: of /proc/sys/kernel/random/boot_id; "" if unknown.
    """

    wall: datetime
    boottime_s: float
    boot_id: str


def expired(rule: Rule, clock: Clock, process_alive: ProcessAlive) -> bool:
    """Whether the rule's life is over.

    process_alive is asked about (pid, start_time_ns), and only for a rule that
    lives as long as that process does.
    """
    match rule.lifetime.kind:
        case LifetimeKind.ALWAYS:
            return False
        case LifetimeKind.ONCE:
            return True
        case LifetimeKind.RESTART:
            return not _same_boot(rule, clock)
        case LifetimeKind.PROCESS:
            process = rule.birth.process
            return process is None or not _same_boot(rule, clock) or not process_alive(process)
        case LifetimeKind.SPAN | LifetimeKind.UNTIL:
            return not remaining_s(rule, clock)


def remaining_s(rule: Rule, clock: Clock) -> float | None:
    """Seconds that are left, 0 when it is over; None where no time ends it.

    A span counts time of CLOCK_BOOTTIME, so no change of the wall clock
    revives or kills a rule. After a restart it goes on from what the store
    last wrote down, and the time since that boot counts.
    """
    lifetime = rule.lifetime
    if lifetime.kind is LifetimeKind.UNTIL and lifetime.until is not None:
        return max((lifetime.until - clock.wall).total_seconds(), 0.0)
    if lifetime.kind is LifetimeKind.SPAN and lifetime.seconds is not None:
        return max(_span_left(rule, lifetime.seconds, clock), 0.0)
    return 0.0 if lifetime.kind in {LifetimeKind.SPAN, LifetimeKind.UNTIL} else None


def noted(rule: Rule, clock: Clock) -> Rule:
    """The rule as the store is to write it down now and then, and at the end.

    A span's anchor moves to this boot, and what is left of it is noted, so
    that the next boot goes on from here. Other rules are returned as they are.
    """
    seconds = rule.lifetime.seconds
    if rule.lifetime.kind is not LifetimeKind.SPAN or seconds is None:
        return rule
    left = max(_span_left(rule, seconds, clock), 0.0)
    if _same_boot(rule, clock):
        return replace(rule, remaining_s=left)
    anchor = clock.boottime_s - (seconds - left)
    birth = replace(rule.birth, boot_id=clock.boot_id, boottime_s=anchor)
    return replace(rule, birth=birth, remaining_s=left)


def _same_boot(rule: Rule, clock: Clock) -> bool:
    return bool(clock.boot_id) and rule.birth.boot_id == clock.boot_id


def _span_left(rule: Rule, seconds: float, clock: Clock) -> float:
    if _same_boot(rule, clock):
        return seconds - max(clock.boottime_s - rule.birth.boottime_s, 0.0)
    before = seconds if rule.remaining_s is None else min(rule.remaining_s, seconds)
    return before - clock.boottime_s
