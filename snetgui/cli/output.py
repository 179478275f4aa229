# SPDX-License-Identifier: GPL-2.0-or-later
"""Events and decisions as JSON objects, one a line, for scripts.

Both kinds have the same fields; a decision has those of how it ended besides.
Text is as the program or the kernel gave it, so a script must not trust it; in
the line it is escaped to ASCII, and a byte that was not UTF-8 is \\udc80 to
\\udcff (Python's surrogateescape). A field that is not known is null.

kind            "event" or "decision"
time            when the line was written, ISO 8601, UTC
verdict_id      number of the event, unique since the module was loaded
syscall         "connect", "bind", "listen", "sendmsg", …
family          number (AF_*), family_name: "inet", "inet6", "unix", …
type            number (SOCK_*), type_name: "stream", "dgram", …
protocol        number, protocol_name: "tcp", "udp", …
pid, tid, ppid  numbers, as the initial pid namespace sees them
uid, gid        numbers, as the initial user namespace sees them
comm, exe       the thread's name; the path of the executable
local, remote   null, or an object: {"family", "ip", "port"} for IPv4 and IPv6,
                {"family", "path"} for UNIX ("@" begins an abstract name),
                {"family", "raw"} in hexadecimal for all others

decision        "allow" or "deny"           (these four with "decision" only)
reason          "agent", "timeout", "no agent", "overflow", "cancelled", "unload"
errno           name of what the caller got, such as "EPERM"; null with allow
held_ms         how long the call was held, milliseconds
"""

from __future__ import annotations

import errno as errno_module
import json
from datetime import datetime
from typing import Any

from snetgui.model import Action, Address, Decision, Ended, Event
from snetgui.model.names import family_name, protocol_name, type_name

Fields = dict[str, Any]


def event_line(event: Event, when: datetime) -> str:
    """The JSON line of an event."""
    return json.dumps({"kind": "event", "time": _time(when)} | event_fields(event))


def decision_line(event: Event, ended: Ended, when: datetime) -> str:
    """The JSON line of an event's end."""
    end = {
        "decision": ended.action.value,
        "reason": ended.reason.value,
        "errno": errno_name(ended.errno) if ended.action is Action.DENY else None,
        "held_ms": round(ended.held_ns / 1e6, 3),
    }
    return json.dumps({"kind": "decision", "time": _time(when)} | event_fields(event) | end)


def run_line(decision: Decision, when: datetime) -> str:
    """The JSON line of a decision as `snet run --json` tells it: with "rule" besides."""
    ended = Ended(
        decision.event.id, decision.action, decision.errno, decision.reason, decision.held_ns
    )
    line: Fields = json.loads(decision_line(decision.event, ended, when))
    return json.dumps(line | {"rule": decision.rule_id})


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


def _time(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds")
