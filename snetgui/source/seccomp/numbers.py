# SPDX-License-Identifier: GPL-2.0-or-later
"""Which system call a notification is about, on each architecture.

Numbers of system calls come from libseccomp; the numbers inside socketcall(2)
from include/uapi/linux/net.h.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import pyseccomp

from snetgui.model import SourceMissing


class Call(Enum):
    """The system calls that are handed to the supervisor."""

    SOCKET = auto()
    BIND = auto()
    CONNECT = auto()
    LISTEN = auto()
    ACCEPT = auto()
    ACCEPT4 = auto()
    SENDTO = auto()
    SENDMSG = auto()
    SENDMMSG = auto()


NAMES: Mapping[Call, str] = {call: call.name.lower() for call in Call}
"""The kernel's name of each."""

SOCKETCALLS: Mapping[int, Call] = {
    1: Call.SOCKET,
    2: Call.BIND,
    3: Call.CONNECT,
    4: Call.LISTEN,
    5: Call.ACCEPT,
    11: Call.SENDTO,
    16: Call.SENDMSG,
    18: Call.ACCEPT4,
    20: Call.SENDMMSG,
}
"""First argument of socketcall(2) to the call that it stands for."""

SOCKETCALL_ARGS: Mapping[Call, int] = {
    Call.SOCKET: 3,
    Call.BIND: 3,
    Call.CONNECT: 3,
    Call.LISTEN: 2,
    Call.ACCEPT: 3,
    Call.ACCEPT4: 4,
    Call.SENDTO: 6,
    Call.SENDMSG: 3,
    Call.SENDMMSG: 4,
}
"""How many words socketcall(2) reads for each (nargs in net/socket.c)."""


@dataclass(frozen=True, slots=True)
class Abi:
    """One way into the kernel.

    Attributes:
        arch: AUDIT_ARCH_* as seccomp reports it.
        wide: pointers and longs of 8 bytes; else 4.
    """

    arch: int
    wide: bool


X86_64 = Abi(pyseccomp.Arch.X86_64, wide=True)
X86 = Abi(pyseccomp.Arch.X86, wide=False)
AARCH64 = Abi(pyseccomp.Arch.AARCH64, wide=True)
ARM = Abi(pyseccomp.Arch.ARM, wide=False)

_BY_MACHINE = {"x86_64": (X86_64, X86), "aarch64": (AARCH64, ARM)}

# Direct calls on x86, where libseccomp's name stands for socketcall(2)
# (arch/x86/entry/syscalls/syscall_32.tbl). accept(2) exists in socketcall only.
_X86_DIRECT = {
    Call.SOCKET: 359,
    Call.BIND: 361,
    Call.CONNECT: 362,
    Call.LISTEN: 363,
    Call.ACCEPT4: 364,
    Call.SENDTO: 369,
    Call.SENDMSG: 370,
    Call.SENDMMSG: 345,
}
X86_SOCKETCALL = 102


def abis(machine: str | None = None) -> tuple[Abi, Abi]:
    """Return the machine's own way into the kernel and its 32-bit one.

    Raises:
        SourceMissing: another processor.
    """
    name = machine or platform.machine()
    try:
        return _BY_MACHINE[name]
    except KeyError:
        raise SourceMissing(
            f"snet run knows the system calls of x86-64 and arm64, not those of {name}"
        ) from None


def call_numbers(abi: Abi) -> dict[int, Call]:
    """System call numbers of one ABI, without socketcall(2)."""
    if abi is X86:
        return {number: call for call, number in _X86_DIRECT.items()}
    return {pyseccomp.resolve_syscall(abi.arch, NAMES[call]): call for call in Call}
