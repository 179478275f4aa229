# SPDX-License-Identifier: GPL-2.0-or-later
"""The windows of rules, for the gallery: over a real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice

from PyQt6.QtWidgets import QWidget

from snetgui.engine.clock import read_clock
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft
from snetgui.gui.rules.window import RulesWindow
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Answer,
    Birth,
    Lifetime,
    LifetimeKind,
    Rule,
    Scope,
    TextMatch,
)
from snetgui.rules.scope import rule_for

from .gallery_prompt import FACTS, LONG
from .kit import event, held_engine, internet

WHEN = datetime(2030, 5, 17, 9, 41, tzinfo=UTC)
HOUR = Lifetime(LifetimeKind.SPAN, seconds=3600)
PROGRAMS = (
    ("/usr/lib/thunderbird/thunderbird", "203.0.113.7", 993, Action.ALLOW, ALWAYS),
    ("/usr/lib/firefox-esr/firefox-esr", "198.51.100.20", 443, Action.ALLOW, ALWAYS),
    ("/usr/bin/curl", "192.0.2.80", 80, Action.DENY, UNTIL_RESTART),
    ("/usr/bin/python3.11", "2001:db8::53", 853, Action.DENY, ALWAYS),
    ("/opt/zoom/zoom", "203.0.113.99", 8801, Action.ALLOW, HOUR),
    ("/usr/bin/ssh", "198.51.100.7", 22, Action.ALLOW, ALWAYS),
)


def some_rules(count: int) -> Iterator[Rule]:
    now = read_clock()
    birth = Birth(WHEN, now.boot_id, now.boottime_s - 1000)
    for number, (exe, ip, port, action, lifetime) in enumerate(islice(cycle(PROGRAMS), count), 1):
        asked = event(exe=exe, to=internet(ip, port))
        scope = list(Scope)[number % 4 if number % 5 else 0]
        made = rule_for(asked, FACTS, Answer(action, scope, lifetime), birth)
        yield replace(
            made,
            id=number,
            enabled=number % 7 != 4,
            hits=number * number * 37 % 20_000,
            last_used=WHEN + timedelta(hours=number % 500) if number % 3 else None,
        )


def rules_window(stack: ExitStack, count: int) -> RulesWindow:
    """The window over a real engine that knows these rules."""
    held = stack.enter_context(held_engine())
    held.get(held.backend.add_rules([replace(one, id=0) for one in some_rules(count)]))
    window = RulesWindow(held.bridge)
    window.resize(1100, 520)
    return window


def rules(stack: ExitStack, count: int) -> QWidget:
    return rules_window(stack, count)


def rules_tidy(stack: ExitStack) -> QWidget:
    window = rules_window(stack, 24)
    window._deeds.tidy.trigger()
    window.resize(1100, 640)
    return window


def rules_filtered(stack: ExitStack) -> QWidget:
    window = rules_window(stack, 24)
    window._filters.search.setText("firefox")
    window._filters.program.show_program("/usr/lib/firefox-esr/firefox-esr")
    return window


def rule_dialog(made: Rule | None, **texts: str) -> QWidget:
    dialog = RuleDialog(Draft(Birth(WHEN), made), new=made is None)
    for name, text in texts.items():
        dialog.form.rows[name].set_text(text)
    return dialog


def rule_wrong(_stack: ExitStack) -> QWidget:
    return rule_dialog(
        None, exe="/usr/bin/curl", remote_ports="70000", remote="10.0.0.0/40", sha256="abc"
    )


def rule_nasty(_stack: ExitStack) -> QWidget:
    made = next(iter(some_rules(1)))
    conditions = replace(made.conditions, exe=TextMatch(LONG))
    return rule_dialog(replace(made, name="<b>Rule</b>\u202e", conditions=conditions))


def rule_test(stack: ExitStack) -> QWidget:
    window = rules_window(stack, 24)
    stack.callback(window.hide)
    window._test.show_for(next(iter(some_rules(1))))
    return window._test


SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "rules": lambda stack: rules(stack, 24),
    "rules-empty": lambda stack: rules(stack, 0),
    "rules-many": lambda stack: rules(stack, 2_000),
    "rules-tidy": rules_tidy,
    "rules-filtered": rules_filtered,
    "rule-new": lambda _stack: rule_dialog(None),
    "rule-edit": lambda _stack: rule_dialog(next(iter(some_rules(1)))),
    "rule-wrong": rule_wrong,
    "rule-nasty": rule_nasty,
    "rule-test": rule_test,
}
FEW = ["rules", "rules-tidy", "rule-wrong", "rule-test"]
