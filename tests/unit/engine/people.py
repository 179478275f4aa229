# SPDX-License-Identifier: GPL-2.0-or-later
"""What engine tests do over and over: answer, make rules, run out of disk."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_address as ip

from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Birth,
    Conditions,
    Rule,
    StoreError,
    TextMatch,
)

from .world import WALL, World

__all__ = ["ALLOW_ALWAYS", "FullDisk", "SlowDisk", "ask", "ip", "rule"]

ALLOW_ALWAYS = Answer(Action.ALLOW, lifetime=ALWAYS)


class FullDisk(MemoryKeeper):
    """A keeper whose disk is full from the moment on that it is told so."""

    full = True

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        if self.full:
            raise StoreError("The disk is full: make room.")
        return await super().add(rules)

    async def replace(self, rules: Sequence[Rule]) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")
        await super().replace(rules)

    async def remove(self, ids: Sequence[int]) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")
        await super().remove(ids)


class SlowDisk(FullDisk):
    """A keeper whose disk takes its time to add a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.go = asyncio.Event()

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        await self.go.wait()
        return await super().add(rules)


def rule(exe: str = "/usr/bin/curl", action: Action = Action.ALLOW, **changes: object) -> Rule:
    made = Rule(
        name="a rule",
        action=action,
        conditions=Conditions(exe=TextMatch(exe)),
        birth=Birth(WALL, "boot-1", 1000.0),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


async def ask(here: World, number: int, **changes: object) -> int:
    """Raise an event that no rule decides; returns the id of its question."""
    here.raise_(number, **changes)
    await here.settle()
    waiting = here.engine.judge.queue.behind(number)
    assert waiting is not None
    return waiting.id
