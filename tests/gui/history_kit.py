# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions of a desktop, a history file full of them, and the window over a real engine."""

from __future__ import annotations

import random
import shutil
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QItemSelectionModel, Qt
from PyQt6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from snetgui.engine.assemble import HISTORY_FILE, standalone
from snetgui.engine.backend import RulesChanged
from snetgui.engine.thread import EngineThread
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.history.columns import Column
from snetgui.gui.history.window import HistoryWindow
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.model import (
    Action,
    Address,
    Decision,
    Facts,
    Process,
    Reason,
    Rule,
    Syscall,
    unix_address,
)
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource
from snetgui.store.history import HistoryStore

from .hand import key
from .kit import WAIT_S, Held, event, internet, rule

HOST = "192.0.2.1"
PAST_ROWS = 2_500
WAIT_MS = round(WAIT_S * 1000)


@dataclass(frozen=True)
class Habit:
    """What a program does all day."""

    exe: str
    host: str
    to: Address | None
    syscall: Syscall = Syscall.CONNECT
    protocol: int = socket.IPPROTO_TCP
    reason: Reason = Reason.RULE
    action: Action = Action.ALLOW
    user: str = "anna"
    uid: int = 1000
    weight: int = 10
    local: Address | None = None


HABITS = (
    Habit(
        "/usr/lib/firefox-esr/firefox-esr",
        "www.example.org",
        internet("198.51.100.20", 443),
        weight=60,
    ),
    Habit(
        "/usr/lib/firefox-esr/firefox-esr",
        "telemetry.tracker.example",
        internet("198.51.100.99", 443),
        action=Action.DENY,
        weight=14,
    ),
    Habit(
        "/usr/lib/thunderbird/thunderbird",
        "imap.mail.example.org",
        internet("203.0.113.7", 993),
        weight=18,
    ),
    Habit(
        "/usr/lib/systemd/systemd-resolved",
        "",
        internet("192.0.2.53", 53),
        syscall=Syscall.SENDMSG,
        protocol=socket.IPPROTO_UDP,
        user="systemd-resolve",
        uid=991,
        reason=Reason.TICKET,
        weight=30,
    ),
    Habit(
        "/usr/bin/curl", "", internet("192.0.2.80", 80), reason=Reason.PERSON, action=Action.DENY
    ),
    Habit(
        "/usr/bin/python3.11", "", internet("2001:db8::53", 853), reason=Reason.TIMEOUT, weight=4
    ),
    Habit(
        "/usr/bin/python3.11",
        "",
        None,
        syscall=Syscall.LISTEN,
        local=internet("0.0.0.0", 8080),
        reason=Reason.PERSON,
        weight=2,
    ),
    Habit(
        "/usr/sbin/sshd",
        "",
        internet("198.51.100.200", 51514),
        syscall=Syscall.ACCEPT,
        local=internet("192.0.2.10", 22),
        user="root",
        uid=0,
        weight=5,
    ),
    Habit("/opt/zoom/zoom", "", internet("203.0.113.99", 8801), reason=Reason.PERSON, weight=5),
    Habit("/usr/bin/ssh", "server.example.net", internet("198.51.100.7", 22), weight=3),
)


def decision(number: int, when: datetime, habit: Habit = HABITS[0], **changes: Any) -> Decision:
    """One decision of this habit."""
    made = event(
        number,
        exe=habit.exe,
        syscall=habit.syscall,
        to=habit.to,
        local=habit.local,
        protocol=habit.protocol,
        kind=socket.SOCK_DGRAM if habit.protocol == socket.IPPROTO_UDP else socket.SOCK_STREAM,
        family=socket.AF_INET6
        if habit.to is not None and habit.to.ip is not None and habit.to.ip.version == 6
        else socket.AF_INET,
        now_ns=0,
        delay_s=0,
    )
    name = habit.exe.rsplit("/", 1)[-1]
    pid = 2000 + HABITS.index(habit) * 37 if habit in HABITS else 1999
    process = Process(
        pid=pid,
        tid=pid,
        ppid=1200,
        start_time_ns=12_340_000_000,
        uid=habit.uid,
        gid=habit.uid,
        comm=name[:15],
        exe=habit.exe,
        exe_id=made.process.exe_id,
        cgroup=4321,
        netns=4026531840,
        mntns=4026531841,
    )
    facts = Facts(
        user=habit.user,
        command=(habit.exe, "--profile", "default"),
        ancestors=("/usr/bin/gnome-shell", "/usr/lib/systemd/systemd"),
        unit=f"app-{name}.scope",
        hosts=(habit.host,) if habit.host else None,
        interface="wlp3s0",
    )
    denied = habit.action is Action.DENY
    made_of = Decision(
        event=replace(made, process=process),
        action=habit.action,
        errno=1 if denied else 0,
        reason=habit.reason,
        held_ns=(number * 7919 % 900 + 3) * 100_000,
        when=when,
        rule_id=1 + HABITS.index(habit) if habit in HABITS[:3] else None,
        facts=facts,
    )
    return replace(made_of, **changes)


def day(count: int, until: datetime, over: timedelta = timedelta(days=3)) -> Iterator[Decision]:
    """So many decisions, oldest first, always the same ones; the newest from the end itself.

    So one is from today even a moment after midnight.
    """
    chance = random.Random(7)
    weights = [habit.weight for habit in HABITS]
    moments = sorted(chance.random() ** 1.15 for _ in range(count))
    moments[-1:] = [1.0]
    for number, moment in enumerate(moments, 1):
        [habit] = chance.choices(HABITS, weights)
        yield decision(number, until - over + over * moment, habit)


LONG = "/home/anna/.local/share/<b>Firefox</b>\u202e\n/" + "deep/er/" * 60 + "program"


def nasty(count: int, until: datetime) -> Iterator[Decision]:
    """Names that are long, look like markup, or turn the line round."""
    hosts = ("<img src=x>.example", "a" * 60 + "." + "b" * 60 + ".example", "xn--e1afmkfd.example")
    for number in range(1, count + 1):
        habit = Habit(
            LONG if number % 2 else '=HYPERLINK("http://x","/usr/bin/curl")',
            hosts[number % 3],
            internet(f"198.51.100.{number % 250}", 443),
            user="=1+1" if number % 4 == 0 else "anna\u202enimda",
            action=list(Action)[number % 2],
            reason=list(Reason)[number % len(Reason)],
        )
        made = decision(number, until - timedelta(minutes=count - number), habit, rule_id=None)
        if number % 5 == 0:
            made = replace(
                made, event=replace(made.event, remote=unix_address("/run/" + "x" * 90), family=1)
            )
        yield made


def write_history(folder: Path, decisions: Sequence[Decision]) -> None:
    """Make a history file that has these."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(HistoryStore(folder / HISTORY_FILE)) as store:
        assert store.open() == ()
        for start in range(0, len(decisions), 2000):
            store.append(decisions[start : start + 2000])


def copied(past: Path, folder: Path) -> Path:
    """The same history, for a test of its own."""
    shutil.copytree(past, folder)
    return folder


@contextmanager
def remembering(folder: Path) -> Iterator[Held]:
    """An engine that keeps its history in this folder."""
    source = RecordingSource(policy=Policy(delay_s=30, deny=False, max_delay_s=300))
    thread = EngineThread(lambda: standalone(source, directory=folder))
    thread.start()
    bridge = Bridge(thread.backend, thread.submit)
    try:
        yield Held(source, thread, bridge)
    finally:
        bridge.stop()
        thread.stop()


class ShownHistory:
    """The window, and hands that use it."""

    def __init__(self, qtbot: QtBot, held: Held, backend: Any = None) -> None:
        """The engine may be shared; what is between it and the window is not."""
        self.qtbot = qtbot
        self.held = held
        self.bridge = Bridge(backend or held.backend, held.thread.submit)
        self.window = HistoryWindow(self.bridge, Apps())
        qtbot.addWidget(self.window)
        self.bridge.noticed.connect(self._take)
        self.bridge.watch()

    def _take(self, notices: list[object]) -> None:
        if any(isinstance(notice, RulesChanged) for notice in notices):
            self.window.rules_changed()

    @property
    def model(self) -> Any:
        return self.window._model

    @property
    def view(self) -> Any:
        return self.window._view

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def longer(self, rows: int) -> None:
        """Wait until there are more rows than this."""
        self.until(lambda: self.model.rowCount() > rows)

    def open(self, rows: int | None = None) -> None:
        """Show it, and wait for its first rows."""
        self.window.show()
        self.settle()
        if rows is not None:
            self.until(lambda: self.model.rowCount() == rows)

    def settle(self) -> None:
        """Wait until what was asked is shown."""
        rows, overview = self.window._rows, self.window._overview
        self.until(lambda: rows.read_once and not rows.busy and not overview.busy)

    def column(self, column: Column, most: int = 500) -> list[str]:
        rows = range(min(self.model.rowCount(), most))
        return [str(self.model.index(row, column).data()) for row in rows]

    def allow_curl(self) -> Rule:
        """From now on its calls are decided at once."""
        made: Rule = self.held.get(self.held.backend.add_rule(rule()))
        return made

    def decide(self, *ports: int) -> None:
        """A program calls these ports, one after the other."""
        events = [event(next(self.held.numbers), to=internet(HOST, port)) for port in ports]

        def raise_all() -> None:
            for one in events:
                self.held.source.raise_event(one)

        self.held.do(raise_all)

    def ports(self, most: int = 500) -> list[int]:
        """The ports in the table, from the top."""
        rows = range(min(self.model.rowCount(), most))
        found = [self.model.decision(row) for row in rows]
        return [one.event.remote.port for one in found if one is not None]

    def ids(self) -> list[int]:
        """The numbers of the rows that the history has given, from the top."""
        rows = (self.window._rows.get(row) for row in range(self.model.rowCount()))
        return [one.id for one in rows if one is not None and one.id]

    def live(self) -> str:
        return self.window._live.state

    def empty_text(self) -> str:
        text: str = self.view._empty
        return text

    def close(self) -> None:
        """Before the engine goes."""
        self.window.stop()
        self.bridge.stop()
        self.bridge._finished.disconnect()  # answers that are on their way find no window

    def rules(self) -> list[Rule]:
        return list(self.held.get(self.held.backend.rules()).rows)

    def bar(self) -> str:
        bar = self.window.findChild(NoticeBar)
        assert bar is not None
        return bar.text

    def chips(self) -> list[str]:
        return [chip.text_shown for chip in self.window._filters.chips]

    def hears_decisions(self) -> int:
        """How many are told of every decision."""
        watchers = self.held.backend._watchers._all  # type: ignore[attr-defined]
        return sum(watcher.wants_decisions for watcher in watchers)

    def button(self, text: str) -> QAbstractButton:
        buttons = self.window.findChildren(QAbstractButton)
        return next(button for button in buttons if button.text().replace("&", "") == text)

    def dialog(self) -> RuleDialog:
        found = [one for one in self.window.findChildren(RuleDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def in_table(self, *rows: int) -> QWidget:
        """The table, with the keyboard in it and these rows selected."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.view.setFocus()
        self.view.clearSelection()
        self.select(*rows)
        view: QWidget = self.view
        return view

    def select(self, *rows: int) -> None:
        """Select these, whatever keys Qt believes to be down."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.view.selectionModel()
        for row in rows:
            selection.setCurrentIndex(self.model.index(row, 0), flags.Select | flags.Rows)

    def press(self, what: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
        """Press a key in the table."""
        modifier = Qt.KeyboardModifier.NoModifier
        if ctrl:
            modifier |= Qt.KeyboardModifier.ControlModifier
        if shift:
            modifier |= Qt.KeyboardModifier.ShiftModifier
        key(self.view, what, modifier)


def now() -> datetime:
    return datetime.now(UTC)
