# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet agent` on this machine, where no module is; with one it is tested in tests/vm/guest."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from snetgui.model import SourceMissing
from snetgui.source.kernel import Client

SNET = Path(sys.executable).with_name("snet")
WALL_S = 60


def loaded() -> bool:
    try:
        Client().close()
    except SourceMissing:
        return False
    return True


def snet(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Without a terminal, so that nothing asks whoever runs the tests."""
    return subprocess.run(
        [SNET, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=WALL_S,
        check=False,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--answer", "maybe"], "'maybe' is not one of"),
        (["--answer", "allow", "--errno", "EPERM"], "--errno goes with"),
        (["--answer", "deny", "--errno", "EWHAT"], "is no errno"),
        (["--subscribe", "dance"], "'dance' is no call"),
        (["--answer", "ask"], "needs a terminal"),
        (["more"], "unexpected extra argument"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str) -> None:
    done = snet("agent", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(loaded(), reason="the module is loaded here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["agent", "--answer", "allow"],
        ["agent", "--answer", "deny", "--json"],
        ["status"],
        ["status", "--json"],
        ["config", "get"],
        ["config", "set", "verdict-delay", "5"],
    ],
)
def test_missing_module_is_one_line_and_exit_code_3(arguments: list[str]) -> None:
    done = snet(*arguments)
    assert done.returncode == 3
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("snet: the kernel module snet is not loaded")
    assert "modprobe snet" in line


@pytest.mark.skipif(loaded(), reason="the module is loaded here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_waiting_for_the_module_ends_cleanly_on_a_signal(number: signal.Signals) -> None:
    with subprocess.Popen(
        [SNET, "agent", "--answer", "allow", "--wait"],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as waiting:
        assert waiting.stderr is not None
        assert "Waiting for it" in waiting.stderr.readline()
        waiting.send_signal(number)
        assert waiting.wait(WALL_S) == 0
        assert waiting.stderr.read() == ""
