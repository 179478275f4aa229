# SPDX-License-Identifier: GPL-2.0-or-later
"""Bench of the store of rules: a hundred thousand rules loaded, one changed.

Prints one JSON object: seconds to open and load (and those of
the processor, where others share the machine), resident memory of the process
that did it (MB), milliseconds of one change (median of fifty, on the disk).
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network
from pathlib import Path

from snetgui.model import Action, AddressMatch, Birth, Conditions, PortMatch, Rule, TextMatch
from snetgui.store.rules import RuleStore

RULES = 100_000
CHANGES = 50
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def a_rule(number: int) -> Rule:
    """One of a list: this program may not talk to that address."""
    return Rule(
        name=f"rule {number}",
        action=Action.DENY,
        conditions=Conditions(
            exe=TextMatch(f"/usr/bin/program{number % 500}"),
            remote=AddressMatch(networks=(IPv4Network(number * 977 % 2**32),)),
            remote_ports=PortMatch(((443, 443),)),
        ),
        birth=Birth(NOW + timedelta(seconds=number), "b" * 36, float(number)),
    )


def measure(path: Path) -> dict[str, float]:
    """In a process that has done nothing else."""
    store = RuleStore(path)
    start, start_cpu = time.perf_counter(), time.process_time()
    store.open()
    loaded = store.load()
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - start_cpu
    status = Path("/proc/self/status").read_text()
    (peak,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    times = []
    for rule in loaded.rules[:CHANGES]:
        start = time.perf_counter()
        store.replace(replace(rule, enabled=False))
        times.append((time.perf_counter() - start) * 1000)
    store.close()
    return {
        "rules": len(loaded.rules),
        "rules_load_s": round(seconds, 2),
        "rules_load_cpu_s": round(cpu_seconds, 2),
        "rules_load_rss_mb": round(int(peak.split()[1]) / 1024, 1),
        "rules_change_ms": round(statistics.median(times), 2),
    }


def main() -> None:
    """Make the file, measure in a child, print the object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rules", type=int, default=RULES)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    with tempfile.TemporaryDirectory(prefix="snet-bench-") as name:
        path = Path(name) / "rules.sqlite"
        store = RuleStore(path)
        store.open()
        store.add_many(map(a_rule, range(options.rules)))
        store.close()
        command = [sys.executable, "-m", "tests.bench.rules_store", "--measure", str(path)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
