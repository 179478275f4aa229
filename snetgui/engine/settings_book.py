# SPDX-License-Identifier: GPL-2.0-or-later
"""The settings book: what is in force and what is kept agree, or both are as before."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from snetgui.model import (
    About,
    Action,
    Event,
    LastingMode,
    Settings,
    SourceError,
    StoreError,
    Subscription,
    check_settings,
)
from snetgui.model.said import translate, words_of
from snetgui.store.settings_rows import UNREAD, KeptSettings

from .asking import is_asked_about, subscriptions
from .link import SourceLink, Wanted
from .settings_keeper import SettingsKeeper

CLOSE_S = 8.0  # a disk that hangs must not keep the program from ending
_log = logging.getLogger(__name__)

T = TypeVar("T")


class SettingsBook:
    """One change at a time: first in force, then kept, or neither.

    Attributes:
        now: what is in force.
        warnings: a sentence for each setting that could not be read or put into force.
    """

    def __init__(
        self,
        keeper: SettingsKeeper,
        link: SourceLink,
        changed: Callable[[Settings], None],
        given: Sequence[Subscription] | None = None,
    ) -> None:
        """Changed is called when settings came into force.

        Args:
            given: what the source is to tell of until Settings.asked is changed.
        """
        self._keeper = keeper
        self._link = link
        self._changed = changed
        self._given = None if given is None else tuple(given)
        self._given_for: frozenset[About] | None = None
        self._lock = asyncio.Lock()
        self._tasks: set[asyncio.Task[object]] = set()
        self.now = Settings()
        self.warnings: tuple[str, ...] = ()

    def is_asked_about(self, event: Event) -> bool:
        """Whether a person wants to be asked about this event."""
        return is_asked_about(event, self.now.asked)

    async def load(self) -> LastingMode:
        """Put into force what is kept; returns the mode that is kept beside it."""
        try:
            kept = await self._keeper.settings()
        except StoreError as error:
            problem = translate(
                "Problem",
                "The settings could not be read, so they are as at first: {why}",
                why=words_of(error),
            )
            kept = KeptSettings(UNREAD, problems=(problem,))
        self.warnings = kept.problems
        self._given_for = kept.settings.asked
        await self._link.want(self._wanted(kept.settings))
        self._in_force(kept.settings)
        return kept.mode

    def change(self, settings: Settings) -> Awaitable[Settings]:
        """As Backend.change_settings()."""
        return self._one_by_one(lambda: self._change(settings))

    def set_policy(self, delay_s: float | None, deny: bool | None) -> Awaitable[Settings]:
        """Change these two; None leaves them. Raises as change()."""

        def change() -> Awaitable[Settings]:
            now = self.now
            policy = now.policy if deny is None else _action(deny)
            wanted = now.delay_s if delay_s is None else delay_s
            return self._change(replace(now, delay_s=wanted, policy=policy))

        return self._one_by_one(change)

    async def follow(self) -> None:
        """Take over what another program changed, if one did.

        What the source refuses is a warning, and all is as before. Raises StoreError.
        """
        await self._one_by_one(self._follow)

    async def close(self) -> None:
        """Let what has begun come to its end, within a bound."""
        if self._tasks:
            await asyncio.wait(tuple(self._tasks), timeout=CLOSE_S)

    # Inside

    def _one_by_one(self, change: Callable[[], Awaitable[T]]) -> Awaitable[T]:
        """Finish a change once begun, also if who asked for it does not wait any more."""

        async def locked() -> T:
            async with self._lock:
                return await change()

        task = asyncio.get_running_loop().create_task(locked())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return asyncio.shield(task)

    async def _change(self, settings: Settings) -> Settings:
        check_settings(settings, self._link.policy.max_delay_s)
        before = self.now
        await self._link.want(self._wanted(settings))
        try:
            await self._keeper.keep_settings(settings)
        except StoreError:
            await self._back_to(before)
            raise
        self.warnings = ()
        self._in_force(settings)
        return settings

    async def _back_to(self, before: Settings) -> None:
        try:
            await self._link.want(self._wanted(before))
        except SourceError as error:
            _log.warning("the source could not be put back as it was: %s", error)

    async def _follow(self) -> None:
        kept = await self._keeper.settings()
        self.warnings = kept.problems
        if kept.settings == self.now:
            return
        try:
            await self._link.want(self._wanted(kept.settings))
        except SourceError as error:
            problem = translate(
                "Problem",
                "The settings that are kept are not in force: {why}",
                why=words_of(error),
            )
            self.warnings += (problem,)
            return
        self._in_force(kept.settings)

    def _wanted(self, settings: Settings) -> Wanted:
        about = subscriptions(settings.asked)
        if self._given is not None and settings.asked == self._given_for:
            about = self._given
        deny = None if settings.policy is None else settings.policy is Action.DENY
        return Wanted(about, settings.delay_s, deny)

    def _in_force(self, settings: Settings) -> None:
        self.now = settings
        self._changed(settings)


def _action(deny: bool) -> Action:
    return Action.DENY if deny else Action.ALLOW
