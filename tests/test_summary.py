# SPDX-License-Identifier: GPL-2.0-or-later
"""The closing line adds everything up."""

from pathlib import Path

import pytest

from tests import summary


def report(path: Path, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> None:
    path.write_text(
        f'<testsuites><testsuite tests="{tests}" failures="{failures}" errors="{errors}"'
        f' skipped="{skipped}"/></testsuites>'
    )


def test_all_reports_of_all_steps_are_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report(tmp_path / "host.xml", 10, failures=1, errors=2, skipped=3)
    report(tmp_path / "vm-6.1.xml", 5)
    report(tmp_path / "vm-6.12.xml", 6)
    assert summary.main([str(tmp_path), "ruff=0", "host=1", "vm=0"]) == 1
    assert capsys.readouterr().out == "15 passed, 3 failed, 3 skipped\n"


def test_all_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path / "host.xml", 4)
    assert summary.main([str(tmp_path), "ruff=0", "host=0"]) == 0
    assert capsys.readouterr().out == "4 passed, 0 failed, 0 skipped\n"


def test_step_that_failed_without_a_failing_test_counts_as_one(tmp_path: Path) -> None:
    report(tmp_path / "vm-6.1.xml", 5)
    assert summary.step(tmp_path, "ruff", 1) == summary.Counts(failed=1)
    assert summary.step(tmp_path, "vm", 1) == summary.Counts(passed=5, failed=1)


def test_report_that_is_cut_off_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "vm-6.1.xml").write_text("<testsuites><tests")
    assert summary.step(tmp_path, "vm", 1) == summary.Counts(failed=1)
