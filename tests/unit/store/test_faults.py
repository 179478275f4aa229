# SPDX-License-Identifier: GPL-2.0-or-later
"""What the world does to the files: said clearly, never overwritten, and the store goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from snetgui.model import StoreDamaged, StoreError
from snetgui.store import files
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from . import samples

Store = RuleStore | HistoryStore
STORES: list[type[Store]] = [RuleStore, HistoryStore]


@pytest.fixture(params=STORES, ids=["rules", "history"])
def kind(request: pytest.FixtureRequest) -> type[Store]:
    found: type[Store] = request.param
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def make(kind: type[Store], path: Path) -> Store:
    return kind(path, clock=lambda: samples.NOW, busy_timeout_s=0.1)


def fill(store: Store, number: int = 3) -> None:
    for each in range(number):
        add(store, each)


def add(store: Store, number: int = 1) -> None:
    if isinstance(store, RuleStore):
        store.add(samples.a_rule(number))
    else:
        store.append([samples.a_decision(number)])


def count(store: Store) -> int:
    return len(store.load().rules) if isinstance(store, RuleStore) else store.count()


def first_page(store: Store) -> None:
    assert isinstance(store, HistoryStore)
    store.page()


def filled(kind: type[Store], path: Path, number: int = 3) -> None:
    with closing(make(kind, path)) as store:
        assert store.open() == ()
        fill(store, number)


def contents(directory: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in directory.iterdir() if found.is_file()}


def test_missing_file_is_made_private_with_its_directories(
    kind: type[Store], tmp_path: Path
) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "a" / "b" / "store.sqlite"
        with closing(make(kind, path)) as store:
            assert store.open() == ()
            fill(store)
            files = list(path.parent.iterdir())
            assert {found.name for found in files} >= {"store.sqlite", "store.sqlite-wal"}
            assert {stat.S_IMODE(found.stat().st_mode) for found in files} == {0o600}
    finally:
        os.umask(old)
    for directory in (path.parent, path.parent.parent):
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700


def test_what_was_written_is_there_after_reopening(kind: type[Store], path: Path) -> None:
    filled(kind, path)
    with closing(make(kind, path)) as store:
        assert store.open() == ()
        assert count(store) == 3


def test_closed_store_says_so(kind: type[Store], path: Path) -> None:
    store = make(kind, path)
    store.open()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        add(store)
    with pytest.raises(StoreError, match="is closed"):
        count(store)


def garbage(path: Path) -> None:
    path.write_bytes(b"rules? what rules?" * 100)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed_header(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])


def zeroed_schema(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(4096 - 100) + content[4096:])


def another_program_s(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()


def without_its_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        connection.execute(f"DROP TABLE {'rules' if 'rules' in tables else 'flows'}")
        connection.commit()


def without_a_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()


def emptied_beside_its_log(path: Path) -> None:
    path.write_bytes(b"")
    path.with_name(path.name + "-wal").write_bytes(b"precious")


def gone_beside_its_log(path: Path) -> None:
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"precious")


DAMAGES: list[Callable[[Path], None]] = [
    garbage,
    half,
    zeroed_header,
    zeroed_schema,
    another_program_s,
    without_its_table,
    without_a_version,
    emptied_beside_its_log,
    gone_beside_its_log,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_file_is_set_aside_and_a_new_one_begun(
    kind: type[Store], path: Path, damage: Callable[[Path], None]
) -> None:
    filled(kind, path, 50)
    damage(path)
    before = contents(path.parent)
    with closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "set aside" in warning
        assert "store.sqlite.damaged-20260304T123015Z" in warning
        assert count(store) == 0
        fill(store)
    aside = contents(path.parent)
    for name, content in before.items():
        kept = name.replace("store.sqlite", "store.sqlite.damaged-20260304T123015Z")
        if not name.endswith("-shm"):
            assert aside[kept] == content
    with closing(make(kind, path)) as store:
        assert store.open() == ()
        assert count(store) == 3


def test_two_damaged_files_in_one_second_keep_their_own_names(
    kind: type[Store], path: Path
) -> None:
    for content in (b"first" * 500, b"second" * 500, b"third" * 500):
        path.write_bytes(content)
        with closing(make(kind, path)) as store:
            assert len(store.open()) == 1
    aside = {name: data for name, data in contents(path.parent).items() if "damaged" in name}
    base = "store.sqlite.damaged-20260304T123015Z"
    assert aside == {
        base: b"first" * 500,
        f"{base}-2": b"second" * 500,
        f"{base}-3": b"third" * 500,
    }


def test_damage_inside_the_rules_is_found_at_open(path: Path) -> None:
    """A page of the table itself, which no header betrays."""
    filled(RuleStore, path, 200)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    path.write_bytes(content)
    with closing(make(RuleStore, path)) as store:
        (warning,) = store.open()
        assert "set aside" in warning


def test_damage_inside_the_history_met_later_sets_it_aside_then(path: Path) -> None:
    """Nobody reads gigabytes at each start: the fault comes with the page that has it."""
    filled(HistoryStore, path, 3)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'decisions'"
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with closing(make(HistoryStore, path)) as store:
        assert store.open() == ()
        with pytest.raises(StoreDamaged, match="is damaged"):
            first_page(store)
        add(store)
        (warning,) = store.warnings
        assert "set aside as" in warning
        assert count(store) == 1
    aside = path.with_name(path.name + ".damaged-20260304T123015Z")
    assert aside.stat().st_size == len(content)


def test_decision_that_says_nothing_sensible_is_a_store_error(path: Path) -> None:
    filled(HistoryStore, path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE flows SET reason = CAST(x'ff' AS TEXT)")
        connection.commit()
    with closing(make(HistoryStore, path)) as store:
        assert store.open() == ()
        with pytest.raises(StoreDamaged, match="decision 3"):
            first_page(store)


@pytest.mark.parametrize("crashed", [False, True], ids=["closed", "with a log"])
def test_file_of_a_newer_version_stays_byte_for_byte(
    kind: type[Store], path: Path, tmp_path: Path, crashed: bool
) -> None:
    newer = tmp_path / "newer" / "store.sqlite"
    newer.parent.mkdir()
    filled(kind, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from_2031'")
        connection.execute("ALTER TABLE alembic_version ADD COLUMN more")
        connection.commit()
        # A copy taken while it is open has its newest content in the log, as after a crash.
        for found in path.parent.glob("store.sqlite*") if crashed else [path]:
            if not found.name.endswith("-shm"):
                shutil.copy(found, newer.parent)
    if not crashed:
        shutil.copy(path, newer)
    before = contents(newer.parent)
    with closing(make(kind, newer)) as store:
        (warning,) = store.open()
        assert "written by a newer snet" in warning
        assert "in memory only" in warning
        fill(store)
        assert count(store) == 3
    after = contents(newer.parent)
    assert {name: after[name] for name in before} == before
    assert not set(after) - set(before) - {"store.sqlite-shm"}


def test_file_locked_by_another_program_at_open_leaves_the_store_in_memory(
    kind: type[Store], path: Path
) -> None:
    filled(kind, path)
    with locked(path, "EXCLUSIVE"), closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "another program has locked it" in warning
        fill(store, 2)
        assert count(store) == 2
    with closing(make(kind, path)) as store:
        assert store.open() == ()
        assert count(store) == 3


def test_change_while_another_program_writes_is_refused_and_works_later(
    kind: type[Store], path: Path
) -> None:
    filled(kind, path)
    with closing(make(kind, path)) as store:
        store.open()
        with locked(path, "NORMAL"):
            with pytest.raises(StoreError, match="another program has locked it"):
                add(store)
            assert count(store) == 3
        add(store)
        assert count(store) == 4


class locked:  # noqa: N801 - used like a function
    """Another connection that writes, and never ends."""

    def __init__(self, path: Path, mode: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute(f"PRAGMA locking_mode = {mode}")
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("UPDATE alembic_version SET version_num = version_num")

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


def test_file_that_cannot_be_made_leaves_the_store_in_memory(
    kind: type[Store], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no directory")
    with closing(make(kind, tmp_path / "file" / "store.sqlite")) as store:
        (warning,) = store.open()
        assert "Not a directory" in warning
        fill(store)
        assert count(store) == 3


@pytest.mark.parametrize("special", ["fifo", "directory"])
def test_what_is_no_regular_file_is_left_alone(kind: type[Store], path: Path, special: str) -> None:
    if special == "fifo":
        os.mkfifo(path)
    else:
        path.mkdir()
    with closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "is no regular file" in warning
        fill(store)
    assert path.is_fifo() or path.is_dir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_file_of_another_user_is_refused(kind: type[Store], path: Path) -> None:
    filled(kind, path)
    os.chown(path, 65534, 65534)
    before = contents(path.parent)
    with closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "belongs to user 65534" in warning
        assert count(store) == 0
        fill(store)
    assert contents(path.parent) == before


def test_file_that_others_can_write_is_closed_to_them(kind: type[Store], path: Path) -> None:
    filled(kind, path)
    path.chmod(0o666)
    with closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "could be changed by other users" in warning
        assert count(store) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_symbolic_link_is_followed_to_a_file_of_ours(kind: type[Store], tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "target.sqlite"
    link = tmp_path / "store.sqlite"
    target.parent.mkdir()
    filled(kind, target)
    link.symlink_to(target)
    with closing(make(kind, link)) as store:
        assert store.open() == ()
        add(store)
        assert count(store) == 4
    assert link.is_symlink()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["elsewhere", "store.sqlite"]


def family(path: Path) -> Iterator[Path]:
    yield from path.parent.glob(path.name + "*")


@pytest.mark.parametrize("all_of_it", [True, False], ids=["with its log", "alone"])
def test_rules_deleted_while_open_are_brought_back(path: Path, all_of_it: bool) -> None:
    with closing(make(RuleStore, path)) as store:
        store.open()
        fill(store)
        for found in list(family(path)) if all_of_it else [path]:
            found.unlink()
        add(store, 9)
        assert count(store) == 4
        assert "has been brought back" in store.warnings[-1]
    with closing(make(RuleStore, path)) as store:
        assert store.open() == ()
        assert count(store) == 4
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_rules_replaced_by_another_file_are_not_written_over(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "store.sqlite"
    filled(RuleStore, other, 7)
    with closing(make(RuleStore, path)) as store:
        store.open()
        fill(store)
        other.rename(path)
        before = path.read_bytes()
        with pytest.raises(StoreError, match="was replaced by another file"):
            add(store)
        assert count(store) == 3
    assert path.read_bytes() == before
    with closing(make(RuleStore, path)) as store:
        assert store.open() == ()
        assert count(store) == 7  # the log of the file that was there is not replayed into it


def test_only_one_process_at_a_time_looks_and_sets_aside(
    kind: type[Store], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LOCK_WAIT_S", 0.05)
    garbage(path)
    before = contents(path.parent)
    with files.directory_locked(path.parent), closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "keeps" in warning
        assert "locked" in warning
    assert contents(path.parent) == before
    with closing(make(kind, path)) as store:
        (warning,) = store.open()
        assert "set aside" in warning


def test_history_deleted_while_open_is_begun_anew(path: Path) -> None:
    with closing(make(HistoryStore, path)) as store:
        store.open()
        fill(store)
        for found in list(family(path)):
            found.unlink()
        add(store)
        assert count(store) == 1
        assert "was deleted or replaced while in use" in store.warnings[-1]
    with closing(make(HistoryStore, path)) as store:
        assert store.open() == ()
        assert count(store) == 1
