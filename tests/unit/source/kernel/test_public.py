# SPDX-License-Identifier: GPL-2.0-or-later
"""The library's public names, and its example."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from snetgui.source import kernel

ROOT = Path(__file__).parents[4]
EXAMPLE = ROOT / "resources/examples/snet_watch.py"


def test_every_public_name_is_there_and_listed() -> None:
    assert len(set(kernel.__all__)) == len(kernel.__all__)
    for name in kernel.__all__:
        assert getattr(kernel, name).__doc__, name


def test_what_is_imported_is_what_is_listed() -> None:
    modules = {path.stem for path in Path(kernel.__file__).parent.glob("*.py")}
    names = {name for name in vars(kernel) if not name.startswith("_")}
    assert names - modules | {"watch"} == set(kernel.__all__)


def test_the_example_says_in_one_line_what_is_missing() -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLE], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "SourceMissing" in done.stderr.splitlines()[-1]


def test_the_example_has_fifteen_lines() -> None:
    lines = [line for line in EXAMPLE.read_text().splitlines() if line.strip()]
    assert len([line for line in lines if not line.startswith("#")]) <= 15
