# SPDX-License-Identifier: GPL-2.0-or-later
"""Kernels that can be asked for, and what one is once it is here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kernel:
    """A kernel that can be booted, and that a module can be built for."""

    name: str
    release: str
    image: Path
    headers: Path
    """What `make -C` is given; inside `chroot` where there is one."""
    chroot: Path | None = None
    """Where its compiler lives when this machine's is too old for it."""
    debug: bool = False


DEFAULT = ("6.1", "6.12")
EXTRA = ("sid", "debug")


class UnknownKernelError(Exception):
    """Nobody knows how to get a kernel of this name."""


def fetch(name: str) -> Kernel:
    """Return the kernel of that name, fetched or built first if it is not in the cache."""
    try:
        source = _sources()[name]
    except KeyError:
        raise UnknownKernelError(
            f"no kernel {name!r}: one of {', '.join(DEFAULT + EXTRA)}"
        ) from None
    return source()


def _sources() -> Mapping[str, Callable[[], Kernel]]:
    from tests.vm import debian, debugkernel, sid  # noqa: PLC0415  they need Kernel

    return {
        "6.1": lambda: debian.fetch("6.1", "linux-image-amd64", "linux-headers-amd64"),
        "6.12": lambda: debian.fetch("6.12", "linux-image-6.12-amd64", "linux-headers-6.12-amd64"),
        "sid": sid.fetch,
        "debug": debugkernel.fetch,
    }
