# SPDX-License-Identifier: GPL-2.0-or-later
"""Many rules changed at once: kept and in play agree, or nothing changed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from snetgui.engine.assemble import rules_only, standalone
from snetgui.engine.backend import MOST_RULES_AT_ONCE
from snetgui.engine.engine import Engine
from snetgui.engine.keeper import StoreKeeper, WithGiven
from snetgui.engine.rulebook import _meaning
from snetgui.model import (
    NOTHING_KNOWN,
    UNTIL_RESTART,
    Action,
    Answer,
    Conditions,
    Lifetime,
    LifetimeKind,
    PortMatch,
    Rule,
    RuleError,
    StoreError,
    TextKind,
    TextMatch,
    UnknownRule,
)
from snetgui.source.recording import RecordingSource
from snetgui.store.rules import RuleStore

from .people import FullDisk, ask, rule
from .world import PATIENCE_S, WALL, make_event, world

HOUR = Lifetime(LifetimeKind.SPAN, seconds=3600)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    async with rules_only(directory=tmp_path) as made:
        yield made


def kept(folder: Path) -> dict[int, Rule]:
    """What the file says."""
    with closing(RuleStore(folder / "rules.db")) as store:
        store.open()
        return {one.id: one for one in store.load().rules}


async def in_play(engine: Engine) -> dict[int, Rule]:
    return {one.id: one for one in (await engine.rules()).rows}


async def test_undone_deletion_brings_back_the_same_rules(engine: Engine, tmp_path: Path) -> None:
    first, second, third = await engine.add_rules([rule("/a"), rule("/b"), rule("/c")])
    gone = await engine.delete_rules([first.id, third.id])
    assert gone == (first, third)
    assert await engine.add_rules(gone) == (first, third)
    new = await engine.add_rule(rule("/d"))
    assert new.id > third.id
    assert (
        await in_play(engine)
        == kept(tmp_path)
        == {one.id: one for one in (first, second, third, new)}
    )


BAD: list[tuple[str, list[Rule]]] = [
    ("id", [rule(), rule(id=1)]),  # in use
    ("id", [rule(), rule(id=77)]),  # never given
    ("id", [rule(), rule(id=-1)]),
    ("id", [rule(), rule(id=2), rule(id=2)]),  # one that is free, twice
    ("remote port", [rule(), rule(conditions=Conditions(remote_ports=PortMatch(((0, 70_000),))))]),
    ("program", [rule(), rule(conditions=Conditions(exe=TextMatch("(", TextKind.REGEX)))]),
    ("name", [rule(), rule(name=" ")]),
    ("lifetime", [rule(), rule(lifetime=Lifetime(LifetimeKind.ONCE))]),
    ("rules", [rule()] * (MOST_RULES_AT_ONCE + 1)),
]


@pytest.mark.parametrize(
    ("field", "rules"), BAD, ids=[f"{n}-{bad[0]}" for n, bad in enumerate(BAD)]
)
async def test_one_bad_rule_leaves_all_out(
    engine: Engine, tmp_path: Path, field: str, rules: list[Rule]
) -> None:
    (there, gone) = await engine.add_rules([rule("/there"), rule("/gone")])
    await engine.delete_rules([gone.id])
    with pytest.raises(RuleError) as caught:
        await engine.add_rules(rules)
    assert caught.value.field == field
    assert await in_play(engine) == kept(tmp_path) == {there.id: there}


async def test_switching_is_for_all_and_keeps_the_rest(engine: Engine, tmp_path: Path) -> None:
    first, second = await engine.add_rules([rule("/a"), rule("/b", enabled=False)])
    turned = await engine.set_enabled([first.id, second.id, 99, first.id], enabled=False)
    assert turned == (replace(first, enabled=False), second)
    assert await in_play(engine) == kept(tmp_path)
    assert engine.judge is not None
    told = await engine.explain(make_event(1, exe="/a"), NOTHING_KNOWN)
    assert told.winner is None and [other.rule.id for other in told.matched] == [first.id]


CALLS: list[Callable[[Engine, Rule], Awaitable[object]]] = [
    lambda engine, one: engine.add_rules([rule("/x"), rule("/y")]),
    lambda engine, one: engine.add_rule(rule("/x")),
    lambda engine, one: engine.change_rule(replace(one, name="other")),
    lambda engine, one: engine.set_enabled([one.id], enabled=False),
    lambda engine, one: engine.delete_rules([one.id]),
]


@pytest.mark.parametrize("call", CALLS)
async def test_file_that_another_program_locks_changes_nothing(
    tmp_path: Path,
    call: Callable[[Engine, Rule], Awaitable[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    defaults = RuleStore.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "busy_timeout_s", 0.05)
    async with rules_only(directory=tmp_path) as engine:
        one = await engine.add_rule(rule())
        with closing(sqlite3.connect(tmp_path / "rules.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="locked"):
                await call(engine, one)
        assert await in_play(engine) == kept(tmp_path) == {one.id: one}


@pytest.mark.parametrize("call", CALLS)
async def test_full_disk_changes_nothing(call: Callable[[Engine, Rule], Awaitable[object]]) -> None:
    keeper = FullDisk()
    keeper.full = False
    async with world(keeper) as here:
        one = await here.engine.add_rule(rule())
        keeper.full = True
        with pytest.raises(StoreError, match="disk is full"):
            await call(here.engine, one)
        assert await in_play(here.engine) == keeper.rules == {one.id: one}
        await here.settle()
        assert here.engine._book._coming == {}


async def test_rule_that_another_program_removed_is_out_of_play_too(
    engine: Engine, tmp_path: Path
) -> None:
    first, second = await engine.add_rules([rule("/a"), rule("/b")])
    with closing(RuleStore(tmp_path / "rules.db")) as other:
        other.open()
        other.delete([first.id])
    with pytest.raises(UnknownRule):
        await engine.set_enabled([first.id, second.id], enabled=False)
    assert await in_play(engine) == kept(tmp_path) == {second.id: second}


async def test_broken_rule_is_named_and_can_be_removed_or_replaced(tmp_path: Path) -> None:
    async with rules_only(directory=tmp_path) as engine:
        await engine.add_rules(
            [rule("/a", name="fine"), rule("/b", name="no\ngood\u202e"), rule("/c")]
        )
    with closing(sqlite3.connect(tmp_path / "rules.db")) as file, file:
        file.execute("UPDATE rules SET conditions = '{' WHERE id IN (2, 3)")
    async with rules_only(directory=tmp_path) as engine:
        warnings = (await engine.status()).warnings
        assert len(warnings) == 2 and "Rule 2 “no\\ngood\\u202e”" in warnings[0]
        assert set(await in_play(engine)) == {1}
        assert await engine.delete_rules([2]) == ()
        await engine.change_rule(rule("/c", id=3))
        assert (await engine.status()).warnings == ()
        assert set(await in_play(engine)) == set(kept(tmp_path)) == {1, 3}


async def test_new_lifetime_counts_from_now() -> None:
    async with world() as here:
        old = await here.engine.add_rule(rule())
        here.time.pass_s(7200)
        changed = await here.engine.change_rule(replace(old, lifetime=HOUR))
        assert changed.birth.created == old.birth.created
        here.time.pass_s(3599)
        here.engine._book.expire()
        assert (await here.engine.rules()).total == 1
        renamed = await here.engine.change_rule(replace(changed, name="other"))
        assert renamed.birth == changed.birth
        here.time.pass_s(1)
        here.engine._book.expire()
        assert (await here.engine.rules()).total == 0


async def test_file_that_cannot_be_used_is_no_place_for_a_command(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="ascii")
    with pytest.raises(StoreError):
        async with rules_only(directory=tmp_path / "file"):
            raise AssertionError("nothing could be kept")


async def test_answer_that_makes_no_rule_leaves_the_question() -> None:
    async with world() as here:
        question = await ask(here, 1)
        endless = Lifetime(LifetimeKind.SPAN, seconds=1e12)
        with pytest.raises(RuleError, match="no span of time"):
            await here.engine.answer(question, Answer(Action.ALLOW, lifetime=endless))
        assert len(here.questions) == 1
        assert (await here.engine.rules()).total == 0
        await here.engine.answer(question, Answer(Action.ALLOW, lifetime=UNTIL_RESTART))


async def test_given_rules_are_switched_and_not_written(tmp_path: Path) -> None:
    with closing(RuleStore(tmp_path / "rules.db")) as store:
        store.open()
        keeper = WithGiven(StoreKeeper(store), [rule("/given")])
        async with world(keeper) as here:
            stored = await here.engine.add_rule(rule("/stored"))
            await here.engine.set_enabled([-1, stored.id], enabled=False)
            assert not any(one.enabled for one in (await in_play(here.engine)).values())
        assert set(kept(tmp_path)) == {stored.id}


async def said(engine: Engine) -> dict[int, Rule]:
    """The rules without what each engine notes of them now and then."""
    return {number: _meaning(one) for number, one in (await in_play(engine)).items()}


async def test_two_engines_over_the_same_files_agree(tmp_path: Path) -> None:
    """Each change of one is in play in the other, and a rule's use is no change."""
    async with (
        standalone(RecordingSource(), directory=tmp_path) as first,
        standalone(RecordingSource(), directory=tmp_path) as second,
    ):

        async def agree(count: int) -> None:
            async with asyncio.timeout(PATIENCE_S):
                while await said(first) != await said(second) or len(first._book) != count:
                    await asyncio.sleep(0.01)

        birth = first._book.birth()
        one, two = await first.add_rules([rule("/a"), rule("/b", lifetime=HOUR, birth=birth)])
        await agree(2)
        await second.set_enabled([one.id], enabled=False)
        await agree(2)
        assert not (await first.rule(one.id)).enabled
        await second.delete_rules([two.id])
        await agree(1)
        await second.add_rules([two])
        await agree(2)
        assert set(await in_play(first)) == set(kept(tmp_path))
        first._book.used(one.id, WALL)
        await first._book._flush()
        await second.kept_elsewhere()
        assert (await second.explain(make_event(1, exe="/b"), NOTHING_KNOWN)).winner is not None
