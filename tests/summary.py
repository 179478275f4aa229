# SPDX-License-Identifier: GPL-2.0-or-later
"""Add up what the pytest runs of tests/run reported, and print one closing line.

python -m tests.summary FOLDER STEP=EXIT...: the JUnit reports of a step are
FOLDER/STEP*.xml.  A step that failed without a failing test counts as one.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tests ended how."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def read(report: Path) -> Counts:
    """Count one JUnit report; one that is cut off is one failure."""
    try:
        suites = list(ET.parse(report).getroot().iter("testsuite"))
    except ET.ParseError:
        return Counts(failed=1)
    return total(_suite(suite.attrib) for suite in suites)


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    return sum(counts, Counts())


def step(folder: Path, name: str, code: int) -> Counts:
    """Count all reports of one step."""
    counts = total(read(report) for report in sorted(folder.glob(f"{name}*.xml")))
    if code and not counts.failed:
        counts += Counts(failed=1)
    return counts


def main(argv: Sequence[str]) -> int:
    """Print the line; 0 if nothing failed."""
    folder, *steps = argv
    pairs = [word.rpartition("=") for word in steps]
    counts = total(step(Path(folder), name, int(code)) for name, _, code in pairs)
    print(counts)
    return 1 if counts.failed else 0


def _suite(numbers: dict[str, str]) -> Counts:
    tests, skipped = int(numbers["tests"]), int(numbers["skipped"])
    failed = int(numbers["failures"]) + int(numbers["errors"])
    return Counts(max(tests - failed - skipped, 0), failed, skipped)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
