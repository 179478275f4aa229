# SPDX-License-Identifier: GPL-2.0-or-later
"""Migrations: they end at the tables that the code uses, keep what was there, and are whole."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from snetgui.model import EVERYTHING, Step, Total, TotalBy
from snetgui.store import history, rules
from snetgui.store.database import Access, Database
from snetgui.store.look import Kind

KINDS = [rules.KIND, history.KIND]

ADDED = """
from alembic import op
import sqlalchemy as sa
revision = "{kind}_9999"
down_revision = "{head}"
branch_labels = None
depends_on = None
def upgrade() -> None:
    op.execute("CREATE TABLE half_done (x)")
    {more}
"""


FAILS = """
    tables = op.get_bind().exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    if "unexpected" in tables:
        op.execute("SELECT * FROM nowhere")
"""


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


def newer(kind: Kind, folder: Path, more: str = "") -> Kind:
    """The next release: the migrations of this one, and one more."""
    scripts = folder / "scripts"
    shutil.copytree(str(files("snetgui.store") / "migrations" / kind.name), scripts)
    text = ADDED.format(kind=kind.name, head=kind.head, more=more or "pass")
    (scripts / "versions" / "more.py").write_text(text)
    return replace(kind, head=f"{kind.name}_9999", scripts=str(scripts))


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def test_there_is_one_head_and_the_code_knows_it(kind: Kind) -> None:
    config = Config()
    config.set_main_option("script_location", kind.scripts)
    assert ScriptDirectory.from_config(config).get_heads() == [kind.head]


def test_the_head_is_what_the_code_uses(kind: Kind, tmp_path: Path) -> None:
    with closing(Database(kind, tmp_path / "x.sqlite")) as database:
        assert database.open() == ()
        with database.read() as connection:
            context = MigrationContext.configure(
                connection, opts={"compare_type": True, "target_metadata": kind.metadata}
            )
            assert compare_metadata(context, kind.metadata) == []
            schema = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema")
            made = {str(name): str(sql) for name, sql in schema}
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as raw:
        (application_id,) = raw.execute("PRAGMA application_id").fetchone()
    assert application_id == kind.application_id
    assert ("AUTOINCREMENT" in made.get("rules", "")) == (kind.name == "rules")
    assert ("WITHOUT ROWID" in made.get("totals", "")) == (kind.name == "history")


def test_an_old_file_is_upgraded_and_keeps_what_it_has(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with closing(Database(kind, path)) as database:
        database.open()
        with database.write() as connection:
            connection.exec_driver_sql("CREATE TABLE kept AS SELECT 42 AS x")
    with closing(Database(newer(kind, tmp_path), path)) as database:
        assert database.open() == ()
        assert database.access is Access.FILE
        with database.read() as connection:
            assert connection.exec_driver_sql("SELECT x FROM kept").scalar_one() == 42
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
            assert found.scalar_one() == f"{kind.name}_9999"
    assert "half_done" in tables(path)


def test_a_migration_that_fails_leaves_the_file_as_it_was(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with closing(Database(kind, path)) as database:
        database.open()
        with database.write() as connection:
            connection.exec_driver_sql("CREATE TABLE unexpected (x)")
    before = tables(path)
    failing = newer(kind, tmp_path, FAILS)
    with closing(Database(failing, path)) as database:
        (warning,) = database.open()
        assert "in memory only" in warning
    assert tables(path) == before
    with closing(Database(kind, path)) as database:
        assert database.open() == ()


def test_alembic_is_not_imported_where_nothing_is_to_do(tmp_path: Path) -> None:
    """It takes longer to import than all else takes to start."""
    code = (
        "import sys; from pathlib import Path; from snetgui.store.rules import RuleStore\n"
        f"store = RuleStore(Path({str(tmp_path / 'x.sqlite')!r})); store.open(); store.close()\n"
        "print('alembic' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


def at_revision(revision: str, path: Path) -> None:
    """A history as an older snet made it, with three decisions in it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA auto_vacuum = INCREMENTAL")
        raw.execute("PRAGMA journal_mode = WAL")
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", history.KIND.scripts)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(OLD_HISTORY)


OLD_HISTORY = """
INSERT INTO strings (id, hash, text) VALUES (1, 5, '/bin/a'), (2, 6, 'a');
INSERT INTO flows (id, program, uid, syscall, family, type, protocol, action, errno, reason, count,
    last_id) VALUES (1, 1, 0, 'connect', 2, 1, 6, 'allow', 0, 'person', 2, 3),
    (2, 1, 0, 'connect', 2, 1, 6, 'deny', 1, 'timeout', 1, 2);
INSERT INTO processes (id, pid, ppid, start_ns, gid, comm, cgroup, netns, mntns, count)
    VALUES (1, 9, 1, 0, 0, 2, 0, 0, 0, 3);
INSERT INTO decisions (id, flow, process, at, held_ns, event_id)
    VALUES (1, 1, 1, 1000000, 0, 1), (2, 2, 1, 2000000, 0, 2), (3, 1, 1, 86400000000, 0, 3);
INSERT INTO totals (step, bucket, flow, count) VALUES (60, 86400, 1, 1), (3600, 0, 1, 1),
    (3600, 0, 2, 1), (3600, 86400, 1, 1), (86400, 0, 1, 1), (86400, 0, 2, 1), (86400, 86400, 1, 1);
INSERT INTO activity (step, bucket, program, action, count) VALUES (3600, 0, 1, 'allow', 1);
INSERT INTO spans (minute, first_id, last_id, count) VALUES (0, 1, 2, 2), (86400, 3, 3, 1);
UPDATE counters SET value = 3;
"""


def test_the_first_history_keeps_its_decisions_and_counts(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    at_revision("history_0001", path)
    path.chmod(0o600)
    with closing(history.HistoryStore(path)) as store:
        assert store.open() == ()
        assert [row.id for row in store.page().rows] == [3, 2, 1]
        for _ in range(2):
            days = [(slot.allowed, slot.denied) for slot in store.timeline(EVERYTHING, Step.DAY)]
            assert days == [(1, 1), (1, 0)]
            assert len(store.timeline(EVERYTHING, Step.HOUR)) == 2
            assert store.totals(EVERYTHING, TotalBy.PROGRAM) == (Total("/bin/a", 2, 1),)
            store.prune(max_age=None, max_bytes=None, now=datetime(2030, 1, 1, tzinfo=UTC))
        assert store.prune(max_age=None, max_bytes=0, now=datetime(2030, 1, 1, tzinfo=UTC)) == 3
        assert store.timeline(EVERYTHING, Step.HOUR) == ()
