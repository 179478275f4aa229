# SPDX-License-Identifier: GPL-2.0-or-later
"""Where settings and the mode are kept: with the rules, or for one run alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from snetgui.model import About, LastingMode, Settings
from snetgui.store.settings_rows import KeptSettings


class SettingsKeeper(Protocol):
    """Keeps settings and the mode. Each call is done as a whole, or raises StoreError."""

    async def settings(self) -> KeptSettings:
        """What is kept."""
        ...

    async def keep_settings(self, settings: Settings) -> None:
        """Keep these instead."""
        ...

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        """Keep this mode instead; with instead_of only if that is kept still."""
        ...


class OfThisRun:
    """Settings and a mode of their own for an engine that was told what to ask about.

    How it asks was said with it, about all that it is told. From what is kept
    comes only how much history there may be: the file is everybody's.
    """

    def __init__(self, kept: SettingsKeeper) -> None:
        self._kept = kept
        self._changed: Settings | None = None

    async def settings(self) -> KeptSettings:
        kept = await self._kept.settings()
        everything = frozenset(About)
        own = replace(kept.settings, delay_s=None, policy=None, asked=everything)
        return KeptSettings(self._changed or own, LastingMode(), kept.problems)

    async def keep_settings(self, settings: Settings) -> None:
        self._changed = settings

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        """It ends with the run."""
