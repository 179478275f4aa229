# SPDX-License-Identifier: GPL-2.0-or-later
"""Our own icons, where they were installed or where they lie in the source tree."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path

from PyQt6.QtGui import QIcon

from .state import State

_SCALABLE = Path("hicolor/scalable")


def folders() -> Iterator[Path]:
    """Icon folders, the nearest first."""
    yield Path(__file__).resolve().parents[2] / "resources/icons"
    yield Path(sys.prefix) / "share/icons"
    yield Path("/usr/local/share/icons")
    yield Path("/usr/share/icons")


@functools.cache
def _find(name: str) -> str:
    for folder in folders():
        path = folder / _SCALABLE / name
        if path.is_file():
            return str(path)
    return ""


def app_icon() -> QIcon:
    """The program's icon."""
    return QIcon(_find("apps/snet.svg"))


def state_icon(state: State) -> QIcon:
    """A state's icon: each has its own shape, so that colour is not needed to tell them."""
    return QIcon(_find(f"status/snet-{state}.svg"))
