# SPDX-License-Identifier: GPL-2.0-or-later
"""All of one decision: facts, which rule would decide now, and the rule made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from snetgui.gui.history.facts import facts_of
from snetgui.gui.history.make_rule import narrow_rule
from snetgui.gui.notice_bar import NoticeBar
from snetgui.model import (
    ALWAYS,
    Action,
    Birth,
    Conditions,
    Reason,
    RuleError,
    Syscall,
    TextMatch,
)

from .hand import click, key
from .history_kit import HABITS, ShownHistory, decision, now, remembering, write_history
from .kit import internet, rule

FIREFOX = "/usr/lib/firefox-esr/firefox-esr"


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownHistory]:
    """Ten decisions: the newest is the last of the habits."""
    until = now()
    write_history(
        tmp_path,
        [
            decision(number, until - timedelta(minutes=30 - number), habit)
            for number, habit in enumerate(HABITS, 1)
        ],
    )
    with remembering(tmp_path) as held:
        it = ShownHistory(qtbot, held)
        it.open(len(HABITS))
        yield it
        it.close()


def row_of(shown: ShownHistory, number: int) -> int:
    """The row of the habit with this number, from 0."""
    return len(HABITS) - 1 - number


def opened(shown: ShownHistory, number: int) -> None:
    shown.in_table(row_of(shown, number))
    shown.press(Qt.Key.Key_Return)
    assert shown.window._details.isVisible()
    shown.until(lambda: shown.window._details.title)


def facts(shown: ShownHistory) -> list[str]:
    labels = shown.window._details.facts.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.accessibleName()]


def test_everything_that_is_known_is_there(shown: ShownHistory) -> None:
    opened(shown, 0)
    details = shown.window._details
    assert details.title == ("firefox-esr wants to connect to www.example.org, port 443 (https)")
    told = "\n".join(facts(shown))
    for part in (
        "Decision: ✓ Allowed",
        "Reason: Rule",
        "Held for:",
        f"Program: {FIREFOX}",
        f"Command line: {FIREFOX} --profile default",
        "Started by: /usr/bin/gnome-shell ← /usr/lib/systemd/systemd",
        "Unit: app-firefox-esr.scope",
        "Process: 2000 (thread 2000",
        "parent 1200",
        "User: anna (uid 1000, gid 1000)",
        "Names of the peer: www.example.org",
        "To: 198.51.100.20:443 (020001bb",
        "Socket: inet (2), stream (1), tcp (6)",
        "Control group: 4321",
        "Interface: wlp3s0",
        "Namespaces: net 4026531840 · mnt 4026531841",
        "Process began: 12.34 s after the computer started",
        "Event: 0x1 · connect(2)",
    ):
        assert part in told, part


def test_a_denial_tells_what_the_program_saw(shown: ShownHistory) -> None:
    opened(shown, 1)
    assert "Decision: ✕ Denied with EPERM (Operation not permitted)" in facts(shown)


def test_the_details_follow_the_selection(shown: ShownHistory) -> None:
    opened(shown, 0)
    shown.press(Qt.Key.Key_Up)
    shown.until(lambda: "telemetry" in shown.window._details.title)
    shown.press(Qt.Key.Key_Return)
    assert not shown.window._details.isVisible()
    shown.view.doubleClicked.emit(shown.model.index(0, 0))
    assert shown.window._details.isVisible()
    click(shown.window._details._close)
    assert not shown.window._details.isVisible() and shown.button("Details")


def test_which_rule_would_decide_now_and_why_no_other(shown: ShownHistory) -> None:
    wide = replace(rule(exe=FIREFOX), name="wide")
    narrow = narrow_rule(decision(1, now()), Action.DENY, Birth(now()))
    opened(shown, 0)
    verdict = shown.window._details.verdict
    shown.until(lambda: "No rule decides this" in verdict.verdict)
    shown.held.get(shown.held.backend.add_rule(wide))
    shown.until(lambda: verdict.verdict == "✓ Allow, by the rule “wide”.")
    shown.held.get(shown.held.backend.add_rule(replace(narrow, name="narrow")))
    shown.until(lambda: verdict.verdict == "✕ Deny, by the rule “narrow”.")
    assert "the more specific comes first" in verdict.rows()[1][1]
    wanted: list[int] = []
    shown.window.rule_wanted.connect(wanted.append)
    table = verdict._table
    table.setCurrentItem(table.topLevelItem(1))
    table.setFocus()
    key(table, Qt.Key.Key_Return)
    assert wanted == [1]


@pytest.mark.parametrize(
    ("what", "action"), [(Qt.Key.Key_A, Action.ALLOW), (Qt.Key.Key_D, Action.DENY)]
)
def test_a_rule_is_made_narrow_and_can_be_widened(
    shown: ShownHistory, what: Qt.Key, action: Action
) -> None:
    shown.in_table(row_of(shown, 4))
    shown.press(what, ctrl=True, shift=True)
    dialog = shown.dialog()
    texts = dialog.form.texts
    assert (texts["exe"], texts["remote"], texts["remote_ports"]) == (
        "/usr/bin/curl",
        "192.0.2.80",
        "80",
    )
    assert texts["lifetime"] == "always" and texts["action"] == action.value
    dialog.form.rows["remote"].set_text("192.0.2.0/24")
    dialog.save()
    shown.until(shown.rules)
    [made] = shown.rules()
    assert (made.action, made.lifetime) == (action, ALWAYS)
    assert made.conditions.exe == TextMatch("/usr/bin/curl")
    assert made.conditions.remote is not None
    assert [str(network) for network in made.conditions.remote.networks] == ["192.0.2.0/24"]
    shown.until(lambda: "Made the rule:" in shown.bar())
    wanted: list[int] = []
    shown.window.rule_wanted.connect(wanted.append)
    bar = shown.window.findChild(NoticeBar)
    assert bar is not None
    click(bar._button)
    assert wanted == [made.id]


def test_a_dialog_that_is_left_makes_no_rule(shown: ShownHistory) -> None:
    shown.in_table(0)
    shown.press(Qt.Key.Key_A, ctrl=True, shift=True)
    key(shown.dialog(), Qt.Key.Key_Escape)
    assert shown.rules() == []


def test_where_no_rule_can_be_made_it_says_so(shown: ShownHistory) -> None:
    one = decision(1, now())
    nameless = replace(one, event=replace(one.event, process=replace(one.event.process, exe="")))
    shown.window._maker.begin(nameless, Action.ALLOW)
    assert shown.bar().startswith("No rule can be made: program:")
    shown.window._deeds.selected(1, nameless)
    assert not shown.window._deeds.allow.isEnabled()
    assert not shown.window._deeds.only_program.isEnabled()


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.exe)
def test_every_kind_of_call_has_its_narrow_rule(habit: object) -> None:
    made = decision(1, now(), habit)  # type: ignore[arg-type]
    narrow = narrow_rule(made, Action.DENY, Birth(now()))
    assert narrow.conditions != Conditions(exe=narrow.conditions.exe), "not all that it does"


def test_without_a_destination_the_rule_is_as_narrow_as_can_be() -> None:
    made = decision(1, now())
    unknown = replace(made, event=replace(made.event, remote=None, syscall=Syscall.CONNECT))
    assert narrow_rule(unknown, Action.DENY, Birth(now())).conditions.exe == TextMatch(FIREFOX)
    with pytest.raises(RuleError):
        process = replace(made.event.process, exe="")
        nameless = replace(made, event=replace(made.event, process=process))
        narrow_rule(nameless, Action.DENY, Birth(now()))


def test_the_rule_that_decided_is_one_key_away(shown: ShownHistory) -> None:
    wanted: list[int] = []
    shown.window.rule_wanted.connect(wanted.append)
    shown.in_table(row_of(shown, 0))
    shown.until(lambda: shown.window._names.is_gone(1))
    shown.press(Qt.Key.Key_R, ctrl=True)
    assert wanted == [] and shown.bar() == "That rule was deleted since."
    shown.held.get(shown.held.backend.add_rule(rule()))
    shown.until(lambda: not shown.window._names.is_gone(1))
    shown.press(Qt.Key.Key_R, ctrl=True)
    assert wanted == [1]
    shown.in_table(row_of(shown, 4))
    assert not shown.window._deeds.show_rule.isEnabled(), "a person answered"


def test_the_details_can_be_copied(shown: ShownHistory) -> None:
    shown.in_table(row_of(shown, 4))
    shown.press(Qt.Key.Key_C, ctrl=True, shift=True)
    board = QApplication.clipboard()
    assert board is not None
    assert "Program: /usr/bin/curl\n" in board.text()
    assert "Reason: Answered\n" in board.text()


def test_facts_that_are_not_known_are_left_out() -> None:
    made = decision(1, now(), reason=Reason.OVERFLOW, rule_id=None)
    bare = replace(
        made,
        event=replace(
            made.event,
            remote=internet("192.0.2.1", 1),
            process=replace(made.event.process, netns=0, mntns=0, start_time_ns=0),
        ),
    )
    texts = dict(facts_of(bare, None))
    assert texts["Rule"] == texts["Namespaces"] == texts["Process began"] == ""
    assert texts["Reason"] == "Too many questions"
