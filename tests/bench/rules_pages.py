# SPDX-License-Identifier: GPL-2.0-or-later
"""Pages of rules from an engine with 100,000 of them: what a window or a command waits for.

Prints one JSON object, milliseconds unless its name says otherwise. The mix of
rules is told in _rules_mix.py. Wherever a name ends in _bus, an engine in another
thread is asked over its socket, encoding and decoding included.

page_first_N_ms         the first 1,000 rules, newest first, right after the load
texts_N_s               until a search looks at texts that are all put together
search_N_ms             median of searches that were not asked before, one page each
search_worst_N_ms       the slowest of them
sort_first_N_ms         the slowest first page in an order that is asked for first
sort_again_N_ms         the slowest such page after one rule was changed
change_N_ms             one rule changed: in play and in every order
explain_N_ms            which of the rules decides an event, and why each other not
findings_N_s            what may be cleared away
longest_turn_N_ms       the longest that the event loop was held up by one of these,
                        and (longest_turn_findings) while findings were looked for
page_bus_N_ms, search_bus_N_ms
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from snetgui.bus import BackendServer, connect
from snetgui.engine.backend import Backend, RuleQuery, RuleSort
from snetgui.engine.engine import Engine
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import Rule
from snetgui.source.idle import IdleSource

from ._rules_mix import Mix

COUNT = 100_000
WORDS = ("program-1", "443", "may not", "10.", "example deny", "tcp connect always", "nothing-such")

T = TypeVar("T")


class Turns:
    """The longest turn of the event loop."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._task = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.0005)
            self.longest_s = max(self.longest_s, time.perf_counter() - start - 0.0005)

    def close(self) -> None:
        self._task.cancel()


async def timed(work: Awaitable[T]) -> tuple[float, T]:
    """Milliseconds, and the result; in a turn of its own, as if it had come over a socket."""
    await asyncio.sleep(0)
    start = time.perf_counter()
    result = await work
    return (time.perf_counter() - start) * 1e3, result


async def measure(mix: Mix) -> dict[str, float]:
    """Over one engine, in the order of a session."""
    keeper = MemoryKeeper([replace(rule, id=n) for n, rule in enumerate(mix.rules, 1)])
    engine = Engine(IdleSource(), keeper, ())
    await engine.start()
    out: dict[str, float] = {}
    out["page_first"], page = await timed(engine.rules())
    assert page.total == COUNT
    took, _ = await timed(engine.rules(query=RuleQuery(text="first")))
    out["texts_s"] = took / 1e3
    turns = Turns()
    await asyncio.sleep(0.01)
    out |= await searches(engine)
    out |= await sorts(engine, page.rows[0])
    out["explain"] = (await timed(engine.explain(*next(iter(mix.events(1))))))[0]
    turns_s = turns.longest_s
    out["findings_s"] = (await timed(engine.findings()))[0] / 1e3
    out["longest_turn"] = turns_s * 1e3
    out["longest_turn_findings"] = turns.longest_s * 1e3
    turns.close()
    out |= await over_the_bus(engine)
    await engine.stop()
    return out


async def searches(backend: Backend) -> dict[str, float]:
    """Each for the first time."""
    took = [
        (await timed(backend.rules(query=RuleQuery(text=text), limit=200)))[0] for text in WORDS
    ]
    return {"search": statistics.median(took), "search_worst": max(took)}


async def sorts(backend: Backend, rule: Rule) -> dict[str, float]:
    """Each order for the first time, and again after a change."""

    async def all_orders() -> float:
        queries = [RuleQuery(sort=sort, descending=False) for sort in RuleSort]
        return max([(await timed(backend.rules(query=query, limit=200)))[0] for query in queries])

    first = await all_orders()
    change: Callable[[str], Awaitable[Rule]] = lambda name: backend.change_rule(  # noqa: E731
        replace(rule, name=name)
    )
    changes = [(await timed(change(f"other {n}")))[0] for n in range(20)]
    return {
        "sort_first": first,
        "sort_again": await all_orders(),
        "change": statistics.median(changes),
    }


async def over_the_bus(engine: Engine) -> dict[str, float]:
    """What a window in another process waits for."""
    with tempfile.TemporaryDirectory() as folder:
        server = BackendServer(engine, Path(folder) / "run" / "backend")
        await server.start()
        client = await connect(Path(folder) / "run" / "backend")
        page = [(await timed(client.rules(limit=200)))[0] for _ in range(5)]
        query = [RuleQuery(text=f"{text} a") for text in WORDS]
        found = [(await timed(client.rules(query=one, limit=200)))[0] for one in query]
        await client.close()
        await server.close()
    return {"page_bus": statistics.median(page), "search_bus": statistics.median(found)}


def main() -> None:
    """Measure, and print what came of it."""
    told = asyncio.run(measure(Mix(COUNT)))
    named = {
        (f"{key[:-2]}_{COUNT}_s" if key.endswith("_s") else f"{key}_{COUNT}_ms"): round(value, 2)
        for key, value in told.items()
    }
    print(json.dumps(named, indent=1))


if __name__ == "__main__":
    main()
