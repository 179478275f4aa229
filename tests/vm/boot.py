# SPDX-License-Identifier: GPL-2.0-or-later
"""Boot a kernel on this machine's own root file system and run one command there."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.vm import cache, klog
from tests.vm.channel import Channel
from tests.vm.kernels import Kernel

_GUEST = Path(__file__).with_name("guest.sh")
_TOOLS = Path(sys.executable).parent
_EMPTY_IN_GUEST = ("/tmp", "/var/tmp", "/run", "/dev/shm")


@dataclass(frozen=True, slots=True)
class Machine:
    """What a guest is given."""

    cpus: int = 2
    memory: str = "2G"
    timeout: float = 900.0
    append: str = ""
    """More for the kernel's command line."""
    multithreaded: bool = False
    """A thread of this machine for each processor of the guest: see _qemu."""
    terminal: bool = False
    """Whether this terminal is the command's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    code: int | None
    complaints: list[str]
    problem: str = ""

    def passed(self, fine: Container[int] = (0,)) -> bool:
        """Whether the command ended well and the kernel had nothing to say."""
        return self.code in fine and not self.complaints and not self.problem


def boot(
    kernel: Kernel,
    machine: Machine,
    channel: Channel,
    command: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    output: IO[bytes] | None = None,
) -> Outcome:
    """Run the command in a guest; what it prints goes to output, or to this terminal."""
    terminal = "yes" if machine.terminal else "no"
    guest = [str(_GUEST), str(channel.folder), channel.nonce, terminal, "env", *_settings(env)]
    process = subprocess.Popen(
        [*_virtme(kernel, machine, channel), "--", shlex.join([*guest, *command])],
        stdin=None if machine.terminal else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PATH": f"{_TOOLS}:/usr/sbin:/sbin:{os.environ['PATH']}"},
    )
    return follow(process, machine, channel, output or sys.stdout.buffer)


def follow(
    process: subprocess.Popen[bytes], machine: Machine, channel: Channel, output: IO[bytes]
) -> Outcome:
    """Wait for a machine's end: its standard output is the command's, the other the console's."""
    problem = _wait(process, machine, channel, output)
    return _outcome(channel, problem)


def _settings(env: Mapping[str, str] | None) -> list[str]:
    path = f"PATH={_TOOLS}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return [path, *(f"{name}={value}" for name, value in (env or {}).items())]


def _virtme(kernel: Kernel, machine: Machine, channel: Channel) -> list[str]:
    append = f"ignore_loglevel printk.devkmsg=on {machine.append}"
    if kernel.debug:
        append += " panic_on_warn=1 kmemleak=on watchdog_thresh=60"
    return [
        *("vng", "--disable-kvm", "--force-9p", "--verbose", "--name", f"snet-{kernel.name}"),
        *("--run", str(kernel.image), "--user", "root"),
        *("--memory", machine.memory, "--cpus", str(machine.cpus)),
        *("--cwd", str(cache.CHECKOUT), "--rwdir", str(channel.folder)),
        *(f"--rodir={path}" for path in _hidden((cache.CHECKOUT, Path(sys.prefix)))),
        *("--append", append.strip(), f"--qemu-opts={_qemu(machine, channel)}"),
    ]


def _hidden(paths: Iterable[Path]) -> list[Path]:
    """Those that the guest would not see: it has empty folders for temporary files."""
    return [path for path in paths if any(map(path.is_relative_to, _EMPTY_IN_GUEST))]


def _qemu(machine: Machine, channel: Channel) -> str:
    """With a thread for each processor, QEMU may run an int3 after the kernel has taken
    it out again while it patched itself: "Oops: int3" of which no kernel is guilty.
    """
    thread = "multi" if machine.multithreaded else "single"
    return f"-accel tcg,thread={thread} -pidfile {channel.pidfile}"


def _wait(
    process: subprocess.Popen[bytes], machine: Machine, channel: Channel, output: IO[bytes]
) -> str:
    """Wait for the guest's end, and see to it that there is one."""
    assert process.stdout is not None
    assert process.stderr is not None
    with channel.console.open("wb") as console:
        pumps = [_pump(process.stdout, output), _pump(process.stderr, console)]
        try:
            process.wait(machine.timeout)
        except subprocess.TimeoutExpired:
            return f"no end within {machine.timeout:.0f} s; killed"
        finally:
            _kill(process, channel)
            for pump in pumps:
                pump.join()
    return ""


def _pump(source: IO[bytes], sink: IO[bytes]) -> threading.Thread:
    """Carry bytes over: QEMU would truncate a file that it was handed."""

    def carry() -> None:
        while data := os.read(source.fileno(), 65536):
            sink.write(data)
            sink.flush()

    thread = threading.Thread(target=carry, daemon=True)
    thread.start()
    return thread


def _kill(process: subprocess.Popen[bytes], channel: Channel) -> None:
    """End QEMU, which may be a grandchild of vng, and then vng."""
    if channel.pidfile.exists():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(channel.pidfile.read_text()), signal.SIGKILL)
    process.kill()
    process.wait()


def _outcome(channel: Channel, problem: str) -> Outcome:
    complaints = []
    for log in (channel.console, channel.dmesg, channel.folder / "leaks.log"):
        if log.exists():
            complaints += klog.complaints(log.read_text(errors="replace"))
    code = channel.exit_code()
    if code is None and not problem:
        problem = "the machine went down before the guest told its end"
    return Outcome(code, list(dict.fromkeys(complaints)), problem)
