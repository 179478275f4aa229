# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter: which calls are handed to the supervisor, and which do not exist."""

from __future__ import annotations

import errno
import os
from typing import Any, cast

import pyseccomp

from snetgui.model import SourceBusy, SourceError, SourceMissing, SourcePermission

from . import kernel
from .numbers import NAMES, Abi, Call, abis

_NOT_THERE = pyseccomp.ERRNO(errno.ENOSYS)
_NO_OPTION = pyseccomp.ERRNO(errno.ENOPROTOOPT)

# A ring is a second way to every network call, and seccomp sees none of it.
_RINGS = ("io_uring_setup", "io_uring_enter", "io_uring_register")

# SCTP connects and binds by socket option too (include/uapi/linux/sctp.h):
# BINDX_ADD, CONNECTX_OLD, CONNECTX for setsockopt, CONNECTX3 for getsockopt.
_SOL_SCTP = 132
_SCTP_SET = (100, 107, 110)
_SCTP_GET = (111,)


def build() -> Any:
    """Return the filter, not yet loaded: a pyseccomp.SyscallFilter.

    Raises:
        SourceMissing: a processor that snet does not know, or no notification.
        SourcePermission: seccomp(2) is forbidden.
    """
    native, small = abis()
    try:
        whole = _for_abi(native)
        whole.merge(_for_abi(small))
    except OSError as error:
        # libseccomp asked the kernel, and knows of no notification.
        raise refused(kernel.probe_notification() or error.errno or errno.EINVAL) from error
    return whole


def install(made: Any) -> int:
    """Load a filter for this thread and what it starts; returns its notify descriptor.

    Sets no_new_privs. From here on this thread's network calls wait for an
    answer on the descriptor, which is close-on-exec.

    Raises:
        OSError: EINVAL or ENOSYS where the kernel lacks user notification,
            EBUSY where a supervisor covers this process already, EPERM or
            EACCES where it is forbidden.
    """
    try:
        made.load()
    except OSError as error:
        # libseccomp says ECANCELED (or worse) for all that the kernel may say.
        number = kernel.try_to_listen() or error.errno or errno.EINVAL
        raise OSError(number, os.strerror(number)) from error
    # The binding has no public way to the descriptor of a filter.
    notify_fd = cast(int, pyseccomp._libseccomp.seccomp_notify_fd(made._filter))
    if notify_fd < 0:
        raise OSError(-notify_fd, "seccomp_notify_fd")
    return notify_fd


def refused(number: int) -> SourceError:
    """What an errno of build() or install() means, and the way out."""
    if number == errno.EBUSY:
        return SourceBusy(
            "This process is under a seccomp supervisor already, and the kernel allows one:"
            " start snet run outside of it."
        )
    if number in (errno.EPERM, errno.EACCES):
        return SourcePermission(
            "seccomp filters are forbidden here: allow seccomp(2) in the container's profile."
        )
    return SourceMissing(
        f"This kernel has no seccomp user notification ({os.strerror(number)}):"
        " snet run needs Linux 5.9 or later with CONFIG_SECCOMP_FILTER."
    )


def _for_abi(abi: Abi) -> Any:
    made = _empty(abi)
    for call in Call:
        if call is Call.SENDTO and abi.wide:
            # Without an address it is send(2): there is no peer to judge.
            made.add_rule(pyseccomp.NOTIFY, NAMES[call], pyseccomp.Arg(4, pyseccomp.NE, 0))
        else:
            made.add_rule(pyseccomp.NOTIFY, NAMES[call])
    for name in _RINGS:
        made.add_rule(_NOT_THERE, name)
    _refuse_sctp(made, abi)
    return made


def _empty(abi: Abi) -> Any:
    made = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    made.set_attr(pyseccomp.Attr.ACT_BADARCH, _NOT_THERE)
    if abi.arch != pyseccomp.system_arch():
        made.add_arch(abi.arch)
        made.remove_arch(pyseccomp.system_arch())
    return made


def _refuse_sctp(made: Any, abi: Abi) -> None:
    if not abi.wide and abi.arch == pyseccomp.Arch.X86:
        return  # socketcall's arguments are out of a filter's reach
    level = _int_equals(1, _SOL_SCTP)
    for name, options in (("setsockopt", _SCTP_SET), ("getsockopt", _SCTP_GET)):
        for option in options:
            made.add_rule(_NO_OPTION, name, level, _int_equals(2, option))


def _int_equals(argument: int, value: int) -> Any:
    """The kernel takes an int's lower half only, so what stands above must not count."""
    return pyseccomp.Arg(argument, pyseccomp.MASKED_EQ, 0xFFFFFFFF, value)
