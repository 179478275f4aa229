# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules: time to decide, to load and to change, with 10 to 100,000 of them.

Prints one JSON object. The mix of rules and events is told in _rules_mix.py.

decide_p50_us_N, decide_p99_us_N   one decision of RuleSet, each for an event
                                   whose objects are all new, as from a source
decide_even_p50_us_N               the same, programs and answers drawn evenly
scan_p50_us_N                      a plain scan over the same rules, compiled
load_100000_s                      from SQLite into a RuleSet, in a new process
rss_100000_mb                      of that process, in all
change_100000_ms                   one rule changed: on the disk and in the index
change_worst_100000_ms             the slowest of them
editor_open_100000_ms              the rules window: to its first rows
editor_search_100000_ms            and from a typed text to the rows found;
                                   see _rules_editor.py
"""

from __future__ import annotations

import gc
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from snetgui.model import Rule
from snetgui.rules.collector import paused
from snetgui.rules.conditions import asked, condition_test
from snetgui.rules.order import order
from snetgui.rules.ruleset import RuleSet
from snetgui.store.rules import RuleStore

from ._rules_mix import Mix

COUNTS = (10, 1000, 10_000, 100_000)
LARGE = COUNTS[-1]
WARM, MEASURED = 2000, 10_000
SCANS = {10: 1000, 1000: 300, 10_000: 40, LARGE: 9}
CHANGES = 100


def main() -> None:
    """Measure, and print what came of it."""
    if sys.argv[1:2] == ["--load"]:
        print(json.dumps(load(Path(sys.argv[2]))))
        return
    out: dict[str, float] = {}
    for count in COUNTS:
        mix = Mix(count)
        out |= decide(mix, count)
        out |= scan(mix, count)
        if count == LARGE:
            out |= through_the_store(mix.rules)
            out |= in_the_editor()
    print(json.dumps(out, indent=1))


def decide(mix: Mix, count: int) -> dict[str, float]:
    """Time single decisions, after a warm-up with other events of the same kind."""
    rules = RuleSet(mix.rules)
    out = {}
    for key, even in (("decide", False), ("decide_even", True)):
        events = [pickle.dumps(pair) for pair in mix.events(WARM + MEASURED, even=even)]
        gc.collect()
        gc.freeze()
        with paused():
            took = sorted(_timed(rules, events)[WARM:] if not even else _timed(rules, events))
        out[f"{key}_p50_us_{count}"] = round(took[len(took) // 2] / 1e3, 2)
        out[f"{key}_p99_us_{count}"] = round(took[len(took) * 99 // 100] / 1e3, 2)
    return out


def _timed(rules: RuleSet, events: Sequence[bytes]) -> list[int]:
    took = []
    for data in events:
        event, facts = pickle.loads(data)  # our own, from the line above
        start = time.perf_counter_ns()
        rules.decide(event, facts)
        took.append(time.perf_counter_ns() - start)
    return took


def scan(mix: Mix, count: int) -> dict[str, float]:
    """Time a scan over rules whose conditions were compiled and sorted before."""
    compiled = [
        (rule, [condition_test(name, value, {}) for name, value in asked(rule).items()])
        for rule in sorted(mix.rules, key=order)
    ]
    rules = RuleSet(mix.rules)
    took = []
    for event, facts in mix.events(SCANS[count]):
        start = time.perf_counter_ns()
        matching = (rule for rule, tests in compiled if all(test(event, facts) for test in tests))
        winner = next(matching, None)
        took.append(time.perf_counter_ns() - start)
        assert winner == rules.decide(event, facts)
    return {f"scan_p50_us_{count}": round(statistics.median(took) / 1e3, 2)}


def through_the_store(rules: Sequence[Rule]) -> dict[str, float]:
    """Time what also touches the disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rules.sqlite"
        with closing(RuleStore(path)) as store:
            store.open()
            stored = store.add_many(rules)
        command = [sys.executable, "-m", "tests.bench.rules", "--load", str(path)]
        told = subprocess.run(command, check=True, capture_output=True, timeout=120)
        out: dict[str, float] = json.loads(told.stdout)
        return out | change(path, stored)


def in_the_editor() -> dict[str, float]:
    """Time the rules window in a process of its own: here Qt would count as the rules' memory."""
    command = [sys.executable, "-m", "tests.bench._rules_editor", str(LARGE)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=300)
    out: dict[str, float] = json.loads(told.stdout)
    return out


def load(path: Path) -> dict[str, float]:
    """Load all rules into a new process, and say what that took."""
    start = time.perf_counter()
    with closing(RuleStore(path)) as store:
        store.open()
        rules = RuleSet(store.load().rules)
        took = time.perf_counter() - start
        assert len(rules) == LARGE
        return {f"load_{LARGE}_s": round(took, 2), f"rss_{LARGE}_mb": round(_rss_mb(), 1)}


def _rss_mb() -> float:
    """Resident memory of this process, proc_pid_status(5)."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def change(path: Path, rules: Sequence[Rule]) -> dict[str, float]:
    """Time changes of one rule each: conditions exchanged, on the disk and in the index."""
    with closing(RuleStore(path)) as store:
        store.open()
        ruleset = RuleSet(rules)
        gc.freeze()
        took = []
        for number in range(CHANGES):
            rule = rules[number * (LARGE // CHANGES)]
            new = replace(rule, conditions=rules[-1 - number].conditions)
            start = time.perf_counter()
            store.replace(new)
            ruleset.replace(new)
            took.append((time.perf_counter() - start) * 1e3)
    return {
        f"change_{LARGE}_ms": round(statistics.median(took), 2),
        f"change_worst_{LARGE}_ms": round(max(took), 2),
    }


if __name__ == "__main__":
    main()
