# SPDX-License-Identifier: GPL-2.0-or-later
"""Which events the agent wants to be asked about."""

from __future__ import annotations

from dataclasses import dataclass

from .event import Syscall


@dataclass(frozen=True, slots=True)
class Subscription:
    """A triple; None is a wildcard. Events under no subscription pass untouched."""

    syscall: Syscall | None = None
    family: int | None = None
    protocol: int | None = None
