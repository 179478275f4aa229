# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and the mode in the rules file: kept whole, and one bad value costs itself alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from snetgui.model import About, Action, LastingMode, Mode, Settings, StoreError
from snetgui.store.rules import KIND, RuleStore
from snetgui.store.settings_rows import UNREAD, KeptSettings

from . import samples

CHANGED = Settings(
    delay_s=12.5,
    policy=Action.DENY,
    asked=frozenset({About.LOCAL, About.UDP}),
    max_age_days=None,
    max_bytes=2_000_000,
)
LEARNING = LastingMode(mode=Mode.LOCK, learn_s=0.1 + 0.2, boot_id="boot", boottime_s=1 / 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[RuleStore]:
    with closing(RuleStore(path, busy_timeout_s=0.1)) as store:
        assert store.open() == ()
        yield store


def put(path: Path, name: str, value: object) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def test_what_was_never_written_is_as_at_first(store: RuleStore) -> None:
    assert store.settings() == KeptSettings(Settings(), LastingMode(), ())


@pytest.mark.parametrize(
    "settings", [CHANGED, Settings(), UNREAD, replace(CHANGED, asked=frozenset())]
)
def test_settings_and_mode_come_back_as_they_were(
    path: Path, store: RuleStore, settings: Settings
) -> None:
    store.write_settings(CHANGED)
    store.write_settings(settings)
    store.write_mode(LEARNING)
    store.close()
    with closing(RuleStore(path)) as again:
        again.open()
        assert again.settings() == KeptSettings(settings, LEARNING, ())


def test_mode_is_not_written_over_another_program_s(path: Path, store: RuleStore) -> None:
    locked = LastingMode(mode=Mode.LOCK)
    store.write_mode(LEARNING)
    store.write_mode(replace(LEARNING, learn_s=0.2), instead_of=LEARNING)
    assert store.settings().mode.learn_s == 0.2
    with closing(RuleStore(path)) as other:
        other.open()
        other.write_mode(locked)
    store.write_mode(LEARNING, instead_of=replace(LEARNING, learn_s=0.2))
    assert store.settings().mode == locked


NAMES = ["delay_s", "policy", "asked", "max_age_days", "max_bytes", "mode"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "value",
    ["", "{", "NaN", "-1", "0", '"x"', "[1]", '["inbound", 7]', "true", "1e999", "{}", b"\xff"],
    ids=repr,
)
def test_value_that_makes_no_sense_costs_itself_alone(
    path: Path, store: RuleStore, name: str, value: object
) -> None:
    store.write_settings(CHANGED)
    store.write_mode(LEARNING)
    put(path, name, value)
    kept = store.settings()
    (problem,) = kept.problems
    assert "could not be read" in problem
    assert "until you set it again" in problem
    first = {**vars_of(Settings()), "mode": LastingMode(), "max_age_days": None, "max_bytes": None}
    assert values(kept) == values(KeptSettings(CHANGED, LEARNING)) | {name: first[name]}


def vars_of(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in NAMES if name != "mode"}


def values(kept: KeptSettings) -> dict[str, object]:
    return {**vars_of(kept.settings), "mode": kept.mode}


@pytest.mark.parametrize(
    "mode",
    [
        {"mode": "paused", "learn_s": None, "boot_id": "", "boottime_s": 0},
        {"mode": "ask", "learn_s": -1, "boot_id": "", "boottime_s": 0},
        {"mode": "ask", "learn_s": 1, "boot_id": None, "boottime_s": 0},
        {"mode": "ask", "learn_s": 1, "boot_id": "", "boottime_s": None},
        {"mode": "ask", "learn_s": 1e300, "boot_id": "", "boottime_s": 0},
    ],
)
def test_mode_that_makes_no_sense_is_ask(path: Path, store: RuleStore, mode: object) -> None:
    put(path, "mode", json.dumps(mode))
    kept = store.settings()
    assert kept.mode == LastingMode()
    assert len(kept.problems) == 1


def test_setting_that_is_not_known_stays_as_it_is(path: Path, store: RuleStore) -> None:
    put(path, "colour", '"blue"')
    store.write_settings(CHANGED)
    assert store.settings() == KeptSettings(CHANGED)
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT value FROM settings WHERE name = 'colour'")
        assert rows.fetchone() == ('"blue"',)


def test_settings_that_find_the_file_locked_are_as_before(path: Path, store: RuleStore) -> None:
    store.write_settings(CHANGED)
    with closing(sqlite3.connect(path, isolation_level=None)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program has locked it"):
            store.write_settings(Settings())
        with pytest.raises(StoreError):
            store.write_mode(LEARNING)
    assert store.settings() == KeptSettings(CHANGED)


def test_rules_of_the_first_release_get_settings_and_stay(path: Path) -> None:
    first = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", KIND.scripts)
    with first.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "rules_0001")
    first.dispose()
    path.chmod(0o600)
    with closing(sqlite3.connect(path)) as raw, raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
        assert "settings" not in tables
        raw.execute(
            "INSERT INTO rules VALUES (7, 'old', 'deny', 0, 1, 0, '', 'person', 'always', NULL,"
            " NULL, NULL, 0, '', 0.0, NULL, NULL, NULL, 3, 1, '{\"netns\": 5}')"
        )
    with closing(RuleStore(path)) as store:
        assert store.open() == ()
        (rule,) = store.load().rules
        assert (rule.id, rule.name, rule.hits, rule.conditions.netns) == (7, "old", 3, 5)
        assert store.settings() == KeptSettings()
        store.write_settings(CHANGED)
        assert store.add(samples.a_rule()).id == 8
