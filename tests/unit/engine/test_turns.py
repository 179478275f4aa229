# SPDX-License-Identifier: GPL-2.0-or-later
"""However many rules there are to sort and search, verdicts never wait for all of it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.engine.backend import RuleQuery, RuleSort
from snetgui.engine.catalogue import LOOKED_AT, Catalogue
from snetgui.engine.turns import HANDFUL, in_turns, sorted_in_turns
from snetgui.model import Action, Rule

from .people import rule

COUNT = 20_000
BY_PRIORITY = RuleQuery(sort=RuleSort.PRIORITY)

steps: Counter[str] = Counter()
"""What was done since the last turn of the loop began."""


class Weighed(int):
    """A number that counts how often it is compared."""

    def __lt__(self, other: int) -> bool:
        steps["compared"] += 1
        return int(self) < int(other)

    def __gt__(self, other: int) -> bool:
        steps["compared"] += 1
        return int(self) > int(other)

    __hash__ = int.__hash__


class Rules(dict[int, Rule]):
    """Rules that count how often they are looked at."""

    def look(self, rule_id: int) -> Rule:
        steps["looked at"] += 1
        return self[rule_id]


def many() -> tuple[Rules, Catalogue]:
    """Rules in no order."""
    drawn = random.Random(7)
    one = rule("/usr/bin/curl", name="curl")
    rules = Rules(
        (n, replace(one, id=n, priority=Weighed(drawn.randrange(1000))))
        for n in range(1, COUNT + 1)
    )
    catalogue = Catalogue(rules.look, lambda _rule: None)
    for made in rules.values():
        catalogue.put(made)
    return rules, catalogue


@asynccontextmanager
async def longest() -> AsyncIterator[Counter[str]]:
    """The most that was done in one turn."""
    most: Counter[str] = Counter()

    async def watch() -> None:
        while True:
            await asyncio.sleep(0)
            for what, count in steps.items():
                most[what] = max(most[what], count)
            steps.clear()

    steps.clear()
    watching = asyncio.create_task(watch())
    await asyncio.sleep(0)
    yield most
    await asyncio.sleep(0)
    watching.cancel()


SEVERAL_HANDFULS = HANDFUL * 12 * 4  # compared to sort so many; all of them take 20 times that


@pytest.mark.parametrize(
    "query",
    [BY_PRIORITY, RuleQuery(text="curl"), RuleQuery(actions=frozenset({Action.DENY}))],
    ids=["first sort", "first search", "first filter"],
)
async def test_no_turn_is_long(query: RuleQuery) -> None:
    _rules, catalogue = many()
    async with longest() as most:
        found = await catalogue.find(query)
    assert len(found) == (0 if query.actions else COUNT)
    assert 0 < most["looked at"] <= 2 * LOOKED_AT
    assert most["compared"] <= SEVERAL_HANDFULS
    catalogue.close()


@pytest.mark.parametrize("changed", [400, COUNT // 2])
async def test_no_turn_is_long_after_changes(changed: int) -> None:
    rules, catalogue = many()
    await catalogue.find(BY_PRIORITY)
    for number in range(1, changed + 1):
        rules[number] = replace(rules[number], priority=Weighed(-number))
        catalogue.put(rules[number])
    async with longest() as most:
        found = await catalogue.find(BY_PRIORITY)
    assert list(found[-changed:]) == list(range(1, changed + 1))
    assert 0 < most["looked at"] <= 2 * LOOKED_AT
    assert most["compared"] <= SEVERAL_HANDFULS
    catalogue.close()


def in_order(rules: Rules) -> list[int]:
    return sorted(rules, key=lambda i: (int(rules[i].priority), i), reverse=True)


@pytest.mark.parametrize("text", ["", "curl"])
async def test_what_goes_while_it_is_looked_for_is_not_found(text: str) -> None:
    rules, catalogue = many()
    query = replace(BY_PRIORITY, text=text)
    finding = asyncio.create_task(catalogue.find(query))
    while not finding.done():
        for number in (min(rules), max(rules)):
            del rules[number]
            catalogue.drop(number)
        await asyncio.sleep(0)
    assert len(rules) < COUNT - 20
    assert set(await finding) <= rules.keys()
    assert list(await catalogue.find(query)) == in_order(rules)
    catalogue.close()


async def test_an_order_that_is_given_up_half_made_is_made_again() -> None:
    rules, catalogue = many()
    for turns in (1, 5, 45, 60):
        for number in range(1, COUNT // 2):
            rules[number] = replace(rules[number], priority=Weighed(number * turns % 1000))
            catalogue.put(rules[number])
        finding = asyncio.create_task(catalogue.find(BY_PRIORITY))
        for _ in range(turns):
            await asyncio.sleep(0)
        assert not finding.done()
        finding.cancel()
        await asyncio.gather(finding, return_exceptions=True)
        if turns == 5:
            assert list(await catalogue.find(BY_PRIORITY)) == in_order(rules)
    assert list(await catalogue.find(BY_PRIORITY)) == in_order(rules)
    catalogue.close()


async def test_an_order_is_made_once_and_a_change_looks_at_one_rule() -> None:
    rules, catalogue = many()
    steps.clear()
    queries = BY_PRIORITY, replace(BY_PRIORITY, descending=False)
    down, up = await asyncio.gather(*map(catalogue.find, queries))
    assert list(down) == list(reversed(up)) == in_order(rules)
    texts = COUNT - len(catalogue._pending)  # which are put together meanwhile
    assert steps["looked at"] == COUNT + texts
    catalogue._pending.clear()
    for number in (5, 6):
        steps.clear()
        rules[number] = replace(rules[number], priority=Weighed(7777))
        catalogue.put(rules[number])
        assert next(iter(await catalogue.find(BY_PRIORITY))) == number
        assert steps["looked at"] == 1
    catalogue.close()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 400))
def test_sorted_in_turns_is_sorted(some: list[int], times: int) -> None:
    things = list(enumerate(some * times))
    random.Random(1).shuffle(things)
    by_value = [(value, number) for number, value in things]
    assert asyncio.run(sorted_in_turns(by_value)) == sorted(by_value)


async def test_turns_have_all_things_once() -> None:
    pieces = [list(piece) async for piece in in_turns(range(10), 4)]
    assert pieces == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert [piece async for piece in in_turns(range(0), 4)] == []
