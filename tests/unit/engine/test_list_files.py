# SPDX-License-Identifier: GPL-2.0-or-later
"""List files: huge, empty, changing, gone; what can't be read is not known and never matches."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable
from ipaddress import ip_address as parse_ip
from pathlib import Path

import pytest

from snetgui.engine import inotify, list_file, list_files
from snetgui.engine.list_file import read_list
from snetgui.engine.list_files import ListFiles
from snetgui.model import (
    NOTHING_KNOWN,
    Action,
    Conditions,
    Link,
    ListKind,
    ListMatch,
    Reason,
    ip_address,
)
from snetgui.rules.lists import Entries

from .people import ask, rule
from .world import PATIENCE_S, make_event, world

LISTED = make_event(1, remote=ip_address(parse_ip("192.0.2.1"), 443))
OTHER = make_event(2, remote=ip_address(parse_ip("192.0.2.2"), 443))


class Shelf:
    """What the lists hold now, as a rule set would be told."""

    def __init__(self) -> None:
        self.lists: dict[ListMatch, Entries] = {}
        self.changes = 0
        self.files = ListFiles(self.set_list, self.count)

    def set_list(self, wanted: ListMatch, entries: Entries | None) -> None:
        self.lists.pop(wanted, None)
        if entries is not None:
            self.lists[wanted] = entries

    def count(self) -> None:
        self.changes += 1

    def holds(self, wanted: ListMatch) -> tuple[bool, bool] | None:
        """Whether it lists the one address, and the other; None if it is not known."""
        entries = self.lists.get(wanted)
        if entries is None:
            return None
        return entries.holds(LISTED, NOTHING_KNOWN), entries.holds(OTHER, NOTHING_KNOWN)

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not holds():
                await asyncio.sleep(0.005)


@pytest.fixture
async def shelf(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Shelf]:
    monkeypatch.setattr(list_files, "QUIET_S", 0.01)
    made = Shelf()
    yield made
    made.files.close()


@pytest.fixture
def wanted(tmp_path: Path) -> ListMatch:
    return ListMatch(str(tmp_path / "blocked"), ListKind.ADDRESSES)


async def test_list_is_read_and_forgotten(shelf: Shelf, wanted: ListMatch) -> None:
    Path(wanted.path).write_text("192.0.2.1\n")
    shelf.files.want(frozenset({wanted}))
    assert shelf.holds(wanted) is None
    await shelf.files.settled()
    assert shelf.holds(wanted) == (True, False)
    assert shelf.files.warnings == ()
    shelf.files.want(frozenset())
    assert shelf.lists == {}


def write(path: Path) -> None:
    path.write_text("192.0.2.2\n")


def append(path: Path) -> None:
    with path.open("a") as file:
        file.write("192.0.2.2\n")


def swap(path: Path) -> None:
    new = path.with_name("new")
    new.write_text("192.0.2.2\n")
    new.rename(path)


def empty(path: Path) -> None:
    path.write_text("")


CHANGES = [
    (write, (False, True)),
    (append, (True, True)),
    (swap, (False, True)),
    (empty, (False, False)),
]


@pytest.mark.parametrize(("change", "holds"), CHANGES)
@pytest.mark.parametrize("linked", [False, True])
async def test_change_is_seen(
    shelf: Shelf,
    tmp_path: Path,
    change: Callable[[Path], None],
    holds: tuple[bool, bool],
    linked: bool,
) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "blocked"
    real.write_text("192.0.2.1\n")
    if linked:
        (tmp_path / "link").symlink_to(real)
    wanted = ListMatch(str(tmp_path / "link" if linked else real), ListKind.ADDRESSES)
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    change(real)
    await shelf.until(lambda: shelf.holds(wanted) == holds)


async def test_list_that_goes_is_not_known_and_may_come_again(
    shelf: Shelf, wanted: ListMatch
) -> None:
    path = Path(wanted.path)
    write(path)
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    path.unlink()
    await shelf.until(lambda: shelf.holds(wanted) is None)
    (warning,) = shelf.files.warnings
    assert "can't be read (No such file" in warning
    write(path)
    await shelf.until(lambda: shelf.holds(wanted) == (False, True))
    assert shelf.files.warnings == ()


async def test_without_inotify_it_is_looked_at_now_and_then(
    shelf: Shelf, wanted: ListMatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inotify, "_libc", lambda: None)
    assert list_files.LOOK_S >= 30
    monkeypatch.setattr(list_files, "LOOK_S", 0.02)
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    assert shelf.files.warnings
    write(Path(wanted.path))
    await shelf.until(lambda: shelf.holds(wanted) == (False, True))
    empty(Path(wanted.path))
    await shelf.until(lambda: shelf.holds(wanted) == (False, False))


UNREADABLE: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.mkdir(), "no regular file"),
    (os.mkfifo, "no regular file"),
    (lambda path: path.symlink_to(path), "symbolic link"),
    (lambda path: None, "No such file"),
    (lambda path: path.write_bytes(b"x" * 20), "more than"),
]


@pytest.mark.parametrize(("make", "says"), UNREADABLE)
async def test_what_cannot_be_read_is_said_and_not_known(
    shelf: Shelf,
    wanted: ListMatch,
    make: Callable[[Path], object],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(list_file, "MOST_BYTES", 19)
    make(Path(wanted.path))
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    (warning,) = shelf.files.warnings
    assert says in warning
    assert shelf.holds(wanted) is None


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "line\nfeed\u202e"])
async def test_strange_paths_are_shown_safely(shelf: Shelf, tmp_path: Path, name: str) -> None:
    shelf.files.want(frozenset({ListMatch(f"{tmp_path}/{name}", ListKind.HOSTS)}))
    await shelf.files.settled()
    (warning,) = shelf.files.warnings
    assert warning.isprintable() and len(warning) < 300


async def test_bad_lines_are_counted_and_never_told(shelf: Shelf, wanted: ListMatch) -> None:
    """Whoever may name a file to an engine must not read another's secrets in its warnings."""
    Path(wanted.path).write_text("# c\n192.0.2.1\nroot:secret\nmore secrets\n")
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    (warning,) = shelf.files.warnings
    assert "2 lines can't be understood, first line 3" in warning
    assert "secret" not in warning
    assert shelf.holds(wanted) == (True, False)


async def test_file_that_changes_while_it_is_read_keeps_what_it_said(
    shelf: Shelf, wanted: ListMatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(wanted.path)
    path.write_text("192.0.2.1\n")
    shelf.files.want(frozenset({wanted}))
    await shelf.files.settled()
    plain, busy = list_file._read, threading.Event()
    busy.set()

    def read(descriptor: int) -> bytes:
        data = plain(descriptor)
        if busy.is_set():
            append(path)
        return data

    monkeypatch.setattr(list_file, "_read", read)
    append(path)
    await shelf.until(lambda: any("changes while it is read" in w for w in shelf.files.warnings))
    assert shelf.holds(wanted) == (True, False)
    busy.clear()
    await shelf.until(lambda: shelf.holds(wanted) == (True, True))
    assert shelf.files.warnings == ()


def test_million_lines(tmp_path: Path) -> None:
    path = tmp_path / "million"
    path.write_text("\n".join(f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}" for n in range(1_000_000)))
    read = read_list(ListMatch(str(path), ListKind.ADDRESSES))
    assert read.bad_lines == 0
    for host, listed in (("10.0.0.0", True), ("10.15.66.63", True), ("10.15.66.64", False)):
        event = make_event(1, remote=ip_address(parse_ip(host), 1))
        assert read.entries.holds(event, NOTHING_KNOWN) == listed


async def test_engine_judges_again_when_a_list_changes(
    wanted: ListMatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_files, "QUIET_S", 0.0)
    path = Path(wanted.path)
    path.write_text("192.0.2.1\n")
    async with world() as here:
        denies = rule(action=Action.DENY, conditions=Conditions(lists=(wanted,)))
        added = await here.engine.add_rule(denies)
        await here.engine._book.lists_settled()
        here.raise_(1, host="192.0.2.1")
        await here.settle()
        assert here.decided[1].reason is Reason.RULE
        await ask(here, 2, host="192.0.2.2")
        append(path)
        await here.until(lambda: 2 in here.decided)
        assert here.decided[2].rule_id == added.id
        path.unlink()
        await here.until(lambda: bool(here.engine._status().warnings))
        await ask(here, 3, host="192.0.2.1")
        await here.engine.delete_rules([added.id])
        assert (await here.engine.status()).warnings == ()


async def test_start_waits_for_lists(wanted: ListMatch) -> None:
    Path(wanted.path).write_text("192.0.2.1\n")
    async with world(start=False) as here:
        conditions = Conditions(lists=(wanted,))
        await here.keeper.add([rule(action=Action.DENY, conditions=conditions)])
        await here.engine.start()
        await here.until(lambda: here.engine._status().link is Link.CONNECTED)
        here.raise_(1, host="192.0.2.1")
        await here.settle()
        assert here.decided[1].reason is Reason.RULE
