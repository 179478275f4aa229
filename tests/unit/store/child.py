# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios for a process of their own: killed, out of room, without rights, two at once.

python -m tests.unit.store.child SCENARIO PATH [NUMBER]; prints JSON lines.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from snetgui.model import StoreError
from snetgui.store import retention
from snetgui.store.history import HistoryStore
from snetgui.store.recording import record
from snetgui.store.rules import RuleStore

from . import samples


def say(**values: object) -> None:
    print(json.dumps(values), flush=True)


def rules_torn(path: Path, _number: int) -> None:
    """Stand in the middle of a transaction, far more than SQLite keeps in memory, until killed."""
    store = RuleStore(path)
    store.open()
    with store._database.write() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 10")
        connection.exec_driver_sql("UPDATE rules SET note = zeroblob(20000)")
        connection.exec_driver_sql("DELETE FROM rules WHERE id % 2")
        say(inside=True)
        signal.pause()


def history_torn(path: Path, number: int) -> None:
    """The same in the history."""
    store = HistoryStore(path)
    store.open()
    with store._database.write() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 10")
        record(connection, store._interner, [samples.a_decision(n) for n in range(number)])
        say(inside=True)
        signal.pause()


def rules_add(path: Path, number: int) -> None:
    """Add rules one by one, beside another process that does the same."""
    store = RuleStore(path, busy_timeout_s=60)
    warnings = store.open()
    ids = [store.add(samples.a_rule(n)).id for n in range(number)]
    store.close()
    say(warnings=warnings, ids=ids)


def history_append(path: Path, number: int) -> None:
    """Append batches of ten, and prune now and then, beside another process."""
    store = HistoryStore(path, busy_timeout_s=60)
    warnings = store.open()
    for n in range(number):
        store.append([samples.a_decision(10 * n + each) for each in range(10)])
        if n % 10 == 9:
            store._step(retention.delete_unused)
    store.close()
    say(warnings=warnings)


def read_only(path: Path, _number: int) -> None:
    """Look at rules in a place where nothing can be written, and try every change."""
    store = RuleStore(path)
    warnings = store.open()
    rules = store.load().rules
    changes: list[Callable[[], object]] = [
        lambda: store.add(samples.a_rule()),
        lambda: store.replace(rules[0]),
        lambda: store.delete([rules[0].id]),
        lambda: store.touch({rules[0].id: (1, samples.NOW)}),
        lambda: store.write_remaining({rules[0].id: 1.0}),
    ]
    say(warnings=warnings, names=[rule.name for rule in rules])
    say(errors=[error_of(change) for change in changes], same=store.load().rules == rules)
    store.close()


def history_read_only(path: Path, _number: int) -> None:
    store = HistoryStore(path)
    warnings = store.open()
    say(warnings=warnings, count=store.count(), rows=len(store.page().rows))
    say(errors=[error_of(lambda: store.append([samples.a_decision()]))], same=store.count())
    store.close()


def limited(path: Path, number: int) -> None:
    """Write until no file may grow any further (RLIMIT_FSIZE), then let it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft = (number, resource.RLIM_INFINITY)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, soft)

    def room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)

    _fill(path, no_room, room)


def full(path: Path, _number: int) -> None:
    """Write until the file system is full, then make room."""
    ballast = path.with_name("ballast")
    ballast.write_bytes(b"x" * 300_000)
    _fill(path, lambda: None, ballast.unlink)


def _fill(path: Path, no_room: Callable[[], None], room: Callable[[], None]) -> None:
    store = RuleStore(path)
    history = HistoryStore(path.with_name("history.sqlite"))
    warnings = [*store.open(), *history.open()]
    no_room()
    rules = _fill_rules(store)
    decisions = _fill_history(history)
    room()
    id_after = store.add(samples.a_rule(0)).id
    history.append([samples.a_decision(0)])
    say(
        warnings=warnings,
        rules=rules,
        decisions=decisions,
        rules_after=len(store.load().rules),
        decisions_after=history.count(),
        id_after=id_after,
    )
    store.close()
    history.close()


def _fill_rules(store: RuleStore) -> dict[str, object]:
    added = 0
    while True:
        try:
            store.add(samples.a_rule(added, note="x" * 10_000))
        except StoreError as fault:
            return {"error": str(fault), "added": added, "loaded": len(store.load().rules)}
        added += 1


def _fill_history(store: HistoryStore) -> dict[str, object]:
    added = 0
    while True:
        batch = [samples.a_decision(added + each) for each in range(500)]
        try:
            store.append(batch)
        except StoreError as fault:
            return {"error": str(fault), "added": added, "loaded": store.count()}
        added += len(batch)


def error_of(change: Callable[[], object]) -> str:
    """What a change says when it is refused; "" if it was not."""
    try:
        change()
    except StoreError as fault:
        return str(fault)
    return ""


SCENARIOS: dict[str, Callable[[Path, int], None]] = {
    "rules-torn": rules_torn,
    "history-torn": history_torn,
    "rules-add": rules_add,
    "history-append": history_append,
    "read-only": read_only,
    "history-read-only": history_read_only,
    "limited": limited,
    "full": full,
}

if __name__ == "__main__":
    SCENARIOS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
