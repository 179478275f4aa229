# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of each window, light and dark, at 100 % and 200 %.

They are for people to look at: SNET_PICTURES names a folder to keep them in,
SNET_PICTURES_LOCALE the language that they are in (de_DE.UTF-8).
What a machine can tell is checked here: that there is a picture, of the size
that the scale asks for, and that it is not one flat colour.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

from . import gallery_history
from .gallery import SCENES
from .xsession import xsession

ROOT = Path(__file__).parents[2]
FEW = ["prompt", "prompt-details", "rules", "rules-tidy", "rule-wrong", "rule-test", "status"]
FEW += gallery_history.FEW
FEW += ["settings", "settings-desktop", "first", "first-summary"]


@pytest.mark.parametrize(
    ("look", "scale", "scenes"),
    [("light", 1, list(SCENES)), ("dark", 1, list(SCENES)), ("light", 2, FEW), ("dark", 2, FEW)],
)
def test_pictures(tmp_path: Path, look: str, scale: int, scenes: list[str]) -> None:
    kept = Path(os.environ.get("SNET_PICTURES", tmp_path / "pictures")).absolute()
    kept.mkdir(parents=True, exist_ok=True)
    suffix = look if scale == 1 else f"{look}-{scale}00"
    with xsession(tmp_path / "person", size="2200x1500") as session:
        session.env |= {"PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": str(scale)}
        session.env["LC_ALL"] = os.environ.get("SNET_PICTURES_LOCALE", "C.UTF-8")
        shown = session.start(
            sys.executable, "-m", "tests.gui.gallery", str(kept), suffix, look, *scenes
        )
        assert shown.wait(180) == 0
    for scene in scenes:
        image = QImage(str(kept / f"{scene}-{suffix}.png"))
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
