# SPDX-License-Identifier: GPL-2.0-or-later
"""Bench of the history: writes, first page and every filter, on a file of five million rows.

Prints one JSON object. _history_mix.py says what the history is,
_history_queries.py what is asked: each filter alone, and each two together.

Milliseconds are medians of five of wall time, those of the pairs too where a
first look found them among the slowest; keys with "cpu" have the process's own
time, for where others share the machine. The file is in the page cache, as it is
after it was written. Bytes are the whole file's. Writing counts what append()
and a prune() once a day take, not the making of the decisions.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from snetgui.model import EVERYTHING, HistoryQuery, Step, TotalBy
from snetgui.store.history import HistoryStore

from ._history_mix import BATCH, DAYS, Desktop
from ._history_queries import pairs, singles

ROWS = 5_000_000
SLOWEST = 40  # pairs that are measured again
SHOWN = 10

Ask = Callable[[HistoryQuery], object]
Times = dict[str, float]


@dataclass(frozen=True)
class Written:
    """Rows a second of wall time, and of the processor's."""

    rows_per_s: float = 0
    rows_per_cpu_s: float = 0


def write(store: HistoryStore, rows: int) -> Written:
    """Fill it. What is too old for the history is pruned and totals are packed once a day."""
    seconds = cpu_seconds = 0.0
    day = max(1, rows // BATCH // DAYS)
    for number, batch in enumerate(Desktop(rows).decisions()):
        start, start_cpu = time.perf_counter(), time.process_time()
        store.append(batch)
        if number % day == day - 1:
            store.prune(max_age=timedelta(days=DAYS), max_bytes=None, now=batch[-1].when)
        seconds += time.perf_counter() - start
        cpu_seconds += time.process_time() - start_cpu
        if number % 62 == 61:
            print(f"{(number + 1) * BATCH} rows", file=sys.stderr, flush=True)
    return Written(rows / seconds, rows / cpu_seconds)


def milliseconds(
    ask: Ask,
    query: HistoryQuery = EVERYTHING,
    clock: Callable[[], float] = time.perf_counter,
    times: int = 5,
) -> float:
    """The median."""
    found = []
    for _ in range(times):
        start = clock()
        ask(query)
        found.append((clock() - start) * 1000)
    return round(statistics.median(found), 2)


def each(ask: Ask, queries: Iterable[tuple[str, HistoryQuery]]) -> Times:
    """Of all of them."""
    return {name: milliseconds(ask, query) for name, query in queries}


def slowest_pairs(ask: Ask) -> Times:
    """The slowest first."""
    asked = dict(pairs())
    looks = {name: milliseconds(ask, query, times=1) for name, query in asked.items()}
    names = sorted(looks, key=lambda name: -looks[name])[:SLOWEST]
    return falling({name: milliseconds(ask, asked[name]) for name in names})


def falling(times: Times) -> Times:
    """The slowest first."""
    return dict(sorted(times.items(), key=lambda item: -item[1]))


def cpu_of_slowest(ask: Ask, times: Times) -> float:
    """The processor's milliseconds of those that took longest."""
    asked = dict([*singles(), *pairs()])
    names = list(falling(times))[:SHOWN]
    return max(milliseconds(ask, asked[name], time.process_time) for name in names)


def views(store: HistoryStore) -> dict[str, Ask]:
    """What a window shows beside the rows."""
    return {
        "count": store.count,
        "plot by hour": lambda query: store.timeline(query, Step.HOUR),
        "plot by day": lambda query: store.timeline(query, Step.DAY),
        "programs": lambda query: store.totals(query, TotalBy.PROGRAM),
        "destinations": lambda query: store.totals(query, TotalBy.DESTINATION),
    }


def view_times(store: HistoryStore) -> dict[str, Times]:
    """Of each view: of everything, the median of all filters, and the slowest."""
    found = {}
    for name, ask in views(store).items():
        times = falling(each(ask, singles()))
        found[name] = {
            "everything": milliseconds(ask),
            "median": round(statistics.median(times.values()), 2),
            **dict(list(times.items())[:3]),
        }
    return found


def size(path: Path) -> int:
    """Bytes of the file and what lies beside it."""
    return sum(found.stat().st_size for found in path.parent.iterdir())


def measure(directory: Path, rows: int) -> dict[str, object]:
    """Write the history, close and open it, ask it everything."""
    path = directory / "history.sqlite"
    store = HistoryStore(path)
    if warnings := store.open():
        raise SystemExit("; ".join(warnings))
    written = write(store, rows) if store.count() < rows else Written()
    store.close()
    bytes_per_row = size(path) / rows
    start = time.perf_counter()
    store.open()
    opened = (time.perf_counter() - start) * 1000
    first_page = milliseconds(store.page)
    filters, together = each(store.page, singles()), slowest_pairs(store.page)
    result = {
        "rows": rows,
        "history_first_page_ms": first_page,
        "history_filter_ms": max([*filters.values(), *together.values()]),
        "history_filter_cpu_ms": cpu_of_slowest(store.page, filters | together),
        "history_write_rows_per_s": round(written.rows_per_s),
        "history_write_rows_per_cpu_s": round(written.rows_per_cpu_s),
        "history_bytes_per_row": round(bytes_per_row, 1),
        "history_open_ms": round(opened, 2),
        "filters_ms": filters,
        "pairs": len(list(pairs())),
        "slowest_pairs_ms": dict(list(together.items())[:SHOWN]),
        "views_ms": view_times(store),
    }
    store.close()
    return result


def main() -> None:
    """Run it and print the object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--directory", type=Path, help="keep the file there, or use the one there")
    options = parser.parse_args()
    rows = max(BATCH, options.rows // BATCH * BATCH)
    if options.directory:
        print(json.dumps(measure(options.directory, rows)))
        return
    with tempfile.TemporaryDirectory(prefix="snet-bench-") as name:
        print(json.dumps(measure(Path(name), rows)))


if __name__ == "__main__":
    main()
