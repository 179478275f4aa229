# SPDX-License-Identifier: GPL-2.0-or-later
"""The completion scripts: bash as a person uses it, with its own line editor on a terminal."""

from __future__ import annotations

import os
import pty
import select
import shlex
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from snetgui.cli.main import main

from .rules_kit import LIMIT_S, ROOT, Snet


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.pid, self._end = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, env)
        self.said = ""

    def type(self, text: str, until: str) -> str:
        """Type this and read on until the shell has said that; returns all that it said."""
        os.write(self._end, text.encode())
        before, limit = len(self.said), time.monotonic() + LIMIT_S
        while until not in self.said[before:]:
            assert time.monotonic() < limit, self.said
            if select.select([self._end], [], [], 1.0)[0]:
                self.said += os.read(self._end, 65536).decode(errors="replace")
        return self.said[before:]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)


@pytest.fixture
def bash(snet: Snet, tmp_path: Path) -> Iterator[Terminal]:
    command = shlex.join([sys.executable, "-m", "tests.unit.cli.snet"])
    program = tmp_path / "bin" / "snet"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
    program.chmod(0o755)
    env = {
        **snet.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SNET_DATA_DIR": str(snet.folder),
        "TERM": "dumb",
        "PS1": "",
        "INPUTRC": "/dev/null",
    }
    shell = Terminal(["bash", "--norc", "--noprofile", "-i"], env)
    shell.type('eval "$(snet completion bash)"; echo rea""dy\n', "ready")
    yield shell
    with suppress(ProcessLookupError):
        shell.close()


def test_bash_completes_names_with_blanks_and_signs(snet: Snet, bash: Terminal) -> None:
    snet.add("--exe", "/a", "--name", "web (main), \"two\" * & 'more'")
    snet.add("--exe", "/b", "--name", "plain")
    for typed in ("we", "web\\ \\(", '"web (m'):
        said = bash.type(f'snet rules show {typed}\t --json; echo en""d=$?\n', "end=")
        assert '"exact": "/a"' in said, said
    line = 'snet rules add --action deny --lifetime unt\t--exe /c --json; echo en""d=$?\n'
    assert '"lifetime": {"kind": "restart"}' in bash.type(line, "end=")


def test_no_name_is_offered_that_a_shell_would_carry_out(snet: Snet) -> None:
    for name in ("run $(reboot)", "run `reboot`", "run !reboot", "run it"):
        snet.add("--exe", "/a", "--name", name)
    assert snet.complete("snet rules show run", 3) == ["run it"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    done = CliRunner().invoke(main, ["completion", shell], prog_name="snet")
    assert done.exit_code == 0
    assert f"_SNET_COMPLETE={shell}_complete" in done.stdout.replace(" fish_", "=fish_")
