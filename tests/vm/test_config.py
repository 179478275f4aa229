# SPDX-License-Identifier: GPL-2.0-or-later
"""Options of the debug kernel that did not come true are named."""

import pytest

from tests.vm.debugkernel import missing_options

GOT = 'CONFIG_A=y\nCONFIG_LSM="bpf"\n# CONFIG_OFF is not set\n'


@pytest.mark.parametrize(
    "line",
    ["CONFIG_A=y", 'CONFIG_LSM="bpf"', "# CONFIG_OFF is not set", "# CONFIG_NEVER is not set"],
)
def test_fulfilled_option(line: str) -> None:
    assert missing_options(line, GOT) == []


@pytest.mark.parametrize("line", ["CONFIG_B=y", "CONFIG_A=m", "# CONFIG_A is not set"])
def test_unfulfilled_option(line: str) -> None:
    assert missing_options(line, GOT) == [line]


def test_comments_are_no_options() -> None:
    assert missing_options("# --- the machine\n\n# text", GOT) == []
