# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules: time to decide, to load and to change, with 10 to 100,000 of them.

Prints one JSON object. The mix of rules and events is told in _rules_mix.py.
Where others share the machine, what is compared is measured by turns, and of
loads the best of a few counts.

decide_p50_us_N, decide_p99_us_N   one decision of RuleSet, each for an event
                                   whose objects are all new, as from a source
decide_even_p50_us_N               the same, programs and answers drawn evenly
decide_ratio                       of the medians with 100,000 rules and 1,000
scan_p50_us_N                      a plain scan over the same rules, compiled
load_100000_s                      from SQLite into a RuleSet, in a new process
load_100000_cpu_s                  the processor's time of it
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
from collections.abc import Mapping, Sequence
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
TURNS, TURN, WARM = 15, 1000, 3  # decisions: the first turns warm up,
FETCH = 100  # and the first few of each fetch what the others pushed out
SCANS = {10: 1000, 1000: 300, 10_000: 40, LARGE: 9}
CHANGES = 100
LOADS = 3


def main() -> None:
    """Measure, and print what came of it."""
    if sys.argv[1:2] == ["--load"]:
        print(json.dumps(load(Path(sys.argv[2]))))
        return
    mixes = {count: Mix(count) for count in COUNTS}
    out = decide(mixes)
    for count, mix in mixes.items():
        out |= scan(mix, count)
    out |= through_the_store(mixes[LARGE].rules)
    mixes.clear()
    out |= in_the_editor()
    print(json.dumps(out, indent=1))


def decide(mixes: Mapping[int, Mix]) -> dict[str, float]:
    """Time single decisions, some with so many rules and some with so many, by turns."""
    sets = {count: RuleSet(mix.rules) for count, mix in mixes.items()}
    out = {}
    for key, even in (("decide", False), ("decide_even", True)):
        events = {
            count: [pickle.dumps(pair) for pair in mix.events(TURNS * TURN, even=even)]
            for count, mix in mixes.items()
        }
        gc.collect()
        gc.freeze()
        took: dict[int, list[int]] = {count: [] for count in sets}
        with paused():
            for turn in range(TURNS):
                for count, rules in sets.items():
                    some = events[count][turn * TURN : (turn + 1) * TURN]
                    times = _timed(rules, some)
                    took[count] += times[FETCH:] if turn >= WARM else []
        for count, unsorted in took.items():
            times = sorted(unsorted)
            out[f"{key}_p50_us_{count}"] = round(times[len(times) // 2] / 1e3, 2)
            out[f"{key}_p99_us_{count}"] = round(times[len(times) * 99 // 100] / 1e3, 2)
    out["decide_ratio"] = round(out[f"decide_p50_us_{LARGE}"] / out["decide_p50_us_1000"], 2)
    return out


def _timed(rules: RuleSet, events: Sequence[bytes]) -> list[int]:
    took = []
    for data in events:
        event, facts = pickle.loads(data)  # our own, from the caller
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
        loads = [
            json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            for _ in range(LOADS)
        ]
        best: dict[str, float] = min(loads, key=lambda told: told[f"load_{LARGE}_s"])
        return best | change(path, stored)


def in_the_editor() -> dict[str, float]:
    """Time the rules window in a process of its own: here Qt would count as the rules' memory."""
    command = [sys.executable, "-m", "tests.bench._rules_editor", str(LARGE)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=300)
    out: dict[str, float] = json.loads(told.stdout)
    return out


def load(path: Path) -> dict[str, float]:
    """Load all rules into a new process, and say what that took."""
    start, start_cpu = time.perf_counter(), time.process_time()
    with closing(RuleStore(path)) as store:
        store.open()
        rules = RuleSet(store.load().rules)
        took, took_cpu = time.perf_counter() - start, time.process_time() - start_cpu
        assert len(rules) == LARGE
        return {
            f"load_{LARGE}_s": round(took, 2),
            f"load_{LARGE}_cpu_s": round(took_cpu, 2),
            f"rss_{LARGE}_mb": round(_rss_mb(), 1),
        }


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
