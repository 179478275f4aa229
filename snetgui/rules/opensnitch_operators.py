# SPDX-License-Identifier: GPL-2.0-or-later
"""What an operator of an OpenSnitch rule says, as conditions; never wider than it said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv6Address, ip_network, summarize_address_range
from itertools import product
from typing import Any

from snetgui.model import (
    AddressMatch,
    Conditions,
    HostMatch,
    ListKind,
    ListMatch,
    PortMatch,
    RuleError,
    TextKind,
    TextMatch,
)
from snetgui.model.text import shown

from .hosts import host_name
from .prefixes import Span, merged, overlap
from .spans import MAX_PORT, address, address_spans, network, port_span
from .text import compiled

MAX_ALTERNATIVES = 256  # rules that one file may become
_OPERATOR_FIELDS = {"type", "operand", "data", "sensitive", "list"}
_EVERYTHING = frozenset({"", ".*", "^.*$", "^.*", ".*$", "^", "$"})
_UPPER_CLASS = re.compile(r"\\[A-Z]|\(\?P|\(\?[a-z]*U|\[\[:")
_ANY_V4 = AddressMatch((ip_network("0.0.0.0/0"),))
_ANY_V6 = AddressMatch((ip_network("::/0"),))


class CannotSay(Exception):
    """This can't be said here. The text is the reason, for the person."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What the machine that the rules come from knows and a rule file does not tell.

    Attributes:
        user_id: the number of a login name, None if there is no such user.
        list_files: the files in a folder of lists, full paths.
        networks: what a name such as "LAN" stands for (network_aliases.json).
    """

    user_id: Callable[[str], int | None] = lambda _name: None
    list_files: Callable[[str], Sequence[str]] = lambda _folder: ()
    networks: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What an operator says.

    Attributes:
        any_of: conditions; the rule matches where one of them does.
        at_most: what all of it lies within, what can't be said left out.
        reasons: why something can't be said; empty if all is said.
        remarks: where it differs from OpenSnitch in a detail.
    """

    any_of: tuple[Conditions, ...]
    at_most: Conditions
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def must_be_complete(self) -> None:
        """Raises CannotSay where something could not be said."""
        if self.reasons:
            raise CannotSay("; ".join(self.reasons))


def conditions_of(operator: Any, base: Conditions, known: Environment) -> Told:
    """What the operator says, on top of what holds for every rule.

    Raises:
        CannotSay: it can't even be read.
    """
    told = Told((base,), base)
    for leaf in _leaves(operator):
        try:
            choices, remarks = _said(leaf, known)
        except (CannotSay, RuleError) as fault:
            told = replace(told, reasons=(*told.reasons, str(fault)))
            continue
        told = _both(told, choices, remarks)
    return told


def _both(told: Told, choices: Sequence[Conditions], remarks: tuple[str, ...]) -> Told:
    met = [_and(one, other) for one, other in product(told.any_of, choices)]
    any_of = tuple(one for one in met if one is not None)
    if not any_of:
        return replace(told, reasons=(*told.reasons, "its conditions contradict each other"))
    if len(any_of) > MAX_ALTERNATIVES:
        reason = f"it would become {len(any_of)} rules"
        return replace(told, reasons=(*told.reasons, reason))
    at_most = any_of[0] if len(any_of) == 1 else told.at_most
    return Told(any_of, at_most, told.reasons, (*told.remarks, *remarks))


def _leaves(operator: Any) -> list[Mapping[str, Any]]:
    if not isinstance(operator, dict):
        raise CannotSay("it has no operator")
    unknown = sorted(set(operator) - _OPERATOR_FIELDS)
    if unknown:
        raise CannotSay(f'its operator has a field "{shown(unknown[0], 40)}" that is not known')
    if operator.get("type") != "list":
        return [operator]
    members = operator.get("list") or _old_list(operator.get("data"))
    if not isinstance(members, list) or not members:
        raise CannotSay(
            "its list of conditions is empty; OpenSnitch lets it match everything, which nobody"
            " can have meant"
        )
    return [leaf for member in members for leaf in _leaves(member)]


def _old_list(data: Any) -> Any:
    """Old files have the list as JSON in a text."""
    try:
        return json.loads(data) if isinstance(data, str) and data else None
    except (ValueError, RecursionError):
        raise CannotSay("its list of conditions is not JSON") from None


Said = tuple[Sequence[Conditions], tuple[str, ...]]


def _said(leaf: Mapping[str, Any], known: Environment) -> Said:
    operand, kind, data = (str(leaf.get(name, "")) for name in ("operand", "type", "data"))
    if operand == "true":
        return [Conditions()], ()
    if not isinstance(leaf.get("data", ""), str):
        raise CannotSay(f"{operand}: its data is not a text")
    reason = _NOT_HERE.get(operand) or _NOT_HERE.get(operand.rpartition(".")[0] + ".")
    if reason:
        raise CannotSay(f"{shown(operand, 40)}: {reason}")
    reader = _READERS.get(operand)
    if reader is None:
        raise CannotSay(f'its operand "{shown(operand, 40)}" is not known')
    return reader(_Leaf(operand, kind, data, leaf.get("sensitive") is True, known))


@dataclass(frozen=True, slots=True)
class _Leaf:
    operand: str
    kind: str
    data: str
    sensitive: bool
    known: Environment

    def cannot(self, why: str) -> CannotSay:
        return CannotSay(f"{self.operand}: {why}")

    def unknown_type(self) -> CannotSay:
        return self.cannot(f'its type "{shown(self.kind, 40)}" says nothing here')


def _text(name: str) -> Callable[[_Leaf], Said]:
    def read(leaf: _Leaf) -> Said:
        if leaf.kind == "simple":
            match = TextMatch(leaf.data, TextKind.EXACT, not leaf.sensitive)
        elif leaf.kind == "regexp":
            compiled(leaf.data, not leaf.sensitive)
            match = TextMatch(leaf.data, TextKind.REGEX, not leaf.sensitive)
        else:
            raise leaf.unknown_type()
        return [Conditions(**{name: match})], _case_remark(leaf)  # type: ignore[arg-type]

    return read


def _case_remark(leaf: _Leaf) -> tuple[str, ...]:
    if leaf.kind != "regexp" or leaf.sensitive or not _UPPER_CLASS.search(leaf.data):
        return ()
    return (
        f"taken, {leaf.operand} as it is written: OpenSnitch lower-cases the pattern itself, so"
        " that \\S there means \\s",
    )


def _ports(leaf: _Leaf) -> Said:
    if leaf.kind == "simple":
        # As a text: 0443 and 443 are not the same there.
        spans = [port_span("port", leaf.data)] if _is_number(leaf.data) else []
    elif leaf.kind == "range":
        spans = [port_span("port", leaf.data)] if leaf.data.count("-") == 1 else []
    elif leaf.kind == "regexp":
        search = compiled(leaf.data, not leaf.sensitive).search
        ports = range(MAX_PORT + 1)
        spans = merged((port, port) for port in ports if search(str(port)) is not None)
    else:
        raise leaf.unknown_type()
    if not spans:
        raise leaf.cannot(f"{shown(leaf.data, 60)} is no port")
    return [Conditions(remote_ports=PortMatch(tuple(spans)))], ()


def _ip(leaf: _Leaf) -> Said:
    if leaf.kind == "network":
        return _network(leaf)
    if leaf.kind == "simple":
        words = [leaf.data]
    elif leaf.kind == "range" and leaf.data.count("-") == 1:
        return _ip_range(leaf)
    elif leaf.kind == "regexp":
        words = _alternatives(leaf)
    else:
        raise leaf.unknown_type()
    return [_remote(tuple(ip_network(address(leaf.operand, word)) for word in words))], ()


def _ip_range(leaf: _Leaf) -> Said:
    first, last = (address(leaf.operand, word) for word in leaf.data.split("-"))
    if first.version != last.version or int(first) > int(last):
        raise leaf.cannot(f"{shown(leaf.data, 60)} is no range")
    return [Conditions(remote=_from_spans({first.version: [(int(first), int(last))]}))], ()


def _network(leaf: _Leaf) -> Said:
    if leaf.kind != "network":
        raise leaf.unknown_type()
    words = leaf.known.networks.get(leaf.data, [leaf.data])
    if leaf.data not in leaf.known.networks and "/" not in leaf.data:
        raise leaf.cannot(f"what the name {shown(leaf.data, 60)} stands for is not known")
    return [_remote(tuple(_loose_network(leaf, word) for word in words))], ()


def _loose_network(leaf: _Leaf, word: str) -> Any:
    """Go masks the bits after the prefix away, so 10.1.2.3/8 is 10.0.0.0/8."""
    try:
        return network(leaf.operand, str(ip_network(word.strip(), strict=False)))
    except ValueError:
        raise leaf.cannot(f"{shown(word, 60)} is no network") from None


def _remote(networks: tuple[Any, ...]) -> Conditions:
    return Conditions(remote=AddressMatch(networks))


def _host(leaf: _Leaf) -> Said:
    if leaf.kind == "simple":
        if not leaf.data:
            raise leaf.cannot("that an address has no name can't be asked here")
        hosts = [HostMatch(host_name(leaf.operand, leaf.data))]
    elif leaf.kind == "regexp" and leaf.data in _EVERYTHING:
        return [Conditions()], ()
    elif leaf.kind == "regexp":
        hosts = _host_pattern(leaf)
    else:
        raise leaf.unknown_type()
    return [Conditions(host=host) for host in hosts], ()


_DOMAIN = re.compile(
    r"\^\((?:\?:)?(?:\.\*|\.\+)\\\.\)\?(?P<name>[A-Za-z0-9_-]+(?:\\\.[A-Za-z0-9_-]+)*)\$"
)


def _host_pattern(leaf: _Leaf) -> list[HostMatch]:
    """^(.*\\.)?example\\.com$ is a domain with all below it; ^(a|b)$ are names; no others."""
    domain = _DOMAIN.fullmatch(leaf.data)
    if domain is not None:
        name = domain["name"].replace("\\.", ".")
        return [HostMatch(host_name(leaf.operand, name), subdomains=True)]
    return [HostMatch(host_name(leaf.operand, word)) for word in _alternatives(leaf)]


_LITERAL = r"(?:[A-Za-z0-9_:@/-]|\\[.\-/])+"
_ANCHORED = re.compile(
    rf"\^(?:(?P<one>{_LITERAL})|\((?:\?:)?(?P<many>{_LITERAL}(?:\|{_LITERAL})*)\))\$"
)


def _alternatives(leaf: _Leaf) -> list[str]:
    """The texts that a pattern of the forms ^a$ and ^(a|b)$ stands for."""
    found = _ANCHORED.fullmatch(leaf.data)
    if found is None:
        raise leaf.cannot(
            f"the pattern {shown(leaf.data, 60)} stands for no certain values; a rule here needs"
            " the values themselves"
        )
    words = (found["one"] or found["many"]).split("|")
    return [re.sub(r"\\(.)", r"\1", word) for word in words]


def _protocol(leaf: _Leaf) -> Said:
    if leaf.kind == "simple":
        said = leaf.data if leaf.sensitive else leaf.data.lower()
        fits: Callable[[str], bool] = lambda name: name == said  # noqa: E731
    elif leaf.kind == "regexp":
        search = compiled(leaf.data, not leaf.sensitive).search
        fits = lambda name: search(name) is not None  # noqa: E731
    else:
        raise leaf.unknown_type()
    names = [name for name in _PROTOCOLS if fits(name)]
    if not names:
        raise leaf.cannot(f"the protocol {shown(leaf.data, 40)} is not known here")
    return _by_version([_PROTOCOLS[name] for name in names]), ()


def _by_version(chosen: Iterable[tuple[int, int]]) -> list[Conditions]:
    """OpenSnitch's names tell IPv4 from IPv6; where a protocol has both, neither is asked."""
    versions: dict[int, set[int]] = {}
    for protocol, version in chosen:
        versions.setdefault(protocol, set()).add(version)
    out = []
    for wanted, remote in (({4, 6}, None), ({4}, _ANY_V4), ({6}, _ANY_V6)):
        protocols = frozenset(number for number, seen in versions.items() if seen == wanted)
        if protocols:
            out.append(Conditions(protocols=protocols, remote=remote))
    return out


def _user_id(leaf: _Leaf) -> Said:
    if leaf.kind == "range":
        raise leaf.cannot("a range of users can't be said here")
    words = [leaf.data] if leaf.kind == "simple" else _alternatives(leaf)
    if not all(map(_is_number, words)):
        raise leaf.cannot(f"{shown(leaf.data, 40)} is no user's number")
    return [Conditions(users=frozenset(map(int, words)))], ()


def _is_number(word: str) -> bool:
    """Whether it is a number as a machine writes it."""
    return word.isascii() and word.isdigit() and (word == "0" or not word.startswith("0"))


def _user_name(leaf: _Leaf) -> Said:
    words = [leaf.data] if leaf.kind == "simple" else _alternatives(leaf)
    numbers = [leaf.known.user_id(word) for word in words]
    if None in numbers:
        raise leaf.cannot(f"there is no user {shown(leaf.data, 40)} here")
    users = frozenset(number for number in numbers if number is not None)
    remark = "taken as it is meant: OpenSnitch itself compares a pattern with the user's number"
    return [Conditions(users=users)], () if leaf.kind == "simple" else (remark,)


def _interface(leaf: _Leaf) -> Said:
    words = [leaf.data] if leaf.kind == "simple" else _alternatives(leaf)
    return [Conditions(interface=word) for word in words], ()


def _list(kind: ListKind) -> Callable[[_Leaf], Said]:
    def read(leaf: _Leaf) -> Said:
        if leaf.kind != "lists":
            raise leaf.unknown_type()
        files = leaf.known.list_files(leaf.data)
        if not files:
            raise leaf.cannot(f"no list file is known in the folder {shown(leaf.data, 60)}")
        count = f"{len(files)} file{'s' * (len(files) != 1)}"
        remarks: tuple[str, ...] = (
            f"taken with the {count} that its folder has now: one that comes later is not read",
        )
        if kind in _LIST_REMARKS:
            remarks += (_LIST_REMARKS[kind],)
        return [Conditions(lists=(ListMatch(path, kind),)) for path in files], remarks

    return read


def _and(one: Conditions, other: Conditions) -> Conditions | None:
    """Both; None if no event can meet both. Raises CannotSay where that can't be said."""
    out = one
    for name in Conditions.__dataclass_fields__:
        left, right = getattr(one, name), getattr(other, name)
        if right is None or left == right:
            continue
        value = right if left is None else _meet(name, left, right)
        if value is None:
            return None
        out = replace(out, **{name: value})
    return out


def _meet(name: str, left: Any, right: Any) -> Any:
    if isinstance(left, frozenset):
        return left & right or None
    if isinstance(left, PortMatch):
        spans = overlap(left.ranges, right.ranges)
        return PortMatch(tuple(spans)) if spans else None
    if isinstance(left, AddressMatch):
        return _meet_addresses(left, right)
    if name == "lists":
        return (*left, *right)
    raise CannotSay(f"it asks about the same thing ({name}) twice, which one rule can't say here")


def _meet_addresses(left: AddressMatch, right: AddressMatch) -> AddressMatch | None:
    spans = {
        version: overlap(address_spans(left, version), address_spans(right, version))
        for version in (4, 6)
    }
    return _from_spans(spans) if any(spans.values()) else None


def _from_spans(spans: Mapping[int, Sequence[Span]]) -> AddressMatch:
    networks: list[Any] = []
    for version, kind in ((4, IPv4Address), (6, IPv6Address)):
        for first, last in spans.get(version, ()):
            networks += summarize_address_range(kind(first), kind(last))
    return AddressMatch(tuple(networks))


_PROTOCOLS: dict[str, tuple[int, int]] = {
    "tcp": (6, 4),
    "tcp6": (6, 6),
    "udp": (17, 4),
    "udp6": (17, 6),
    "udplite": (136, 4),
    "udplite6": (136, 6),
    "sctp": (132, 4),
    "sctp6": (132, 6),
    "icmp": (1, 4),
    "icmp6": (58, 6),
}

_LIST_REMARKS = {
    ListKind.HOSTS: (
        "taken; in its list a name alone on its line counts here too, and one that begins with"
        " “*.” or “.” with all below it"
    ),
    ListKind.ADDRESSES: "taken; in its list single addresses and networks count here alike",
}

_NOT_HERE = {
    "process.id": "a number that another process has by now",
    "process.env.": "the environment is not asked about here",
    "process.hash.md5": "only sha256 is known here",
    "process.hash.sha1": "only sha256 is known here",
    "lists.hash.md5": "only sha256 is known here",
    "iface.in": "a call that goes out has no interface it came in by",
    "source.ip": "a program that connects has no local address yet",
    "source.port": "a program that connects has no local port yet",
    "source.network": "a program that connects has no local address yet",
}

_READERS: dict[str, Callable[[_Leaf], Said]] = {
    "process.path": _text("exe"),
    "process.command": _text("command"),
    "process.parent.path": _text("ancestor"),
    "protocol": _protocol,
    "dest.port": _ports,
    "dest.ip": _ip,
    "dest.network": _network,
    "dest.host": _host,
    "user.id": _user_id,
    "user.name": _user_name,
    "iface.out": _interface,
    "lists.domains": _list(ListKind.HOSTS),
    "lists.domains_regexp": _list(ListKind.HOST_REGEXES),
    "lists.ips": _list(ListKind.ADDRESSES),
    "lists.nets": _list(ListKind.ADDRESSES),
}
