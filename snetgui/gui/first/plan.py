# SPDX-License-Identifier: GPL-2.0-or-later
"""What the person chose on the first screens, and carrying it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from snetgui.engine.backend import Backend
from snetgui.gui.words import translate
from snetgui.model import About, Action, Mode

DAY_S = 86_400.0


class Begin(StrEnum):
    """How snet begins."""

    NEW = "new"  # what uses the network now goes on, all else is asked about
    EVERYTHING = "everything"
    LEARN = "learn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All choices. Nothing of it is done before the person says so.

    Attributes:
        policy: what a call gets that nobody answers.
        loopback: whether connections within this computer are asked about.
        login: whether to start at login; None: that can't be chosen here.
    """

    begin: Begin
    policy: Action
    loopback: bool
    login: bool | None


async def carry_out(backend: Backend, plan: Plan) -> int:
    """Put a plan into force, all but `login`; again does no harm.

    Returns:
        How many rules it made.

    Raises:
        SnetError: what was done until then stays.
    """
    before = await backend.settings()
    asked = before.asked - {About.LOOPBACK} | ({About.LOOPBACK} if plan.loopback else set())
    await backend.change_settings(replace(before, asked=asked, policy=plan.policy))
    if plan.begin is Begin.LEARN:
        await backend.set_mode(Mode.LEARN, DAY_S)
        return 0
    made = await backend.allow_running() if plan.begin is Begin.NEW else ()
    await backend.set_mode(Mode.ASK)
    return len(made)


def steps(plan: Plan) -> list[str]:
    """What will be done, a sentence each."""
    policy = (
        translate("First", "What nobody answers is denied, that one time.")
        if plan.policy is Action.DENY
        else translate("First", "What nobody answers is allowed, that one time.")
    )
    within = (
        translate("First", "Connections within this computer are asked about too.")
        if plan.loopback
        else translate("First", "Connections within this computer are not asked about.")
    )
    return [_begin_step(plan.begin), policy, within, *_login_step(plan.login)]


def _begin_step(begin: Begin) -> str:
    return {
        Begin.NEW: translate(
            "First",
            "Programs that use the network now go on, by a rule that allows each all it does. All "
            "others are asked about.",
        ),
        Begin.EVERYTHING: translate("First", "Every program is asked about, from now on."),
        Begin.LEARN: translate(
            "First", "For a day all is allowed, and rules are made of it. Then snet asks."
        ),
    }[begin]


def _login_step(login: bool | None) -> list[str]:
    if login is None:
        return []
    if login:
        return [translate("First", "snet starts when you log in.")]
    return [translate("First", "snet starts when you start it.")]


def done_text(plan: Plan, rules: int) -> str:
    """What was done, once it is."""
    if plan.begin is Begin.LEARN:
        return translate("First", "snet learns until tomorrow at this time, then it asks.")
    if plan.begin is Begin.EVERYTHING or rules == 0:
        return translate("First", "snet asks from now on.")
    return translate(
        "First", "snet asks from now on. %Ln programs that are running go on.", "", rules
    )
