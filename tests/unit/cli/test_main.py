# SPDX-License-Identifier: GPL-2.0-or-later
"""The command itself: overview, lazy imports, completion, exit codes."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from snetgui import __version__
from snetgui.cli.failure import Exit, exit_code
from snetgui.cli.main import COMMANDS, Lazy, LazyGroup, main
from snetgui.model import (
    SnetError,
    SourceBusy,
    SourceMissing,
    SourcePermission,
    SourceVersion,
    StoreDamaged,
)


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, arguments)


def test_version() -> None:
    assert run("--version").output == f"snet {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_imported_and_has_help(name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert done.output.startswith("Usage: ")


def test_overview_lists_every_command() -> None:
    output = run("--help").output
    for name, lazy in COMMANDS.items():
        assert name in output
        assert lazy.help[:30] in output


def test_unknown_command_is_wrong_usage() -> None:
    assert run("nonsense").exit_code == Exit.USAGE


HEAVY = ["asyncio", "pyroute2", "sqlalchemy", "PyQt6", "snetgui.source.kernel", "snetgui.model"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_overview_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from snetgui.cli.main import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        f"sys.exit(str([m for m in {HEAVY!r} if m in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.strip() == "[]"


def complete(arguments: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(main, {}, "snet", "_SNET_COMPLETE")
    return [item.value for item in shell.get_completions(arguments, incomplete)]


@pytest.mark.parametrize(
    ("arguments", "incomplete", "expected"),
    [
        ([], "ag", ["agent"]),
        ([], "--v", ["--version"]),
        (["agent"], "--ans", ["--answer"]),
        (["agent", "--answer"], "a", ["ask", "allow"]),
        (["agent", "--subscribe"], "connect,b", ["connect,bind"]),
        (["agent", "--subscribe"], "a", ["accept", "all"]),
        (["agent", "--errno"], "econnr", ["ECONNREFUSED", "ECONNRESET"]),
        (["config", "get"], "verdict-p", ["verdict-policy"]),
    ],
)
def test_completion(arguments: list[str], incomplete: str, expected: list[str]) -> None:
    assert complete(arguments, incomplete) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    done = run("completion", shell)
    assert done.exit_code == 0
    assert "_SNET_COMPLETE" in done.output


def failing(problem: Exception) -> Any:
    @click.command()
    def fail() -> None:
        raise problem

    class Group(LazyGroup):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            return fail

    group = Group("snet", commands={"fail": Lazy("nowhere:fail", "Fails.")})
    return CliRunner().invoke(group, ["fail"])


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (SourceMissing("a"), 3),
        (SourcePermission("a"), 4),
        (SourceBusy("a"), 5),
        (SourceVersion("a"), 1),
        (StoreDamaged("a"), 1),
    ],
)
def test_what_snet_reports_is_one_line_and_an_exit_code(problem: SnetError, code: int) -> None:
    assert exit_code(problem) == code
    done = failing(problem)
    assert done.exit_code == code
    assert done.stderr == "snet: a\n"
    assert done.stdout == ""


def test_our_own_bugs_are_not_hidden() -> None:
    assert isinstance(failing(KeyError("x")).exception, KeyError)
