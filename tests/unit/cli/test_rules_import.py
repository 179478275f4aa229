# SPDX-License-Identifier: GPL-2.0-or-later
"""Very many rules at once: all of them or none, and what can't be said of neither is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from snetgui.cli import rules_import
from snetgui.cli.rules_import import add_all
from snetgui.engine.engine import Engine
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import Rule, SnetError, StoreError
from snetgui.source.idle import IdleSource
from tests.unit.engine.people import rule


class SmallDisk(MemoryKeeper):
    """A keeper with room for so many rules, which then can't even forget any, or can."""

    def __init__(self, room: int, *, forgets: bool) -> None:
        super().__init__()
        self.room = room
        self.forgets = forgets
        self.calls: list[int] = []

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        self.calls.append(len(rules))
        if len(self.rules) + len(rules) > self.room:
            raise StoreError("the disk is full")
        return await super().add(rules)

    async def remove(self, ids: Sequence[int]) -> None:
        if not self.forgets:
            raise StoreError("the disk is still full")
        await super().remove(ids)


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_import, "PIECE_BYTES", 10_000)


def some(count: int) -> list[Rule]:
    return [rule(f"/{number}", note="x" * 2000) for number in range(count)]


async def test_pieces_are_added_in_their_order() -> None:
    keeper = SmallDisk(1000, forgets=True)
    engine = Engine(IdleSource(), keeper, ())
    added = await add_all(engine, some(10))
    assert [one.id for one in added] == list(range(1, 11))
    assert [one.conditions for one in added] == [one.conditions for one in some(10)]
    assert keeper.calls == [4, 4, 2]
    assert await add_all(engine, ()) == ()
    await engine.stop()


async def test_what_was_added_is_taken_back() -> None:
    keeper = SmallDisk(9, forgets=True)
    engine = Engine(IdleSource(), keeper, ())
    with pytest.raises(StoreError, match=r"^the disk is full$"):
        await add_all(engine, some(10))
    assert keeper.calls == [4, 4, 2]
    assert keeper.rules == {}
    assert (await engine.rules()).total == 0
    await engine.stop()


async def test_what_can_not_be_taken_back_is_said() -> None:
    keeper = SmallDisk(9, forgets=False)
    engine = Engine(IdleSource(), keeper, ())
    says = "the disk is full; rules 1 to 8 were added before, and can't be taken back"
    with pytest.raises(SnetError, match=says):
        await add_all(engine, some(10))
    assert (await engine.rules()).total == len(keeper.rules) == 8
    await engine.stop()
