# SPDX-License-Identifier: GPL-2.0-or-later
"""What the module's refusals mean to a person, and the way out."""

from __future__ import annotations

import errno
import os

from snetgui.model import (
    SourceBusy,
    SourceError,
    SourceMissing,
    SourcePermission,
    SourceRefused,
    SourceVersion,
    UnknownEvent,
)

from .header import PROTOCOL_VERSION, Attr, Command
from .messages import Version
from .wire import Outcome


def missing() -> SourceMissing:
    """There is no family of our name."""
    return SourceMissing(
        "the kernel module snet is not loaded: load it as root with 'modprobe snet'"
        " (in a container, use snet on the host)"
    )


def unloaded() -> SourceMissing:
    """The family went away while it was in use."""
    return SourceMissing("the kernel module snet was unloaded: load it again with 'modprobe snet'")


def wrong_version(version: Version) -> SourceVersion:
    """The module was built for another protocol than this program."""
    older = version.protocol < PROTOCOL_VERSION
    way_out = (
        "the module is the older one: install the module that comes with this program,"
        " then 'rmmod snet && modprobe snet'"
        if older
        else "this program is the older one: upgrade it to the module's version"
    )
    return SourceVersion(
        f"the kernel module snet {version.module} speaks protocol {version.protocol}"
        f" and this program protocol {PROTOCOL_VERSION}: {way_out}"
    )


def refused(command: Command, outcome: Outcome) -> SourceError:
    """Make the exception for a request that the module refused."""
    known = {
        errno.EPERM: _permission(outcome),
        errno.EPROTO: SourceVersion(
            f"the kernel module snet speaks another protocol than this program's"
            f" {PROTOCOL_VERSION}: install both from the same release, then reload the module"
        ),
        errno.EOPNOTSUPP: SourceVersion(
            f"the kernel module snet does not know {command.name}: it is older than this"
            " program; install both from the same release, then reload the module"
        ),
    }
    if outcome.errno == errno.EBUSY and command is Command.REGISTER:
        return SourceBusy("another program is snet's agent already: end that one first")
    if outcome.errno == errno.ENOENT and command in (Command.VERDICT, Command.EXTEND):
        return UnknownEvent("that event is not pending any more")
    return known.get(outcome.errno) or SourceRefused(_sentence(command, outcome))


def _permission(outcome: Outcome) -> SourcePermission:
    told = f" ({outcome.text})" if outcome.text else ""
    return SourcePermission(
        f"not permitted{told}: the kernel module asks for CAP_NET_ADMIN outside of any user"
        " namespace; run this as root"
    )


def _sentence(command: Command, outcome: Outcome) -> str:
    why = outcome.text or os.strerror(outcome.errno)
    if outcome.missing is not None:
        why += f"; {_attribute(outcome.missing)} is missing"
    return f"the kernel module refused {command.name}: {why} ({errno_name(outcome.errno)})"


def _attribute(kind: int) -> str:
    try:
        return f"SNET_A_{Attr(kind).name}"
    except ValueError:
        return f"attribute {kind}"


def errno_name(number: int) -> str:
    """ "EINVAL" for 22; the number where it has no name."""
    return errno.errorcode.get(number, str(number))
