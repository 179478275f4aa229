# SPDX-License-Identifier: GPL-2.0-or-later
"""Making and changing rules, field by field, over a real engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget

from snetgui.gui.rules.dialog import RuleDialog
from snetgui.gui.rules.draft import Draft, copy_of
from snetgui.gui.rules.field_texts import MORE, USUAL
from snetgui.gui.rules.testing import event_fields as fields
from snetgui.gui.rules.testing.window import TestWindow
from snetgui.model import (
    Action,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Origin,
    PortMatch,
    Rule,
    TextMatch,
)
from snetgui.rules.check import MAX_NAME

from .hand import click, key, write
from .kit import rule
from .rules_kit import ShownRules

NOW = Birth(datetime(2031, 1, 1, tzinfo=UTC), "boot", 5000.0)
HOUR = Lifetime(LifetimeKind.SPAN, seconds=3600)


def can_save(dialog: RuleDialog) -> bool:
    button = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    assert button is not None
    return button.isEnabled()


def entry(dialog: RuleDialog, name: str) -> QWidget:
    return dialog.form.rows[name].entry


def test_a_rule_is_made_with_the_keyboard_alone(shown_rules: ShownRules) -> None:
    shown_rules.open(0)
    shown_rules.in_table()
    shown_rules.press(Qt.Key.Key_N, ctrl=True)
    dialog = shown_rules.dialog()
    assert dialog.sentence == "any program may do anything on the network."
    write(entry(dialog, "exe"), "/usr/bin/curl")
    write(entry(dialog, "remote_ports"), "443")
    assert dialog.sentence == "curl may use the network with anything, port 443 (https)."
    key(entry(dialog, "remote_ports"), Qt.Key.Key_Return)
    assert shown_rules.kept() == []  # Enter in a field makes nothing
    key(entry(dialog, "remote_ports"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
    [made] = shown_rules.kept()
    assert made.conditions == Conditions(
        exe=TextMatch("/usr/bin/curl"), remote_ports=PortMatch(((443, 443),))
    )
    assert made.action is Action.ALLOW and made.origin is Origin.PERSON and made.enabled
    shown_rules.until(lambda: [one.id for one in shown_rules.window.selected] == [made.id])


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("remote_ports", "70000", "70000 is above 65535"),
        ("remote", "10.0.0.0/40", "from 0 to 32"),
        ("sha256", "abc", "64"),
        ("lifetime", "tomorrow", "always"),
        ("exe", "regex:(", ""),
        ("exe", "curl", "no whole path"),
        ("lifetime", "until 2001-01-01 00:00", "over already"),
        ("users", "nobody-of-that-name", ""),
        ("errno", "ECONNREFUSED", "an allow carries none"),
    ],
)
def test_a_problem_is_said_at_its_field_as_one_types(
    shown_rules: ShownRules, name: str, text: str, problem: str
) -> None:
    shown_rules.open(0)
    shown_rules.window.make()
    dialog = shown_rules.dialog()
    row = dialog.form.rows[name]
    if isinstance(row.entry, QLineEdit):
        write(row.entry, text)
    else:
        row.entry.setEditText(text)
    assert problem in row.problem and row.problem
    assert row.entry.accessibleDescription() in row.problem
    assert row.isVisible()  # one that was behind the switch came out
    assert not can_save(dialog) and dialog.problem
    others = [other for other in dialog.form.rows.values() if other is not row]
    assert not any(other.problem for other in others)
    row.set_text("" if name != "lifetime" else "always")
    assert not row.problem and can_save(dialog) and not dialog.problem


def test_all_problems_show_at_once(shown_rules: ShownRules) -> None:
    shown_rules.open(0)
    shown_rules.window.make()
    form = shown_rules.dialog().form
    form.rows["remote"].set_text("nowhere")
    form.rows["remote_ports"].set_text("x")
    assert form.rows["remote"].problem and form.rows["remote_ports"].problem


def test_what_can_not_be_told_yet_is_said_and_hinders_nobody(shown_rules: ShownRules) -> None:
    shown_rules.open(0)
    shown_rules.window.make()
    dialog = shown_rules.dialog()
    write(entry(dialog, "exe"), "/usr/bin/curl")
    assert not dialog.problem
    write(entry(dialog, "host"), "example.com")
    assert dialog.problem.startswith("It never matches yet") and can_save(dialog)
    dialog.form.rows["host"].set_text("")
    assert not dialog.problem


def tab_through(first: QWidget) -> list[QWidget]:
    """What the Tab key leads to until it is round."""
    found = [first]
    first.setFocus()
    while True:
        key(found[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None and len(found) < 100
        if now is first:
            return found
        found.append(now)


def test_the_tab_key_goes_from_the_top_to_the_bottom(shown_rules: ShownRules) -> None:
    shown_rules.open(0)
    shown_rules.window.make()
    dialog = shown_rules.dialog()
    dialog.form._more.setChecked(True)
    usual = [entry(dialog, name) for name in USUAL]
    more = [entry(dialog, name) for name in MORE]
    shown_rules.until(dialog.isActiveWindow)
    found = tab_through(usual[0])
    assert found[: -len(dialog._buttons.buttons())] == [*usual, dialog.form._more, *more]
    assert set(found[-3:]) == set(dialog._buttons.buttons())
    dialog.test()
    test = dialog.findChild(TestWindow)
    assert test is not None
    test.form.more.setChecked(True)
    shown_rules.until(test.isActiveWindow)
    found = tab_through(test.past)
    told = {name: row.entry for name, row in test.form.rows.items()}
    usual, more = [told[name] for name in fields.USUAL], [told[name] for name in fields.MORE]
    assert found[1:-1] == [*usual, test.form.more, *more]
    assert found[-1].accessibleName() == "Rules that win and lose"


def test_enter_opens_a_rule_and_changes_are_kept(shown_rules: ShownRules) -> None:
    [kept] = shown_rules.add(replace(rule(), note="why", priority=3))
    shown_rules.open(1)
    shown_rules.in_table(0)
    shown_rules.press(Qt.Key.Key_Return)
    dialog = shown_rules.dialog()
    assert dialog.form.rows["priority"].isVisible()  # it says something, so it is not hidden
    action = dialog.form.rows["action"].entry
    key(action, Qt.Key.Key_Down)
    assert dialog.sentence == "curl may not do anything on the network."
    save = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    assert save is not None
    click(save)
    shown_rules.until(lambda: shown_rules.kept()[0].action is Action.DENY)
    [changed] = shown_rules.kept()
    assert replace(changed, action=Action.ALLOW, errno=0) == kept


def test_escape_keeps_nothing(shown_rules: ShownRules) -> None:
    kept = shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.window.edit(kept[0])
    dialog = shown_rules.dialog()
    write(entry(dialog, "name"), "another name")
    key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert shown_rules.kept() == kept


def leave(shown_rules: ShownRules, dialog: RuleDialog) -> None:
    """Close the dialog, and wait until nothing is left of it."""
    gone: list[object] = []
    dialog.destroyed.connect(gone.append)
    key(dialog, Qt.Key.Key_Escape)
    shown_rules.until(lambda: gone)


def test_a_new_rule_whose_dialog_is_left_while_it_is_saved(shown_rules: ShownRules) -> None:
    shown_rules.open(0)
    shown_rules.window.make()
    dialog = shown_rules.dialog()
    write(entry(dialog, "exe"), "/usr/bin/curl")
    with shown_rules.held.busy():
        dialog.save()
        leave(shown_rules, dialog)
    shown_rules.until(lambda: shown_rules.model.rowCount() == 1)
    assert shown_rules.bar() == ""


def test_a_change_that_fails_when_its_dialog_is_left_is_said(shown_rules: ShownRules) -> None:
    shown_rules.add(rule())
    shown_rules.open(1)
    shown_rules.window.edit(shown_rules.kept()[0])
    dialog = shown_rules.dialog()
    write(entry(dialog, "note"), "changed")
    with shown_rules.held.busy():
        shown_rules.window._commands.delete([1])
        dialog.save()
        leave(shown_rules, dialog)
    shown_rules.until(lambda: "There is no rule 1" in shown_rules.bar())
    assert shown_rules.kept() == []


def test_untrusted_text_is_shown_as_codes_and_kept_as_it_is(shown_rules: ShownRules) -> None:
    path = "/tmp/<b>x</b>\u202e\n\udcff"
    draft = Draft(NOW, replace(rule(exe=path), name="a\u202eb"))
    dialog = RuleDialog(draft, new=False)
    shown_rules.qtbot.addWidget(dialog)
    line = entry(dialog, "exe")
    assert isinstance(line, QLineEdit)
    assert line.text() == "/tmp/<b>x</b>\\u202e\\n\\xff"
    checked = draft.check(dialog.form.texts)
    assert checked.rule is not None
    assert checked.rule.conditions.exe == TextMatch(path) and checked.rule.name == "a\u202eb"


def test_another_lifetime_counts_from_now() -> None:
    old = replace(rule(), id=4, birth=Birth(datetime(2030, 1, 1, tzinfo=UTC), "before", 1.0))
    draft = Draft(NOW, old)
    made = draft.check(draft.fields | {"lifetime": "1h"}).rule
    assert made is not None and made.lifetime == HOUR
    assert (made.birth.boot_id, made.birth.boottime_s) == ("boot", 5000.0)
    assert made.birth.created == old.birth.created
    same = draft.check(draft.fields | {"note": "x"}).rule
    assert same is not None and same.birth == old.birth


def test_a_copy_is_new_and_switched_off() -> None:
    old = Rule(
        name="n" * MAX_NAME,
        action=Action.DENY,
        errno=111,
        conditions=rule().conditions,
        birth=Birth(datetime(2030, 1, 1, tzinfo=UTC), "then", 1.0, (7, 8)),
        lifetime=Lifetime(LifetimeKind.PROCESS),
        id=9,
        origin=Origin.IMPORTED,
        hits=5,
    )
    copied = copy_of(old, NOW)
    assert (copied.id, copied.hits, copied.enabled, copied.last_used) == (0, 0, False, None)
    assert copied.origin is Origin.PERSON and len(copied.name) <= MAX_NAME
    assert (copied.birth.process, copied.birth.boot_id) == ((7, 8), "then")
    assert (copied.action, copied.errno, copied.conditions) == (
        old.action,
        old.errno,
        old.conditions,
    )
    assert copy_of(replace(old, lifetime=HOUR), NOW).birth == NOW
