# SPDX-License-Identifier: GPL-2.0-or-later
"""Every number of kmod/uapi/snet.h is the same in header.py, and nothing is missing."""

from __future__ import annotations

import re
from enum import IntEnum
from pathlib import Path

import pytest

from snetgui.source.kernel import header

HEADER = Path(__file__).parents[4] / "kmod/uapi/snet.h"

# enum in C: (enum in Python, prefix in C)
ENUMS: dict[str, tuple[type[IntEnum], str]] = {
    "snet_command": (header.Command, "SNET_C_"),
    "snet_syscall": (header.SyscallNumber, "SNET_SYSCALL_"),
    "snet_verdict": (header.VerdictNumber, "SNET_"),
    "snet_reason": (header.ReasonNumber, "SNET_REASON_"),
    "snet_attr": (header.Attr, "SNET_A_"),
    "snet_sub_attr": (header.SubAttr, "SNET_A_SUB_"),
    "snet_ans_attr": (header.AnsAttr, "SNET_A_ANS_"),
    "snet_stat_attr": (header.StatAttr, "SNET_A_STAT_"),
}
DERIVED = re.compile(r"_UAPI_SNET_H|SNET_\w*_MAX$")


def without_comments() -> str:
    return re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.DOTALL)


def enums_in_c() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for name, body in re.findall(r"enum (\w+)\s*\{(.*?)\}", without_comments(), re.DOTALL):
        found[name] = {}
        following = 0
        for entry in filter(None, (part.strip() for part in body.split(","))):
            member, _, value = (part.strip() for part in entry.partition("="))
            number = int(value, 0) if value else following
            following = number + 1
            if not member.startswith("__"):
                found[name][member] = number
    return found


def defines_in_c() -> dict[str, str | int]:
    found: dict[str, str | int] = {}
    for name, value in re.findall(r"^#define[ \t]+(\w+)[ \t]*(.*)$", without_comments(), re.M):
        if not DERIVED.match(name):
            found[name] = value.strip('"') if value.startswith('"') else int(value, 0)
    return found


def test_enums_are_those_of_the_header() -> None:
    assert set(enums_in_c()) == set(ENUMS)


@pytest.mark.parametrize("name", ENUMS)
def test_enum_is_the_same(name: str) -> None:
    enum, prefix = ENUMS[name]
    assert {prefix + member.name: member.value for member in enum} == enums_in_c()[name]


def test_defines_are_the_same() -> None:
    constants = {
        f"SNET_{name}": value
        for name, value in vars(header).items()
        if name.isupper() and isinstance(value, str | int)
    }
    assert constants == defines_in_c()
