# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows each window in each state and takes its picture from the screen."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication, QWidget

from snetgui.engine.backend import Missed
from snetgui.engine.clock import read_clock
from snetgui.gui.actions import Actions
from snetgui.gui.apps import App, Apps, tile
from snetgui.gui.language import speak
from snetgui.gui.missed.dialog import MissedDialog
from snetgui.gui.missed.window import MissedWindow
from snetgui.gui.prompt.toggle import Toggle
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.rule_text import rule_text
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft
from snetgui.gui.rules.window import RulesWindow
from snetgui.gui.status_window import StatusWindow
from snetgui.gui.theme import Look, apply_look
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Answer,
    Birth,
    Decision,
    Event,
    Facts,
    Lifetime,
    LifetimeKind,
    Link,
    Mode,
    Question,
    Reason,
    Rule,
    Scope,
    Status,
    Syscall,
    TextMatch,
    unix_address,
)
from snetgui.rules.scope import rule_for

from . import gallery_history, gallery_settings
from .kit import event, held_engine, internet, question

WHEN = datetime(2030, 5, 17, 9, 41, tzinfo=UTC)
SETTLED_MS = 900  # the prompt has armed by then, and everything is painted
HOUR = Lifetime(LifetimeKind.SPAN, seconds=3600)
FACTS = Facts(
    user="anna",
    command=("/usr/lib/thunderbird/thunderbird", "-mail"),
    ancestors=("/usr/bin/gnome-shell", "/usr/lib/systemd/systemd"),
    unit="app-gnome-thunderbird-4121.scope",
    package="thunderbird",
)
LONG = "/home/anna/.local/share/<b>Thunderbird</b>\u202e\n/" + "deep/er/" * 500 + "program"
PROGRAMS = (
    ("/usr/lib/thunderbird/thunderbird", "203.0.113.7", 993, Action.ALLOW, ALWAYS),
    ("/usr/lib/firefox-esr/firefox-esr", "198.51.100.20", 443, Action.ALLOW, ALWAYS),
    ("/usr/bin/curl", "192.0.2.80", 80, Action.DENY, UNTIL_RESTART),
    ("/usr/bin/python3.11", "2001:db8::53", 853, Action.DENY, ALWAYS),
    ("/opt/zoom/zoom", "203.0.113.99", 8801, Action.ALLOW, HOUR),
    ("/usr/bin/ssh", "198.51.100.7", 22, Action.ALLOW, ALWAYS),
)


def thunderbird() -> Event:
    asked = event(
        0xD,
        exe="/usr/lib/thunderbird/thunderbird",
        local=internet("0.0.0.0", 0),
        to=internet("203.0.113.7", 993),
    )
    return replace(asked, deadline_ns=asked.deadline_ns - 7_500_000_000)


def prompt(asked: Question, app: App, waiting: int) -> PromptWindow:
    window = PromptWindow(rule_text)
    window.show_question(
        replace(asked, deadline_ns=asked.deadline_ns + 7_500_000_000), app, waiting
    )
    window.show_question(asked, app, waiting)
    return window


def plain_prompt(_stack: ExitStack) -> QWidget:
    return prompt(
        question(asked=thunderbird(), facts=FACTS), App("Thunderbird", tile("Thunderbird")), 3
    )


def details_prompt(stack: ExitStack) -> QWidget:
    window = plain_prompt(stack)
    toggle = window.findChild(Toggle)
    assert toggle is not None
    toggle.setChecked(True)
    return window


def host_prompt(_stack: ExitStack) -> QWidget:
    facts = replace(FACTS, hosts=("imap.mail.example.org",), interface="wlp3s0")
    return prompt(
        question(asked=thunderbird(), facts=facts, count=4),
        App("Thunderbird", tile("Thunderbird")),
        1,
    )


def listen_prompt(_stack: ExitStack) -> QWidget:
    asked = event(
        exe="/usr/bin/python3.11", syscall=Syscall.LISTEN, local=internet("0.0.0.0", 8080)
    )
    return prompt(
        question(asked=asked, facts=FACTS, policy=Action.ALLOW),
        App("python3.11", tile("python3.11")),
        1,
    )


def nasty_prompt(_stack: ExitStack) -> QWidget:
    asked = event(exe=LONG, to=unix_address("/run/" + "x" * 90), family=socket.AF_UNIX, protocol=0)
    facts = replace(FACTS, command=(LONG, "--option", "عربي \u202b text", "a" * 3000))
    asked_question = question(asked=asked, facts=facts)
    return prompt(asked_question, Apps().of(asked, facts), 1000)


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


def missed_rows() -> list[Missed]:
    return [
        Missed(
            number,
            Decision(
                event(exe=exe, to=internet(ip, port)),
                action,
                0,
                Reason.TIMEOUT,
                30_000_000_000,
                WHEN - timedelta(minutes=7 * number),
            ),
            1 + number * 3 % 5,
        )
        for number, (exe, ip, port, action, _lifetime) in enumerate(PROGRAMS)
    ]


def missed(stack: ExitStack, count: int) -> QWidget:
    window = MissedWindow(stack.enter_context(held_engine()).bridge, Apps())
    window._loaded(missed_rows()[:count])
    window._stale = False
    window.resize(860, 340)
    return window


def missed_rule(_stack: ExitStack) -> QWidget:
    row = missed_rows()[0]
    return MissedDialog(row, App("Thunderbird", tile("Thunderbird")))


def status(mode: Mode, link: Link = Link.CONNECTED, problem: str = "") -> QWidget:
    actions = Actions()
    now = Status(
        mode=mode,
        link=link,
        source="kernel module 0.1.0",
        problem=problem,
        questions=0,
        missed=2,
        rules=48,
        decisions=10_482,
        delay_s=30,
        policy=Action.DENY,
    )
    actions.show(now, 0, blocking=False)
    window = StatusWindow(actions)
    actions.setParent(window)
    window.show_status(now)
    return window


MISSING = "The kernel module snet is not loaded. Load it with: sudo modprobe snet"
SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "prompt": plain_prompt,
    "prompt-details": details_prompt,
    "prompt-host": host_prompt,
    "prompt-listen": listen_prompt,
    "prompt-nasty": nasty_prompt,
    "rules": lambda stack: rules(stack, 24),
    "rules-empty": lambda stack: rules(stack, 0),
    "rules-many": lambda stack: rules(stack, 10_000),
    "rules-tidy": rules_tidy,
    "rules-filtered": rules_filtered,
    "rule-new": lambda _stack: rule_dialog(None),
    "rule-edit": lambda _stack: rule_dialog(next(iter(some_rules(1)))),
    "rule-wrong": rule_wrong,
    "rule-nasty": rule_nasty,
    "rule-test": rule_test,
    "missed": lambda stack: missed(stack, 6),
    "missed-empty": lambda stack: missed(stack, 0),
    "missed-rule": missed_rule,
    **gallery_settings.SCENES,
    **gallery_history.SCENES,
    "status": lambda _stack: status(Mode.ASK),
    "status-missing": lambda _stack: status(Mode.ASK, Link.MISSING, MISSING),
}


class Gallery:
    """Shows one scene after the other and saves what the screen then has of it."""

    def __init__(self, app: QApplication, folder: Path, suffix: str, scenes: list[str]) -> None:
        self._app = app
        self._folder = folder
        self._suffix = suffix
        self._scenes = scenes
        self._stack = ExitStack()
        self._window: QWidget | None = None

    def next(self) -> None:
        """The next scene; the end after the last."""
        self._stack.close()
        if not self._scenes:
            self._app.exit(0)
            return
        self._window = SCENES[self._scenes[0]](self._stack)
        self._window.show()
        QTimer.singleShot(SETTLED_MS, self._take)

    def _take(self) -> None:
        window = self._window
        screen = window.screen() if window is not None else None
        assert window is not None and screen is not None
        picture = screen.grabWindow(window.winId())
        assert picture.save(str(self._folder / f"{self._scenes.pop(0)}-{self._suffix}.png"))
        window.hide()
        self.next()


def main() -> None:
    """Usage: gallery FOLDER SUFFIX LOOK SCENE..."""
    folder, suffix, look, *scenes = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    speak(app)
    apply_look(app, Look(look))
    gallery = Gallery(app, Path(folder), suffix, scenes)
    gallery.next()
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
