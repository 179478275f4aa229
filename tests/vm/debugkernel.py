# SPDX-License-Identifier: GPL-2.0-or-later
"""A kernel that finds mistakes: KASAN, lockdep, kmemleak and their like.

Built once from Debian's source of 6.12 and debug.config, some twelve minutes
on two cores; built again when either changes.
"""

import os
import re
from pathlib import Path

from tests.vm import cache
from tests.vm.command import CommandError, run
from tests.vm.kernels import Kernel

_PACKAGE = "linux-source-6.12"
_CONFIG = Path(__file__).with_name("debug.config")
_IMAGE = "arch/x86/boot/bzImage"


def fetch() -> Kernel:
    """Return the debug kernel, built first if it is not in the cache."""
    version = re.sub(r"[~:]", "_", run(["dpkg-query", "-W", "-f", "${Version}", _PACKAGE]))
    build = cache.folder("debug", f"{version}-{_config_hash()}")
    with cache.lock("kernel-debug"):
        if not (build / "complete").exists():
            _build(_source(version), build)
    return Kernel(
        name="debug",
        release=(build / "include/config/kernel.release").read_text().strip(),
        image=build / _IMAGE,
        headers=build,
        debug=True,
    )


def missing_options(wanted: str, got: str) -> list[str]:
    """Return the lines of a fragment that a full configuration does not fulfil."""
    have = set(got.splitlines())
    return [line for line in wanted.splitlines() if _is_option(line) and not _holds(line, have)]


def _is_option(line: str) -> bool:
    return re.match(r"(# )?CONFIG_\w+(=| is not set)", line) is not None


def _holds(line: str, have: set[str]) -> bool:
    """An option that is off may also be absent, when nothing offers it."""
    if line in have:
        return True
    off = re.match(r"# (CONFIG_\w+) is not set", line)
    return off is not None and not any(other.startswith(f"{off[1]}=") for other in have)


def _config_hash() -> str:
    return run(["sha256sum", str(_CONFIG)])[:12]


def _source(version: str) -> Path:
    folder = cache.folder("debug", f"source-{version}")
    tree = folder / _PACKAGE
    if not (tree / "Makefile").exists():
        run(["tar", "xf", f"/usr/src/{_PACKAGE}.tar.xz"], cwd=folder)
    return tree


def _build(source: Path, build: Path) -> None:
    make = ["make", "-C", str(source), f"O={build}"]
    run([*make, "tinyconfig"])
    merge = str(source / "scripts/kconfig/merge_config.sh")
    run([merge, "-m", "-O", str(build), str(build / ".config"), str(_CONFIG)], cwd=build)
    run([*make, "olddefconfig"])
    if missing := missing_options(_CONFIG.read_text(), (build / ".config").read_text()):
        raise CommandError("the kernel's configuration did not take:\n" + "\n".join(missing))
    run(["nice", *make, f"-j{os.cpu_count()}", "bzImage", "modules"])
    (build / "complete").touch()
