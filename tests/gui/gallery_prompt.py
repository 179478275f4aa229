# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt, for the gallery."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from PyQt6.QtWidgets import QWidget

from snetgui.gui.apps import App, Apps, tile
from snetgui.gui.prompt.toggle import Toggle
from snetgui.gui.prompt.window import PromptWindow
from snetgui.gui.rule_text import rule_text
from snetgui.model import Action, Event, Facts, Question, Syscall, unix_address

from .kit import event, internet, question

FACTS = Facts(
    user="anna",
    command=("/usr/lib/thunderbird/thunderbird", "-mail"),
    ancestors=("/usr/bin/gnome-shell", "/usr/lib/systemd/systemd"),
    unit="app-gnome-thunderbird-4121.scope",
    package="thunderbird",
)
LONG = "/home/anna/.local/share/<b>Thunderbird</b>\u202e\n/" + "deep/er/" * 500 + "program"


def thunderbird() -> Event:
    asked = event(
        0xD,
        exe="/usr/lib/thunderbird/thunderbird",
        local=internet("0.0.0.0", 0),
        to=internet("203.0.113.7", 993),
    )
    return replace(asked, deadline_ns=asked.deadline_ns - 7_500_000_000)


def prompt(asked: Question, app: App, waiting: int) -> PromptWindow:
    window = PromptWindow(rule_text, arming_ms=1)
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


def accept_prompt(_stack: ExitStack) -> QWidget:
    asked = event(
        exe="/usr/bin/python3.11",
        syscall=Syscall.ACCEPT,
        family=socket.AF_INET6,
        local=internet("2001:db8::1", 8080),
        to=internet("2001:db8:1234:5678:9abc:def0:1234:5678", 40000),
    )
    return prompt(question(asked=asked, facts=FACTS), App("python3.11", tile("python3.11")), 1)


def send_prompt(stack: ExitStack) -> QWidget:
    """The next question in the window of one that took another height."""
    window = accept_prompt(stack)
    assert isinstance(window, PromptWindow)
    window.go_away()
    asked = event(
        exe="/usr/bin/dig",
        syscall=Syscall.SENDMSG,
        kind=socket.SOCK_DGRAM,
        protocol=socket.IPPROTO_UDP,
        to=internet("192.0.2.53", 53),
    )
    window.show_question(question(2, asked=asked), App("dig", tile("dig")), 1)
    return window


def nasty_prompt(_stack: ExitStack) -> QWidget:
    asked = event(exe=LONG, to=unix_address("/run/" + "x" * 90), family=socket.AF_UNIX, protocol=0)
    facts = replace(FACTS, command=(LONG, "--option", "عربي \u202b text", "a" * 3000))
    asked_question = question(asked=asked, facts=facts)
    return prompt(asked_question, Apps().of(asked, facts), 1000)


SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "prompt": plain_prompt,
    "prompt-details": details_prompt,
    "prompt-host": host_prompt,
    "prompt-listen": listen_prompt,
    "prompt-accept": accept_prompt,
    "prompt-send": send_prompt,
    "prompt-nasty": nasty_prompt,
}
FEW = ["prompt", "prompt-details"]
