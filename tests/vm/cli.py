# SPDX-License-Identifier: GPL-2.0-or-later
"""The arguments of `tests/vm/run`."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from tests.vm import children, kernels, runs
from tests.vm.boot import Machine

_NO_TEST_MATCHED = 5
"""pytest's exit code; with -k across several suites it is no failure."""

_DESCRIPTION = """Build the module for each kernel, boot it, and run the tests of tests/vm/guest
inside; after --, more arguments for pytest, or with --shell a command of your own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run; the exit code is 0 only if every kernel passed."""
    on_sigterm()
    ours, rest = _split(sys.argv[1:] if argv is None else argv)
    args = _parser().parse_args(ours)
    names = args.kernel or list(kernels.DEFAULT)
    if args.shell and not rest:
        rest = ["bash", "-i"]
    job = runs.Job(
        machine=_machine(args),
        command=_shell(args, rest) if args.shell else _pytest(args, rest),
        fine=frozenset({0, _NO_TEST_MATCHED} if args.keyword else {0}),
        is_pytest=not args.shell,
        parallel=len(names) > 1 and not args.serial,
        reports=args.reports,
        keep=args.keep,
        build_only=args.build_only,
    )
    return runs.run_all(names, job)


def on_sigterm() -> None:
    """End at once when told to, with all machines and builds, which threads wait for."""

    def end(number: int, _frame: FrameType | None) -> None:
        children.kill_all()
        os._exit(128 + number)

    signal.signal(signal.SIGTERM, end)


def _split(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(argv)
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests/vm/run", description=_DESCRIPTION)
    add = parser.add_argument
    add("--kernel", action="append", choices=[*kernels.DEFAULT, *kernels.EXTRA],
        help="which one; may stand several times; default: "
        f"{' and '.join(kernels.DEFAULT)}")  # fmt: skip
    add("--shell", action="store_true", help="run a command with the module loaded; default: bash")
    add("--no-load", action="store_true", help="with --shell: leave loading to the command")
    add("--params", default="", help='with --shell: module parameters, "verdict_delay=5 debug=1"')
    add("-k", dest="keyword", metavar="EXPR", help="pytest's -k")
    add("tests", nargs="*", help="test files or node ids; default: tests/vm/guest")
    add("--timeout", type=float, default=1200, help="seconds until a machine is killed")
    add("--memory", default="2G")
    add("--cpus", type=int, default=2)
    add("--multithreaded", action="store_true", help="true concurrency; QEMU may fail by itself")
    add("--append", default="", help="more for the kernel's command line")
    add("--serial", action="store_true", help="several kernels one after the other")
    add("--keep", action="store_true", help="keep logs and reports of a run that passed")
    add("--reports", type=Path, metavar="FOLDER", help="where to put pytest's JUnit reports")
    add("--build-only", action="store_true", help="fetch the kernels and build the module, no more")
    return parser


def _machine(args: argparse.Namespace) -> Machine:
    return Machine(
        cpus=args.cpus,
        memory=args.memory,
        timeout=args.timeout,
        append=args.append,
        multithreaded=args.multithreaded,
        terminal=args.shell and sys.stdin.isatty(),
    )


def _shell(args: argparse.Namespace, command: list[str]) -> list[str]:
    return command if args.no_load else ["tests/vm/loaded.sh", args.params, *command]


def _pytest(args: argparse.Namespace, more: list[str]) -> list[str]:
    return pytest_command(args.tests or ["tests/vm/guest"], args.keyword, more)


def pytest_command(tests: Sequence[str], keyword: str | None, more: Sequence[str]) -> list[str]:
    """How a guest runs these tests, or those of them that the keyword is about."""
    chosen = ["-k", keyword] if keyword else []
    # Importing plugins that nothing there needs (Qt!) takes ten seconds in emulation.
    bare = ["env", "PYTEST_DISABLE_PLUGIN_AUTOLOAD=1", "python", "-m", "pytest"]
    plugins = ["-p", "pytest_asyncio.plugin", "-p", "no:cacheprovider"]
    return [*bare, *plugins, *tests, *chosen, *more]
