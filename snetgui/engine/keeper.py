# SPDX-License-Identifier: GPL-2.0-or-later
"""Where rules are kept, and settings with them: in the store's file, or in memory only."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from snetgui.model import LastingMode, Rule, RuleError, Settings, StoreError, UnknownRule
from snetgui.model.said import translate
from snetgui.model.text import shown
from snetgui.store.rules import BrokenRule, RuleStore
from snetgui.store.settings_rows import UNREAD, KeptSettings

from .settings_keeper import SettingsKeeper
from .workers import Workers


class Keeper(SettingsKeeper, Protocol):
    """Keeps rules, and settings beside them.

    Each call is done as a whole, or raises StoreError and did nothing.
    """

    async def load(self) -> tuple[tuple[Rule, ...], Mapping[int, str]]:
        """All rules that are kept, and for the id of each that can't be read a sentence."""
        ...

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """Keep rules, in their order; returns them with their ids.

        A rule whose id is not 0 keeps it: RuleError if it is in use or was never given.
        """
        ...

    async def replace(self, rules: Sequence[Rule]) -> None:
        """Keep rules as they are now. Raises UnknownRule."""
        ...

    async def remove(self, ids: Sequence[int]) -> None:
        """Forget these; ids that are not there are no error."""
        ...

    async def note(
        self, uses: Mapping[int, tuple[int, datetime]], left_s: Mapping[int, float]
    ) -> None:
        """Write down hits and last uses, and what is left of spans."""
        ...

    async def changed_elsewhere(self) -> bool:
        """Whether others changed what is kept since load() or the last call."""
        ...

    async def close(self) -> None:
        """Nothing more comes."""
        ...


class StoreKeeper:
    """Keeps rules in a store that is open, one call after the other, in a thread."""

    def __init__(self, store: RuleStore) -> None:
        self._store = store
        self._worker = Workers("snet-rules", 1)

    async def load(self) -> tuple[tuple[Rule, ...], Mapping[int, str]]:
        with contextlib.suppress(StoreError):  # a file that can only be read
            await self.changed_elsewhere()
        loaded = await self._worker.run(self._store.load)
        return loaded.rules, {rule.id: _broken_words(rule) for rule in loaded.broken}

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        return await self._worker.run(partial(self._store.add_many, rules, keep_ids=True))

    async def replace(self, rules: Sequence[Rule]) -> None:
        await self._worker.run(partial(self._store.replace_many, rules))

    async def remove(self, ids: Sequence[int]) -> None:
        await self._worker.run(partial(self._store.delete, ids))

    async def note(
        self, uses: Mapping[int, tuple[int, datetime]], left_s: Mapping[int, float]
    ) -> None:
        if uses:
            await self._worker.run(partial(self._store.touch, uses))
        if left_s:
            await self._worker.run(partial(self._store.write_remaining, left_s))

    async def changed_elsewhere(self) -> bool:
        return await self._worker.run(self._store.changed_elsewhere)

    async def settings(self) -> KeptSettings:
        kept = await self._worker.run(self._store.settings)
        if self._store.in_memory and kept == KeptSettings():
            return KeptSettings(UNREAD)  # those in the file are not known
        return kept

    async def keep_settings(self, settings: Settings) -> None:
        await self._worker.run(partial(self._store.write_settings, settings))

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        await self._worker.run(partial(self._store.write_mode, mode, instead_of))

    async def close(self) -> None:
        self._worker.close()


class MemoryKeeper:
    """Keeps rules for as long as the program runs: where nothing is to be remembered."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self.kept = KeptSettings()
        self._next_id = max(self.rules, default=0) + 1

    async def load(self) -> tuple[tuple[Rule, ...], Mapping[int, str]]:
        return tuple(self.rules.values()), {}

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        back = [rule.id for rule in rules if rule.id]
        for rule_id in back:
            if rule_id in self.rules or not 0 < rule_id < self._next_id or back.count(rule_id) > 1:
                raise RuleError("id", f"{rule_id} is in use or was never given")
        numbers = itertools.count(self._next_id)
        kept = tuple(replace(rule, id=rule.id or next(numbers)) for rule in rules)
        self._next_id = next(numbers)
        self.rules.update((rule.id, rule) for rule in kept)
        return kept

    async def replace(self, rules: Sequence[Rule]) -> None:
        for rule in rules:
            if rule.id not in self.rules:
                raise UnknownRule(
                    translate("Problem", "there is no rule {number} any more", number=str(rule.id))
                )
        self.rules.update((rule.id, rule) for rule in rules)

    async def remove(self, ids: Sequence[int]) -> None:
        for rule_id in ids:
            self.rules.pop(rule_id, None)

    async def note(
        self, uses: Mapping[int, tuple[int, datetime]], left_s: Mapping[int, float]
    ) -> None:
        for rule_id, (hits, last) in uses.items():
            if rule_id in self.rules:
                self.rules[rule_id] = replace(self.rules[rule_id], hits=hits, last_used=last)

    async def changed_elsewhere(self) -> bool:
        return False

    async def settings(self) -> KeptSettings:
        return self.kept

    async def keep_settings(self, settings: Settings) -> None:
        self.kept = replace(self.kept, settings=settings)

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        if instead_of in (None, self.kept.mode):
            self.kept = replace(self.kept, mode=mode)

    async def close(self) -> None:
        return None


class WithGiven:
    """A keeper, and rules that were given for this run: they hold, and are never written.

    Their ids are below zero, so that any rule that is kept counts as newer.
    """

    def __init__(self, keeper: Keeper, given: Sequence[Rule]) -> None:
        self._keeper = keeper
        self._given = {-n: replace(rule, id=-n) for n, rule in enumerate(reversed(given), 1)}

    async def load(self) -> tuple[tuple[Rule, ...], Mapping[int, str]]:
        rules, broken = await self._keeper.load()
        return (*self._given.values(), *rules), broken

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        return await self._keeper.add(rules)

    async def replace(self, rules: Sequence[Rule]) -> None:
        kept = [rule for rule in rules if rule.id > 0]
        if kept:
            await self._keeper.replace(kept)
        self._given.update((rule.id, rule) for rule in rules if rule.id in self._given)

    async def remove(self, ids: Sequence[int]) -> None:
        for rule_id in ids:
            self._given.pop(rule_id, None)
        kept = [rule_id for rule_id in ids if rule_id > 0]
        if kept:
            await self._keeper.remove(kept)

    async def note(
        self, uses: Mapping[int, tuple[int, datetime]], left_s: Mapping[int, float]
    ) -> None:
        await self._keeper.note(
            {rule_id: use for rule_id, use in uses.items() if rule_id > 0},
            {rule_id: left for rule_id, left in left_s.items() if rule_id > 0},
        )

    async def changed_elsewhere(self) -> bool:
        return await self._keeper.changed_elsewhere()

    async def settings(self) -> KeptSettings:
        return await self._keeper.settings()

    async def keep_settings(self, settings: Settings) -> None:
        await self._keeper.keep_settings(settings)

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        await self._keeper.keep_mode(mode, instead_of)

    async def close(self) -> None:
        await self._keeper.close()


def _broken_words(rule: BrokenRule) -> str:
    number, problem = str(rule.id), shown(rule.problem, 160)
    if not rule.name:
        return translate(
            "Problem",
            "Rule {number} can't be read and does nothing ({problem});"
            " snet rules remove {number} deletes it.",
            number=number,
            problem=problem,
        )
    return translate(
        "Problem",
        "Rule {number} “{name}” can't be read and does nothing ({problem});"
        " snet rules remove {number} deletes it.",
        number=number,
        name=shown(rule.name, 60),
        problem=problem,
    )
