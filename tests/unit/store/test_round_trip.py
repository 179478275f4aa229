# SPDX-License-Identifier: GPL-2.0-or-later
"""What is stored comes back as it was, whatever it is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import Decision, Recorded, Rule
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from . import samples


@pytest.fixture(scope="module")
def directory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture(scope="module")
def rule_store(directory: Path) -> Iterator[RuleStore]:
    store = RuleStore(directory / "rules.sqlite")
    assert store.open() == ()
    yield store
    store.close()


@pytest.fixture(scope="module")
def history(directory: Path) -> Iterator[HistoryStore]:
    store = HistoryStore(directory / "history.sqlite")
    assert store.open() == ()
    yield store
    store.close()


@settings(deadline=None, max_examples=40)
@given(new=st.lists(samples.rules, max_size=4))
def test_rules_come_back_as_they_were(rule_store: RuleStore, new: list[Rule]) -> None:
    old = rule_store.delete([rule.id for rule in rule_store.load().rules])
    added = rule_store.add_many(new)
    loaded = rule_store.load()
    assert loaded.broken == ()
    assert loaded.rules == added
    assert [rule.hits for rule in loaded.rules] == [rule.hits for rule in new]
    assert [replace(rule, id=0) for rule in loaded.rules] == [replace(r, id=0) for r in new]
    assert not {rule.id for rule in added} & set(old)


@settings(deadline=None, max_examples=40)
@given(rule=samples.rules, other=samples.rules)
def test_a_replaced_rule_comes_back_as_the_new_one(
    rule_store: RuleStore, rule: Rule, other: Rule
) -> None:
    added = rule_store.add(rule)
    rule_store.replace(replace(other, id=added.id))
    (found,) = (kept for kept in rule_store.load().rules if kept.id == added.id)
    assert found == replace(other, id=added.id)
    rule_store.delete([added.id])


@settings(deadline=None, max_examples=40)
@given(new=st.lists(samples.decisions, min_size=1, max_size=5))
def test_decisions_come_back_as_they_were(history: HistoryStore, new: list[Decision]) -> None:
    before = history.count()
    history.append(new)
    assert history.count() == before + len(new)
    page = history.page(limit=len(new))
    assert [row.decision for row in reversed(page.rows)] == new


@settings(deadline=None, max_examples=40)
@given(decision=samples.decisions)
def test_decisions_come_back_to_a_writer_that_knows_nothing(
    history: HistoryStore, decision: Decision
) -> None:
    """The numbers of strings and flows are then found in the file, not in memory."""
    history.append([decision])
    history._interner.forget()
    history.append([decision])
    rows = history.page(limit=2).rows
    assert rows == (Recorded(rows[0].id, decision), Recorded(rows[0].id - 1, decision))
