# SPDX-License-Identifier: GPL-2.0-or-later
"""The arguments of `tests/vm/arm64`."""

import argparse
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.vm import cache
from tests.vm.arm import disk, start
from tests.vm.arm.machine import boot
from tests.vm.boot import Machine
from tests.vm.channel import Channel
from tests.vm.cli import pytest_command
from tests.vm.command import CommandError
from tests.vm.runs import run_folder, say, take_report, tell

_DESCRIPTION = """Boot Debian for arm64 in an emulated machine, and run there what of the tests
of `snet run` needs no screen; after --, more arguments for pytest, or with --shell a
command."""

_TESTS = [
    "tests/unit/source/seccomp",
    *(
        f"tests/run_cases/test_{name}.py"
        for name in ("manners", "waiting", "limits", "programs", "prompt", "race")
    ),
]
_SLOWER = 10
"""How many times longer than on a machine of its own kind a test may wait."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run; the exit code is 0 only if all passed on every kernel."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    words = list(sys.argv[1:] if argv is None else argv)
    at = words.index("--") if "--" in words else len(words)
    args = _parser().parse_args(words[:at])
    command = words[at + 1 :] if args.shell else _pytest(args, words[at + 1 :])
    if not command:
        _parser().error("--shell wants a command after --")
    codes = [_run(name, args, command) for name in args.kernel or start.KERNELS]
    return max(codes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests/vm/arm64", description=_DESCRIPTION)
    add = parser.add_argument
    add("--kernel", action="append", choices=start.KERNELS,
        help="which one; may stand several times; default: both, one after the other")  # fmt: skip
    add("--shell", action="store_true", help="run a command instead of pytest")
    add("-k", dest="keyword", metavar="EXPR", help="pytest's -k")
    add("tests", nargs="*", help="test files or node ids; default: those of `snet run`")
    add("--timeout", type=float, default=5400, help="seconds until a machine is killed")
    add("--memory", default="2G")
    add("--cpus", type=int, default=2)
    add("--append", default="", help="more for the kernel's command line")
    add("--keep", action="store_true", help="keep logs and reports of a run that passed")
    add("--reports", type=Path, metavar="FOLDER", help="where to put pytest's JUnit reports")
    return parser


def _pytest(args: argparse.Namespace, more: list[str]) -> list[str]:
    report = ["--junitxml=/channel/junit.xml", "--durations=10"]
    return pytest_command([*report, *(args.tests or _TESTS)], args.keyword, more)


def _run(name: str, args: argparse.Namespace, command: list[str]) -> int:
    began = time.monotonic()
    named = f"arm64-{name}"
    channel = Channel(run_folder(named))
    try:
        made = disk.fetch()
        with tempfile.TemporaryDirectory(dir=cache.folder("runs")) as folder:
            first = start.prepare(made, name, Path(folder))
            say(named, f"booting {first.release} ({time.monotonic() - began:.0f} s)")
            machine = Machine(args.cpus, args.memory, args.timeout, args.append)
            outcome = boot(made, first, machine, channel, command, {"SNET_SLOWER": str(_SLOWER)})
    except (CommandError, LookupError, OSError) as error:
        say(named, f"FAILED before the machine was booted: {error}")
        return 1
    take_report(channel, named, args.reports)
    passed = outcome.passed()
    tell(named, outcome, passed, channel, time.monotonic() - began)
    if passed and not args.keep:
        shutil.rmtree(channel.folder)
    return 0 if passed else 1
