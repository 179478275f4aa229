# SPDX-License-Identifier: GPL-2.0-or-later
"""Starting at login, held against what desktops themselves make of the entry."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snetgui.gui.settings.autostart import NAME, Autostart, exec_line

from .xsession import until

COMMAND = ("/opt/snet/bin/snet-gui", "--standalone")
NASTY = (
    "a b",
    "%f%%",
    'quo"te',
    "do$lar",
    "back\\slash",
    "tick`",
    "tab\there",
    "new\nline",
    "",
    "ü",
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": f"{tmp_path / 'etc'}:relative",
    }


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / NAME


@pytest.fixture
def systems(tmp_path: Path) -> Path:
    path = tmp_path / "etc" / "autostart" / NAME
    path.parent.mkdir(parents=True)
    path.write_text("[Desktop Entry]\nType=Application\nName=snet\nExec=snet-gui\n")
    return path


def test_switching_makes_and_removes_the_entry(environ: dict[str, str], entry: Path) -> None:
    autostart = Autostart(COMMAND, environ)
    assert not autostart.on
    autostart.switch(True)
    assert autostart.on and entry.exists()
    autostart.switch(True)
    autostart.switch(False)
    assert not autostart.on and not entry.exists()
    autostart.switch(False)


def test_the_entry_is_valid(environ: dict[str, str], entry: Path) -> None:
    Autostart((*COMMAND, "--data-dir", *NASTY[:6]), environ).switch(True)
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_a_real_desktop_library_starts_what_was_meant(
    environ: dict[str, str], entry: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    words = (*NASTY, *"<>~|&;*?#()'")
    write = "import json, sys; open(sys.argv[1], 'x').write(json.dumps(sys.argv[2:]))"
    Autostart((sys.executable, "-c", write, str(told), *words), environ).switch(True)
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=60)
    until(lambda: told.exists() and told.stat().st_size, "the program to write")
    assert tuple(json.loads(told.read_text())) == words


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
@example("\\n")
def test_a_command_stays_on_its_line(word: str) -> None:
    line = exec_line(["snet-gui", word])
    assert line.startswith("snet-gui ") and not {"\n", "\r"}.intersection(line)


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("Exec=snet-gui", True),
        ("Exec=snet-gui\nHidden=true", False),
        ("Exec=snet-gui\nX-GNOME-Autostart-enabled=false", False),
        ("Name=x", False),
    ],
)
def test_what_others_did_to_it_is_read(
    environ: dict[str, str], entry: Path, said: str, on: bool
) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_text(f"[Desktop Entry]\n{said}\n")
    assert Autostart(COMMAND, environ).on is on


@pytest.mark.usefixtures("systems")
def test_what_is_installed_for_everybody_is_hidden_for_one(
    environ: dict[str, str], entry: Path
) -> None:
    autostart = Autostart(COMMAND, environ)
    assert autostart.on
    autostart.switch(False)
    assert not autostart.on and "Hidden=true" in entry.read_text()
    autostart.switch(True)
    assert autostart.on


def test_what_can_not_be_written_changes_nothing(environ: dict[str, str], entry: Path) -> None:
    entry.parent.parent.mkdir(parents=True)
    entry.parent.write_text("a file where the folder should be")
    autostart = Autostart(COMMAND, environ)
    with pytest.raises(OSError):
        autostart.switch(True)
    assert not autostart.on
