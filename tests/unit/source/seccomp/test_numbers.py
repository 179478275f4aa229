# SPDX-License-Identifier: GPL-2.0-or-later
"""System call numbers, held against the kernel's own headers and the calls' tables."""

from __future__ import annotations

import tempfile

import pytest

from snetgui.model import SourceBusy, SourceMissing, SourcePermission
from snetgui.source.seccomp import filter as seccomp_filter
from snetgui.source.seccomp.numbers import (
    AARCH64,
    ARM,
    SOCKETCALL_ARGS,
    SOCKETCALLS,
    X86,
    X86_64,
    Abi,
    Call,
    abis,
    call_numbers,
)


@pytest.mark.parametrize(
    ("abi", "numbers"),
    [  # arch/x86/entry/syscalls, include/uapi/asm-generic/unistd.h, arch/arm/tools/syscall.tbl
        (X86_64, {"SOCKET": 41, "CONNECT": 42, "ACCEPT": 43, "SENDTO": 44, "SENDMMSG": 307}),
        (X86, {"SOCKET": 359, "CONNECT": 362, "ACCEPT4": 364, "SENDTO": 369, "SENDMMSG": 345}),
        (AARCH64, {"SOCKET": 198, "CONNECT": 203, "ACCEPT": 202, "SENDTO": 206, "SENDMMSG": 269}),
        (ARM, {"SOCKET": 281, "CONNECT": 283, "ACCEPT": 285, "SENDTO": 290, "SENDMMSG": 374}),
    ],
)
def test_numbers(abi: Abi, numbers: dict[str, int]) -> None:
    found = {call.name: number for number, call in call_numbers(abi).items()}
    assert numbers.items() <= found.items()
    assert all(number > 0 for number in found.values())
    assert set(found) == {call.name for call in Call} - ({"ACCEPT"} if abi is X86 else set())


def test_every_call_has_its_place_in_socketcall() -> None:
    assert set(SOCKETCALLS.values()) == set(Call) == set(SOCKETCALL_ARGS)


@pytest.mark.parametrize(
    ("machine", "expected"), [("x86_64", (X86_64, X86)), ("aarch64", (AARCH64, ARM))]
)
def test_machines(machine: str, expected: tuple[Abi, Abi]) -> None:
    assert abis(machine) == expected


def test_unknown_machine() -> None:
    with pytest.raises(SourceMissing, match="not those of riscv64"):
        abis("riscv64")


def test_filter_in_words() -> None:
    with tempfile.TemporaryFile() as file:
        seccomp_filter.build().export_pfc(file)
        file.seek(0)
        words = file.read().decode()
    assert words.count("io_uring_setup") == 2, "one for each width"
    assert "invalid architecture action\naction ERRNO(38)" in words
    assert "default action\n  action ALLOW" in words
    assert "KILL" not in words


@pytest.mark.parametrize(
    ("number", "kind"),
    [(16, SourceBusy), (1, SourcePermission), (13, SourcePermission), (22, SourceMissing)],
)
def test_refusals_say_the_way_out(number: int, kind: type[Exception]) -> None:
    assert type(seccomp_filter.refused(number)) is kind
