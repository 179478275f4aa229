# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person may want to clear away, found in a thread over a copy of the rules.

A hundred thousand rules take seconds to look over: verdicts must not wait for
it, and a set that changes meanwhile can't be read by another thread.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from snetgui.model import Rule
from snetgui.rules.collector import paused
from snetgui.rules.hygiene import Finding, findings
from snetgui.rules.ruleset import RuleSet

from .backend import Page
from .workers import Workers

KEPT_S = 60.0

# Where the paths of sandboxed programs begin, which are not to be seen from outside.
_ELSEWHERE = ("/app/", "/newroot/", "/memfd:")


class Tidying:
    """Findings, kept until the rules change, or for a minute: programs come and go."""

    def __init__(self, rules: Callable[[], Sequence[Rule]], now: Callable[[], datetime]) -> None:
        """Rules gives them as they are now."""
        self._rules = rules
        self._now = now
        self._workers = Workers("snet-tidying", 1)
        self._one_at_a_time = asyncio.Lock()
        self._found: tuple[Finding, ...] | None = None
        self._found_at = 0.0
        self._changes = 0

    def changed(self) -> None:
        """What was found may not hold any more."""
        self._changes += 1
        self._found = None

    async def page(self, offset: int, limit: int) -> Page[Finding]:
        """Some of the findings."""
        async with self._one_at_a_time:
            found = self._found
            if found is None or time.monotonic() - self._found_at > KEPT_S:
                before = self._changes
                look = partial(_look_over, tuple(self._rules()), self._now())
                found = await self._workers.run(look)
                if before == self._changes:
                    self._found, self._found_at = found, time.monotonic()
        return Page(found[offset : offset + limit], offset, len(found))

    def close(self) -> None:
        self._workers.close()


def _look_over(rules: Sequence[Rule], now: datetime) -> tuple[Finding, ...]:
    # A collector's run over a copy of so many rules would hold up the event loop too.
    with paused():
        found = findings(RuleSet(rules), now, may_exist)
        return tuple(sorted(found, key=lambda finding: finding.rule_id))


def may_exist(path: str) -> bool:
    """Whether there is such a file, or it can't be told from here."""
    if path.startswith(_ELSEWHERE):
        return True
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True
