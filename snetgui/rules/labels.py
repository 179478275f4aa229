# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person calls each field of a rule: in messages, forms and tables."""

from __future__ import annotations

from snetgui.model.said import QT_TRANSLATE_NOOP

from .conditions import NAMES

LABELS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("Field", "name"),
    "enabled": QT_TRANSLATE_NOOP("Field", "enabled"),
    "action": QT_TRANSLATE_NOOP("Field", "action"),
    "errno": QT_TRANSLATE_NOOP("Field", "error"),
    "lifetime": QT_TRANSLATE_NOOP("Field", "lifetime"),
    "priority": QT_TRANSLATE_NOOP("Field", "priority"),
    "note": QT_TRANSLATE_NOOP("Field", "note"),
    "exe": QT_TRANSLATE_NOOP("Field", "program"),
    "sha256": QT_TRANSLATE_NOOP("Field", "sha256"),
    "command": QT_TRANSLATE_NOOP("Field", "command line"),
    "ancestor": QT_TRANSLATE_NOOP("Field", "started by"),
    "application": QT_TRANSLATE_NOOP("Field", "application"),
    "package": QT_TRANSLATE_NOOP("Field", "package"),
    "unit": QT_TRANSLATE_NOOP("Field", "unit"),
    "users": QT_TRANSLATE_NOOP("Field", "user"),
    "groups": QT_TRANSLATE_NOOP("Field", "group"),
    "syscalls": QT_TRANSLATE_NOOP("Field", "syscall"),
    "families": QT_TRANSLATE_NOOP("Field", "family"),
    "types": QT_TRANSLATE_NOOP("Field", "type"),
    "protocols": QT_TRANSLATE_NOOP("Field", "protocol"),
    "local": QT_TRANSLATE_NOOP("Field", "local address"),
    "remote": QT_TRANSLATE_NOOP("Field", "remote address"),
    "local_ports": QT_TRANSLATE_NOOP("Field", "local port"),
    "remote_ports": QT_TRANSLATE_NOOP("Field", "remote port"),
    "host": QT_TRANSLATE_NOOP("Field", "remote host"),
    "netns": QT_TRANSLATE_NOOP("Field", "network namespace"),
    "interface": QT_TRANSLATE_NOOP("Field", "interface"),
    "lists": QT_TRANSLATE_NOOP("Field", "list"),
}
"""Name of a field of Rule or Conditions to its label; RuleError.field is the label."""

NAME_OF: dict[str, str] = {label: name for name, label in LABELS.items()}
"""The other way round."""

assert set(NAMES) <= set(LABELS)
assert len(NAME_OF) == len(LABELS)
