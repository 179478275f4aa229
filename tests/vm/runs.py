# SPDX-License-Identifier: GPL-2.0-or-later
"""One run: fetch the kernel, build the module, boot, and say how it went."""

import io
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.vm import cache, kernels, module
from tests.vm.boot import Machine, Outcome, boot
from tests.vm.channel import Channel
from tests.vm.command import CommandError, run

_KEEP_SECONDS = 24 * 3600
_DEBUG_SLOWER = 4  # times that the kernel which looks after itself takes: tests/patience.py
_printing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every kernel."""

    machine: Machine
    command: list[str]
    fine: frozenset[int]
    """Exit codes of the command that count as success."""
    is_pytest: bool
    parallel: bool
    reports: Path | None
    keep: bool
    build_only: bool


def run_all(names: Sequence[str], job: Job) -> int:
    """Run the job on each kernel; returns the worst exit code."""
    with ThreadPoolExecutor(len(names) if job.parallel else 1) as pool:
        return max(pool.map(lambda name: _run(name, job), names))


def _run(name: str, job: Job) -> int:
    began = time.monotonic()
    say(name, "fetching the kernel and building the module")
    try:
        kernel = kernels.fetch(name)
        built = module.build(kernel)
    except (CommandError, LookupError, OSError) as error:
        say(name, f"FAILED before the machine was booted: {error}")
        return 1
    say(name, f"built for {kernel.release} ({time.monotonic() - began:.0f} s)")
    return 0 if job.build_only else _boot(kernel, built, job)


def _boot(kernel: kernels.Kernel, built: Path, job: Job) -> int:
    began = time.monotonic()
    channel = Channel(run_folder(kernel.name))
    # Without debug information it is a thirtieth of the size, and loads faster.
    run(["strip", "--strip-debug", "-o", str(channel.module), str(built)])
    report = [f"--junitxml={channel.report}"] if job.is_pytest else []
    printed = io.BytesIO()
    outcome = boot(
        kernel, job.machine, channel, [*job.command, *report],
        env={"SNET_SLOWER": str(_DEBUG_SLOWER)} if kernel.debug else None,
        output=printed if job.parallel else None,
    )  # fmt: skip
    with _printing:
        sys.stdout.buffer.write(printed.getvalue())
        sys.stdout.flush()
    take_report(channel, kernel.name, job.reports)
    _take_pictures(channel, kernel.name)
    passed = outcome.passed(job.fine)
    tell(kernel.name, outcome, passed, channel, time.monotonic() - began)
    if passed and not job.keep:
        shutil.rmtree(channel.folder)
    return 0 if passed else 1


def take_report(channel: Channel, name: str, reports: Path | None) -> None:
    """Put pytest's report where it was wanted."""
    if reports is not None and channel.report.exists():
        reports.mkdir(parents=True, exist_ok=True)
        shutil.copy(channel.report, reports / f"vm-{name}.xml")


def _take_pictures(channel: Channel, name: str) -> None:
    """Keep what the screen looked like, for people to look at."""
    taken = channel.folder / "pictures"
    if taken.exists():
        shutil.copytree(taken, cache.folder("pictures") / name, dirs_exist_ok=True)


def tell(name: str, outcome: Outcome, passed: bool, channel: Channel, seconds: float) -> None:
    """Say how a machine ended."""
    if passed:
        say(name, f"passed, kernel log clean ({seconds:.0f} s)")
        return
    say(name, f"FAILED ({seconds:.0f} s), exit code {outcome.code}; {outcome.problem}")
    for line in outcome.complaints:
        say(name, f"kernel: {line}")
    if outcome.code is None:
        say(name, "the console's last lines:\n" + _tail(channel.console))
    say(name, f"logs are kept in {channel.folder}")


def _tail(log: Path, lines: int = 60) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


def run_folder(name: str) -> Path:
    """Return a new folder, and forget those of days past."""
    runs = cache.folder("runs")
    for path in runs.iterdir():
        if path.stat().st_mtime < time.time() - _KEEP_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=runs))


def say(name: str, text: str) -> None:
    """Say something about one kernel; runs side by side don't mix their lines."""
    with _printing:
        print(f"[{name}] {text}", flush=True)
