# SPDX-License-Identifier: GPL-2.0-or-later
"""The protocol's messages as the words of snet, and back.

What arrives is held against the header: a required attribute that is missing
or has another size is a MalformedMessage; an attribute that this program does not
know is skipped, because a newer module may say more.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypedDict, TypeVar

from snetgui.model import (
    Action,
    Ended,
    Event,
    ExeIdentity,
    Process,
    Reason,
    Subscription,
    Syscall,
    Verdict,
    parse_address,
)

from .header import AnsAttr, Attr, ReasonNumber, StatAttr, SubAttr, SyscallNumber, VerdictNumber
from .wire import (
    Attributes,
    MalformedMessage,
    attributes,
    nested,
    number,
    string,
    text,
    u16,
    u32,
    u64,
)

SYSCALLS: Final[Mapping[int, Syscall]] = {number: Syscall[number.name] for number in SyscallNumber}
ACTIONS: Final[Mapping[int, Action]] = {
    VerdictNumber.ALLOW: Action.ALLOW,
    VerdictNumber.DENY: Action.DENY,
}
REASONS: Final[Mapping[int, Reason]] = {
    ReasonNumber.VERDICT: Reason.AGENT,
    ReasonNumber.TIMEOUT: Reason.TIMEOUT,
    ReasonNumber.NO_AGENT: Reason.NO_AGENT,
    ReasonNumber.OVERFLOW: Reason.OVERFLOW,
    ReasonNumber.CANCELLED: Reason.CANCELLED,
    ReasonNumber.UNLOAD: Reason.UNLOAD,
}
_SYSCALL_NUMBERS: Final = {syscall: number for number, syscall in SYSCALLS.items()}
_ACTION_NUMBERS: Final = {action: number for number, action in ACTIONS.items()}

_Word = TypeVar("_Word")


@dataclass(frozen=True, slots=True)
class Version:
    """What is loaded.

    Attributes:
        protocol: PROTOCOL_VERSION of the module.
        module: the module's own version. For a person.
        hooks: what it can hold on this kernel.
        attach: how it joined the LSM framework. For a person.
    """

    protocol: int
    module: str
    hooks: frozenset[Syscall]
    attach: str


@dataclass(frozen=True, slots=True)
class Config:
    """The module's parameters.

    Attributes:
        verdict_delay: seconds that an event is held before the policy answers.
        verdict_policy: that answer.
        debug: whether the module writes more to the kernel's log.
        max_pending: most events held at once.
        max_subscriptions: most subscriptions.
        max_delay: seconds after it was raised that an event can be held at most,
            however often it is extended.
    """

    verdict_delay: int
    verdict_policy: Action
    debug: bool
    max_pending: int
    max_subscriptions: int
    max_delay: int


class ConfigChange(TypedDict, total=False):
    """Which of the parameters to change: the fields of Config."""

    verdict_delay: int
    verdict_policy: Action
    debug: bool
    max_pending: int
    max_subscriptions: int
    max_delay: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counters since the module was loaded: enum snet_stat_attr in the header.

    At all times raised == pending + the sum of the ended_* ones.
    """

    raised: int
    pending: int
    ended_verdict: int
    ended_timeout: int
    ended_no_agent: int
    ended_overflow: int
    ended_cancelled: int
    ended_unload: int
    allowed: int
    denied: int
    unsent: int
    lost: int
    agents: int


def parse_version(fields: Attributes) -> Version:
    """Read the reply to VERSION; hooks of a newer module that have no name are left out."""
    mask = number(fields, Attr.HOOKS, 4)
    return Version(
        protocol=number(fields, Attr.PROTOCOL_VERSION, 4),
        module=string(fields, Attr.MODULE_VERSION),
        hooks=frozenset(word for bit, word in SYSCALLS.items() if mask >> bit & 1),
        attach=string(fields, Attr.ATTACH),
    )


def parse_config(fields: Attributes) -> Config:
    """Read the reply to CONFIG_GET."""
    return Config(
        verdict_delay=number(fields, Attr.VERDICT_DELAY, 4),
        verdict_policy=_word(ACTIONS, "verdict", number(fields, Attr.VERDICT_POLICY, 4)),
        debug=bool(number(fields, Attr.DEBUG, 4)),
        max_pending=number(fields, Attr.MAX_PENDING, 4),
        max_subscriptions=number(fields, Attr.MAX_SUBSCRIPTIONS, 4),
        max_delay=number(fields, Attr.MAX_DELAY, 4),
    )


def parse_stats(fields: Attributes) -> Stats:
    """Read the reply to STATS."""
    counters = (stat for stat in StatAttr if stat > StatAttr.PAD)
    return Stats(**{stat.name.lower(): number(fields, stat, 8) for stat in counters})


def parse_event(fields: Attributes) -> Event:
    """Read an EVENT, or the event's part of a DECISION."""
    return Event(
        id=number(fields, Attr.ID, 8),
        syscall=_word(SYSCALLS, "syscall", number(fields, Attr.SYSCALL, 2)),
        family=number(fields, Attr.FAMILY, 2),
        type=number(fields, Attr.TYPE, 2),
        protocol=number(fields, Attr.PROTOCOL, 2),
        process=_parse_process(fields),
        raised_ns=number(fields, Attr.RAISED, 8),
        deadline_ns=number(fields, Attr.DEADLINE, 8),
        local=parse_address(fields[Attr.LOCAL]) if Attr.LOCAL in fields else None,
        remote=parse_address(fields[Attr.REMOTE]) if Attr.REMOTE in fields else None,
    )


def parse_ended(fields: Attributes) -> Ended:
    """Read an ENDED, or the end's part of a DECISION."""
    return Ended(
        event_id=number(fields, Attr.ID, 8),
        action=_word(ACTIONS, "verdict", number(fields, Attr.VERDICT, 2)),
        errno=number(fields, Attr.ERRNO, 2) if Attr.ERRNO in fields else 0,
        reason=_word(REASONS, "reason", number(fields, Attr.REASON, 2)),
        held_ns=number(fields, Attr.HELD, 8),
    )


def parse_deadline(fields: Attributes) -> int:
    """Read the reply to EXTEND: CLOCK_MONOTONIC nanoseconds."""
    return number(fields, Attr.DEADLINE, 8)


def parse_subscription(fields: Attributes) -> Subscription:
    """Read one message of LIST."""
    inside = attributes(fields.get(Attr.SUBSCRIPTION, b""))
    syscall = _optional(inside, SubAttr.SYSCALL)
    return Subscription(
        syscall=None if syscall is None else _word(SYSCALLS, "syscall", syscall),
        family=_optional(inside, SubAttr.FAMILY),
        protocol=_optional(inside, SubAttr.PROTOCOL),
    )


def encode_subscription(subscription: Subscription) -> bytes:
    """Write SUBSCRIPTION; ValueError for a family or protocol beyond 16 bits."""
    inside = b""
    if subscription.syscall is not None:
        inside += u16(SubAttr.SYSCALL, _SYSCALL_NUMBERS[subscription.syscall])
    for kind, value in (
        (SubAttr.FAMILY, subscription.family),
        (SubAttr.PROTOCOL, subscription.protocol),
    ):
        if value is not None:
            inside += u16(kind, _within(kind.name.lower(), value, 0xFFFF))
    return nested(Attr.SUBSCRIPTION, inside)


def encode_verdicts(verdicts: Iterable[Verdict]) -> bytes:
    """Write an ANSWER for each verdict; an errno goes with a deny alone."""
    return b"".join(map(_encode_verdict, verdicts))


def encode_config(change: ConfigChange) -> bytes:
    """Write what CONFIG_SET shall change; ValueError for a number beyond 32 bits."""
    fields = b""
    for name, value in change.items():
        number = _ACTION_NUMBERS[value] if isinstance(value, Action) else value
        if not isinstance(number, int):
            raise TypeError(f"{name}: {value!r} is no number")
        fields += u32(Attr[name.upper()], _within(name, number, 0xFFFFFFFF))
    return fields


def encode_extension(event_id: int, seconds: int) -> bytes:
    """Write what EXTEND asks for."""
    return u64(Attr.ID, event_id) + u32(Attr.SECONDS, _within("seconds", seconds, 0xFFFFFFFF))


def _encode_verdict(verdict: Verdict) -> bytes:
    inside = u64(AnsAttr.ID, _within("event id", verdict.event_id, 0xFFFFFFFFFFFFFFFF))
    inside += u16(AnsAttr.VERDICT, _ACTION_NUMBERS[verdict.action])
    if verdict.action is Action.DENY:
        inside += u16(AnsAttr.ERRNO, verdict.errno)
    return nested(Attr.ANSWER, inside)


def _parse_process(fields: Attributes) -> Process:
    return Process(
        pid=number(fields, Attr.PID, 4),
        tid=number(fields, Attr.TID, 4),
        ppid=number(fields, Attr.PPID, 4),
        start_time_ns=number(fields, Attr.START_TIME, 8),
        uid=number(fields, Attr.UID, 4),
        gid=number(fields, Attr.GID, 4),
        comm=string(fields, Attr.COMM),
        exe=_exe(fields.get(Attr.EXE, b"")),
        exe_id=_parse_exe_id(fields),
        cgroup=_or_zero(fields, Attr.CGROUP),
        netns=_or_zero(fields, Attr.NETNS),
        mntns=_or_zero(fields, Attr.MNTNS),
    )


# The same few programs call again and again: one string for all their events.
_exe = functools.lru_cache(maxsize=1024)(text)


def _parse_exe_id(fields: Attributes) -> ExeIdentity | None:
    if Attr.EXE_INO not in fields:
        return None
    return ExeIdentity(
        dev=number(fields, Attr.EXE_DEV, 8),
        ino=number(fields, Attr.EXE_INO, 8),
        ctime_ns=number(fields, Attr.EXE_CTIME, 8, signed=True),
    )


def _or_zero(fields: Attributes, kind: int) -> int:
    """What a thread on its way out may not have any more."""
    return number(fields, kind, 8) if kind in fields else 0


def _optional(fields: Attributes, kind: int) -> int | None:
    return number(fields, kind, 2) if kind in fields else None


def _word(words: Mapping[int, _Word], what: str, value: int) -> _Word:
    word = words.get(value)
    if word is None:
        raise MalformedMessage(f"{value} is no {what} that this program knows")
    return word


def _within(what: str, value: int, most: int) -> int:
    if not 0 <= value <= most:
        raise ValueError(f"{what}: {value} is not in 0 to {most}")
    return value
