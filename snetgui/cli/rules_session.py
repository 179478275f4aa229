# SPDX-License-Identifier: GPL-2.0-or-later
"""The Backend of one `snet rules` command: the engine that runs, else one over the same files."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from snetgui.bus import BackendClient, connect
from snetgui.bus.offer import offer_path
from snetgui.engine.backend import ALL_RULES, Backend, RuleQuery
from snetgui.model import Rule, SnetError, UnknownRule
from snetgui.model.text import shown

PAGE: Final = 500

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
Files = Callable[[Path | None], AbstractAsyncContextManager[Backend]]


def data_dir_option(command: F) -> F:
    """--data-dir, as snet-gui has it."""
    return click.option(
        "--data-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where rules and history are, instead of the usual place.",
    )(command)


def json_option(command: F) -> F:
    """--json, one object."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object.")(command)


def run(
    directory: Path | None,
    work: Callable[[Backend], Awaitable[T]],
    *,
    warn: bool = True,
    files: Files | None = None,
) -> T:
    """Do the work over a Backend, and say what a person should know of the files."""

    async def session() -> T:
        async with backend_of(directory, files) as (backend, running):
            try:
                return await work(backend)
            finally:
                if warn and not running:
                    for warning in (await backend.status()).warnings:
                        say(warning)

    logging.basicConfig(level=logging.WARNING, format="snet: %(message)s")
    # What the engine could not note of rules by the way is nothing that was asked for.
    logging.getLogger("snetgui.engine.rulebook").setLevel(logging.ERROR)
    return asyncio.run(session())


@asynccontextmanager
async def backend_of(
    directory: Path | None, files: Files | None = None
) -> AsyncIterator[tuple[Backend, bool]]:
    """A Backend, and whether its engine runs elsewhere.

    Args:
        files: makes the one over the files where none runs; None: over the rules.

    Raises:
        SnetError: whose socket it is can't be trusted, or the files can't be used.
    """
    client = await running_one(directory)
    if client is None:
        async with (files or _rules_only)(directory) as engine:
            yield engine, False
        return
    try:
        yield client, True
    finally:
        await client.close()


async def running_one(directory: Path | None) -> BackendClient | None:
    """The engine that runs, None if none does. Raises SnetError: it is somebody else's."""
    path = offer_path(directory)
    try:
        return await connect(path) if path.exists() else None
    except SnetError as problem:
        if not isinstance(problem.__cause__, OSError):
            raise
        return None


def _rules_only(directory: Path | None) -> AbstractAsyncContextManager[Backend]:
    from snetgui.engine.assemble import rules_only  # noqa: PLC0415  (the store takes its time)

    return rules_only(directory=directory)


async def all_rules(
    backend: Backend, query: RuleQuery = ALL_RULES, *, offset: int = 0, most: int | None = None
) -> tuple[list[Rule], int]:
    """The rules that match from offset on, and how many match in all."""
    rows: list[Rule] = []
    while most is None or len(rows) < most:
        want = PAGE if most is None else min(PAGE, most - len(rows))
        page = await backend.rules(query=query, offset=offset + len(rows), limit=want)
        rows += page.rows
        if len(page.rows) < want:
            break
    return rows, page.total if most != 0 else 0


async def find_rule(backend: Backend, named: str) -> Rule:
    """The rule with that number or that whole name. Raises UnknownRule."""
    if named.isascii() and named.removeprefix("-").isdigit():
        return await backend.rule(int(named))
    words = " ".join(named.split())
    found = [
        rule for rule in (await all_rules(backend, RuleQuery(text=words)))[0] if rule.name == named
    ]
    if not found:
        raise UnknownRule(f"there is no rule {shown(named)!r}; snet rules list shows them")
    if len(found) > 1:
        numbers = ", ".join(str(rule.id) for rule in found)
        raise UnknownRule(f"several rules are called {shown(named)!r}: say which of {numbers}")
    return found[0]


async def find_ids(backend: Backend, named: Sequence[str]) -> list[int]:
    """The numbers of these rules. Raises UnknownRule."""
    return list(dict.fromkeys([(await find_rule(backend, name)).id for name in named]))


def say(text: str) -> None:
    """A line for the person, on standard error."""
    click.echo(f"snet: {text}", err=True)


def say_all(lines: Iterable[str]) -> None:
    """Several of them."""
    for line in lines:
        say(line)
