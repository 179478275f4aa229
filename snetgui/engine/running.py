# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules that let go on what uses the network already: so that only what is new is asked about."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from snetgui.model import (
    Action,
    Birth,
    Conditions,
    LifetimeKind,
    Origin,
    Rule,
    RuleError,
    TextKind,
    TextMatch,
)
from snetgui.rules.check import check_rule
from snetgui.rules.conditions import asked
from snetgui.rules.summary import rule_name
from snetgui.rules.text import text_test

from . import sockets
from .rulebook import RuleBook
from .workers import Workers

MOST: Final = 1000  # more are for a person to judge
NOTE: Final = (
    "It was connected or listened when you let go on what was running. "
    "Everything that it asks is allowed: look it over."
)
_GONE: Final = " (deleted)"  # behind the path of a program whose file was replaced (d_path)
_NO_FILE: Final = "/memfd:"  # whoever likes can give his this name
_SPECIAL: Final = frozenset("\\.+*?()|[]{}^$")
_log = logging.getLogger(__name__)


class Running:
    """Allows what runs. In threads: /proc is large."""

    def __init__(
        self, book: RuleBook, programs: Callable[[], Iterable[str]] = sockets.programs
    ) -> None:
        self._book = book
        self._programs = programs
        self._workers = Workers("snet-running", 1)
        self._one_at_a_time = asyncio.Lock()

    async def allow(self) -> tuple[Rule, ...]:
        """As Backend.allow_running()."""
        async with self._one_at_a_time:
            look = partial(self._rules, self._book.all(), self._book.birth())
            wanted = await self._workers.run(look)
            return await self._book.add_many(wanted) if wanted else ()

    def close(self) -> None:
        self._workers.close()

    def _rules(self, known: Sequence[Rule], birth: Birth) -> tuple[Rule, ...]:
        found = [exe for exe in self._programs() if not exe.startswith(_NO_FILE)]
        gone = {_path(exe) for exe in found if exe.endswith(_GONE)}
        own = _path(os.readlink("/proc/self/exe"))  # noqa: PTH115 - its text, not a path
        settled = _settled(known)
        new = sorted(path for path in {*map(_path, found)} - {own} if not settled(path))
        if len(new) > MOST:
            _log.warning("%d programs use the network; rules are made for %d", len(new), MOST)
        return tuple(_sensible(_rule(path, path in gone, birth) for path in new[:MOST]))


def _path(exe: str) -> str:
    return exe.removesuffix(_GONE)


def _rule(path: str, gone: bool, birth: Birth) -> Rule:
    """Of a program whose file was replaced: for what runs, and for what its path will start."""
    exact = Conditions(exe=TextMatch(path))
    quoted = "".join("\\" + char if char in _SPECIAL else char for char in path)
    either = TextMatch(rf"\A{quoted}( \(deleted\))?\z", TextKind.REGEX)
    return Rule(
        name=rule_name(Action.ALLOW, exact),
        action=Action.ALLOW,
        conditions=Conditions(exe=either) if gone else exact,
        birth=birth,
        origin=Origin.LEARNED,
        note=NOTE,
    )


def _sensible(rules: Iterable[Rule]) -> Iterator[Rule]:
    for rule in rules:
        try:
            check_rule(rule)
        except RuleError as error:
            _log.warning("no rule for what runs: %s", error)
        else:
            yield rule


def _settled(rules: Sequence[Rule]) -> Callable[[str], bool]:
    """Whether a rule that lasts says yes or no to everything that a program asks."""
    exact: set[str] = set()
    others: list[Callable[[str], bool]] = []
    for rule in rules:
        if not rule.enabled or rule.lifetime.kind is not LifetimeKind.ALWAYS:
            continue
        match asked(rule):
            case {"exe": TextMatch() as exe, **rest} if not rest:
                if exe.kind is TextKind.EXACT and not exe.ignore_case:
                    exact.add(exe.value)
                else:
                    others.append(text_test(exe))
            case everything if not everything:
                others.append(lambda _path: True)
    return lambda path: path in exact or any(test(path) for test in others)
