# SPDX-License-Identifier: GPL-2.0-or-later
"""What the prompt says, whatever a program says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from snetgui.gui.apps import App
from snetgui.gui.prompt.answer_button import AnswerButton
from snetgui.gui.prompt.chip import Chip
from snetgui.model import Action, Facts, Syscall, unix_address

from .hand import click, hover
from .kit import SECOND, event, internet, question
from .prompt_kit import Asked


def test_the_rule_is_said_as_it_would_be(asked: Asked) -> None:
    asked.show()
    assert "curl may connect to 203.0.113.7 on tcp 443 (https)" in asked.text("rule")
    click(asked.chip("everything"))
    click(asked.chip("always"))
    assert "curl may do anything on the network." in asked.text("rule")
    click(asked.chip("once"))
    assert "no rule" in asked.text("rule")


@pytest.mark.parametrize(
    ("left_ns", "policy", "said"),
    [
        (30 * SECOND, Action.DENY, "30 s · then denied"),
        (22 * SECOND - 1, Action.ALLOW, "22 s · then allowed"),
        (1, Action.DENY, "1 s · then denied"),
        (-5 * SECOND, Action.DENY, "0 s · then denied"),
    ],
)
def test_the_countdown_is_the_deadline(
    asked: Asked, left_ns: int, policy: Action, said: str
) -> None:
    asked.show(replace(question(policy=policy), deadline_ns=asked.now + left_ns))
    assert asked.text("countdown") == said


def test_the_place_in_line_is_said(asked: Asked) -> None:
    asked.show(waiting=7)
    assert any("1 of 7" in label.text() for label in asked.window.findChildren(QLabel))


NASTY = "/tmp/" + "<b>Thunderbird</b>\u202e&x\n\x07" + "y" * 4000


@pytest.mark.parametrize("details", [False, True])
def test_nasty_names_are_plain_text_and_fit(asked: Asked, details: bool) -> None:
    nasty = event(exe=NASTY, to=unix_address("/" + "z" * 100), family=1, protocol=0)
    asked.show(question(asked=nasty), app=App("<i>x</i>\\u202e" + "n" * 40, QIcon()))
    asked.window._body.more.setChecked(details)
    for label in asked.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert "\u202e" not in label.text() and "\n" not in label.text()
    for name in ("allow", "deny"):
        assert asked.window.rect().contains(asked.button(name).geometry())
    for chip in asked.window.findChildren(Chip):
        if chip.isVisible():
            corner = chip.mapTo(asked.window, QPoint(chip.width() - 1, chip.height() - 1))
            assert asked.window.rect().contains(corner)


IP6 = "2001:db8:1234:5678:9abc:def0:1234:5678"


@pytest.mark.parametrize("away", [False, True], ids=["at once", "after a while"])
def test_the_next_question_has_all_the_room_that_it_needs(asked: Asked, away: bool) -> None:
    asked.show(question(1))
    low = asked.window.height()
    for number, height in ((2, None), (3, low)):
        if away:
            asked.window.go_away()
        if height is None:
            wide = event(exe="/opt/" + "W" * 255, to=internet(IP6, 443), family=10)
            asked.show(question(number, asked=wide), app=App("W" * 48, QIcon()))
        else:
            asked.show(question(number))
            assert asked.window.height() == height
        assert cut_off(asked.window) == []


def cut_off(window: QWidget) -> list[str]:
    """What of a prompt's texts has less room than it takes."""
    QApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    tight = [label.text() for label in labels if label.height() < needed(label)]
    return tight + [
        chip.text()
        for chip in window.findChildren(Chip)
        if chip.isVisible() and chip.visibleRegion().boundingRect() != chip.rect()
    ]


def needed(label: QLabel) -> int:
    return max(label.heightForWidth(label.width()), 0)


def test_details_open_and_close_and_the_buttons_stay(asked: Asked) -> None:
    asked.show()
    before = asked.window.geometry()
    asked.click_somewhere()
    asked.key(Qt.Key.Key_I)
    assert asked.window._body._details.isVisible()
    texts = [label.text() for label in asked.window._body._details.findChildren(QLabel)]
    assert any("0x1 · connect(2) · verdict_id=0x1 syscall=CONNECT" in text for text in texts)
    assert asked.window.geometry().bottom() == before.bottom()
    asked.key(Qt.Key.Key_I)
    assert asked.window.geometry() == before


def test_a_screen_reader_hears_the_question(asked: Asked) -> None:
    asked.show()
    said = "curl wants to connect to 203.0.113.7, port 443 (https)"
    assert asked.window.accessibleName() == said
    assert said in asked.window.windowTitle()
    for name, word in (("allow", "Allow"), ("deny", "Deny")):
        assert asked.button(name).accessibleName() == word


KNOWN = Facts(
    user="anna",
    command=("/usr/bin/curl", "-o", "a file", "https://example.org"),
    ancestors=("/usr/bin/bash", "/usr/lib/systemd/systemd"),
    unit="app-curl.scope",
    package="curl",
    hosts=("example.org",),
)


def test_all_that_is_behind_it_is_there_on_demand(asked: Asked) -> None:
    calls = event(0xD, local=internet("192.0.2.4", 40000))
    calls = replace(calls, process=replace(calls.process, cgroup=4321, ppid=17))
    calls = replace(calls, remote=internet("203.0.113.7", 443))
    asked.show(question(asked=calls, facts=KNOWN))
    asked.window._body.more.toggle()
    told = "\n".join(
        label.accessibleName() for label in asked.window._body._details.findChildren(QLabel)
    )
    for part in (
        "Program: /usr/bin/curl",
        "Command line: /usr/bin/curl -o “a file” https://example.org",
        "Started by: /usr/bin/bash ← /usr/lib/systemd/systemd",
        "Unit: app-curl.scope",
        "Process: 23886 (thread 23886",
        "parent 17",
        "User: anna (uid 1000, gid 1000)",
        "From: 192.0.2.4:40000 (02009c40 c0000204",
        "To: 203.0.113.7:443 (020001bb cb007107",
        "Control group: 4321",
        "Event: 0xd · connect(2) · verdict_id=0xd syscall=CONNECT protocol=6 [tcp] family=2",
    ):
        assert part in told, part


@pytest.mark.parametrize(
    ("syscall", "local", "remote", "said"),
    [
        (Syscall.LISTEN, "0.0.0.0", None, "accept connections on port 8080 (http-alt) from other"),
        (Syscall.LISTEN, "127.0.0.1", None, "accept connections on port 8080 (http-alt) from this"),
        (Syscall.ACCEPT, "192.0.2.4", "198.51.100.2", "take a connection from 198.51.100.2 on"),
        (Syscall.SENDMSG, None, "198.51.100.2", "wants to send data to 198.51.100.2"),
    ],
)
def test_each_call_is_asked_in_its_own_words(
    asked: Asked, syscall: Syscall, local: str | None, remote: str | None, said: str
) -> None:
    made = event(
        syscall=syscall,
        local=internet(local, 8080) if local else None,
        to=internet(remote, 5000) if remote else None,
    )
    asked.show(question(asked=made))
    assert said in asked.window._body._header._deed.text()


@pytest.mark.parametrize(
    ("exe", "marked"),
    [
        ("/usr/bin/curl", False),
        ("/opt/vendor/program", False),
        ("/tmp/Thunderbird", True),
        ("/home/anna/Thunderbird", True),
        ("", False),
    ],
)
def test_a_program_that_anybody_could_have_put_there_is_named_as_such(
    asked: Asked, exe: str, *, marked: bool
) -> None:
    asked.show(question(asked=event(exe=exe)), app=App("Thunderbird", QIcon()))
    assert ("not part of the system" in asked.text("path")) is marked
    assert exe in asked.text("path")


def test_the_rule_of_deny_is_said_while_the_pointer_is_there(asked: Asked) -> None:
    asked.show()
    asked.armed()
    before = asked.window.geometry()
    hover(asked.button("deny"))
    assert asked.text("rule").startswith("Deny makes the rule: curl may not connect")
    hover(asked.button("allow"))
    assert asked.text("rule").startswith("Allow makes the rule: curl may connect")
    assert asked.window.geometry() == before
    assert asked.button("allow").isEnabled()


def test_a_longer_rule_makes_room_upwards(asked: Asked) -> None:
    asked.show()
    before = asked.window.geometry()
    asked.window._body._rule.set_texts({Action.ALLOW: "a rule " * 60, Action.DENY: ""})
    asked.window._body.taller.emit()
    after = asked.window.geometry()
    assert after.bottom() == before.bottom() and after.height() > before.height()


@pytest.mark.parametrize("name", ["Allow", "✓ Allow  [A]", "snet", "&Deny"])
def test_a_name_that_looks_like_a_part_of_the_prompt_is_text(asked: Asked, name: str) -> None:
    asked.show(app=App(name, QIcon()))
    buttons = asked.window.findChildren(QAbstractButton)
    assert {button.text() for button in buttons if isinstance(button, AnswerButton)} == {
        "Allow",
        "Deny",
    }
    assert asked.window._body._header._name.text() == name
    assert asked.window._body._header._name.textFormat() is Qt.TextFormat.PlainText
