# SPDX-License-Identifier: GPL-2.0-or-later
"""A history that is opened to look: whatever state it is in, it stays as it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from snetgui.model import EVERYTHING, Step, StoreError
from snetgui.store.history import HistoryStore

from . import samples
from .test_migrate import at_revision


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def contents(path: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in path.parent.iterdir()}


def check_looking(path: Path, ids: list[int]) -> None:
    before = contents(path)
    with closing(HistoryStore(path)) as store:
        assert store.open_to_read() == ()
        assert [row.id for row in store.page().rows] == ids
        assert sum(s.allowed + s.denied for s in store.timeline(EVERYTHING, Step.DAY)) == len(ids)
        with pytest.raises(StoreError, match="is read-only"):
            store.append([samples.a_decision()])
    assert contents(path) == before


def test_history_is_read(path: Path) -> None:
    with closing(HistoryStore(path)) as store:
        store.open()
        store.append([samples.a_decision(n) for n in range(3)])
    check_looking(path, [3, 2, 1])


def test_history_of_an_older_snet_is_read(path: Path) -> None:
    at_revision("history_0001", path)
    path.chmod(0o600)
    check_looking(path, [3, 2, 1])


def test_history_that_is_empty_is_read(path: Path) -> None:
    """As a crash leaves it between its making and its first table."""
    path.touch(mode=0o600)
    check_looking(path, [])


def test_what_is_written_meanwhile_is_seen(path: Path) -> None:
    with closing(HistoryStore(path)) as writer, closing(HistoryStore(path)) as reader:
        writer.open()
        assert reader.open_to_read() == ()
        assert reader.count() == 0
        writer.append([samples.a_decision()])
        assert reader.count() == 1


def test_there_is_none(path: Path) -> None:
    with closing(HistoryStore(path)) as store:
        with pytest.raises(StoreError, match="can't be used"):
            store.open_to_read()
        with pytest.raises(StoreError, match="is closed"):
            store.count()
    assert contents(path) == {}
