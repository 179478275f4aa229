# SPDX-License-Identifier: GPL-2.0-or-later
"""The main clause of a rule's sentence: "curl may not connect to 192.0.2.7 on tcp 80 (http)".

What a rule says most often has whole clauses as patterns, so that each
language has its own order of words. The rest is put together of their parts.
"""

from __future__ import annotations

from enum import StrEnum

from snetgui.model import Action, Conditions, PortMatch, Syscall
from snetgui.model.said import QT_TRANSLATE_NOOP, either, translate

from .wording import (
    PROTOCOLS,
    address_words,
    no_program_words,
    peer_words,
    port_words,
    protocol_words,
    subject_words,
)

_SERVING = frozenset({Syscall.BIND, Syscall.LISTEN})
_INCOMING = frozenset({Syscall.ACCEPT, Syscall.RECVMSG})


class Verb(StrEnum):
    """What a person calls the calls that a rule is about."""

    USE = "use the network"
    CONNECT = "connect"
    LISTEN = "listen"
    CALLED = "be called"
    CREATE = "make sockets"
    BIND = "bind"
    SEND = "send"
    RECEIVE = "receive"


_WORDS = {
    Verb.CONNECT: QT_TRANSLATE_NOOP("Rule", "connect"),
    Verb.LISTEN: QT_TRANSLATE_NOOP("Rule", "listen"),
    Verb.CALLED: QT_TRANSLATE_NOOP("Rule", "be called"),
    Verb.CREATE: QT_TRANSLATE_NOOP("Rule", "make sockets"),
    Verb.BIND: QT_TRANSLATE_NOOP("Rule", "bind"),
    Verb.SEND: QT_TRANSLATE_NOOP("Rule", "send"),
    Verb.RECEIVE: QT_TRANSLATE_NOOP("Rule", "receive"),
}
_CLASSES = (
    ({Syscall.CONNECT, Syscall.SENDMSG}, Verb.CONNECT),
    ({Syscall.BIND, Syscall.LISTEN}, Verb.LISTEN),
    ({Syscall.ACCEPT, Syscall.RECVMSG}, Verb.CALLED),
    ({Syscall.CREATE}, Verb.CREATE),
    ({Syscall.BIND}, Verb.BIND),
    ({Syscall.CONNECT}, Verb.CONNECT),
    ({Syscall.LISTEN}, Verb.LISTEN),
    ({Syscall.ACCEPT}, Verb.CALLED),
    ({Syscall.SENDMSG}, Verb.SEND),
    ({Syscall.RECVMSG}, Verb.RECEIVE),
)

# With a target each: to allow, to deny.
_WITH_TARGET = {
    Verb.USE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may use the network with {target}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not use the network with {target}"),
    ),
    Verb.CONNECT: (
        QT_TRANSLATE_NOOP("Rule", "{program} may connect to {target}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not connect to {target}"),
    ),
    Verb.CALLED: (
        QT_TRANSLATE_NOOP("Rule", "{program} may be called from {target}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not be called from {target}"),
    ),
    Verb.SEND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may send to {target}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not send to {target}"),
    ),
    Verb.RECEIVE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may receive from {target}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not receive from {target}"),
    ),
}
_WITH_PLACE = {
    Verb.LISTEN: (
        QT_TRANSLATE_NOOP("Rule", "{program} may listen {place}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not listen {place}"),
    ),
    Verb.BIND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may bind {place}"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not bind {place}"),
    ),
}
# Where nothing is said of the other side, or of one's own.
_WITHOUT = {
    Verb.USE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may do anything on the network"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not do anything on the network"),
    ),
    Verb.CONNECT: (
        QT_TRANSLATE_NOOP("Rule", "{program} may connect to anything"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not connect to anything"),
    ),
    Verb.LISTEN: (
        QT_TRANSLATE_NOOP("Rule", "{program} may listen anywhere"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not listen anywhere"),
    ),
    Verb.CALLED: (
        QT_TRANSLATE_NOOP("Rule", "{program} may be called from anywhere"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not be called from anywhere"),
    ),
    Verb.CREATE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may make sockets to anything"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not make sockets to anything"),
    ),
    Verb.BIND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may bind anywhere"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not bind anywhere"),
    ),
    Verb.SEND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may send to anything"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not send to anything"),
    ),
    Verb.RECEIVE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may receive from anywhere"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not receive from anywhere"),
    ),
}
# The same for "no program": in other languages "no one may everything" is not "may nothing".
_NOBODY = {
    Verb.USE: QT_TRANSLATE_NOOP("Rule", "{nobody} may do anything on the network"),
    Verb.CONNECT: QT_TRANSLATE_NOOP("Rule", "{nobody} may connect to anything"),
    Verb.LISTEN: QT_TRANSLATE_NOOP("Rule", "{nobody} may listen anywhere"),
    Verb.CALLED: QT_TRANSLATE_NOOP("Rule", "{nobody} may be called from anywhere"),
    Verb.CREATE: QT_TRANSLATE_NOOP("Rule", "{nobody} may make sockets to anything"),
    Verb.BIND: QT_TRANSLATE_NOOP("Rule", "{nobody} may bind anywhere"),
    Verb.SEND: QT_TRANSLATE_NOOP("Rule", "{nobody} may send to anything"),
    Verb.RECEIVE: QT_TRANSLATE_NOOP("Rule", "{nobody} may receive from anywhere"),
}
# Where something else is said behind it: "… over udp".
_BARE = {
    Verb.USE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may use the network"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not use the network"),
    ),
    Verb.CONNECT: (
        QT_TRANSLATE_NOOP("Rule", "{program} may connect"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not connect"),
    ),
    Verb.LISTEN: (
        QT_TRANSLATE_NOOP("Rule", "{program} may listen"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not listen"),
    ),
    Verb.CALLED: (
        QT_TRANSLATE_NOOP("Rule", "{program} may be called"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not be called"),
    ),
    Verb.CREATE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may make sockets"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not make sockets"),
    ),
    Verb.BIND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may bind"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not bind"),
    ),
    Verb.SEND: (
        QT_TRANSLATE_NOOP("Rule", "{program} may send"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not send"),
    ),
    Verb.RECEIVE: (
        QT_TRANSLATE_NOOP("Rule", "{program} may receive"),
        QT_TRANSLATE_NOOP("Rule", "{program} may not receive"),
    ),
}


def clause(action: Action, conditions: Conditions, program: str = "") -> str:
    """Who may or may not do what, without a full stop."""
    verbs = _verbs(conditions.syscalls)
    deny = action is Action.DENY
    nobody = no_program_words(conditions) if deny else ""
    who = nobody or subject_words(conditions, program)
    deny = deny and not nobody  # "no program may …", for "any program may not …" says too little
    target, place, over = _target(conditions), _place(conditions), _over(conditions)
    if len(verbs) == 1:
        verb = verbs[0]
        if target and verb in _WITH_TARGET:
            text = translate("Rule", _WITH_TARGET[verb][deny], program=who, target=target)
            return _behind(text, place, over)
        if place and not target and verb in _WITH_PLACE:
            text = translate("Rule", _WITH_PLACE[verb][deny], program=who, place=place)
            return _behind(text, "", over)
        if nobody and not target and not place and not over:
            return translate("Rule", _NOBODY[verb], nobody=nobody)
        if not target:
            texts = _BARE if place or over else _WITHOUT
            return _behind(translate("Rule", texts[verb][deny], program=who), place, over)
    return _behind(_several(who, conditions, verbs, deny), place, over)


def _several(who: str, conditions: Conditions, verbs: list[Verb], deny: bool) -> str:
    """The clause of calls that no one verb says, or that have no such target."""
    words = either(translate("Rule", _WORDS[verb]) for verb in verbs)
    said = words or translate("Rule", "make no call at all")
    where = _aim(conditions)
    if not where and not _place(conditions) and not _over(conditions):
        where = _anywhere(conditions)
    if not where:
        if deny:
            return translate("Rule", "{program} may not {verbs}", program=who, verbs=said)
        return translate("Rule", "{program} may {verbs}", program=who, verbs=said)
    if deny:
        return translate(
            "Rule", "{program} may not {verbs} {where}", program=who, verbs=said, where=where
        )
    return translate("Rule", "{program} may {verbs} {where}", program=who, verbs=said, where=where)


def where_words(conditions: Conditions) -> str:
    """Where to, from and how: "to 192.0.2.7 on tcp 80 (http)"; "" where a rule does not say."""
    words = ""
    for part in (_aim(conditions), _place(conditions)):
        if part:
            words = translate("Rule", "{where} {more}", where=words, more=part) if words else part
    over = _over(conditions)
    if not over:
        return words
    if not words:
        return translate("Rule", "over {protocols}", protocols=over)
    return translate("Rule", "{clause} over {protocols}", clause=words, protocols=over)


def _verbs(syscalls: frozenset[Syscall] | None) -> list[Verb]:
    if syscalls is None:
        return [Verb.USE]
    left, verbs = set(syscalls), []
    for members, verb in _CLASSES:
        if members <= left:
            left -= members
            verbs.append(verb)
    return verbs


def _behind(text: str, place: str, over: str) -> str:
    if place:
        text = translate("Rule", "{clause} {place}", clause=text, place=place)
    if over:
        text = translate("Rule", "{clause} over {protocols}", clause=text, protocols=over)
    return text


def _aim(conditions: Conditions) -> str:
    """The target with the word in front that calls of several kinds share."""
    target = _target(conditions)
    if not target:
        return ""
    calls = conditions.syscalls
    if calls is None:
        return translate("Rule", "with {target}", target=target)
    if calls <= _INCOMING:
        return translate("Rule", "from {target}", target=target)
    return translate("Rule", "to {target}", target=target)


def _anywhere(conditions: Conditions) -> str:
    calls = conditions.syscalls or frozenset()
    if calls <= _SERVING:
        return translate("Rule", "anywhere")
    if calls <= _INCOMING:
        return translate("Rule", "from anywhere")
    return translate("Rule", "to anything")


def _target(conditions: Conditions) -> str:
    """The other side: "192.0.2.7 on tcp 80 (http)", "anything, port 80 (http)"; "" for any."""
    peer = peer_words(conditions)
    if conditions.remote_ports is None:
        return peer
    protocols = protocol_words(conditions)
    ports = _ports(conditions.remote_ports, protocols)
    if peer and protocols:
        return translate(
            "Rule", "{peer} on {protocol} {ports}", peer=peer, protocol=protocols, ports=ports
        )
    if peer:
        return translate("Rule", "{peer}, port {ports}", peer=peer, ports=ports)
    if protocols:
        return translate("Rule", "anything on {protocol} {ports}", protocol=protocols, ports=ports)
    return translate("Rule", "anything, port {ports}", ports=ports)


def _place(conditions: Conditions) -> str:
    """One's own side: "at 127.0.0.1 on tcp 80 (http)", "from its own 10.0.0.1"; "" for any."""
    local, ports = conditions.local, conditions.local_ports
    serving = conditions.syscalls is not None and conditions.syscalls <= _SERVING
    at = "" if local is None else _at(address_words(local), serving)
    on = "" if ports is None else _on(ports, protocol_words(conditions), serving)
    if at and on:
        return translate("Rule", "{where} {more}", where=at, more=on)
    return at or on


def _at(addresses: str, serving: bool) -> str:
    if serving:
        return translate("Rule", "at {addresses}", addresses=addresses)
    return translate("Rule", "from its own {addresses}", addresses=addresses)


def _on(match: PortMatch, protocols: str, serving: bool) -> str:
    ports = _ports(match, protocols)
    if protocols and serving:
        return translate("Rule", "on {protocol} {ports}", protocol=protocols, ports=ports)
    if serving:
        return translate("Rule", "on port {ports}", ports=ports)
    if protocols:
        return translate("Rule", "on its own {protocol} {ports}", protocol=protocols, ports=ports)
    return translate("Rule", "on its own port {ports}", ports=ports)


def _ports(match: PortMatch, protocols: str) -> str:
    return port_words(match, protocols if protocols in PROTOCOLS.values() else "")


def _over(conditions: Conditions) -> str:
    """The protocols, where no port has them in front already."""
    if conditions.remote_ports is not None or conditions.local_ports is not None:
        return ""
    return protocol_words(conditions)
