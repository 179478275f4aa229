# SPDX-License-Identifier: GPL-2.0-or-later
"""How wide an answer can be for an event, and the rule that an answer makes."""

from __future__ import annotations

import socket
from dataclasses import dataclass, replace
from ipaddress import ip_network

from snetgui.model import (
    Action,
    Address,
    AddressMatch,
    Answer,
    Birth,
    Conditions,
    Event,
    Facts,
    HostMatch,
    LifetimeKind,
    Origin,
    PortMatch,
    Rule,
    RuleError,
    Scope,
    Syscall,
    TextMatch,
)
from snetgui.model.said import translate

from .hosts import host_form
from .summary import rule_name

OUTGOING = frozenset({Syscall.CONNECT, Syscall.SENDMSG})
SERVING = frozenset({Syscall.BIND, Syscall.LISTEN})
INCOMING = frozenset({Syscall.ACCEPT, Syscall.RECVMSG})

_IP_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})


def syscall_class(syscall: Syscall) -> frozenset[Syscall]:
    """The syscalls that are the same question to a person: calling out, serving, being called."""
    for members in (OUTGOING, SERVING, INCOMING):
        if syscall in members:
            return members
    return frozenset({syscall})


def scopes(event: Event, facts: Facts) -> tuple[Scope, ...]:
    """The scopes that make sense for this event, narrowest first; none without a program.

    A call that serves has no remote host. An IP socket's call whose address is
    not known has no destination: a rule for it would be about all addresses.
    """
    if not event.process.exe:
        return ()
    peer = _peer(event)
    if peer.ip is not None and peer.port is not None:
        narrow = (Scope.DESTINATION, Scope.HOST, Scope.PORT, Scope.PROGRAM)
        return narrow if event.syscall not in SERVING else (narrow[0], *narrow[2:])
    if event.family in _IP_FAMILIES and event.syscall not in SERVING:
        return (Scope.PROGRAM,)
    return (Scope.DESTINATION, Scope.PROGRAM)


def rule_for(event: Event, facts: Facts, answer: Answer, birth: Birth) -> Rule:
    """The rule that this answer to this event makes, not stored yet (id 0).

    Raises:
        RuleError: no rule can say this: the program has no path (a rule without
            one would be about any program), the scope makes no sense for the
            event, or the answer is for once.
    """
    if answer.lifetime.kind is LifetimeKind.ONCE:
        raise RuleError(
            "lifetime",
            translate("Problem", "an answer for once makes no rule; choose how long it holds"),
        )
    if not event.process.exe:
        problem = translate(
            "Problem",
            "the program's file is not known, and a rule without it would be about any"
            " program; answer for once",
        )
        raise RuleError("program", problem)
    possible = scopes(event, facts)
    if answer.scope not in possible:
        problem = translate(
            "Problem",
            '"{given}" says nothing for this call; choose from {possible}',
            given=answer.scope,
            possible=", ".join(possible),
        )
        raise RuleError("scope", problem)
    conditions = _conditions(event, facts, answer.scope)
    if answer.lifetime.kind is LifetimeKind.PROCESS:
        birth = replace(birth, process=event.process.key)
    return Rule(
        name=rule_name(answer.action, conditions),
        action=answer.action,
        errno=answer.errno if answer.action is Action.DENY else 0,
        conditions=conditions,
        birth=birth,
        lifetime=answer.lifetime,
        origin=Origin.PERSON,
    )


@dataclass(frozen=True, slots=True)
class _Peer:
    """What of a call's address matters: the remote's, or one's own when serving.

    When being called the remote's port means nothing (it is a new one each
    time): the port called at is one's own.
    """

    address: AddressMatch | None
    ports: PortMatch | None
    ip: object = None
    port: int | None = None


def _peer(event: Event) -> _Peer:
    where = event.local if event.syscall in SERVING else event.remote
    called_at = event.remote if event.syscall in OUTGOING else event.local
    port = None if called_at is None else called_at.port
    ports = None if port is None else PortMatch(((port, port),))
    return _Peer(_exactly(where), ports, where.ip if where is not None else None, port)


def _exactly(address: Address | None) -> AddressMatch | None:
    if address is None:
        return None
    if address.ip is not None:
        return AddressMatch(networks=(ip_network(address.ip),))
    return None if address.path is None else AddressMatch(paths=(address.path,))


def _conditions(event: Event, facts: Facts, scope: Scope) -> Conditions:
    exe = TextMatch(event.process.exe)
    if scope is Scope.PROGRAM:
        return Conditions(exe=exe)
    peer = _peer(event)
    ports = None if scope is Scope.HOST else peer.ports
    address = None if scope is Scope.PORT else peer.address
    host = None
    if scope is Scope.HOST and facts.hosts:
        host, address = HostMatch(host_form(facts.hosts[0])), None
    local = event.syscall in SERVING
    remote_port = event.syscall in OUTGOING
    return Conditions(
        exe=exe,
        syscalls=syscall_class(event.syscall),
        families=None if event.family in _IP_FAMILIES else frozenset({event.family}),
        types=frozenset({event.type}) if event.protocol == 0 else None,
        protocols=frozenset({event.protocol}),
        local=address if local else None,
        remote=None if local else address,
        local_ports=None if remote_port else ports,
        remote_ports=ports if remote_port else None,
        host=host,
    )
