# SPDX-License-Identifier: GPL-2.0-or-later
"""The person's own settings: read from any file, kept by no half of a write."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from snetgui.gui.settings.files import write_whole
from snetgui.gui.settings.own import Own, own_path, read_own, write_own
from snetgui.gui.settings.own_store import OwnStore
from snetgui.gui.theme import Look

OWNS = st.builds(
    Own,
    look=st.sampled_from(Look),
    sound_question=st.booleans(),
    sound_missed=st.booleans(),
    notify=st.booleans(),
    first_done=st.booleans(),
)
CHANGED = Own(look=Look.DARK, sound_question=False, sound_missed=True, first_done=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "snet" / "gui.conf"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can have a byte more than ten (setrlimit(2))."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@given(OWNS)
@settings(max_examples=20, deadline=None)  # each waits for the disk
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, own: Own) -> None:
    path = tmp_path_factory.getbasetemp() / "owns" / "gui.conf"
    write_own(path, own)
    assert read_own(path) == own


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_file_can_be_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.conf"
    path.write_bytes(data)
    read_own(path)


def test_no_file_is_the_beginning(path: Path) -> None:
    assert read_own(path) == Own()
    path.parent.mkdir(parents=True)
    path.mkdir()
    assert read_own(path) == Own()


def test_a_damaged_line_costs_that_setting_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"look=dark\nsound_question = per\xffhaps\n\0\nnotify=NO\n= yes\nfirst_done")
    assert read_own(path) == Own(look=Look.DARK, notify=False)


def test_what_a_newer_snet_wrote_is_kept(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("window_shape = round\nlook = light\n")
    write_own(path, CHANGED)
    assert "window_shape = round\n" in path.read_text()
    assert read_own(path) == CHANGED


def test_a_failed_write_leaves_the_file_as_it_was(path: Path) -> None:
    write_own(path, CHANGED)
    before = path.read_bytes()
    with full_disk(), pytest.raises(OSError):
        write_own(path, Own())
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "gui.conf"
    path.parent.mkdir(parents=True)
    path.symlink_to(kept)
    write_whole(path, "look = dark\n")
    assert path.is_symlink() and kept.read_text() == "look = dark\n"


def test_the_file_is_where_xdg_has_it() -> None:
    assert own_path({"XDG_CONFIG_HOME": "/x"}) == Path("/x/snet/gui.conf")
    home = Path(os.environ["HOME"])
    assert own_path({"XDG_CONFIG_HOME": "relative"}) == home / ".config/snet/gui.conf"


@pytest.mark.usefixtures("qapp")
def test_a_change_acts_is_told_and_kept(path: Path) -> None:
    store = OwnStore(path)
    told: list[Own] = []
    store.changed.connect(told.append)
    store.change(look=Look.DARK)
    store.change(look=Look.DARK)
    assert told == [Own(look=Look.DARK)] == [store.own]
    assert OwnStore(path).own == store.own


@pytest.mark.usefixtures("qapp")
def test_a_change_that_can_not_be_kept_does_not_act(path: Path) -> None:
    store = OwnStore(path)
    told: list[Own] = []
    store.changed.connect(told.append)
    with full_disk(), pytest.raises(OSError):
        store.change(notify=False)
    assert (store.own, told) == (Own(), [])


def test_a_change_by_another_program_is_followed(qtbot: QtBot, path: Path) -> None:
    store, other = OwnStore(path), OwnStore(path)
    store.change(notify=False)
    with qtbot.waitSignal(store.changed):
        other.change(look=Look.LIGHT)
    assert store.own == other.own == Own(look=Look.LIGHT, notify=False)
    with qtbot.waitSignal(store.changed):
        write_own(path, Own())
