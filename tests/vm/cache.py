# SPDX-License-Identifier: GPL-2.0-or-later
"""Where fetched kernels and built modules lie: outside the tree, shared by all checkouts."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def folder(*parts: str) -> Path:
    """Return a folder of the cache, made if need be."""
    path = _top().joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


def checkout_key() -> str:
    """Tell one checkout from another: each builds its own module."""
    return hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:12]


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Keep other runs away from one part of the cache; waits for them."""
    with (folder("locks") / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _top() -> Path:
    if named := os.environ.get("SNET_CACHE"):
        return Path(named)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "snet"
    return Path.home() / ".cache" / "snet"
