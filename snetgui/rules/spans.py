# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses and ports as a person writes them: one, a network, a range."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from snetgui.model import AddressMatch, AddressRange, IPAddress, PortMatch, RuleError
from snetgui.model.said import translate
from snetgui.model.text import shown

from .prefixes import Span

Network = IPv4Network | IPv6Network
MAX_PORT = 65535


def address_span(field: str, text: str) -> tuple[IPAddress, IPAddress]:
    """First and last of "192.0.2.1", "192.0.2.0/24" or "192.0.2.1-192.0.2.9".

    Raises:
        RuleError: it is none of them, with the fix.
    """
    if "-" in text:
        span = address_range(field, text)
        return span.first, span.last
    if "/" in text:
        net = network(field, text)
        return net.network_address, net.broadcast_address
    ip = address(field, text)
    return ip, ip


def address(field: str, text: str) -> IPAddress:
    """One address; an IPv4-mapped one as the IPv4 address it stands for."""
    try:
        ip = ip_address(text.strip())
    except ValueError:
        problem = translate(
            "Problem",
            "{given} is not an address; write 192.0.2.1, 192.0.2.0/24,"
            " 192.0.2.1-192.0.2.9 or 2001:db8::1",
            given=shown(text, 60),
        )
        raise RuleError(field, problem) from None
    if isinstance(ip, IPv6Address):
        if ip.scope_id is not None:
            given = shown(text, 60)
            raise RuleError(
                field,
                translate("Problem", "{given}: leave out the % and what follows", given=given),
            )
        return ip.ipv4_mapped or ip
    return ip


def network(field: str, text: str) -> Network:
    """A network, or one address as a network of full length."""
    base, slash, _ = text.strip().partition("/")
    if not slash:
        return ip_network(address(field, text))
    ip = address(field, base)
    try:
        return _unmapped(ip_network(text.strip()))
    except ValueError:
        pass
    try:
        wider = ip_network(text.strip(), strict=False)
    except ValueError:
        problem = translate(
            "Problem",
            "{given}: the part after the / is a number from 0 to {most}",
            given=shown(text, 60),
            most="32" if ip.version == 4 else "128",
        )
        raise RuleError(field, problem) from None
    problem = translate(
        "Problem",
        "{given} has bits set after its prefix; did you mean {wider}?",
        given=shown(text, 60),
        wider=str(wider),
    )
    raise RuleError(field, problem)


def address_range(field: str, text: str) -> AddressRange:
    """ "first-last" of one IP version."""
    head, _, tail = text.partition("-")
    first, last = address(field, head), address(field, tail)
    if first.version != last.version:
        problem = translate(
            "Problem",
            "{given} begins as IPv{first} and ends as IPv{last}",
            given=shown(text, 60),
            first=str(first.version),
            last=str(last.version),
        )
        raise RuleError(field, problem)
    if int(first) > int(last):
        raise RuleError(field, backwards(str(first), str(last)))
    return AddressRange(first, last)


def backwards(first: str, last: str) -> str:
    """What is wrong with a range that ends before it begins."""
    return translate(
        "Problem", "{first} is above {last}; write {last}-{first}", first=first, last=last
    )


def port(field: str, text: str) -> int:
    """One port, as a number."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        given = shown(text, 40) or translate("Problem", "nothing")
        raise RuleError(
            field,
            translate("Problem", "{given} is not a port; write 443 or 8000-8100", given=given),
        )
    number = int(text[:12])
    if number > MAX_PORT:
        given, most = text[:12], str(MAX_PORT)
        raise RuleError(
            field, translate("Problem", "{given} is above {most}", given=given, most=most)
        )
    return number


def port_span(field: str, text: str) -> Span:
    """ "443" or "8000-8100"."""
    head, dash, tail = text.partition("-")
    first = port(field, head)
    last = port(field, tail) if dash else first
    if first > last:
        raise RuleError(field, backwards(str(first), str(last)))
    return first, last


def address_spans(match: AddressMatch, version: int) -> list[Span]:
    """The networks and ranges of one IP version, as numbers."""
    spans = [_network_span(net) for net in match.networks if net.version == version]
    spans += [
        (int(span.first), int(span.last)) for span in match.ranges if span.first.version == version
    ]
    return spans


def _network_span(net: Network) -> Span:
    first = int(net.network_address)
    return first, first + (1 << (net.max_prefixlen - net.prefixlen)) - 1


def port_text(match: PortMatch) -> str:
    """ "443, 8000-8100", as port_span() reads it."""
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in match.ranges)


def _unmapped(net: Network) -> Network:
    """::ffff:192.0.2.0/120 is the IPv4 network 192.0.2.0/24: addresses are kept so too."""
    if isinstance(net, IPv6Network) and net.prefixlen >= 96:
        mapped = net.network_address.ipv4_mapped
        if mapped is not None:
            return ip_network((mapped, net.prefixlen - 96))
    return net
