# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person calls each field of a rule: in messages, forms and tables."""

from __future__ import annotations

from .conditions import NAMES

LABELS: dict[str, str] = {
    "name": "name",
    "enabled": "enabled",
    "action": "action",
    "errno": "error",
    "lifetime": "lifetime",
    "priority": "priority",
    "note": "note",
    "exe": "program",
    "sha256": "sha256",
    "command": "command line",
    "ancestor": "started by",
    "application": "application",
    "package": "package",
    "unit": "unit",
    "users": "user",
    "groups": "group",
    "syscalls": "syscall",
    "families": "family",
    "types": "type",
    "protocols": "protocol",
    "local": "local address",
    "remote": "remote address",
    "local_ports": "local port",
    "remote_ports": "remote port",
    "host": "remote host",
    "netns": "network namespace",
    "interface": "interface",
    "lists": "list",
}
"""Name of a field of Rule or Conditions to its label; RuleError.field is the label."""

NAME_OF: dict[str, str] = {label: name for name, label in LABELS.items()}
"""The other way round."""

assert set(NAMES) <= set(LABELS)
assert len(NAME_OF) == len(LABELS)
