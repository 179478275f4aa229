# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt in the terminal, driven through a pseudo-terminal with real keys."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import SNET, Reached, supervisors, until
from .screen import Terminal

KEYS = "a allow  d deny  A always allow  D always deny"

Open = Callable[..., Terminal]


@pytest.fixture
def screen(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """screen(script, *options): a shell script under snet run on a terminal."""
    opened: list[Terminal] = []
    monkeypatch.setenv("TERM", "xterm-256color")

    def open_(script: str, *options: str, tells: bool = True) -> Terminal:
        words = [SNET, "run", "--ask", "terminal", *options, "--", "sh", "-c", script]
        opened.append(Terminal(words, tells=tells))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


def _curl(web: Reached) -> str:
    return f"curl -sS {web.url} && echo fine || echo failed $?"


def test_allow_leaves_no_trace(screen: Open, web: Reached) -> None:
    terminal = screen(f"printf before; {_curl(web)}; exit 3")
    terminal.shows(KEYS)
    assert f"snet: curl wants to connect to 127.0.0.1:{web.port} (tcp)" in terminal.text
    assert re.search(r"\d+ s, then allow", terminal.text)
    terminal.type("a")
    assert terminal.wait() == 3
    assert terminal.text.split("\n")[:3] == ["beforehello from the server", "fine", ""]
    assert len(web.peers) == 1


def test_deny(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web))
    terminal.shows(KEYS)
    terminal.type("d")
    terminal.shows("failed 7")
    assert terminal.wait() == 0
    assert not web.peers


def test_keys_before_the_question_was_there_do_nothing(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web), "--policy", "deny")
    terminal.shows("snet: curl")
    assert KEYS not in terminal.text
    terminal.type("d")
    terminal.shows(KEYS)
    for keys in ("\r", " ", "da", "a pasted line\n"):
        terminal.type(keys)
        terminal.type_until("s", terminal.changes(r"\n  s (.*?) ·"))
    assert not web.peers
    terminal.type("a")
    terminal.shows("fine")
    assert terminal.wait() == 0


def test_always_is_remembered(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web))
    terminal.shows(KEYS)
    terminal.type("A")
    terminal.shows("fine")
    assert terminal.wait() == 0
    again = screen(_curl(web))
    again.shows("fine")
    assert again.wait() == 0
    assert "snet:" not in again.text


def test_scope_and_lifetime_are_chosen_by_key(screen: Open, web: Reached) -> None:
    terminal = screen(f"{_curl(web)}; curl -sS http://127.0.0.1:1/; echo second $?")
    terminal.shows(KEYS)
    for words in ("this host on any port", "this port anywhere", "this program, anything"):
        terminal.type("s")
        terminal.shows(words)
    terminal.type("t")
    terminal.shows("while this process runs")
    for _ in range(3):
        terminal.type("t")
        time.sleep(0.05)
    terminal.shows("t always")
    terminal.type("a")
    terminal.shows("second 7")  # refused by the port, not asked about
    assert terminal.wait() == 0


def test_later_leaves_it_to_the_policy(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web), "--delay", "3", "--policy", "deny")
    terminal.shows(KEYS)
    terminal.type("\x1b")
    terminal.hides(KEYS)
    terminal.shows("failed 7")
    assert terminal.wait() == 0


def test_countdown_then_policy(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web), "--delay", "3", "--policy", "deny")
    for left in ("2 s, then deny", "1 s, then deny", "failed 7"):
        terminal.shows(left)
    assert terminal.text.count("snet:") == 0
    assert terminal.wait() == 0


def test_output_of_others_stays_whole(screen: Open, web: Reached) -> None:
    script = f"(for n in 1 2 3 4 5; do sleep 0.3; echo line $n; done) & {_curl(web)}; wait"
    terminal = screen(script)
    terminal.shows("line 5")
    terminal.shows(KEYS)
    terminal.type_until("a", lambda: "fine" in terminal.text)
    assert terminal.wait() == 0
    for number in range(1, 6):
        assert re.search(rf"line {number}\s*$", terminal.text, re.MULTILINE)


def test_terminal_that_tells_nothing(screen: Open, web: Reached) -> None:
    terminal = screen(_curl(web), tells=False)
    terminal.shows(KEYS)
    terminal.type("a")
    terminal.shows("fine")
    assert terminal.wait() == 0


def test_ctrl_c_goes_to_the_program(screen: Open, web: Reached) -> None:
    terminal = screen(f"exec curl -sS {web.url}")
    terminal.shows(KEYS)
    terminal.type("\x03")
    assert terminal.wait() == 130
    assert not web.peers


def test_terminal_is_given_back_as_it_was(screen: Open, web: Reached) -> None:
    terminal = screen(f"echo ready; read go; {_curl(web)}; read last; echo got $last")
    terminal.shows("ready")
    before, group = terminal.settings(), terminal.group()
    terminal.type("\n")
    terminal.shows(KEYS)
    assert terminal.settings() != before
    assert terminal.group() != group
    terminal.type("a")
    terminal.shows("fine")
    terminal.until(lambda: terminal.group() == group)
    assert terminal.settings() == before
    terminal.type("word\n")
    terminal.shows("got word")
    assert terminal.wait() == 0


def test_terminal_that_hangs_up_ends_the_program(
    screen: Open, web: Reached, tmp_path: Path
) -> None:
    terminal = screen(f"exec curl -sS {web.url}")
    terminal.shows(KEYS)
    terminal.close()
    os.waitpid(terminal.pid, 0)
    until(lambda: not supervisors(tmp_path))
    assert not web.peers


def test_two_questions_one_after_another(screen: Open, web: Reached) -> None:
    terminal = screen(f"curl -sS {web.url} & curl -sS http://127.0.0.1:1/; wait")
    terminal.shows("1 more")
    terminal.shows(KEYS)
    terminal.type("aaaa")  # one key, one answer
    terminal.hides("1 more")
    terminal.hides(KEYS)
    terminal.shows(KEYS)
    terminal.type("d")
    assert terminal.wait() == 0


def test_stop_and_continue_from_a_shell_with_jobs(web: Reached, data_dir: Path) -> None:
    """Ctrl-Z stops the job as the shell sees it; fg goes on.

    bash, for dash starts programs by vfork(2) and can't stop in its middle.
    """
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"])
    try:
        terminal.type(
            f"PS1='% '; {SNET} run -- bash -c 'echo started; sleep 1; echo over; exit 5'\n"
        )
        terminal.until(lambda: "started" in terminal.text.replace("echo started", ""))
        terminal.type("\x1a")
        terminal.shows("Stopped")
        terminal.type("fg\n")
        terminal.until(lambda: "over" in terminal.text.replace("echo over", ""))
        terminal.type("echo status $?\n")
        terminal.shows("status 5")
        terminal.type("exit\n")
        terminal.wait()
    finally:
        terminal.close()


def test_untrusted_names_are_made_visible(screen: Open, web: Reached, tmp_path: Path) -> None:
    odd = tmp_path / "evil\x1b[31mname"
    odd.symlink_to("/usr/bin/curl")
    copy = tmp_path / "evil\x1b[32m"
    subprocess.run(["cp", "/usr/bin/curl", str(copy)], check=True)
    terminal = screen(f"'{copy}' -sS {web.url}")
    terminal.shows("evil\\x1b[32m")
    terminal.shows(KEYS)
    terminal.type("d")
    assert terminal.wait() == 7
