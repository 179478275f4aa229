# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts put together: an engine with its stores over a given source."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import platformdirs

from snetgui.model import Rule, StoreError, Subscription, Syscall
from snetgui.source.base import Source
from snetgui.source.idle import IdleSource
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from .engine import Engine, Parts
from .keeper import Keeper, MemoryKeeper, StoreKeeper, WithGiven
from .log import DecisionLog, Retention
from .rule_file import RuleFileWatch

DATA_DIR_VARIABLE: Final = "SNET_DATA_DIR"
RULES_FILE: Final = "rules.db"
HISTORY_FILE: Final = "history.db"

INTERNET: Final = tuple(
    Subscription(syscall, family)
    for family in (socket.AF_INET, socket.AF_INET6)
    for syscall in (Syscall.CONNECT, Syscall.SENDMSG, Syscall.LISTEN)
)
"""What a person is asked about unless told otherwise: calling out, and serving."""


def data_dir() -> Path:
    """Where rules and history are: SNET_DATA_DIR, else as XDG has it."""
    named = os.environ.get(DATA_DIR_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("snet", appauthor=False)


@asynccontextmanager
async def standalone(  # noqa: PLR0913  (each is optional)
    source: Source,
    *,
    subscriptions: Sequence[Subscription] = INTERNET,
    directory: Path | None = None,
    retention: Retention | None = None,
    parts: Parts | None = None,
    given: Sequence[Rule] = (),
) -> AsyncIterator[Engine]:
    """An engine that serves the source, and remembers in the files of directory.

    Never fails for the state of a file: what is wrong is among Status.warnings,
    and what can't be written lives in memory until the end.

    Args:
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
        log = DecisionLog(history, retention=retention)
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
    rules = RuleStore((directory or data_dir()) / RULES_FILE)
    async with AsyncExitStack() as undo:
        warnings = await asyncio.to_thread(rules.open)
        undo.push_async_callback(asyncio.to_thread, rules.close)
        if rules.in_memory:
            raise StoreError(warnings[-1].partition(". Until then")[0])
        parts = Parts(warnings=lambda: rules.warnings)
        yield await undo.enter_async_context(_running(IdleSource(), StoreKeeper(rules), (), parts))


@asynccontextmanager
async def forgetful(
    source: Source,
    *,
    subscriptions: Sequence[Subscription] = INTERNET,
    parts: Parts | None = None,
    given: Sequence[Rule] = (),
) -> AsyncIterator[Engine]:
    """An engine that touches no file: its rules end with it, and it keeps no history."""
    async with _running(source, WithGiven(MemoryKeeper(), given), subscriptions, parts) as engine:
        yield engine


@asynccontextmanager
async def _running(
    source: Source, keeper: Keeper, subscriptions: Sequence[Subscription], parts: Parts | None
) -> AsyncIterator[Engine]:
    engine = Engine(source, keeper, subscriptions, parts)
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()
