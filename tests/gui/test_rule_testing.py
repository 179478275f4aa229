# SPDX-License-Identifier: GPL-2.0-or-later
"""Trying out which rule decides an event, and why no other one does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox, QLineEdit

from snetgui.engine.assemble import standalone
from snetgui.engine.thread import EngineThread
from snetgui.gui.bridge import Bridge
from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.testing.event_fields import NO_EVENT, make, plausible, texts_of
from snetgui.gui.rules.testing.window import TestWindow
from snetgui.model import (
    NOTHING_KNOWN,
    Action,
    Conditions,
    Facts,
    PortMatch,
    Syscall,
    TextKind,
    TextMatch,
    unix_address,
)
from snetgui.rules.samples import sample
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource

from .hand import click, key, write
from .kit import Held, event, internet, rule
from .rules_kit import ShownRules

CURL = Conditions(exe=TextMatch("/usr/bin/curl"), remote_ports=PortMatch(((443, 443),)))


def opened(shown_rules: ShownRules, row: int | None) -> TestWindow:
    wide = rule()
    narrow = replace(rule(action=Action.DENY), name="narrow", conditions=CURL)
    shown_rules.add(wide, narrow)
    shown_rules.open(2)
    shown_rules.in_table(*([] if row is None else [row]))
    shown_rules.press(Qt.Key.Key_T, ctrl=True)
    assert shown_rules.window._test.isVisible()
    return shown_rules.window._test


def fill(test: TestWindow, name: str, text: str) -> None:
    entry = test.form.rows[name].entry
    assert isinstance(entry, QLineEdit)
    entry.clear()
    write(entry, text)


def test_an_event_made_up_field_by_field(shown_rules: ShownRules) -> None:
    test = opened(shown_rules, None)
    shown_rules.until(lambda: "No rule decides" in test.verdict.verdict)
    fill(test, "exe", "/usr/bin/curl")
    fill(test, "remote", "192.0.2.1")
    shown_rules.until(lambda: "✓ Allow" in test.verdict.verdict)
    [winner, nearly] = test.verdict.rows()
    assert winner == ("curl may do anything on the network.", "▶ it wins")
    assert nearly[1].startswith("does not match: remote port: it asks for 443")
    fill(test, "remote_port", "443")
    shown_rules.until(lambda: "✕ Deny, by the rule “narrow”." in test.verdict.verdict)
    assert "matches too" in test.verdict.rows()[1][1]


def test_the_selected_rule_begins_with_an_event_of_its_own(shown_rules: ShownRules) -> None:
    test = opened(shown_rules, 0)
    shown_rules.until(lambda: "“narrow”" in test.verdict.verdict)
    assert test.verdict.about == "The rule that you test is the one that decides."
    assert test.form.rows["syscall"].text == "connect"  # it asks for none
    fill(test, "remote_port", "80")
    shown_rules.until(lambda: "does not decide" in test.verdict.about)
    fill(test, "exe", "/bin/other")
    shown_rules.until(lambda: "is not about this: " in test.verdict.about)
    assert "program: it asks for /usr/bin/curl; here it is /bin/other; " in test.verdict.about
    assert test.verdict.about.endswith("remote port: it asks for 443; here it is 80.")


def test_every_condition_can_be_tried(shown_rules: ShownRules) -> None:
    """Also one on a pattern, whose event must be told by hand, behind the switch."""
    asks = Conditions(
        command=TextMatch("python3 **", TextKind.GLOB), unit=TextMatch("a.service"), package="x"
    )
    shown_rules.add(replace(rule(action=Action.DENY), conditions=asks))
    shown_rules.open(1)
    shown_rules.in_table(0)
    shown_rules.press(Qt.Key.Key_T, ctrl=True)
    test = shown_rules.window._test
    assert test.form.rows["command"].entry.isVisible()  # the unit is told there
    assert test.form.rows["unit"].text == "a.service"
    shown_rules.until(lambda: "command line" in test.verdict.about)
    fill(test, "command", "python3 -m http.server")
    shown_rules.until(lambda: "✕ Deny" in test.verdict.verdict)
    key(test.form.more, Qt.Key.Key_Space)
    assert not test.form.rows["command"].entry.isVisible()
    test.form.rows["netns"].set_text("x")
    assert test.form.rows["netns"].isVisible()  # a problem is never hidden


def test_the_verdict_follows_the_rules(shown_rules: ShownRules) -> None:
    test = opened(shown_rules, 0)
    shown_rules.until(lambda: "✕ Deny" in test.verdict.verdict)
    narrow = shown_rules.kept()[0]
    shown_rules.held.get(shown_rules.held.backend.set_enabled([narrow.id], False))
    shown_rules.until(lambda: "✓ Allow" in test.verdict.verdict)
    assert "switched off" in test.verdict.about


def test_a_problem_is_said_at_its_field(shown_rules: ShownRules) -> None:
    test = opened(shown_rules, None)
    fill(test, "remote_port", "70000")
    shown_rules.until(lambda: test.verdict.verdict == "This is no event yet.")
    assert "70000 is no port" in test.form.rows["remote_port"].problem
    assert test.verdict.rows() == []


def test_escape_closes_and_enter_shows_the_rule(shown_rules: ShownRules) -> None:
    test = opened(shown_rules, 0)
    shown_rules.until(lambda: len(test.verdict.rows()) == 2)
    table = test.verdict._table
    table.setCurrentItem(table.topLevelItem(1))
    table.setFocus()
    key(table, Qt.Key.Key_Return)
    assert [one.name for one in shown_rules.window.selected] == ["rule 0 of /usr/bin/curl"]
    key(test.form.rows["exe"].entry, Qt.Key.Key_Escape)
    assert not test.isVisible()


def test_a_new_rule_before_it_is_kept(shown_rules: ShownRules) -> None:
    narrow = replace(rule(action=Action.DENY), name="narrow", conditions=CURL)
    shown_rules.add(narrow)
    shown_rules.open(1)
    shown_rules.in_table()
    shown_rules.press(Qt.Key.Key_N, ctrl=True)
    dialog = shown_rules.dialog()
    write(dialog.form.rows["exe"].entry, "/usr/bin/curl")
    click(dialog._test)
    (test,) = dialog.findChildren(TestWindow)
    shown_rules.until(lambda: "✓ Allow, by the rule “Allow curl”." in test.verdict.verdict)
    assert test.verdict.about == "The rule that you test is the one that decides."
    fill(test, "remote_port", "443")
    shown_rules.until(lambda: "“narrow”" in test.verdict.verdict)
    assert "it asks about 1 thing, “narrow” about 2" in test.verdict.about
    key(dialog.form.rows["action"].entry, Qt.Key.Key_Down)
    write(dialog.form.rows["remote_ports"].entry, "443")
    key(dialog.form.rows["protocols"].entry, Qt.Key.Key_Down)  # from any to tcp
    shown_rules.until(lambda: test.verdict.about.endswith("is the one that decides."))
    name = "Deny curl with anything on tcp 443 (https)"
    assert test.verdict.verdict == f"✕ Deny, by the rule “{name}”."
    assert "“Deny curl" in test.verdict.rows()[1][1], "the kept one loses to the draft"
    assert bold(test) == [True, False]
    assert [one.name for one in shown_rules.kept()] == ["narrow"]


def test_a_changed_rule_before_it_is_kept(shown_rules: ShownRules) -> None:
    narrow = replace(rule(action=Action.DENY), name="narrow", conditions=CURL)
    shown_rules.add(rule(), narrow)
    shown_rules.open(2)
    dialog = opened_dialog(shown_rules, 0)
    dialog.activateWindow()
    shown_rules.until(dialog.isActiveWindow)
    key(dialog.form.rows["exe"].entry, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    (test,) = dialog.findChildren(TestWindow)
    shown_rules.until(lambda: "✕ Deny, by the rule “narrow”." in test.verdict.verdict)
    key(dialog.form.rows["remote_ports"].entry, Qt.Key.Key_End)
    write(dialog.form.rows["remote_ports"].entry, "0")
    shown_rules.until(lambda: "✓ Allow" in test.verdict.verdict)
    assert test.verdict.about == (
        "The rule that you test does not decide: remote port: it asks for 4430; here it is 443."
    )
    assert bold(test) == [False, True]
    assert [row[1] for row in test.verdict.rows()] == ["▶ it wins", (
        "does not match: remote port: it asks for 4430; here it is 443")]  # fmt: skip
    fill(test, "exe", "/bin/other")
    shown_rules.until(lambda: "is not about this: " in test.verdict.about)
    assert "program: it asks for /usr/bin/curl; here it is /bin/other; " in test.verdict.about
    assert test.verdict.about.endswith("here it is 443.")


def bold(test: TestWindow) -> list[bool]:
    table = test.verdict._table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [item.font(0).bold() for item in items if item is not None]


def test_a_draft_that_is_no_rule_and_rules_that_change_meanwhile(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    dialog = opened_dialog(shown_rules, 0)
    click(dialog._test)
    (test,) = dialog.findChildren(TestWindow)
    shown_rules.until(lambda: "✓ Allow" in test.verdict.verdict)
    write(dialog.form.rows["remote_ports"].entry, "x")
    shown_rules.until(lambda: test.verdict.verdict == "This is no rule yet.")
    assert not dialog._test.isEnabled() and test.verdict.rows() == []
    key(dialog.form.rows["remote_ports"].entry, Qt.Key.Key_Backspace)
    shown_rules.until(lambda: "✓ Allow" in test.verdict.verdict)
    shown_rules.add(replace(rule(action=Action.DENY), name="other", priority=1))
    shown_rules.until(lambda: "✕ Deny, by the rule “other”." in test.verdict.verdict)
    assert not test.verdict._table.toolTip(), "no rule behind the dialog can be shown"
    key(test, Qt.Key.Key_Escape)
    assert not test.isVisible() and dialog.isVisible()


def test_a_dialog_that_is_left_while_its_rule_is_tried(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    dialog = opened_dialog(shown_rules, 0)
    gone: list[object] = []
    dialog.destroyed.connect(gone.append)
    with shown_rules.held.busy():
        click(dialog._test)
        dialog.reject()
        shown_rules.until(lambda: gone)
    shown_rules.held.get(shown_rules.held.backend.status())
    shown_rules.in_table(0)
    shown_rules.press(Qt.Key.Key_Space)  # what comes later has come when this has
    shown_rules.until(lambda: not shown_rules.kept()[0].enabled)
    shown_rules.settle()


def opened_dialog(shown_rules: ShownRules, row: int) -> RuleDialog:
    shown_rules.in_table(row)
    shown_rules.press(Qt.Key.Key_Return)
    return shown_rules.dialog()


@pytest.fixture
def remembering(tmp_path: Path) -> Iterator[Held]:
    """An engine that keeps a history."""
    source = RecordingSource(policy=Policy(delay_s=30, deny=True, max_delay_s=300))
    thread = EngineThread(lambda: standalone(source, directory=tmp_path))
    thread.start()
    bridge = Bridge(thread.backend, thread.submit)
    yield Held(source, thread, bridge)
    thread.stop()


def test_a_past_event(shown_rules: ShownRules, remembering: Held) -> None:
    made = remembering.get(remembering.backend.add_rule(rule()))
    remembering.raised(to=internet("198.51.100.9", 80))
    end = shown_rules.until
    end(lambda: remembering.get(remembering.backend.decisions()).rows)
    test = TestWindow(remembering.bridge)
    shown_rules.qtbot.addWidget(test)
    test.show_for(None)
    end(lambda: test.past.count() == 2)
    box: QComboBox = test.past
    box.setFocus()
    key(box, Qt.Key.Key_Down)
    end(lambda: test.form.rows["remote"].text == "198.51.100.9")
    assert test.form.rows["remote_port"].text == "80"
    end(lambda: made.name in test.verdict.verdict)
    test.hide()


FACTS = Facts(user="anna", hosts=("example.com", "other.example"), command=("curl",))
PAST = event(to=internet("192.0.2.1", 443), local=internet("0.0.0.0", 0))


def test_what_was_not_changed_stays_as_it_was() -> None:
    made = make(texts_of(PAST, FACTS), PAST, FACTS)
    assert (made.event, made.facts, made.problems) == (PAST, FACTS, {})


@pytest.mark.parametrize(
    ("name", "text", "got"),
    [
        ("exe", "/bin/ls", lambda event, facts: event.process.exe == "/bin/ls"),
        ("syscall", "listen", lambda event, facts: event.syscall is Syscall.LISTEN),
        ("protocol", "udp", lambda event, facts: event.protocol == socket.IPPROTO_UDP),
        ("remote", "2001:db8::1", lambda event, facts: event.family == socket.AF_INET6),
        ("remote", "unix:/run/x", lambda event, facts: event.remote == unix_address("/run/x")),
        ("remote_port", "80", lambda event, facts: event.remote == internet("192.0.2.1", 80)),
        ("local_port", "8080", lambda event, facts: event.local == internet("0.0.0.0", 8080)),
        ("host", "A.example.", lambda event, facts: facts.hosts == ("a.example",)),
        ("host", "", lambda event, facts: facts.hosts is None),
        ("user", "0", lambda event, facts: event.process.uid == 0 and facts.user is None),
        ("user", "root", lambda event, facts: event.process.uid == 0 and facts.user == "root"),
        ("group", "0", lambda event, facts: event.process.gid == 0),
        ("group", "root", lambda event, facts: event.process.gid == 0),
        ("command", "curl -x 'a b'", lambda event, facts: facts.command == ("curl -x 'a b'",)),
        ("command", "", lambda event, facts: facts.command is None),
        ("ancestor", "/bin/sh", lambda event, facts: facts.ancestors == ("/bin/sh",)),
        ("unit", "a.service", lambda event, facts: facts.unit == "a.service"),
        ("sha256", "A" * 64, lambda event, facts: facts.sha256 == "a" * 64),
        ("netns", "4026531840", lambda event, facts: event.process.netns == 4026531840),
        ("application", "org.x", lambda event, facts: facts.application == "org.x"),
        ("package", "curl", lambda event, facts: facts.package == "curl"),
        ("interface", "lo", lambda event, facts: facts.interface == "lo"),
    ],
)
def test_what_a_text_changes(name: str, text: str, got: object) -> None:
    made = make(texts_of(PAST, FACTS) | {name: text}, PAST, FACTS)
    assert made.problems == {} and made.event is not None
    assert callable(got) and got(made.event, made.facts)


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("remote", "nowhere", "remote"),
        ("remote", "192.0.2.1/24", "remote"),
        ("remote_port", "-1", "remote_port"),
        ("local_port", "65536", "local_port"),
        ("local_port", "٣", "local_port"),
        ("user", "no such user", "user"),
        ("user", "x\0y", "user"),
        ("group", "no such group", "group"),
        ("netns", "mine", "netns"),
        ("netns", "1" * 20, "netns"),
    ],
)
def test_what_no_text_can_be(name: str, text: str, field: str) -> None:
    made = make(texts_of(PAST, FACTS) | {name: text}, PAST, FACTS)
    assert made.event is None and set(made.problems) == {field}


def test_an_event_of_a_rule_that_says_little_is_a_usual_one() -> None:
    event, _facts = sample(rule())
    filled = plausible(event)
    assert (filled.family, filled.type, filled.protocol) == (2, 1, 6)
    assert plausible(filled) == filled
    assert make(texts_of(NO_EVENT, NOTHING_KNOWN)).event == NO_EVENT
