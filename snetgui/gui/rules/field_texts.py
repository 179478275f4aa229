# SPDX-License-Identifier: GPL-2.0-or-later
"""What the form says of each field of a rule: title, example, choices."""

from __future__ import annotations

from collections.abc import Sequence

from snetgui.gui.words import translate

USUAL = (
    "name",
    "action",
    "exe",
    "syscalls",
    "remote",
    "host",
    "remote_ports",
    "protocols",
    "lifetime",
    "enabled",
)
MORE = (
    "errno",
    "users",
    "groups",
    "command",
    "ancestor",
    "application",
    "package",
    "unit",
    "sha256",
    "local",
    "local_ports",
    "interface",
    "families",
    "types",
    "netns",
    "lists",
    "priority",
    "note",
)
CLOSED = frozenset({"action", "enabled"})
"""Fields with a choice and nothing else."""


def titles() -> dict[str, str]:
    """What stands beside each field."""
    return {
        "name": translate("RuleDialog", "Name"),
        "action": translate("RuleDialog", "Answer"),
        "exe": translate("RuleDialog", "Program"),
        "syscalls": translate("RuleDialog", "May or may not"),
        "remote": translate("RuleDialog", "Remote address"),
        "host": translate("RuleDialog", "Remote host"),
        "remote_ports": translate("RuleDialog", "Remote port"),
        "protocols": translate("RuleDialog", "Protocol"),
        "lifetime": translate("RuleDialog", "Holds"),
        "enabled": translate("RuleDialog", "In force"),
        "errno": translate("RuleDialog", "Error of a deny"),
        "users": translate("RuleDialog", "User"),
        "groups": translate("RuleDialog", "Group"),
        "command": translate("RuleDialog", "Command line"),
        "ancestor": translate("RuleDialog", "Started by"),
        "application": translate("RuleDialog", "Application"),
        "package": translate("RuleDialog", "Package"),
        "unit": translate("RuleDialog", "Unit"),
        "sha256": translate("RuleDialog", "SHA-256"),
        "local": translate("RuleDialog", "Local address"),
        "local_ports": translate("RuleDialog", "Local port"),
        "interface": translate("RuleDialog", "Interface"),
        "families": translate("RuleDialog", "Family"),
        "types": translate("RuleDialog", "Socket type"),
        "netns": translate("RuleDialog", "Network namespace"),
        "lists": translate("RuleDialog", "List file"),
        "priority": translate("RuleDialog", "Priority"),
        "note": translate("RuleDialog", "Note"),
    }


def hints() -> dict[str, str]:
    """What could stand in each field."""
    return {
        "name": translate("RuleDialog", "made of what the rule says"),
        "action": translate("RuleDialog", "What the program gets"),
        "exe": translate("RuleDialog", "any · /usr/bin/curl · glob:/opt/** · regex:^/opt/"),
        "syscalls": translate("RuleDialog", "anything · connect, sendmsg · listen"),
        "remote": translate("RuleDialog", "any · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9"),
        "host": translate("RuleDialog", "any · example.com · *.example.com"),
        "remote_ports": translate("RuleDialog", "any · 443 · 80, 8000-8100"),
        "protocols": translate("RuleDialog", "any · tcp · tcp, udp"),
        "lifetime": translate("RuleDialog", "always · 15m · 1h30m · until 2030-01-02 03:04"),
        "enabled": translate("RuleDialog", "A rule that is not in force decides nothing"),
        "errno": translate("RuleDialog", "EPERM · ECONNREFUSED"),
        "users": translate("RuleDialog", "any · anna · 1000, 1001"),
        "groups": translate("RuleDialog", "any · users · 100"),
        "command": translate("RuleDialog", "any · glob:/usr/bin/python3 **"),
        "ancestor": translate("RuleDialog", "anything · /usr/bin/bash"),
        "application": translate("RuleDialog", "any · org.mozilla.firefox"),
        "package": translate("RuleDialog", "any · curl"),
        "unit": translate("RuleDialog", "any · apt-daily.service · glob:user@*"),
        "sha256": translate("RuleDialog", "any · 64 hexadecimal digits"),
        "local": translate("RuleDialog", "any · 127.0.0.0/8 · unix:/run/x"),
        "local_ports": translate("RuleDialog", "any · 8080 · 8000-8100"),
        "interface": translate("RuleDialog", "any · wlan0"),
        "families": translate("RuleDialog", "any · inet, inet6 · unix"),
        "types": translate("RuleDialog", "any · stream · dgram"),
        "netns": translate("RuleDialog", "any · 4026531840"),
        "lists": translate("RuleDialog", "none · hosts:/etc/blocked"),
        "priority": translate("RuleDialog", "0 · the higher wins"),
        "note": translate("RuleDialog", "why this rule is here"),
    }


def choices() -> dict[str, Sequence[tuple[str, str]]]:
    """What is offered to be chosen: what it is called, and the field's text."""
    return {
        "action": (
            (translate("RuleDialog", "Allow"), "allow"),
            (translate("RuleDialog", "Deny"), "deny"),
        ),
        "enabled": (
            (translate("RuleDialog", "Yes"), "yes"),
            (translate("RuleDialog", "No"), "no"),
        ),
        "lifetime": (
            (translate("RuleDialog", "always"), "always"),
            (translate("RuleDialog", "until restart"), "until restart"),
            (translate("RuleDialog", "15m"), "15m"),
            (translate("RuleDialog", "1h"), "1h"),
            (translate("RuleDialog", "12h"), "12h"),
        ),
        "syscalls": (
            (translate("RuleDialog", "anything"), ""),
            (translate("RuleDialog", "connect"), "connect, sendmsg"),
            (translate("RuleDialog", "listen"), "bind, listen"),
            (translate("RuleDialog", "be called"), "accept, recvmsg"),
        ),
        "protocols": (
            (translate("RuleDialog", "any"), ""),
            ("tcp", "tcp"),
            ("udp", "udp"),
            ("icmp", "icmp"),
        ),
    }
