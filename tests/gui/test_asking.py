# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking a person on a real screen, X and Wayland, with a real pointer and real keys."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from snetgui.gui.prompt.keytrust import QUIET_NS
from snetgui.model import Action, Event, LifetimeKind, Reason

from .desks import MAGENTA, Desk
from .kit import internet
from .picture import ALLOW, BAR, DENY, Colour
from .xsession import snet_gui, until

QUIET_S = QUIET_NS / 1e9 + 0.1
BUTTONS = {Action.ALLOW: ALLOW, Action.DENY: DENY}


@pytest.mark.parametrize(("action", "colour"), BUTTONS.items())
def test_a_click_decides(desk: Desk, action: Action, colour: Colour) -> None:
    made = desk.asked()
    desk.click_answer(colour)
    decision = desk.decided(made)
    assert (decision.action, decision.reason) == (action, Reason.PERSON)
    desk.gone()


def test_keys_choose_and_decide_once_the_person_clicked(desk: Desk) -> None:
    made = desk.asked()
    desk.enter()
    press_choice(desk, "0")
    desk.session.key("4")
    desk.session.key("d")
    decision = desk.decided(made)
    assert (decision.action, decision.reason) == (Action.DENY, Reason.PERSON)
    [rule] = until(desk.rules, "the rule")
    assert rule.lifetime.kind is LifetimeKind.ALWAYS and rule.conditions.remote is None


def press_choice(desk: Desk, key: str) -> None:
    """Press a choice's key until the choices, or the details, look another way."""
    _x, y = desk.session.find(ALLOW)
    before = desk.session.look().rows(y - 140, y - 25)

    def changed() -> bool:
        time.sleep(0.05)
        return desk.session.look().rows(y - 140, y - 25) != before

    def chose() -> bool:
        desk.session.key(key)
        return any(changed() for _ in range(20))

    until(chose, f"the choice of {key}")


def test_typing_elsewhere_never_answers_and_loses_no_key(desk: Desk) -> None:
    typed = desk.typist()
    made = desk.raised()
    text = "add a dad " * 6
    desk.session.type(text)
    desk.session.find(ALLOW)
    desk.session.key("Return")
    desk.session.type(" ad1234567890")
    other = desk.raised(to=internet("192.0.2.9", 9))
    desk.session.type("adadad")
    expected = text + " ad1234567890adadad"
    until(lambda: _read(typed) == expected, "all that was typed")
    assert desk.session.focused() == typed.name
    assert desk.pends(made) and desk.pends(other) and desk.rules() == ()


def test_keys_go_back_to_where_they_were_typed_before(desk: Desk) -> None:
    typed = desk.typist()
    made = desk.asked()
    desk.enter()
    press_choice(desk, "4")
    desk.session.key("a")
    desk.decided(made)
    desk.gone()
    until(lambda: desk.session.focused() == typed.name, "the typist's focus")
    desk.session.type("x")
    until(lambda: _read(typed) == "x", "a key to arrive")


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def test_the_second_click_of_two_is_not_for_the_next_question(desk: Desk) -> None:
    first = desk.asked()
    second = desk.raised(to=internet("192.0.2.1", 81))
    desk.session.lose(ALLOW)  # "1 of 2" is a change
    desk.click_answer(ALLOW, times=2)
    assert desk.decided(first).reason is Reason.PERSON
    desk.step_aside()
    desk.session.find(ALLOW)
    assert desk.pends(second)


def test_a_click_as_it_appears_is_nothing(desk: Desk) -> None:
    desk.asked()
    place = desk.session.find(ALLOW)
    desk.click_answer(DENY)
    desk.gone()
    desk.session.move(*place)
    other = desk.raised(to=internet("192.0.2.1", 81))
    desk.session.find(BAR)
    desk.session.click_at(*place)
    desk.step_aside()
    desk.session.find(ALLOW)
    assert desk.pends(other)


def test_escape_means_later_and_starting_it_again_brings_it_back(desk: Desk) -> None:
    made = desk.asked()
    desk.enter()
    press_choice(desk, "4")
    desk.session.key("Escape")
    desk.gone()
    assert desk.pends(made)
    again = desk.session.run(
        snet_gui(), "--standalone", "--data-dir", str(desk.app.data), "--source", "kernel"
    )
    assert again.returncode == 0, again.stderr
    desk.session.find(ALLOW)
    time.sleep(QUIET_S)  # keys count after a quiet time, which nothing shows
    until(lambda: press_answer(desk, made), "an answer by a key")
    assert desk.decisions[made.id].reason is Reason.PERSON


def press_answer(desk: Desk, made: Event) -> bool:
    desk.session.key("d")
    time.sleep(QUIET_S)
    return not desk.pends(made)


def test_silence_is_answered_by_the_policy_and_missed(desk: Desk) -> None:
    made = desk.raised(delay_s=1.5)
    desk.session.find(BAR)
    decision = desk.decided(made)
    assert (decision.action, decision.reason) == (Action.ALLOW, Reason.TIMEOUT)
    desk.gone()
    [missed] = desk.get(desk.engine.backend.missed()).rows
    assert missed.decision.event.id == made.id and desk.rules() == ()


def test_a_pointer_in_the_prompt_gives_more_time(desk: Desk) -> None:
    made = desk.asked(delay_s=4)
    x, y = desk.session.find(ALLOW)
    ends_ns = made.deadline_ns + 500_000_000
    step = 0
    while time.monotonic_ns() < ends_ns:
        step += 1
        desk.session.move(x + step % 40, y - 50)
        time.sleep(0.1)
    assert desk.pends(made)
    desk.session.find(ALLOW)


def test_a_program_has_the_name_and_icon_of_its_desktop_entry(desk: Desk) -> None:
    desk.asked(exe=os.path.realpath("/usr/bin/env"))
    until(lambda: desk.session.look().find(MAGENTA, run=20), "the icon")
    if desk.on_x:
        desk.session.wait_window("Environs wants to connect")


def test_scrolling_what_is_behind_it_disarms(desk: Desk) -> None:
    desk.asked()
    desk.enter()
    before = desk.session.find(ALLOW)
    press_choice(desk, "i")
    after = desk.session.find(ALLOW)
    assert abs(after[1] - before[1]) <= 1, "the answers stay where they are"
    desk.session.scroll(after[0] - 200, after[1] - 200)
    desk.session.lose(ALLOW)
    desk.session.find(ALLOW)
