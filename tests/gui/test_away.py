# SPDX-License-Identifier: GPL-2.0-or-later
"""Prompts and a person who is away: locked, in another session, suspended. On a real screen."""

from __future__ import annotations

import pytest

from snetgui.model import Action, Reason

from .desks import Desk, logind
from .kit import internet
from .picture import ALLOW, BAR
from .xsession import until

WAYS = [("locked", "unlocked"), ("background", "foreground"), ("sleep", "wake")]


@pytest.mark.parametrize(("goes", "comes"), WAYS)
def test_what_waits_is_hidden_and_comes_back_armed_anew(desk: Desk, goes: str, comes: str) -> None:
    first = desk.asked()
    place = desk.session.find(ALLOW)
    logind(desk.session, goes)
    desk.gone()
    second = desk.raised(to=internet("192.0.2.7", 7))
    until(lambda: desk.get(desk.engine.backend.status()).questions == 2, "the second question")
    assert not desk.session.look().find(BAR)
    desk.session.move(*place)
    logind(desk.session, comes)
    desk.session.find(BAR)
    desk.session.click_at(*place)
    desk.step_aside()
    desk.session.find(ALLOW)
    assert desk.pends(first) and desk.pends(second)


def test_what_nobody_sees_ends_by_policy_and_is_missed(desk: Desk) -> None:
    made = desk.raised(delay_s=2)
    x, y = desk.session.find(ALLOW)
    desk.session.move(x, y - 50)  # being read is no more time for who is away
    logind(desk.session, "locked")
    decision = desk.decided(made)
    assert (decision.action, decision.reason) == (Action.ALLOW, Reason.TIMEOUT)
    assert decision.held_ns < 4_000_000_000
    logind(desk.session, "unlocked")
    [missed] = desk.get(desk.engine.backend.missed()).rows
    assert missed.decision.event.id == made.id
    assert not desk.session.look().find(BAR)
