# SPDX-License-Identifier: GPL-2.0-or-later
"""What was missed, and how snet stands, for the gallery."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta

from PyQt6.QtWidgets import QWidget

from snetgui.engine.backend import Missed
from snetgui.gui.actions import Actions
from snetgui.gui.apps import App, Apps, tile
from snetgui.gui.missed.dialog import MissedDialog
from snetgui.gui.missed.window import MissedWindow
from snetgui.gui.status_window import StatusWindow
from snetgui.model import Action, Decision, Link, Mode, Reason, Status

from .gallery_rules import PROGRAMS, WHEN
from .kit import event, held_engine, internet

MISSING = "The kernel module snet is not loaded. Load it with: sudo modprobe snet"


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


SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    "missed": lambda stack: missed(stack, 6),
    "missed-empty": lambda stack: missed(stack, 0),
    "missed-rule": missed_rule,
    "status": lambda _stack: status(Mode.ASK),
    "status-missing": lambda _stack: status(Mode.ASK, Link.MISSING, MISSING),
}
FEW = ["status"]
