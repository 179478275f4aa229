# SPDX-License-Identifier: GPL-2.0-or-later
"""Verdicts carry what they may and nothing else."""

from __future__ import annotations

import dataclasses
import errno

import pytest

from snetgui.model import Action, Conditions, Rule, Verdict


def test_a_deny_without_an_errno_is_eperm() -> None:
    assert Verdict(1, Action.DENY).errno == errno.EPERM
    assert Verdict(1, Action.DENY, errno.ECONNREFUSED).errno == errno.ECONNREFUSED
    assert Verdict(1, Action.ALLOW).errno == 0


@pytest.mark.parametrize(
    ("action", "number"), [(Action.ALLOW, 1), (Action.DENY, 512), (Action.DENY, -1)]
)
def test_what_no_verdict_can_say(action: Action, number: int) -> None:
    with pytest.raises(ValueError, match="errno"):
        Verdict(1, action, number)


@pytest.mark.parametrize("kind", [Conditions, Rule, Verdict])
def test_values_are_immutable(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
