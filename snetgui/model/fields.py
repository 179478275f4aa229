# SPDX-License-Identifier: GPL-2.0-or-later
"""Events and decisions as plain values under the names that scripts read.

cli/output.py says what each means. Text is as the program gave it; what is not
known is None.
"""

from __future__ import annotations

import errno as errno_module
from typing import Any

from .address import Address
from .event import Event
from .facts import Facts
from .names import family_name, protocol_name, type_name
from .verdict import Action, Reason

Fields = dict[str, Any]


def event_fields(event: Event) -> Fields:
    """What is known of an event."""
    process = event.process
    return {
        "verdict_id": event.id,
        "syscall": event.syscall.value,
        "family": event.family,
        "family_name": family_name(event.family),
        "type": event.type,
        "type_name": type_name(event.type),
        "protocol": event.protocol,
        "protocol_name": protocol_name(event),
        "pid": process.pid,
        "tid": process.tid,
        "ppid": process.ppid,
        "uid": process.uid,
        "gid": process.gid,
        "comm": process.comm,
        "exe": process.exe or None,
        "local": address_fields(event.local),
        "remote": address_fields(event.remote),
    }


def end_fields(action: Action, errno: int, reason: Reason, held_ns: int) -> Fields:
    """How an event ended."""
    return {
        "decision": action.value,
        "reason": reason.value,
        "errno": errno_name(errno) if action is Action.DENY else None,
        "held_ms": round(held_ns / 1e6, 3),
    }


def facts_fields(facts: Facts) -> Fields:
    """What is known beyond the event, every name always there."""
    return {
        "user": facts.user,
        "command": _list(facts.command),
        "ancestors": _list(facts.ancestors),
        "sha256": facts.sha256,
        "application": facts.application,
        "package": facts.package,
        "unit": facts.unit,
        "hosts": _list(facts.hosts),
        "interface": facts.interface,
    }


def address_fields(address: Address | None) -> Fields | None:
    """An address as an object, None where there is none."""
    if address is None:
        return None
    if address.ip is not None:
        return {"family": address.family, "ip": str(address.ip), "port": address.port}
    if address.path is not None:
        return {"family": address.family, "path": address.path}
    return {"family": address.family, "raw": address.raw.hex()}


def errno_name(number: int) -> str:
    """ "EPERM" for 1; the number where it has no name."""
    return errno_module.errorcode.get(number, str(number))


def _list(words: tuple[str, ...] | None) -> list[str] | None:
    return None if words is None else list(words)
