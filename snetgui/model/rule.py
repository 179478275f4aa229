# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule: a person's remembered choice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network

from .address import IPAddress
from .event import Syscall
from .verdict import Action


class TextKind(StrEnum):
    """How a text condition compares."""

    EXACT = "exact"
    GLOB = "glob"
    REGEX = "regex"


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A condition on a text.

    Attributes:
        kind: exact; glob (* without "/", ** with it, ?, [a-z]); regex (RE2,
            unanchored).
        ignore_case: compare without regard to case.
    """

    value: str
    kind: TextKind = TextKind.EXACT
    ignore_case: bool = False


@dataclass(frozen=True, slots=True)
class AddressRange:
    """From first to last, both included, of one IP version."""

    first: IPAddress
    last: IPAddress


@dataclass(frozen=True, slots=True)
class AddressMatch:
    """A condition on an address: any of these.

    Attributes:
        networks: single addresses are networks of full length.
        paths: AF_UNIX paths ("@name" for abstract ones), exact.
    """

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    ranges: tuple[AddressRange, ...] = ()
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PortMatch:
    """A condition on a port: inside any of these (first, last), both included."""

    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class HostMatch:
    """A condition on the remote host's name.

    Attributes:
        name: lower case, without a final dot, IDNA-encoded.
        subdomains: any name below it matches too.
    """

    name: str
    subdomains: bool = False


class ListKind(StrEnum):
    """What a list file lists, one entry a line."""

    ADDRESSES = "addresses"
    HOSTS = "hosts"
    HOST_REGEXES = "host regexes"
    SHA256 = "sha256"


@dataclass(frozen=True, slots=True)
class ListMatch:
    """A condition: is an entry of this file."""

    path: str
    kind: ListKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a rule matches: all that are given must hold; None asks nothing.

    A condition whose fact is not known for an event does not match: a missing
    hash must not turn "this program with this hash" into "any program".
    """

    exe: TextMatch | None = None
    sha256: str | None = None
    command: TextMatch | None = None
    ancestor: TextMatch | None = None
    application: str | None = None
    package: str | None = None
    unit: TextMatch | None = None
    users: frozenset[int] | None = None
    groups: frozenset[int] | None = None
    syscalls: frozenset[Syscall] | None = None
    families: frozenset[int] | None = None
    types: frozenset[int] | None = None
    protocols: frozenset[int] | None = None
    local: AddressMatch | None = None
    remote: AddressMatch | None = None
    local_ports: PortMatch | None = None
    remote_ports: PortMatch | None = None
    host: HostMatch | None = None
    netns: int | None = None
    interface: str | None = None
    lists: tuple[ListMatch, ...] | None = None


class LifetimeKind(StrEnum):
    """How long a rule lives. ONCE makes no rule at all: it answers one question."""

    ONCE = "once"
    PROCESS = "process"
    RESTART = "restart"
    SPAN = "span"
    UNTIL = "until"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a rule lives.

    Attributes:
        seconds: with SPAN: that much running time from the rule's creation on;
            no clock jump revives or kills it.
        until: with UNTIL: an aware date and time of the wall clock.
    """

    kind: LifetimeKind
    seconds: float | None = None
    until: datetime | None = None


ONCE = Lifetime(LifetimeKind.ONCE)
ALWAYS = Lifetime(LifetimeKind.ALWAYS)
UNTIL_RESTART = Lifetime(LifetimeKind.RESTART)
THIS_PROCESS = Lifetime(LifetimeKind.PROCESS)


class Origin(StrEnum):
    """Where a rule came from."""

    PERSON = "person"
    LEARNED = "learned"
    IMPORTED = "imported"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Birth:
    """When and in which world a rule was made: what its lifetime counts from.

    Attributes:
        created: aware wall clock time.
        boot_id: /proc/sys/kernel/random/boot_id of that boot.
        boottime_s: CLOCK_BOOTTIME at that moment.
        process: (pid, start_time_ns) that a PROCESS lifetime is about.
    """

    created: datetime
    boot_id: str = ""
    boottime_s: float = 0.0
    process: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        id: the store's number; 0 for one that is not stored yet. A larger id
            is a newer rule.
        errno: what a deny gives the caller; 0 with allow.
        priority: higher wins first; 0 is the usual one.
        remaining_s: with SPAN: what was left when it was last written down.
        last_used, hits: kept up to date in batches, so a little behind.
    """

    name: str
    action: Action
    conditions: Conditions
    birth: Birth
    lifetime: Lifetime = ALWAYS
    id: int = 0
    errno: int = 0
    enabled: bool = True
    priority: int = 0
    note: str = ""
    origin: Origin = Origin.PERSON
    remaining_s: float | None = None
    last_used: datetime | None = None
    hits: int = field(default=0, compare=False)
