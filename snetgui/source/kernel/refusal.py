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
from snetgui.model.said import translate

from .header import PROTOCOL_VERSION, Attr, Command
from .messages import Version
from .wire import Outcome


def missing() -> SourceMissing:
    """There is no family of our name."""
    return SourceMissing(
        translate(
            "Source",
            "the kernel module snet is not loaded: load it as root with 'modprobe snet'"
            " (in a container, use snet on the host)",
        )
    )


def unloaded() -> SourceMissing:
    """The family went away while it was in use."""
    return SourceMissing(
        translate(
            "Source", "the kernel module snet was unloaded: load it again with 'modprobe snet'"
        )
    )


def wrong_version(version: Version) -> SourceVersion:
    """The module was built for another protocol than this program."""
    if version.protocol < PROTOCOL_VERSION:
        way_out = translate(
            "Source",
            "the module is the older one: install the module that comes with this program,"
            " then 'rmmod snet && modprobe snet'",
        )
    else:
        way_out = translate(
            "Source", "this program is the older one: upgrade it to the module's version"
        )
    return SourceVersion(
        translate(
            "Source",
            "the kernel module snet {version} speaks protocol {theirs}"
            " and this program protocol {ours}: {way_out}",
            version=version.module,
            theirs=str(version.protocol),
            ours=str(PROTOCOL_VERSION),
            way_out=way_out,
        )
    )


def refused(command: Command, outcome: Outcome) -> SourceError:
    """Make the exception for a request that the module refused."""
    known = {
        errno.EPERM: _permission(outcome),
        errno.EPROTO: SourceVersion(
            translate(
                "Source",
                "the kernel module snet speaks another protocol than this program's"
                " {ours}: install both from the same release, then reload the module",
                ours=str(PROTOCOL_VERSION),
            )
        ),
        errno.EOPNOTSUPP: SourceVersion(
            translate(
                "Source",
                "the kernel module snet does not know {command}: it is older than this"
                " program; install both from the same release, then reload the module",
                command=command.name,
            )
        ),
    }
    if outcome.errno == errno.EBUSY and command is Command.REGISTER:
        return SourceBusy(
            translate("Source", "another program is snet's agent already: end that one first")
        )
    if outcome.errno == errno.ENOENT and command in (Command.VERDICT, Command.EXTEND):
        return UnknownEvent(translate("Source", "that event is not pending any more"))
    return known.get(outcome.errno) or SourceRefused(_sentence(command, outcome))


def _permission(outcome: Outcome) -> SourcePermission:
    if outcome.text:
        problem = translate(
            "Source",
            "not permitted ({why}): the kernel module asks for CAP_NET_ADMIN outside of any user"
            " namespace; run this as root",
            why=outcome.text,
        )
    else:
        problem = translate(
            "Source",
            "not permitted: the kernel module asks for CAP_NET_ADMIN outside of any user"
            " namespace; run this as root",
        )
    return SourcePermission(problem)


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
