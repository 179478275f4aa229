# SPDX-License-Identifier: GPL-2.0-or-later
"""What every test can rely on, however the tests were started."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

# nohup and a shell's background jobs hand down ignored signals, and a program
# that starts with a signal ignored stays so (signal(7)): those under test
# would then never hear it.
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)

# How long an example takes says how busy the machine is, not whether it holds.
settings.register_profile("snet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("snet")

_LONG = frozenset(
    {
        "gui/test_app.py",
        "gui/test_asking.py",
        "gui/test_away.py",
        "gui/test_history_remote.py",
        "gui/test_languages.py",
        "gui/test_pictures.py",
        "gui/test_rule_remote.py",
        "gui/test_start.py",
        "run_cases/test_limits.py",
        "run_cases/test_programs.py",
        "run_cases/test_window.py",
        "unit/cli/test_log_follow.py",
        "unit/store/test_processes.py",
    }
)
"""Those that start whole programs for each test: tests/run --quick leaves them out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is long, in one place."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix() in _LONG:
            item.add_marker(pytest.mark.long)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ZoneInfo]]:
    """Go and live elsewhere: a name like "Europe/Berlin"."""

    def move(name: str) -> ZoneInfo:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        return ZoneInfo(name)

    yield move
    monkeypatch.undo()
    time.tzset()
