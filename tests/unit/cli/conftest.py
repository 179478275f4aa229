# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of files for the commands, and an engine over it in another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .rules_kit import LIMIT_S, ROOT, Snet


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    path = tmp_path / "run"
    path.mkdir(mode=0o700)
    return path


@pytest.fixture
def snet(tmp_path: Path, runtime: Path) -> Snet:
    return Snet(tmp_path / "data", runtime)


@pytest.fixture
def engine(snet: Snet) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.unit.cli.engine_process", str(snet.folder)]
    with subprocess.Popen(
        command, env=snet.environ, cwd=ROOT, stdin=-1, stdout=-1, stderr=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        _, errors = process.communicate("", timeout=LIMIT_S)
        assert (process.returncode, errors) == (0, "")
