# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules and events for property tests: few values, so that they often meet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

from hypothesis import strategies as st

from snetgui import model
from snetgui.model import (
    Action,
    AddressMatch,
    AddressRange,
    Birth,
    Conditions,
    Event,
    Facts,
    HostMatch,
    Lifetime,
    LifetimeKind,
    ListKind,
    ListMatch,
    Origin,
    PortMatch,
    Process,
    Rule,
    Syscall,
    TextKind,
    TextMatch,
)

NOW = datetime(2030, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
EXES = ["/usr/bin/curl", "/usr/bin/Curl", "/opt/a/b/tool", "/opt/\udcff/x", "/home/é\n", ""]
NAMES = ["example.com", "www.example.com", "a.b.example.com", "com", "other.test"]
HASHES = ["a" * 64, "b" * 64]
ADDRESSES = ["127.0.0.1", "127.0.0.9", "10.1.2.3", "10.1.3.4", "::1", "2001:db8::5", "0.0.0.0"]
NETWORKS = ["127.0.0.0/8", "127.0.0.1/32", "10.1.2.0/24", "10.0.0.0/8", "0.0.0.0/0", "::/0"]
NETWORKS += ["2001:db8::/32", "::1/128"]
RANGES = [("127.0.0.1", "127.0.0.9"), ("10.1.2.3", "10.1.3.4"), ("::", "2001:db8::5")]
PATHS = ["", "/run/x", "@name"]
PORTS = [0, 53, 80, 443, 8080, 65535]
LISTS = [ListMatch(f"/lists/{kind.name}", kind) for kind in ListKind]

_TEXTS = [
    TextMatch("/usr/bin/*", TextKind.GLOB),
    TextMatch("/**", TextKind.GLOB),
    TextMatch("/opt/?/[a-c]/tool", TextKind.GLOB),
    TextMatch("/USR/**", TextKind.GLOB, ignore_case=True),
    TextMatch("curl", TextKind.REGEX),
    TextMatch("^/opt/.*x$", TextKind.REGEX),
    TextMatch("CURL$", TextKind.REGEX, ignore_case=True),
    TextMatch("", TextKind.REGEX),
    TextMatch("/USR/BIN/CURL", TextKind.EXACT, ignore_case=True),
]
texts = st.sampled_from([*_TEXTS, *(TextMatch(exe) for exe in EXES if exe)])
address_matches = st.builds(
    AddressMatch,
    networks=st.lists(st.sampled_from([ip_network(n) for n in NETWORKS]), max_size=2).map(tuple),
    ranges=st.lists(
        st.sampled_from([AddressRange(ip_address(a), ip_address(b)) for a, b in RANGES]),
        max_size=1,
    ).map(tuple),
    paths=st.lists(st.sampled_from(PATHS), max_size=1).map(tuple),
).filter(lambda match: bool(match.networks or match.ranges or match.paths))
port_matches = st.builds(
    PortMatch,
    st.lists(
        st.tuples(st.sampled_from(PORTS), st.sampled_from(PORTS)).map(
            lambda pair: (min(pair), max(pair))
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
)


def _sets(values: list[int]) -> st.SearchStrategy[frozenset[int]]:
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=3)


_CONDITIONS: dict[str, st.SearchStrategy[object]] = {
    "exe": texts,
    "sha256": st.sampled_from(HASHES),
    "command": texts,
    "ancestor": texts,
    "application": st.sampled_from(["org.example.App", "b"]),
    "package": st.sampled_from(["curl", "wget"]),
    "unit": texts,
    "users": _sets([0, 1000]),
    "groups": _sets([0, 1000]),
    "syscalls": st.frozensets(st.sampled_from(list(Syscall)), min_size=1),
    "families": _sets([1, 2, 10]),
    "types": _sets([1, 2]),
    "protocols": _sets([0, 6, 17]),
    "local": address_matches,
    "remote": address_matches,
    "local_ports": port_matches,
    "remote_ports": port_matches,
    "host": st.builds(HostMatch, st.sampled_from(NAMES), st.booleans()),
    "netns": st.sampled_from([1, 2]),
    "interface": st.sampled_from(["lo", "eth0"]),
    "lists": st.lists(st.sampled_from(LISTS), min_size=1, max_size=2, unique=True).map(tuple),
}


@st.composite
def conditions(draw: st.DrawFn, most: int = 3) -> Conditions:
    """A few conditions: with more, hardly any event would ever match."""
    names = draw(st.lists(st.sampled_from(sorted(_CONDITIONS)), max_size=most, unique=True))
    return Conditions(**{name: draw(_CONDITIONS[name]) for name in names})  # type: ignore[arg-type]


processes = st.sampled_from([(1, 10), (2, 20)])
births = st.builds(
    Birth,
    created=st.just(NOW),
    boot_id=st.sampled_from(["boot-a", "boot-b"]),
    boottime_s=st.sampled_from([0.0, 12.5]),
    process=processes,
)
lifetimes = st.sampled_from(
    [
        model.ALWAYS,
        model.UNTIL_RESTART,
        model.THIS_PROCESS,
        Lifetime(LifetimeKind.SPAN, seconds=900.0),
        Lifetime(LifetimeKind.UNTIL, until=NOW + timedelta(days=1)),
    ]
)


@st.composite
def rules(draw: st.DrawFn, rule_id: int = 1, most: int = 3) -> Rule:
    """A rule with that id."""
    action = draw(st.sampled_from(Action))
    lifetime = draw(lifetimes)
    span = lifetime.kind is LifetimeKind.SPAN
    return Rule(
        id=rule_id,
        name=draw(st.text(min_size=1, max_size=8).filter(lambda name: bool(name.strip()))),
        action=action,
        errno=0 if action is Action.ALLOW else draw(st.sampled_from([0, 1, 111])),
        conditions=draw(conditions(most)),
        birth=draw(births),
        lifetime=lifetime,
        enabled=draw(st.sampled_from([True, True, True, False])),
        priority=draw(st.sampled_from([0, 0, 0, -1, 5])),
        note=draw(st.text(max_size=8)),
        origin=draw(st.sampled_from(Origin)),
        remaining_s=draw(st.sampled_from([None, 3.5])) if span else None,
        last_used=draw(st.sampled_from([None, NOW])),
        hits=draw(st.integers(0, 3)),
    )


@st.composite
def rule_lists(draw: st.DrawFn, most: int = 24) -> list[Rule]:
    """Rules with ids from 1 on."""
    count = draw(st.integers(0, most))
    return [draw(rules(rule_id)) for rule_id in range(1, count + 1)]


_ip_peers = st.builds(
    lambda ip, port: model.ip_address(ip_address(ip), port),
    st.sampled_from(ADDRESSES),
    st.sampled_from(PORTS),
)
peers = st.one_of(st.none(), _ip_peers, _ip_peers, st.sampled_from(PATHS).map(model.unix_address))


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any call of any of a few programs."""
    pid, start = draw(processes)
    process = Process(
        pid=pid,
        tid=pid,
        ppid=1,
        start_time_ns=start,
        uid=draw(st.sampled_from([0, 1000, 5])),
        gid=draw(st.sampled_from([0, 1000])),
        comm="c",
        exe=draw(st.sampled_from(EXES)),
        netns=draw(st.sampled_from([0, 1, 2])),
    )
    return Event(
        id=1,
        syscall=draw(st.sampled_from(Syscall)),
        family=draw(st.sampled_from([1, 2, 10, 16])),
        type=draw(st.sampled_from([1, 2])),
        protocol=draw(st.sampled_from([0, 6, 17])),
        process=process,
        raised_ns=0,
        deadline_ns=1,
        local=draw(peers),
        remote=draw(peers),
    )


def _words(values: list[str]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.one_of(st.none(), st.lists(st.sampled_from(values), max_size=2).map(tuple))


facts = st.builds(
    Facts,
    command=_words([exe for exe in EXES if exe]),
    ancestors=_words(EXES),
    sha256=st.sampled_from([None, *HASHES]),
    application=st.sampled_from([None, "org.example.App", "c"]),
    package=st.sampled_from([None, "curl"]),
    unit=st.sampled_from([None, *EXES]),
    user=st.none(),
    hosts=_words([*NAMES, "WWW.Example.COM.", ""]),
    interface=st.sampled_from([None, "lo", "eth0"]),
)

CALL = Event(
    id=1,
    syscall=Syscall.CONNECT,
    family=2,
    type=1,
    protocol=6,
    process=Process(3, 3, 1, 9, 1000, 1000, "curl", "/usr/bin/curl", netns=7),
    raised_ns=0,
    deadline_ns=1,
)
