# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into the arm64 machine."""

from pathlib import Path

import pytest

from tests.vm.arm import disk, start


def test_what_snet_run_needs_goes_in_and_nothing_for_a_screen() -> None:
    names = {one.split(">")[0] for one in disk.requirements()}
    assert {"pyseccomp", "SQLAlchemy", "pytest", "requests"} <= names
    assert not {"PyQt6", "pytest-qt"} & names


@pytest.mark.parametrize(("name", "release"), [("6.1", "6.1.0-56-arm64"), ("6.12", "6.12.9-arm64")])
def test_kernel_of_a_name(name: str, release: str, tmp_path: Path) -> None:
    (tmp_path / "boot").mkdir()
    for one in ("6.12.9-arm64", "6.1.0-56-arm64"):
        (tmp_path / "boot" / f"vmlinuz-{one}").touch()
    found = start.find_kernel(disk.Disk(tmp_path, tmp_path), name)
    assert found.name == f"vmlinuz-{release}"


def test_kernel_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"no kernel 6\.12"):
        start.find_kernel(disk.Disk(tmp_path, tmp_path), "6.12")
