# SPDX-License-Identifier: GPL-2.0-or-later
"""Stores in processes of their own: two at once, killed, out of room, without rights."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore
from tests.rights import unprivileged

from . import samples

ROOT = Path(__file__).parents[3]
NOBODY = 65534
WAIT_S = 120


def command(scenario: str, path: Path, number: int = 0) -> list[str]:
    return [sys.executable, "-m", "tests.unit.store.child", scenario, str(path), str(number)]


def start(*arguments: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(command(*arguments), cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[dict[str, Any]]:
    output, _ = process.communicate(timeout=WAIT_S)
    assert process.returncode == 0
    return [json.loads(line) for line in output.splitlines()]


def check(path: Path) -> None:
    """SQLite itself finds nothing wrong, and no row refers to what is not there."""
    store = HistoryStore(path) if "history" in path.name else RuleStore(path)
    with closing(store):
        assert store.open() == ()
        with store._database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_two_processes_add_rules_to_one_file(tmp_path: Path) -> None:
    """Both also find no file at first, and make it."""
    path = tmp_path / "rules.sqlite"
    both = [start("rules-add", path, 40) for _ in range(2)]
    (one,), (two,) = map(said, both)
    assert one["warnings"] == two["warnings"] == []
    assert sorted(one["ids"] + two["ids"]) == list(range(1, 81))
    check(path)


def test_two_processes_write_one_history(tmp_path: Path) -> None:
    """Each deletes what is unused, which must not take what the other has in its memory."""
    path = tmp_path / "history.sqlite"
    both = [start("history-append", path, 60) for _ in range(2)]
    assert [say["warnings"] for process in both for say in said(process)] == [[], []]
    check(path)
    with closing(HistoryStore(path)) as store:
        store.open()
        assert store.count() == 1200
        kept = sorted(row.decision.event.id for row in store.export())
        assert kept == sorted([*range(600)] * 2)


def test_rules_are_as_before_when_a_process_is_killed_in_a_change(tmp_path: Path) -> None:
    path = tmp_path / "rules.sqlite"
    with closing(RuleStore(path)) as store:
        store.open()
        rules = store.add_many(samples.a_rule(n) for n in range(50))
    kill_inside(start("rules-torn", path))
    check(path)
    with closing(RuleStore(path)) as store:
        assert store.open() == ()
        assert store.load().rules == rules


def test_history_is_as_before_when_a_process_is_killed_in_a_batch(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(HistoryStore(path)) as store:
        store.open()
        store.append([samples.a_decision(n) for n in range(50)])
    kill_inside(start("history-torn", path, 3000))
    check(path)
    with closing(HistoryStore(path)) as store:
        assert store.open() == ()
        assert store.count() == 50
        store.append([samples.a_decision()])
        assert store.page(limit=1).rows[0].id == 51


def kill_inside(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert json.loads(process.stdout.readline()) == {"inside": True}
    process.kill()
    process.communicate(timeout=WAIT_S)


def test_no_room_is_said_and_everything_before_and_after_is_kept(tmp_path: Path) -> None:
    (result,) = said(start("limited", tmp_path / "rules.sqlite", 600_000))
    check_no_room(result, tmp_path)


def test_full_file_system_is_said_and_everything_before_and_after_is_kept(
    tmp_path: Path,
) -> None:
    mount = "mount -t tmpfs -o size=1500k snet-test " + str(tmp_path)
    space = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*space, mount], check=False, capture_output=True).returncode:
        pytest.skip("no name spaces here: RLIMIT_FSIZE stands in for the full file system")
    run = " ".join(command("full", tmp_path / "rules.sqlite"))
    inside = f"{mount} && exec {run}"
    process = subprocess.Popen([*space, inside], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    (result,) = said(process)
    assert "the disk is full" in result["rules"]["error"]
    check_no_room(result)


def check_no_room(result: dict[str, Any], directory: Path | None = None) -> None:
    assert result["warnings"] == []
    for part in (result["rules"], result["decisions"]):
        assert "can't be used" in part["error"]
        assert part["loaded"] == part["added"]
    assert result["rules"]["added"] > 0
    assert result["rules_after"] == result["rules"]["added"] + 1
    assert result["id_after"] == result["rules_after"]
    assert result["decisions_after"] == result["decisions"]["added"] + 1
    if directory:
        check(directory / "rules.sqlite")
        check(directory / "history.sqlite")


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that an unprivileged user owns: the rights of root forbid nothing."""
    name = tempfile.mkdtemp(prefix="snet-test-")
    yield Path(name)
    Path(name).chmod(0o700)
    shutil.rmtree(name)


def run_unprivileged(scenario: str, place: Path) -> list[dict[str, Any]]:
    user = NOBODY if os.geteuid() == 0 else None
    path = place / ("history.sqlite" if "history" in scenario else "rules.sqlite")
    if user:
        for found in [place, *place.iterdir()]:
            os.chown(found, user, user)
    done = subprocess.run(
        command(scenario, path),
        cwd=ROOT,
        user=user,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=WAIT_S,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def contents(place: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in place.iterdir()}


@unprivileged
@pytest.mark.parametrize("what", ["file", "directory", "both"])
def test_read_only_rules_are_loaded_and_changes_refused(place: Path, what: str) -> None:
    with closing(RuleStore(place / "rules.sqlite")) as store:
        store.open()
        store.add_many(samples.a_rule(n) for n in range(3))
    check_read_only(place, what)


@unprivileged
def test_read_only_rules_with_a_log_are_loaded_with_what_is_in_it(
    place: Path, tmp_path: Path
) -> None:
    """As a crash leaves it: the newest rule is in the log alone."""
    with closing(RuleStore(tmp_path / "rules.sqlite")) as store:
        store.open()
        store.add_many(samples.a_rule(n) for n in range(3))
        for ending in ("", "-wal"):
            shutil.copy(tmp_path / f"rules.sqlite{ending}", place)
    assert (place / "rules.sqlite-wal").stat().st_size > 0
    check_read_only(place, "both")


def check_read_only(place: Path, what: str) -> None:
    if what != "directory":
        for found in place.iterdir():
            found.chmod(0o400)
    if what != "file":
        place.chmod(0o500)
    before = contents(place)
    first, second = run_unprivileged("read-only", place)
    (warning,) = first["warnings"]
    assert "is read-only: changes of the rules are refused" in warning
    assert first["names"] == ["rule 0", "rule 1", "rule 2"]
    assert len(second["errors"]) == 5
    assert all("make the file and its directory writable" in error for error in second["errors"])
    assert second["same"]
    assert contents(place) == before


@unprivileged
def test_read_only_history_is_read_and_not_written(place: Path) -> None:
    with closing(HistoryStore(place / "history.sqlite")) as store:
        store.open()
        store.append([samples.a_decision(n) for n in range(3)])
    (place / "history.sqlite").chmod(0o400)
    place.chmod(0o500)
    before = contents(place)
    first, second = run_unprivileged("history-read-only", place)
    assert (first["count"], first["rows"], second["same"]) == (3, 3, 3)
    assert "is read-only" in second["errors"][0]
    assert contents(place) == before
