# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules and decisions for the store's tests: plain ones, and hypothesis' arbitrary ones."""

from __future__ import annotations

import socket
import struct
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from hypothesis import strategies as st

from snetgui.model import (
    Action,
    Address,
    AddressMatch,
    AddressRange,
    Birth,
    Conditions,
    Decision,
    Event,
    ExeIdentity,
    Facts,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListKind,
    ListMatch,
    Origin,
    PortMatch,
    Process,
    Reason,
    Rule,
    Syscall,
    TextKind,
    TextMatch,
    ip_address,
    parse_address,
)

NOW = datetime(2026, 3, 4, 12, 30, 15, 123456, UTC)


def a_rule(number: int = 1, **changes: object) -> Rule:
    """A plain rule; equal numbers give equal rules."""
    rule = Rule(
        name=f"rule {number}",
        action=Action.DENY,
        errno=13,
        conditions=Conditions(
            exe=TextMatch(f"/usr/bin/program{number % 500}"),
            remote=AddressMatch(networks=(IPv4Network(number),)),
            remote_ports=PortMatch(((443, 443),)),
        ),
        birth=Birth(NOW + timedelta(seconds=number), "boot", 12.5),
    )
    return replace(rule, **changes)  # type: ignore[arg-type]


def an_event(number: int = 1, *, remote: Address | None = None) -> Event:
    """A plain connect(2); equal numbers give equal events."""
    process = Process(
        pid=1000 + number % 7,
        tid=1000 + number % 7,
        ppid=1,
        start_time_ns=1_000_000_000 * (number % 7),
        uid=1000,
        gid=1000,
        comm="program",
        exe=f"/usr/bin/program{number % 5}",
        exe_id=ExeIdentity(2049, 77 + number % 5, 10**18),
    )
    return Event(
        id=number,
        syscall=Syscall.CONNECT,
        family=socket.AF_INET,
        type=socket.SOCK_STREAM,
        protocol=6,
        process=process,
        raised_ns=0,
        deadline_ns=0,
        local=ip_address(IPv4Address("0.0.0.0"), 0),
        remote=remote or ip_address(IPv4Address("192.0.2.0") + number % 11, 443),
    )


def a_decision(number: int = 1, **changes: object) -> Decision:
    """A plain decision, one second after the last; equal numbers give equal ones."""
    denied = number % 3 == 0
    decision = Decision(
        event=an_event(number),
        action=Action.DENY if denied else Action.ALLOW,
        errno=1 if denied else 0,
        reason=Reason.RULE,
        held_ns=1_000_000 + number,
        when=NOW + timedelta(seconds=number),
        rule_id=7,
        facts=Facts(user="ada", hosts=("example.org",), command=("program", "-x")),
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


# Texts that hurt: any code point, lone surrogates, NUL, newlines; bytes of any path.
texts = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.binary(max_size=40).map(lambda raw: raw.decode(errors="surrogateescape")),
    st.sampled_from(["", "\0", "a\nb", "\udcff", "\ud800", "/" + "x" * 4095, "ä\u202e", '["x"]']),
)
_u32 = st.integers(0, 2**32 - 1)
_u64 = st.integers(0, 2**64 - 1)
_i63 = st.integers(0, 2**63 - 1)
_ports = st.integers(0, 65535)
_zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])
_times = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=_zones)
_seconds = st.floats(0, allow_nan=False)

_text_matches = st.builds(TextMatch, texts, st.sampled_from(TextKind), st.booleans())
_networks = st.one_of(
    st.builds(lambda i, p: IPv4Network((i, p), strict=False), _u32, st.integers(0, 32)),
    st.builds(
        lambda i, p: IPv6Network((i, p), strict=False),
        st.integers(0, 2**128 - 1),
        st.integers(0, 128),
    ),
)
_v4 = _u32.map(IPv4Address)
_v6 = st.one_of(
    st.integers(0, 2**128 - 1).map(IPv6Address),
    st.builds(lambda low: IPv6Address((0xFFFF << 32) + low), _u32),
)
_ips = _v4 | _v6
_ranges = st.builds(AddressRange, _v4, _v4) | st.builds(AddressRange, _v6, _v6)
_address_matches = st.builds(
    AddressMatch,
    st.lists(_networks, max_size=3).map(tuple),
    st.lists(_ranges, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)
_port_matches = st.lists(st.tuples(_ports, _ports), max_size=3).map(tuple).map(PortMatch)
_numbers = st.frozensets(_u32, max_size=4)
_lists = st.lists(st.builds(ListMatch, texts, st.sampled_from(ListKind)), max_size=2).map(tuple)

_by_condition: dict[str, st.SearchStrategy[object]] = {
    "exe": _text_matches,
    "sha256": texts,
    "command": _text_matches,
    "ancestor": _text_matches,
    "application": texts,
    "package": texts,
    "unit": _text_matches,
    "users": _numbers,
    "groups": _numbers,
    "syscalls": st.frozensets(st.sampled_from(Syscall)),
    "families": _numbers,
    "types": _numbers,
    "protocols": _numbers,
    "local": _address_matches,
    "remote": _address_matches,
    "local_ports": _port_matches,
    "remote_ports": _port_matches,
    "host": st.builds(HostMatch, texts, st.booleans()),
    "netns": _u64,
    "interface": texts,
    "lists": _lists,
}
assert set(_by_condition) == {field.name for field in fields(Conditions)}

conditions = st.fixed_dictionaries({}, optional=_by_condition).map(
    lambda given: Conditions(**given)  # type: ignore[arg-type]
)
lifetimes = st.one_of(
    st.sampled_from(
        [LifetimeKind.ONCE, LifetimeKind.PROCESS, LifetimeKind.RESTART, LifetimeKind.ALWAYS]
    ).map(Lifetime),
    st.builds(lambda seconds: Lifetime(LifetimeKind.SPAN, seconds), _seconds),
    st.builds(lambda until: Lifetime(LifetimeKind.UNTIL, until=until), _times),
)
rules = st.builds(
    Rule,
    name=texts,
    action=st.sampled_from(Action),
    conditions=conditions,
    birth=st.builds(Birth, _times, texts, _seconds, st.none() | st.tuples(_u32, _i63)),
    lifetime=lifetimes,
    errno=st.integers(0, 511),
    enabled=st.booleans(),
    priority=st.integers(-(2**63), 2**63 - 1),
    note=texts,
    origin=st.sampled_from(Origin),
    remaining_s=st.none() | _seconds,
    last_used=st.none() | _times,
    hits=_i63,
)

_raw = st.one_of(
    st.binary(max_size=128),
    st.builds(
        lambda family, rest: struct.pack("=H", family) + rest,
        st.sampled_from([socket.AF_INET, socket.AF_INET6, socket.AF_UNIX]),
        st.binary(max_size=126),
    ),
    st.builds(lambda ip, port: ip_address(ip, port).raw, _ips, _ports),
)
addresses = _raw.map(parse_address)
_processes = st.builds(
    Process,
    pid=_u32,
    tid=_u32,
    ppid=_u32,
    start_time_ns=_i63,
    uid=_u32,
    gid=_u32,
    comm=texts,
    exe=texts,
    exe_id=st.none() | st.builds(ExeIdentity, _u64, _u64, st.integers(-(2**63), 2**63 - 1)),
    cgroup=_u64,
    netns=_u64,
    mntns=_u64,
)
_events = st.builds(
    Event,
    id=_u64,
    syscall=st.sampled_from(Syscall),
    family=_u32,
    type=_u32,
    protocol=_u32,
    process=_processes,
    raised_ns=st.just(0),  # not kept: they mean nothing after the next boot
    deadline_ns=st.just(0),
    local=st.none() | addresses,
    remote=st.none() | addresses,
)
_words = st.none() | st.lists(texts, max_size=3).map(tuple)
_facts = st.builds(
    Facts,
    command=_words,
    ancestors=_words,
    sha256=st.none() | texts,
    application=st.none() | texts,
    package=st.none() | texts,
    unit=st.none() | texts,
    user=st.none() | texts,
    hosts=_words,
    interface=st.none() | texts,
)
decisions = st.builds(
    Decision,
    event=_events,
    action=st.sampled_from(Action),
    errno=st.integers(0, 511),
    reason=st.sampled_from(Reason),
    held_ns=_i63,
    when=_times,
    rule_id=st.none() | _i63,
    facts=_facts,
)
