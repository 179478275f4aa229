# SPDX-License-Identifier: GPL-2.0-or-later
"""What /proc tells of one process, and of no other one that has its number later.

Layouts: proc_pid_stat(5), proc_pid_cmdline(5), proc_pid_cgroup(5).
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from snetgui.model import ExeIdentity

PROC = Path("/proc")
MAX_ANCESTORS = 64
MAX_COMMAND_BYTES = 256 * 1024  # a longer one counts as not known
MAX_HASHED_BYTES = 1 << 30  # a sparse file can pretend any size

# A held process may be a zombie's successor; /proc counts its start in ticks.
_NS_PER_TICK = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
_READ = os.O_RDONLY | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Stat:
    """Of /proc/PID/stat: parent, and start in clock ticks since boot."""

    ppid: int
    start_ticks: int


def stat(pid: int, proc: Path = PROC) -> Stat | None:
    """None where there is no such process, or it is not to be read."""
    try:
        text = _read(f"{proc}/{pid}/stat", 4096)
        # The name may hold anything, ")" included: count from the last one.
        fields = text[text.rindex(b")") + 2 :].split()
        return Stat(int(fields[1]), int(fields[19]))
    except (OSError, ValueError, IndexError):
        return None


def lives(key: tuple[int, int], proc: Path = PROC) -> bool:
    """Whether the process (pid, start_time_ns) is there still."""
    pid, start_time_ns = key
    found = stat(pid, proc)
    return found is not None and found.start_ticks == start_time_ns // _NS_PER_TICK


def command(pid: int, proc: Path = PROC) -> tuple[str, ...] | None:
    """The words of the command line. May block for as long as the process likes."""
    try:
        raw = _read(f"{proc}/{pid}/cmdline", MAX_COMMAND_BYTES + 1)
    except OSError:
        return None
    if not raw or len(raw) > MAX_COMMAND_BYTES:
        return None
    return tuple(os.fsdecode(word) for word in raw.removesuffix(b"\0").split(b"\0"))


def ancestors(pid: int, proc: Path = PROC) -> tuple[str, ...] | None:
    """Executables of the parents, nearest first; those that can't be read left out."""
    child = stat(pid, proc)
    if child is None:
        return None
    found: list[str] = []
    for _ in range(MAX_ANCESTORS):
        parent_pid = child.ppid
        parent = stat(parent_pid, proc) if parent_pid > 0 else None
        if parent is None or parent.start_ticks > child.start_ticks:
            break  # gone, and its number was given to a younger process
        exe = _exe(parent_pid, proc)
        if exe and stat(parent_pid, proc) == parent:
            found.append(exe)
        child = parent
    return tuple(found)


def unit(pid: int, proc: Path = PROC) -> str | None:
    """The systemd unit, or the cgroup's path where there is none."""
    try:
        lines = _read(f"{proc}/{pid}/cgroup", 65536).decode(errors="surrogateescape")
    except OSError:
        return None
    paths = {}
    for line in lines.splitlines():
        _number, controllers, path = line.split(":", 2)
        paths[controllers] = path
    path = paths.get("", "/")
    if path == "/":
        path = paths.get("name=systemd", path)
    return unit_of_cgroup(path)


def unit_of_cgroup(path: str) -> str:
    """The unit that a cgroup's path belongs to; the path where it is in none.

    The outermost unit below the slices, as systemd's cg_path_get_unit() takes
    it: who owns a cgroup may make others below it and call them ssh.service.
    A user's own units come with their manager in front for the same reason:
    "user@1000.service/app-firefox.scope".
    """
    parts = [part for part in path.split("/") if part]
    names: list[str] = []
    for part in parts:
        if part.endswith(".slice"):
            continue
        if not part.endswith((".service", ".scope")):
            break
        names.append(part)
        if not part.startswith("user@"):
            break
    return "/".join(names) or path


def sha256(pid: int, identity: ExeIdentity, proc: Path = PROC) -> str | None:
    """Of the file that the process runs; None unless it is that very file, unchanged."""
    try:
        descriptor = os.open(f"{proc}/{pid}/exe", _READ)
    except OSError:
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        try:
            if not _is(descriptor, identity) or os.fstat(descriptor).st_size > MAX_HASHED_BYTES:
                return None
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return digest if _is(descriptor, identity) else None
        except OSError:
            return None


def _is(descriptor: int, identity: ExeIdentity) -> bool:
    found = os.fstat(descriptor)
    return ExeIdentity(found.st_dev, found.st_ino, found.st_ctime_ns) == identity


def _exe(pid: int, proc: Path) -> str:
    try:
        return os.readlink(f"{proc}/{pid}/exe")  # noqa: PTH115 - its text, not a path
    except OSError:
        return ""


def _read(path: str, most: int) -> bytes:
    """At most that many bytes, in as few calls as /proc gives them."""
    descriptor = os.open(path, _READ)
    try:
        parts = []
        while most > 0 and (part := os.read(descriptor, min(most, 65536))):
            parts.append(part)
            most -= len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)
