# SPDX-License-Identifier: GPL-2.0-or-later
"""Build the module for a kernel, with every warning an error."""

import re
import shutil
from pathlib import Path

from tests.vm import cache, sid
from tests.vm.command import CommandError, run
from tests.vm.kernels import Kernel

_SOURCES = cache.CHECKOUT / "kmod"
_WARNING = re.compile(r"\b(warning|error)\b", re.IGNORECASE)
_HARMLESS = re.compile(r"Skipping BTF generation")


def build(kernel: Kernel) -> Path:
    """Return the built module; raises CommandError with the compiler's words."""
    with cache.lock(f"build-{cache.checkout_key()}-{kernel.name}"):
        folder = _build_folder(kernel)
        _copy_sources(folder)
        output = _make(kernel, folder)
        complaints = [
            line
            for line in output.splitlines()
            if _WARNING.search(line) and not _HARMLESS.search(line)
        ]
        if complaints:
            raise CommandError(f"building for {kernel.release} was not silent:\n{output}")
        return folder / "snet.ko"


def _build_folder(kernel: Kernel) -> Path:
    if kernel.chroot is None:
        return cache.folder("builds", cache.checkout_key(), kernel.release)
    path = kernel.chroot / "build" / cache.checkout_key() / kernel.release
    path.mkdir(parents=True, exist_ok=True)
    return path


def _copy_sources(folder: Path) -> None:
    """Begin anew each time: it takes seconds, and warnings of unchanged files come again."""
    shutil.rmtree(folder)
    built = shutil.ignore_patterns("*.o", "*.ko", "*.mod", "*.mod.c", "*.cmd", "*.symvers")
    shutil.copytree(_SOURCES, folder, ignore=built)


def _make(kernel: Kernel, folder: Path) -> str:
    within = "/" / folder.relative_to(kernel.chroot) if kernel.chroot else folder
    make = ["make", "-C", str(kernel.headers), f"M={within}", "W=1", "-j2", "modules"]
    if kernel.chroot is not None:
        return run([*sid.enter(kernel.chroot), *make])
    return run([*make, *_sparse()])


def _sparse() -> list[str]:
    return ["C=2", "CF=-D__CHECK_ENDIAN__"] if shutil.which("sparse") else []
