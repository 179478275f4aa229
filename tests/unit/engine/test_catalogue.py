# SPDX-License-Identifier: GPL-2.0-or-later
"""Searching, filtering and sorting rules: always what a plain look at all of them gives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.engine.backend import ALL_RULES, RuleQuery, RuleSort
from snetgui.engine.catalogue import Catalogue
from snetgui.engine.keeper import MemoryKeeper
from snetgui.engine.rulebook import RuleBook
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Conditions,
    Lifetime,
    LifetimeKind,
    Origin,
    Rule,
)
from snetgui.rules.order import order
from snetgui.rules.search_text import search_text

from .people import rule
from .world import WALL, FakeTime

SPAN = Lifetime(LifetimeKind.SPAN, seconds=60)
UNTIL = Lifetime(LifetimeKind.UNTIL, until=WALL + timedelta(seconds=30))

RULES = st.builds(
    lambda name, exe, **changes: rule(exe, name=name, **changes),
    name=st.sampled_from(("Allow curl", "allow CURL", "Straße", "STRASSE", "deny\n[b]\u202e", "é")),
    exe=st.sampled_from(("/usr/bin/curl", "/opt/Firefox", "/x\udcff")),
    action=st.sampled_from(Action),
    lifetime=st.sampled_from((ALWAYS, UNTIL_RESTART, SPAN, UNTIL)),
    origin=st.sampled_from(Origin),
    enabled=st.booleans(),
    priority=st.integers(-2, 2),
    hits=st.integers(0, 3),
    last_used=st.sampled_from((None, WALL, WALL + timedelta(days=1))),
)
QUERIES = st.builds(
    RuleQuery,
    text=st.sampled_from(("", "curl", "CURL  allow", "strasse", "firefox may", "none such", "[B]")),
    program=st.sampled_from((None, "/usr/bin/curl", "/nowhere")),
    actions=st.none() | st.frozensets(st.sampled_from(Action)),
    lifetimes=st.none() | st.frozensets(st.sampled_from(LifetimeKind)),
    origins=st.none() | st.frozensets(st.sampled_from(Origin)),
    enabled=st.sampled_from((None, True, False)),
    sort=st.sampled_from(RuleSort),
    descending=st.booleans(),
)
CHANGES = st.lists(
    st.tuples(st.integers(1, 12), st.none() | RULES | st.integers(1, 5)), max_size=30
)


def program(one: Rule) -> str:
    assert one.conditions.exe is not None
    return one.conditions.exe.value


KEYS: dict[RuleSort, Callable[[Rule], Any]] = {
    RuleSort.CREATED: lambda rule: rule.id,
    RuleSort.NAME: lambda rule: rule.name.casefold(),
    RuleSort.PROGRAM: lambda rule: program(rule).casefold(),
    RuleSort.ACTION: lambda rule: rule.action,
    RuleSort.LIFETIME: lambda rule: [UNTIL, SPAN, UNTIL_RESTART, ALWAYS].index(rule.lifetime),
    RuleSort.ORIGIN: lambda rule: rule.origin,
    RuleSort.ENABLED: lambda rule: rule.enabled,
    RuleSort.PRIORITY: lambda rule: rule.priority,
    RuleSort.PRECEDENCE: order,
    RuleSort.HITS: lambda rule: rule.hits,
    RuleSort.LAST_USED: lambda rule: (rule.last_used is not None, rule.last_used),
}


def plainly(rules: dict[int, Rule], query: RuleQuery) -> list[int]:
    """What the query says, rule by rule."""
    words = query.text.casefold().split()
    found = [
        one
        for one in rules.values()
        if all(word in search_text(one) for word in words)
        and (query.program is None or program(one) == query.program)
        and (query.actions is None or one.action in query.actions)
        and (query.lifetimes is None or one.lifetime.kind in query.lifetimes)
        and (query.origins is None or one.origin in query.origins)
        and (query.enabled is None or one.enabled == query.enabled)
    ]
    found.sort(key=lambda one: (KEYS[query.sort](one), one.id), reverse=query.descending)
    return [one.id for one in found]


def left_s(one: Rule) -> float | None:
    return {SPAN: 60.0, UNTIL: 30.0}.get(one.lifetime)


@settings(max_examples=150, deadline=None)
@given(changes=CHANGES, queries=st.lists(QUERIES, min_size=1, max_size=6))
def test_any_query_after_any_changes_gives_what_a_plain_look_gives(
    changes: list[tuple[int, Rule | int | None]], queries: list[RuleQuery]
) -> None:
    async def play() -> None:
        rules: dict[int, Rule] = {}
        catalogue = Catalogue(rules.__getitem__, left_s)
        for number, (rule_id, change) in enumerate(changes):
            if isinstance(change, Rule):
                rules[rule_id] = replace(change, id=rule_id)
                catalogue.put(rules[rule_id])
            elif rule_id in rules and change is None:
                del rules[rule_id]
                catalogue.drop(rule_id)
            elif rule_id in rules and isinstance(change, int):
                rules[rule_id] = replace(rules[rule_id], hits=change, last_used=WALL)
                catalogue.used(rule_id)
            query = queries[number % len(queries)]
            assert list(await catalogue.find(query)) == plainly(rules, query)
        for query in queries:
            assert list(await catalogue.find(query)) == plainly(rules, query)
        catalogue.close()

    asyncio.run(play())


async def test_many_changes_at_once_sort_anew() -> None:
    rules = {number: rule(name=f"rule {number % 7}", id=number) for number in range(1, 1501)}
    catalogue = Catalogue(rules.__getitem__, left_s)
    query = RuleQuery(sort=RuleSort.NAME, descending=False)
    for one in rules.values():
        catalogue.put(one)
    assert list(await catalogue.find(query)) == plainly(rules, query)
    for number in range(1, 1400):
        del rules[number]
        catalogue.drop(number)
    assert list(await catalogue.find(query)) == plainly(rules, query)
    catalogue.close()


async def test_programs_are_those_that_rules_name_now() -> None:
    rules = {number: rule(f"/usr/bin/{number % 7}", id=number) for number in range(1, 5001)}
    rules[1] = rule("/only/once", id=1)
    catalogue = Catalogue(rules.__getitem__, left_s)
    for one in rules.values():
        catalogue.put(one)
    asked = asyncio.create_task(catalogue.programs())
    await asyncio.sleep(0)
    for number in (1, 5000):  # while they are looked for
        del rules[number]
        catalogue.drop(number)
    assert set(await asked) - {"/only/once"} == {f"/usr/bin/{number}" for number in range(7)}
    assert await catalogue.programs() == [f"/usr/bin/{number}" for number in range(7)]
    rules[2] = replace(rules[2], conditions=Conditions())
    catalogue.put(rules[2])
    for number in [number for number in rules if number % 7 == 3]:
        del rules[number]
        catalogue.drop(number)
    rules[4] = rule("/opt/a", id=4)
    catalogue.put(rules[4])
    found = await catalogue.programs()
    assert found == ["/opt/a", *(f"/usr/bin/{number}" for number in (0, 1, 2, 4, 5, 6))]
    assert await catalogue.programs() is found
    catalogue.close()


async def test_texts_are_put_together_while_nobody_waits() -> None:
    rules = {number: rule(name=f"rule {number}", id=number) for number in range(1, 100)}
    catalogue = Catalogue(rules.__getitem__, left_s)
    for one in rules.values():
        catalogue.put(one)
    async with asyncio.timeout(10):
        while catalogue._pending:
            await asyncio.sleep(0.001)
    assert len(catalogue._texts) == 99
    catalogue.close()


@pytest.mark.parametrize(
    ("offset", "limit", "ids"),
    [(0, 2, [5, 4]), (4, 2, [1]), (5, 2, []), (0, 0, []), (-3, 1, [5]), (0, -1, [])],
)
async def test_pages(offset: int, limit: int, ids: list[int]) -> None:
    time = FakeTime()
    keeper = MemoryKeeper([rule(id=number) for number in range(1, 6)])
    book = RuleBook(keeper, lambda: None, clock=time.clock, now_ns=time.now_ns)
    await book.load()
    page = await book.page(ALL_RULES, offset, limit)
    assert [one.id for one in page.rows] == ids
    assert page.total == 5
    await book.close()
