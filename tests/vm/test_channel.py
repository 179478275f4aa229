# SPDX-License-Identifier: GPL-2.0-or-later
"""An end counts only when it is told with this run's own number."""

from pathlib import Path

import pytest

from tests.vm.boot import Outcome
from tests.vm.channel import Channel


def test_code_is_read_when_the_nonce_fits(tmp_path: Path) -> None:
    channel = Channel(tmp_path)
    (tmp_path / "result").write_text(f"{channel.nonce} 3\n")
    assert channel.exit_code() == 3


@pytest.mark.parametrize("text", ["", "0", "wrong 0", "{nonce}", "{nonce} ok", "{nonce} 0 0"])
def test_anything_else_is_no_end(tmp_path: Path, text: str) -> None:
    channel = Channel(tmp_path)
    (tmp_path / "result").write_text(text.format(nonce=channel.nonce))
    assert channel.exit_code() is None


def test_silence_is_no_end(tmp_path: Path) -> None:
    assert Channel(tmp_path).exit_code() is None


def test_each_run_has_its_own_nonce(tmp_path: Path) -> None:
    assert Channel(tmp_path).nonce != Channel(tmp_path).nonce


@pytest.mark.parametrize(
    ("outcome", "passed"),
    [
        (Outcome(0, []), True),
        (Outcome(1, []), False),
        (Outcome(None, []), False),
        (Outcome(0, ["BUG"]), False),
        (Outcome(0, [], "timeout"), False),
    ],
)
def test_only_a_clean_end_passes(outcome: Outcome, passed: bool) -> None:
    assert outcome.passed() is passed
