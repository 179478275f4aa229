# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a rule in words: programs, addresses, ports, protocols, lifetimes.

Whatever a program may have chosen is made safe to look at.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath

from snetgui.model import (
    AddressMatch,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    PortMatch,
    TextKind,
    TextMatch,
)
from snetgui.model.names import family_name, service_name, type_name
from snetgui.model.said import either, translate
from snetgui.model.text import shown

PROTOCOLS = {
    1: "icmp",
    6: "tcp",
    17: "udp",
    58: "icmpv6",
    132: "sctp",
    136: "udplite",
    262: "mptcp",
}
MOST_NAMED = 4  # more of a kind are counted, not listed


def subject_words(conditions: Conditions, program: str = "") -> str:
    """Who a rule is about: "curl", "any program like /opt/**", "application org.x"."""
    exe = conditions.exe
    if exe is None:
        application = conditions.application
        if not application:
            return translate("Rule", "any program")
        return translate("Rule", "application {name}", name=shown(application, 60))
    if exe.kind is TextKind.EXACT:
        return shown(program, 60) or program_name(exe.value)
    if exe.kind is TextKind.GLOB:
        return translate("Rule", "any program like {text}", text=match_words(exe))
    return translate("Rule", "any program that matches {text}", text=match_words(exe))


def no_program_words(conditions: Conditions) -> str:
    """Who is denied where a rule is about many: "no program like /opt/**"; "" where about one.

    What is said of it then is what an allow says.
    """
    exe = conditions.exe
    if exe is None:
        return "" if conditions.application else translate("Rule", "no program")
    if exe.kind is TextKind.EXACT:
        return ""
    if exe.kind is TextKind.GLOB:
        return translate("Rule", "no program like {text}", text=match_words(exe))
    return translate("Rule", "no program that matches {text}", text=match_words(exe))


def program_name(path: str) -> str:
    """The last part of an executable's path, safe to show."""
    return shown(PurePosixPath(path).name or path, 60)


def match_words(match: TextMatch) -> str:
    """The text or pattern of a condition; "“”" where it is empty."""
    text = shown(match.value, 80) or "“”"
    if match.ignore_case:
        return translate("Rule", "{text} in any case", text=text)
    return text


def peer_words(conditions: Conditions) -> str:
    """Host, addresses or both that a rule is about; "" for any."""
    host, remote = conditions.host, conditions.remote
    if host is None:
        return "" if remote is None else address_words(remote)
    if remote is None:
        return _host_words(host)
    return translate(
        "Rule", "{host} at {addresses}", host=_host_words(host), addresses=address_words(remote)
    )


def _host_words(match: HostMatch) -> str:
    name = shown(match.name, 80)
    return translate("Rule", "{name} and all below it", name=name) if match.subdomains else name


def address_words(match: AddressMatch) -> str:
    """ "192.0.2.7", "192.0.2.0/24 or ::1", "any of 12 addresses"."""
    words = [
        str(net.network_address) if net.prefixlen == net.max_prefixlen else str(net)
        for net in match.networks
    ]
    words += [
        translate("Rule", "{first} to {last}", first=str(span.first), last=str(span.last))
        for span in match.ranges
    ]
    words += [shown(path, 60) or translate("Rule", "an unnamed socket") for path in match.paths]
    if not words:
        return translate("Rule", "none of all addresses")
    if len(words) > MOST_NAMED:
        return translate("Rule", "any of %n addresses", "", len(words))
    return either(words)


def port_words(match: PortMatch, protocol: str = "") -> str:
    """ "80 (http)", "1000 to 2000", "80 (http) or 443 (https)"."""
    if not match.ranges:
        return translate("Rule", "none of all ports")
    if len(match.ranges) > MOST_NAMED:
        return translate("Rule", "any of %n ports", "", len(match.ranges))
    return either(_span_words(span, protocol) for span in match.ranges)


def _span_words(span: tuple[int, int], protocol: str) -> str:
    first, last = span
    if first != last:
        return translate("Rule", "{first} to {last}", first=str(first), last=str(last))
    service = service_name(first, protocol or "tcp")
    return f"{first} ({service})" if service else str(first)


def user_words(users: frozenset[int]) -> str:
    """ "1000", "0 or 1000", "any of 12 users"."""
    if not users:
        return translate("Rule", "none of all users")
    if len(users) > MOST_NAMED:
        return translate("Rule", "any of %n users", "", len(users))
    return either(sorted(map(str, users)))


def group_words(groups: frozenset[int]) -> str:
    """ "100", "any of 12 groups"."""
    if not groups:
        return translate("Rule", "none of all groups")
    if len(groups) > MOST_NAMED:
        return translate("Rule", "any of %n groups", "", len(groups))
    return either(sorted(map(str, groups)))


def protocol_word(protocol: int) -> str:
    """ "tcp"; "protocol 200" where it has no common name."""
    name = PROTOCOLS.get(protocol)
    return name or translate("Rule", "protocol {number}", number=str(protocol))


def protocol_words(conditions: Conditions) -> str:
    """Families, protocols and types that a rule is about: "tcp", "inet6 udp"; "" for any."""
    words = ""
    for one in (_families(conditions), _protocols(conditions), _types(conditions)):
        if one:
            words = translate("Rule", "{kind} {more}", kind=words, more=one) if words else one
    return words


def _families(conditions: Conditions) -> str:
    families = sorted(conditions.families or ())
    if len(families) > MOST_NAMED:
        return translate("Rule", "one of %n families", "", len(families))
    return either(shown(family_name(one), 20) for one in families)


def _protocols(conditions: Conditions) -> str:
    families, protocols = conditions.families, sorted(conditions.protocols or ())
    if protocols in ([], [0]):
        return ""
    if len(protocols) > MOST_NAMED:
        return translate("Rule", "one of %n protocols", "", len(protocols))
    if families is None or families <= {2, 10}:
        return either(map(protocol_word, protocols))
    return translate("Rule", "protocol {number}", number=either(map(str, protocols)))


def _types(conditions: Conditions) -> str:
    if conditions.families == frozenset({1}):
        return ""
    types = sorted(conditions.types or ())
    if len(types) > MOST_NAMED:
        return translate("Rule", "one of %n types", "", len(types))
    return either(map(type_name, types))


def lifetime_words(lifetime: Lifetime) -> str:
    """ "always", "until restart", "for 15 minutes", "until 2030-01-02 03:04"."""
    return bounds_words(lifetime) or translate("Rule", "always")


def bounds_words(lifetime: Lifetime) -> str:
    """The same; "" where the lifetime has no bounds."""
    match lifetime.kind:
        case LifetimeKind.ONCE:
            return translate("Rule", "this once")
        case LifetimeKind.PROCESS:
            return translate("Rule", "until this process ends")
        case LifetimeKind.RESTART:
            return translate("Rule", "until restart")
        case LifetimeKind.SPAN:
            return translate("Rule", "for {time}", time=_time_words(lifetime.seconds or 0))
        case LifetimeKind.UNTIL:
            return _until_words(lifetime.until)
        case _:
            return ""


def _until_words(date: datetime | None) -> str:
    if date is None:
        return translate("Rule", "until a date")
    return translate("Rule", "until {date}", date=date)


def _time_words(seconds: float) -> str:
    whole = int(seconds)
    if whole != seconds:
        return translate("Rule", "{count} seconds", count=seconds)
    if whole and whole % 86_400 == 0:
        return translate("Rule", "%n days", "", whole // 86_400, one="%n day")
    if whole and whole % 3600 == 0:
        return translate("Rule", "%n hours", "", whole // 3600, one="%n hour")
    if whole and whole % 60 == 0:
        return translate("Rule", "%n minutes", "", whole // 60, one="%n minute")
    return translate("Rule", "%n seconds", "", whole, one="%n second")
