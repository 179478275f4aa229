# SPDX-License-Identifier: GPL-2.0-or-later
"""Sounds: made by their script, played by a real player, silent where there is none."""

from __future__ import annotations

import runpy
import shutil
import struct
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PyQt6 import sip
from PyQt6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from snetgui.gui.sound import APART_NS, Player, Sound, sound_file

ROOT = Path(__file__).parents[2]
WAIT_MS = 20_000


def heard(path: Path) -> tuple[int, ...]:
    """A file's samples."""
    with wave.open(str(path)) as file:
        data = file.readframes(file.getnframes())
    return struct.unpack(f"<{len(data) // 2}h", data)


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound card that writes what it plays into a file (the fixture's home is the test's own)."""
    home = Path(str(Path.home()))
    played = home / "played.wav"
    (home / ".asoundrc").write_text(
        f'pcm.!default {{ type file; format wav; file "{played}"; slave.pcm null }}\n'
    )
    only = home / "bin"
    only.mkdir()
    player = shutil.which("aplay")
    assert player is not None
    (only / "aplay").symlink_to(player)
    monkeypatch.setenv("PATH", str(only))
    return played


@pytest.fixture
def player(qapp: object) -> Iterator[Player]:
    del qapp
    it = Player()
    yield it
    it.stop()


def ended(player: Player) -> bool:
    return player.findChild(QProcess) is None


@pytest.mark.parametrize("sound", list(Sound))
def test_what_is_played_is_the_file(qtbot: QtBot, player: Player, card: Path, sound: Sound) -> None:
    player.play(sound)
    qtbot.waitUntil(lambda: ended(player), timeout=WAIT_MS)
    ours = heard(Path(sound_file(sound)))
    assert heard(card)[: len(ours)] == ours


def test_a_player_without_its_server_is_passed_over(
    qtbot: QtBot, player: Player, card: Path
) -> None:
    failing = shutil.which("false", path="/usr/bin:/bin")
    assert failing is not None
    for name in ("pw-play", "canberra-gtk-play"):
        (Path.home() / "bin" / name).symlink_to(failing)
    player.play(Sound.QUESTION)
    qtbot.waitUntil(lambda: card.exists() and ended(player), timeout=WAIT_MS)
    assert any(heard(card))


def test_without_any_player_it_is_silent(
    player: Player, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    player.play(Sound.QUESTION)
    assert ended(player)


def test_a_storm_is_heard_once_in_a_while(qtbot: QtBot, card: Path) -> None:
    del card
    now = 5
    player = Player(clock=lambda: now)
    played: list[int] = []
    for step in range(400):
        now = 5 + step * APART_NS // 100
        before = player._playing
        player.play(Sound.QUESTION)
        if player._playing is not before:
            played.append(step)
    assert played == [0, 100, 200, 300]
    player.stop()
    qtbot.waitUntil(lambda: ended(player), timeout=WAIT_MS)


def test_a_person_who_listens_is_not_made_to_wait(player: Player, card: Path) -> None:
    del card
    player.play(Sound.QUESTION)
    first = player._playing
    player.listen(Sound.MISSED)
    assert first is not None and player._playing not in (None, first)


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A sound server that hangs."""
    script = tmp_path / "aplay"
    script.write_text("#!/bin/sh\nexec /bin/sleep 1000\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def begun(qtbot: QtBot, player: Player) -> int:
    """Let it play; returns the player's process id."""
    player.play(Sound.QUESTION)
    process = player._playing
    assert process is not None
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.Running, timeout=WAIT_MS)
    return int(process.processId())


def runs(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.mark.usefixtures("endless")
def test_the_app_can_end_while_it_plays(qtbot: QtBot, qtlog: Any) -> None:
    player = Player()
    pid = begun(qtbot, player)
    player.stop()
    sip.delete(player)
    assert not runs(pid) and qtlog.records == []


@pytest.mark.usefixtures("endless")
def test_what_hangs_is_ended(qtbot: QtBot, player: Player) -> None:
    player._hung.setInterval(50)
    pid = begun(qtbot, player)
    qtbot.waitUntil(lambda: not runs(pid), timeout=WAIT_MS)
    assert player._playing is None


@pytest.mark.parametrize("sound", list(Sound))
def test_files_are_what_their_script_makes(
    sound: Sound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = ROOT / "resources/sounds/make.py"
    monkeypatch.setattr(sys, "argv", [str(script), str(tmp_path)])
    runpy.run_path(str(script), run_name="__main__")
    kept, made = heard(Path(sound_file(sound))), heard(tmp_path / f"snet-{sound}.wav")
    assert len(kept) == len(made)
    # Another machine's sines may round the other way.
    assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1


@pytest.mark.parametrize("sound", list(Sound))
def test_they_are_short_quiet_and_small(sound: Sound) -> None:
    path = Path(sound_file(sound))
    samples = heard(path)
    assert path.stat().st_size < 40_000
    assert len(samples) / 22_050 < 0.8
    assert max(map(abs, samples)) < 0.25 * 32_768
    assert samples[0] == samples[-1] == 0, "no click"
