# SPDX-License-Identifier: GPL-2.0-or-later
"""Which keys were meant for the prompt."""

from __future__ import annotations

import pytest

from snetgui.gui.prompt.keytrust import QUIET_NS, SETTLED_NS, KeyTrust


class FakeClock:
    def __init__(self) -> None:
        self.now = 10**12

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def trust(clock: FakeClock) -> KeyTrust:
    result = KeyTrust(clock)
    result.shown()
    return result


def test_no_key_counts_without_the_focus(trust: KeyTrust, clock: FakeClock) -> None:
    clock.now += 100 * SETTLED_NS
    assert not trust.pressed()


def test_focus_given_at_once_by_a_window_manager_counts_never(
    trust: KeyTrust, clock: FakeClock
) -> None:
    clock.now += SETTLED_NS - 1
    trust.activated()
    clock.now += 100 * QUIET_NS
    assert not trust.pressed()


def test_focus_taken_by_the_person_counts_after_a_quiet_time(
    trust: KeyTrust, clock: FakeClock
) -> None:
    clock.now += SETTLED_NS
    trust.activated()
    clock.now += QUIET_NS
    assert trust.pressed()


def test_typing_that_goes_on_never_counts(trust: KeyTrust, clock: FakeClock) -> None:
    clock.now += SETTLED_NS
    trust.activated()
    for _ in range(50):
        clock.now += QUIET_NS - 1
        assert not trust.pressed()


def test_a_click_counts_at_once(trust: KeyTrust) -> None:
    trust.clicked()
    assert trust.pressed()


def test_leaving_takes_the_trust_away(trust: KeyTrust) -> None:
    trust.clicked()
    trust.deactivated()
    assert not trust.pressed()


def test_appearing_anew_takes_the_trust_away(trust: KeyTrust) -> None:
    trust.clicked()
    trust.shown()
    assert not trust.pressed()


def test_a_prompt_that_was_asked_for_has_the_keyboard(trust: KeyTrust, clock: FakeClock) -> None:
    trust.summoned()
    assert not trust.pressed()
    clock.now += QUIET_NS
    assert trust.pressed()
