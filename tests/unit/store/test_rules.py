# SPDX-License-Identifier: GPL-2.0-or-later
"""The store of rules: every change whole or not at all, and nothing broken taken for a rule."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from snetgui.model import Lifetime, LifetimeKind, RuleError, UnknownRule
from snetgui.store.rules import RuleStore

from . import samples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[RuleStore]:
    with closing(RuleStore(path)) as store:
        assert store.open() == ()
        yield store


def names(store: RuleStore) -> list[str]:
    return [rule.name for rule in store.load().rules]


def test_ids_rise_and_are_never_used_again(store: RuleStore) -> None:
    first = store.add_many(samples.a_rule(n) for n in range(3))
    assert [rule.id for rule in first] == [1, 2, 3]
    assert store.delete([2, 3, 99]) == (2, 3)
    assert store.add(samples.a_rule(7)).id == 4


def test_ids_are_not_used_again_after_reopening(store: RuleStore, path: Path) -> None:
    store.add_many(samples.a_rule(n) for n in range(3))
    store.delete([1, 2, 3])
    store.close()
    with closing(RuleStore(path)) as again:
        again.open()
        assert again.add(samples.a_rule()).id == 4


def test_add_many_of_nothing_is_nothing(store: RuleStore) -> None:
    assert store.add_many([]) == ()
    assert store.load().rules == ()


def test_rule_that_does_not_fit_is_refused_with_all_others(store: RuleStore) -> None:
    with pytest.raises(RuleError) as refusal:
        store.add_many([samples.a_rule(1), samples.a_rule(2, priority=2**63)])
    assert refusal.value.field == "priority"
    assert store.load().rules == ()


def test_replace_of_a_rule_that_is_gone_changes_nothing(store: RuleStore) -> None:
    rule = store.add(samples.a_rule())
    with pytest.raises(UnknownRule):
        store.replace(replace(rule, id=99, name="other"))
    assert store.load().rules == (rule,)


def test_delete_of_many(store: RuleStore) -> None:
    rules = store.add_many(samples.a_rule(n) for n in range(1300))
    assert len(store.delete([rule.id for rule in rules[1:]])) == 1299
    assert store.load().rules == rules[:1]


def test_touch_writes_hits_and_last_use_of_those_that_are_there(store: RuleStore) -> None:
    one, two = store.add_many([samples.a_rule(1), samples.a_rule(2)])
    later = samples.NOW + timedelta(hours=1)
    store.touch({one.id: (5, later), 99: (1, later)})
    store.touch({})
    touched, untouched = store.load().rules
    assert touched == replace(one, last_used=later)
    assert (touched.hits, untouched.hits) == (5, 0)
    assert untouched == two


def test_remaining_time_is_written(store: RuleStore) -> None:
    span = Lifetime(LifetimeKind.SPAN, 60)
    one, two = store.add_many([samples.a_rule(1, lifetime=span), samples.a_rule(2, lifetime=span)])
    store.write_remaining({two.id: 12.5})
    assert store.load().rules == (one, replace(two, remaining_s=12.5))


BREAKS = {
    "no JSON": "UPDATE rules SET conditions = '{' WHERE id = 2",
    "JSON of another shape": "UPDATE rules SET conditions = '[1]' WHERE id = 2",
    "deep JSON": "UPDATE rules SET conditions = replace(hex(zeroblob(50000)), '0', '[')"
    " WHERE id = 2",
    "unknown condition": "UPDATE rules SET conditions = '{\"weekday\": 1}' WHERE id = 2",
    "newer conditions": "UPDATE rules SET conditions_version = 2 WHERE id = 2",
    "conditions are a blob": "UPDATE rules SET conditions = x'ff' WHERE id = 2",
    "unknown action": "UPDATE rules SET action = 'maybe' WHERE id = 2",
    "unknown lifetime": "UPDATE rules SET lifetime = 'forever' WHERE id = 2",
    "span without length": "UPDATE rules SET lifetime = 'span' WHERE id = 2",
    "until without date": "UPDATE rules SET lifetime = 'until' WHERE id = 2",
    "unknown origin": "UPDATE rules SET origin = 'thin air' WHERE id = 2",
    "date out of range": "UPDATE rules SET created = 9223372036854775807 WHERE id = 2",
    "date is text": "UPDATE rules SET created = 'today' WHERE id = 2",
    "name is no text": "UPDATE rules SET name = x'ff' WHERE id = 2",
    "name is no UTF-8": "UPDATE rules SET name = CAST(x'ff' AS TEXT) WHERE id = 2",
    "conditions are no UTF-8": "UPDATE rules SET conditions = CAST(x'ff' AS TEXT) WHERE id = 2",
    "action is no UTF-8": "UPDATE rules SET action = CAST(x'ff' AS TEXT) WHERE id = 2",
    "errno is text": "UPDATE rules SET errno = 'EPERM' WHERE id = 2",
    "errno is out of range": "UPDATE rules SET errno = 4096 WHERE id = 2",
    "priority is text": "UPDATE rules SET priority = 'high' WHERE id = 2",
    "enabled is a blob": "UPDATE rules SET enabled = x'01' WHERE id = 2",
    "hits are text": "UPDATE rules SET hits = 'many' WHERE id = 2",
    "boot id is a blob": "UPDATE rules SET boot_id = x'ff' WHERE id = 2",
    "boot time is text": "UPDATE rules SET boottime_s = 'now' WHERE id = 2",
    "span is text": "UPDATE rules SET lifetime = 'span', lifetime_s = 'long' WHERE id = 2",
    "pid is text": "UPDATE rules SET process_pid = 'x', process_start_ns = 1 WHERE id = 2",
    "remaining is text": "UPDATE rules SET remaining_s = 'some' WHERE id = 2",
}


@pytest.mark.parametrize("statement", BREAKS.values(), ids=BREAKS.keys())
def test_row_that_says_nothing_sensible_is_named_and_the_others_load(
    store: RuleStore, path: Path, statement: str
) -> None:
    store.add_many(samples.a_rule(n) for n in range(1, 4))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    loaded = store.load()
    assert [rule.id for rule in loaded.rules] == [1, 3]
    (broken,) = loaded.broken
    assert broken.id == 2
    assert broken.name in {"rule 2", ""}
    assert broken.problem
    assert store.load() == loaded


def test_broken_rule_stays_in_the_file_until_it_is_replaced_or_deleted(
    store: RuleStore, path: Path
) -> None:
    store.add_many(samples.a_rule(n) for n in range(1, 4))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE rules SET conditions = '{' WHERE id < 3")
        connection.commit()
    store.replace(samples.a_rule(1, id=1))
    assert store.delete([2]) == (2,)
    loaded = store.load()
    assert [rule.id for rule in loaded.rules] == [1, 3]
    assert loaded.broken == ()


def test_change_that_fails_in_the_middle_changes_nothing(store: RuleStore) -> None:
    store.add_many(samples.a_rule(n) for n in range(3))
    before = store.load()

    def fail(change: Callable[[], object]) -> None:
        with pytest.raises(ZeroDivisionError), store._database.write() as connection:
            change()
            connection.exec_driver_sql("DELETE FROM rules")
            _ = 1 // 0

    fail(lambda: None)
    assert store.load() == before
