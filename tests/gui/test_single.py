# SPDX-License-Identifier: GPL-2.0-or-later
"""One instance in a session, and where it says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from snetgui.gui.single import Single, runtime_dir, session_name


def test_a_second_is_told_and_the_first_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Single(tmp_path, "a"), Single(tmp_path, "a")
    assert first.begin()
    try:
        with qtbot.waitSignal(first.shown, timeout=5000):
            assert not second.begin()
    finally:
        first.end()
    assert second.begin()
    second.end()


@pytest.mark.usefixtures("qapp")
def test_sessions_do_not_disturb_each_other(tmp_path: Path) -> None:
    one, other = Single(tmp_path, "a"), Single(tmp_path, "b")
    assert one.begin() and other.begin()
    one.end()
    other.end()


@pytest.mark.usefixtures("qapp")
def test_a_socket_that_was_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "gui-a.socket").write_text("left")
    it = Single(tmp_path, "a")
    assert it.begin()
    it.end()


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"DISPLAY": ":1"}, "-1"),
        ({"DISPLAY": ":1", "WAYLAND_DISPLAY": "wayland-0"}, "wayland-0"),
        ({"WAYLAND_DISPLAY": "/run/user/1000/wayland-7"}, "wayland-7"),
        ({}, "none"),
        ({"DISPLAY": "../../etc"}, "etc"),
    ],
)
def test_session_name(environ: dict[str, str], name: str) -> None:
    assert session_name(environ) == name


def test_runtime_dir_is_ours_alone(tmp_path: Path) -> None:
    told = runtime_dir({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path / "data")
    assert told == tmp_path / "snet" and told.stat().st_mode & 0o777 == 0o700
    assert runtime_dir({}, tmp_path / "data") == tmp_path / "data" / "run"


def test_runtime_dir_that_others_can_write_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "snet").mkdir()
    (tmp_path / "snet").chmod(0o777)
    with pytest.raises(PermissionError, match="only you"):
        runtime_dir({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
    (tmp_path / "snet").chmod(0o700)
    (tmp_path / "link").symlink_to(tmp_path / "snet")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "snet").symlink_to(tmp_path / "snet")
    with pytest.raises(PermissionError):
        runtime_dir({"XDG_RUNTIME_DIR": str(tmp_path / "other")}, tmp_path)
