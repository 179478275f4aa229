# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts put together: an engine with its stores over a given source."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import platformdirs

from snetgui.model import Rule, StoreError, Subscription
from snetgui.source.base import Source
from snetgui.source.idle import IdleSource
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from .engine import Engine, Parts
from .keeper import Keeper, MemoryKeeper, StoreKeeper, WithGiven
from .log import DecisionLog
from .rule_file import RuleFileWatch

DATA_DIR_VARIABLE: Final = "SNET_DATA_DIR"
RULES_FILE: Final = "rules.db"
HISTORY_FILE: Final = "history.db"


def data_dir() -> Path:
    """Where rules and history are: SNET_DATA_DIR, else as XDG has it."""
    named = os.environ.get(DATA_DIR_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("snet", appauthor=False)


@asynccontextmanager
async def standalone(
    source: Source,
    *,
    subscriptions: Sequence[Subscription] | None = None,
    directory: Path | None = None,
    parts: Parts | None = None,
    given: Sequence[Rule] = (),
) -> AsyncIterator[Engine]:
    """An engine that serves the source, and remembers in the files of directory.

    Never fails for the state of a file: what is wrong is among Status.warnings,
    and what can't be written lives in memory until the end.

    Args:
        subscriptions: what to ask about in this run, which has then settings and
            a mode of its own; None: what the kept settings say.
        directory: None is data_dir().
        parts: the history in it is replaced.
        given: rules that hold besides, oldest first, and are not remembered.
    """
    directory = directory or data_dir()
    rules, history = RuleStore(directory / RULES_FILE), HistoryStore(directory / HISTORY_FILE)
    async with AsyncExitStack() as undo:
        await asyncio.to_thread(rules.open)
        undo.push_async_callback(asyncio.to_thread, rules.close)
        await asyncio.to_thread(history.open)
        undo.push_async_callback(asyncio.to_thread, history.close)
        log = DecisionLog(history)
        log.start()
        undo.push_async_callback(log.close)
        filled = replace(
            parts or Parts(),
            history=log,
            past=log,
            warnings=lambda: (*rules.warnings, *log.warnings),
        )
        engine = await undo.enter_async_context(
            _running(source, WithGiven(StoreKeeper(rules), given), subscriptions, filled)
        )
        log.warned = engine.warned
        watch = RuleFileWatch(directory / RULES_FILE, engine.kept_elsewhere)
        undo.push_async_callback(watch.close)
        await watch.start()
        yield engine


@asynccontextmanager
async def rules_only(*, directory: Path | None = None) -> AsyncIterator[Engine]:
    """An engine that asks nobody and decides nothing: it looks after the rules of directory.

    What is wrong with the file is among Status.warnings, as with standalone().

    Raises:
        StoreError: it can't be used at all: rules in memory would help nobody.
    """
    async with _open_rules(directory or data_dir()) as rules:
        parts = Parts(warnings=lambda: rules.warnings)
        async with _running(IdleSource(), StoreKeeper(rules), None, parts) as engine:
            yield engine


@asynccontextmanager
async def history_only(
    *, directory: Path | None = None, with_rules: bool = False
) -> AsyncIterator[Engine]:
    """An engine that asks nobody and decides nothing: it shows the history of directory.

    Of that file nothing is changed; where there is none, the history is empty.

    Args:
        with_rules: those of directory are there too, for explain().

    Raises:
        StoreError: one of the files can't be used.
    """
    directory = directory or data_dir()
    async with AsyncExitStack() as undo:
        parts = Parts()
        if not _missing(directory / HISTORY_FILE):
            history = HistoryStore(directory / HISTORY_FILE)
            await asyncio.to_thread(history.open_to_read)
            undo.push_async_callback(asyncio.to_thread, history.close)
            log = DecisionLog(history)
            undo.push_async_callback(log.close)
            parts = Parts(past=log, warnings=lambda: history.warnings)
        keeper: Keeper = MemoryKeeper()
        if with_rules and not _missing(directory / RULES_FILE):
            keeper = StoreKeeper(await undo.enter_async_context(_open_rules(directory)))
        yield await undo.enter_async_context(_running(IdleSource(), keeper, (), parts))


@asynccontextmanager
async def _open_rules(directory: Path) -> AsyncIterator[RuleStore]:
    """Raises StoreError: rules in memory would help nobody."""
    rules = RuleStore(directory / RULES_FILE)
    warnings = await asyncio.to_thread(rules.open)
    try:
        if rules.in_memory:
            raise StoreError(warnings[-1].partition(". Until then")[0])
        yield rules
    finally:
        await asyncio.to_thread(rules.close)


def _missing(path: Path) -> bool:
    """Whether there is none; one that may not be seen is there, and opening it says why."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


@asynccontextmanager
async def forgetful(
    source: Source,
    *,
    subscriptions: Sequence[Subscription] | None = None,
    parts: Parts | None = None,
    given: Sequence[Rule] = (),
) -> AsyncIterator[Engine]:
    """An engine that touches no file: rules and settings end with it; it keeps no history."""
    async with _running(source, WithGiven(MemoryKeeper(), given), subscriptions, parts) as engine:
        yield engine


@asynccontextmanager
async def _running(
    source: Source,
    keeper: Keeper,
    subscriptions: Sequence[Subscription] | None,
    parts: Parts | None,
) -> AsyncIterator[Engine]:
    engine = Engine(source, keeper, subscriptions, parts)
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()
