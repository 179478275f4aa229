# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of each window, light and dark, at 100 % and 200 %.

They are for people to look at: SNET_PICTURES names a folder to keep them in,
SNET_PICTURES_LOCALE the language that they are in (de_DE.UTF-8).
What a machine can tell is checked here: that there is a picture, of the size
that the scale asks for, and that it is not one flat colour.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

from .gallery import FEW, SCENES
from .xsession import WAIT_S, end

ROOT = Path(__file__).parents[2]
SCREEN = {"name": "large", "x": 0, "y": 0, "width": 2800, "height": 2000, "dpr": 1}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}
SCALES = {1: list(SCENES), 2: FEW}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures are."""
    made = tmp_path_factory.mktemp("pictures")
    kept = Path(os.environ.get("SNET_PICTURES", made)).absolute()
    kept.mkdir(parents=True, exist_ok=True)
    return kept


@pytest.fixture(scope="module")
def galleries(
    kept: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[int, subprocess.Popen[bytes]]]:
    """A program for each scale, side by side; Qt scales a program as a whole."""
    home = tmp_path_factory.mktemp("home")
    screen = home / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    programs = {}
    for scale, scenes in SCALES.items():
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "LC_ALL": os.environ.get("SNET_PICTURES_LOCALE", "C.UTF-8"),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(scale),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        suffix = "" if scale == 1 else f"-{scale}00"
        command = [sys.executable, "-m", "tests.gui.gallery", str(kept), suffix, *scenes]
        programs[scale] = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE)
    yield programs
    for program in programs.values():
        end(program)


@pytest.mark.parametrize("scale", list(SCALES))
def test_pictures(kept: Path, galleries: dict[int, subprocess.Popen[bytes]], scale: int) -> None:
    _out, said = galleries[scale].communicate(timeout=WAIT_S)
    assert galleries[scale].returncode == 0, said.decode()
    for look in ("light", "dark"):
        for scene in SCALES[scale]:
            suffix = look if scale == 1 else f"{look}-{scale}00"
            check(QImage(str(kept / f"{scene}-{suffix}.png")), scene, scale)


def check(image: QImage, scene: str, scale: int) -> None:
    """What a machine can tell of a picture."""
    assert image.width() >= 440 * scale, scene
    assert len(_colours(image)) > 4, scene
    if scene.startswith("prompt"):
        at = image.pixelColor(image.width() // 4 - 80 * scale, image.height() - 40 * scale)
        assert at.red() > 150 and at.green() < 100, f"{scene}: Deny is not where it belongs"


def _colours(image: QImage) -> set[int]:
    """Some of the colours in a picture."""
    return {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
