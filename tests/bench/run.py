# SPDX-License-Identifier: GPL-2.0-or-later
"""What `snet run` costs: connect(2) with a remembered decision, beside strace, and the start.

Prints one JSON object. Times of connects are microseconds per call, of one
thread connecting to a listener on loopback; the same program runs by itself,
under snet run with a rule that allows it, and under strace -f -e trace=network.
startup_added_ms is the median by which `snet run -- true` takes longer than
`true`; startup_call_added_ms the same for a program's one network call.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_ROUNDS = 3
_STARTS = 7
_CALLS = 3000

_CLIENT = """
import socket, time
server = socket.create_server(("127.0.0.1", 0), backlog=16)
address = server.getsockname()
times = []
for _ in range({calls}):
    client = socket.socket()
    begun = time.perf_counter_ns()
    client.connect(address)
    times.append(time.perf_counter_ns() - begun)
    server.accept()[0].close()
    client.close()
times.sort()
print(times[len(times) // 2] / 1000, times[len(times) * 99 // 100] / 1000)
"""
_ONE_CALL = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"

_RULE = {
    "name": "bench",
    "action": "allow",
    "conditions": {"families": [2]},
    "birth": {"created": "2026-01-01T00:00:00+00:00"},
}


def main() -> None:
    """Run all and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.json"
        document = {"format": "snet rules", "version": 1, "rules": [_RULE]}
        rules.write_text(json.dumps(document))
        os.environ["SNET_DATA_DIR"] = str(Path(folder) / "data")
        options = ("--rules", str(rules), "--ask", "nobody", "--policy", "deny", "--")
        print(json.dumps(_figures((*_snet(), *options)), indent=2))


def _figures(under_run: Sequence[str]) -> dict[str, float | None]:
    strace = _strace()
    plain, run, traced = [], [], []
    for _ in range(_ROUNDS):  # by turns, so that all see the same machine
        plain.append(_connects(()))
        run.append(_connects(under_run))
        if strace:
            traced.append(_connects(strace))
    figures: dict[str, float | None] = {
        "connect_plain_p50_us": _median(plain, 0),
        "connect_run_p50_us": _median(run, 0),
        "connect_run_p99_us": _median(run, 1),
        "connect_strace_p50_us": _median(traced, 0) if traced else None,
    }
    if traced:
        added = _median(run, 0) - _median(plain, 0)
        figures["added_run_over_strace"] = round(
            added / (_median(traced, 0) - _median(plain, 0)), 2
        )
    figures["startup_added_ms"] = _added_ms(under_run, ("true",))
    call = (sys.executable, "-S", "-c", _ONE_CALL)
    figures["startup_call_added_ms"] = _added_ms(under_run, call)
    return figures


def _connects(before: Sequence[str]) -> tuple[float, float]:
    """(p50, p99) in microseconds of the client under a command."""
    client = (sys.executable, "-c", _CLIENT.format(calls=_CALLS))
    done = subprocess.run(
        [*before, *client], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    )
    p50, p99 = map(float, done.stdout.split())
    return p50, p99


def _added_ms(before: Sequence[str], command: Sequence[str]) -> float:
    with_it, without = [], []
    for _ in range(_STARTS):
        without.append(_wall_s(command))
        with_it.append(_wall_s((*before, *command)))
    return round((statistics.median(with_it) - statistics.median(without)) * 1000, 1)


def _wall_s(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def _median(pairs: Sequence[tuple[float, float]], which: int) -> float:
    return round(statistics.median(pair[which] for pair in pairs), 1)


def _snet() -> tuple[str, ...]:
    return (str(Path(sys.executable).with_name("snet")), "run")


def _strace() -> tuple[str, ...]:
    found = shutil.which("strace")
    return (found, "-f", "-e", "trace=network", "-o", os.devnull) if found else ()


if __name__ == "__main__":
    main()
