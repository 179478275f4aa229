# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests that become another user for a while."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest


def _others_may_enter(path: Path) -> bool:
    """Whether every folder on the way lets other users through."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.absolute().parents)


_IS_ROOT = os.geteuid() == 0
_ENTERED = _others_may_enter(Path(sys.executable)) and _others_may_enter(Path(__file__))
_WHY = "another user may not enter this checkout, or its Python"

as_another = pytest.mark.skipif(
    not _IS_ROOT or not _ENTERED, reason=_WHY if _IS_ROOT else "only root can drop rights"
)
"""For tests that only root can run, since they drop rights."""

unprivileged = pytest.mark.skipif(_IS_ROOT and not _ENTERED, reason=_WHY)
"""For tests that drop rights if there are any to drop."""
