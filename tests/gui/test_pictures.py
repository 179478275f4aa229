# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of each window, light and dark, at 100 % and 200 %.

They are for people to look at: SNET_PICTURES names a folder to keep them in.
What a machine can tell is checked here: that there is a picture, of the size
that the scale asks for, and that it is not one flat colour.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

from .gallery import SCENES
from .xsession import XSession, until, xsession

ROOT = Path(__file__).parents[2]
# Each in both looks, one of each kind at twice the size.
SHOTS = [(scene, look, 1) for scene in SCENES for look in ("light", "dark")]
SHOTS += [(scene, "light", 2) for scene in ("prompt", "prompt-details", "rules", "status")]
SHOTS += [("prompt", "dark", 2)]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XSession]:
    with xsession(tmp_path_factory.mktemp("pictures") / "person", size="2200x1500") as it:
        it.env["PYTHONPATH"] = str(ROOT)
        yield it


@pytest.mark.parametrize(("scene", "look", "scale"), SHOTS)
def test_picture(session: XSession, tmp_path: Path, scene: str, look: str, scale: int) -> None:
    kept = Path(os.environ.get("SNET_PICTURES", tmp_path))
    kept.mkdir(parents=True, exist_ok=True)
    session.env["QT_SCALE_FACTOR"] = str(scale)
    shown = session.start(sys.executable, "-m", "tests.gui.gallery", scene, look)
    window = session.wait_window("^Gallery$")
    path = kept / f"{scene}-{look}{'-200' if scale == 2 else ''}.png"
    until(lambda: _is_painted(session.picture(path, window)), "the window to be painted")
    shown.terminate()
    shown.wait(10)
    session.wait_no_window("^Gallery$")


def _is_painted(path: Path) -> bool:
    """Many colours, and for a prompt its buttons armed."""
    image = QImage(str(path))
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    if not path.name.startswith("prompt"):
        return len(colours) > 4
    red = image.pixelColor(image.width() // 4 - 60, image.height() - 30 * (image.width() // 600))
    return red.red() > 150 and red.green() < 100
