# SPDX-License-Identifier: GPL-2.0-or-later
"""Events and decisions as JSON objects, one a line, for scripts.

Both kinds have the same fields; a decision has those of how it ended besides.
Text is as the program or the kernel gave it, so a script must not trust it; in
the line it is escaped to ASCII, and a byte that was not UTF-8 is \\udc80 to
\\udcff (Python's surrogateescape). A field that is not known is null.

kind            "event" or "decision"
time            ISO 8601, UTC: when the line was written; of `snet log`: when it was decided
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
reason          "agent", "timeout", "no agent", "overflow", "cancelled", "unload"; as the
                engine knows it also "ticket", "rule", "person", "mode", "setting"
errno           name of what the caller got, such as "EPERM"; null with allow
held_ms         how long the call was held, milliseconds

rule            number of the rule that decided (`snet run` and `snet log` only)

id              number of the decision in the history, for `snet log --explain`; null in a
                line that is written as it is decided  (this and the rest: `snet log` only)
user            login name
command         the command line, a list of words
ancestors       executables of the parents, a list, the nearest first
sha256          of the executable
application     id of a desktop entry, Flatpak, Snap or AppImage
package         of the distribution
unit            systemd unit or cgroup
hosts           names that the remote address was looked up under, a list, the newest first
interface       through which the call would go out
"""

from __future__ import annotations

import json
from datetime import datetime

from snetgui.model import Decision, Ended, Event
from snetgui.model.fields import Fields, end_fields, event_fields


def event_line(event: Event, when: datetime) -> str:
    """The JSON line of an event."""
    return json.dumps({"kind": "event", "time": _time(when)} | event_fields(event))


def decision_line(event: Event, ended: Ended, when: datetime) -> str:
    """The JSON line of an event's end."""
    end = end_fields(ended.action, ended.errno, ended.reason, ended.held_ns)
    return json.dumps({"kind": "decision", "time": _time(when)} | event_fields(event) | end)


def run_line(decision: Decision, when: datetime) -> str:
    """The JSON line of a decision as `snet run --json` tells it: with "rule" besides."""
    ended = Ended(
        decision.event.id, decision.action, decision.errno, decision.reason, decision.held_ns
    )
    line: Fields = json.loads(decision_line(decision.event, ended, when))
    return json.dumps(line | {"rule": decision.rule_id})


def _time(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds")
