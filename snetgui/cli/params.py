# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type for subscriptions and errno, checked where it enters."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from snetgui.model import Subscription, Syscall

# Generic for type checkers only: older releases of click can't be subscripted.
if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

_ANY: Final = ("any", "*", "")
_MOST: Final = 0xFFFF
_ERRNO_MOST: Final = 511  # what the kernel gives to programs; above are its own


class SubscriptionSet(_ParamType):
    """ "all", or a list of SYSCALL[/FAMILY[/PROTOCOL]] with commas between."""

    name = "calls"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Subscription, ...]:
        """Parse the list; repeated entries count once."""
        if isinstance(value, tuple):
            return value
        if value == "all":
            return (Subscription(),)
        try:
            return tuple(dict.fromkeys(map(parse_subscription, value.split(","))))
        except ValueError as problem:
            self.fail(str(problem), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The next call's name behind those that stand already."""
        done, comma, start = incomplete.rpartition(",")
        names = [syscall.value for syscall in Syscall] + ([] if done else ["all"])
        return [CompletionItem(done + comma + name) for name in names if name.startswith(start)]


class ErrnoName(_ParamType):
    """An errno by its name ("ECONNREFUSED") or number."""

    name = "errno"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Its number, 1 to 511."""
        if isinstance(value, int):
            return value
        number = getattr(errno, value.upper(), None) if value.upper().startswith("E") else None
        if number is None and value.isascii() and value.isdigit():
            number = int(value)
        if not isinstance(number, int) or not 1 <= number <= _ERRNO_MOST:
            self.fail(f"{value!r} is no errno: try EPERM, EACCES or ECONNREFUSED", param, ctx)
        return number

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """All errno names."""
        names = sorted(errno.errorcode.values())
        return [CompletionItem(name) for name in names if name.startswith(incomplete.upper())]


def parse_subscription(text: str) -> Subscription:
    """ "connect", "connect/inet", "any/inet6/udp"; ValueError says what is wrong."""
    parts = [part.strip().lower() for part in text.split("/")]
    if len(parts) > 3:
        raise ValueError(f"{text!r}: at most SYSCALL/FAMILY/PROTOCOL")
    syscall, family, protocol = (*parts, "", "")[:3]
    return Subscription(_syscall(syscall), _family(family), _protocol(protocol))


def _syscall(name: str) -> Syscall | None:
    if name == "any":
        return None
    try:
        return Syscall(name)
    except ValueError:
        names = ", ".join(Syscall)
        raise ValueError(f"{name!r} is no call: all, any, or of {names}") from None


def _family(name: str) -> int | None:
    if name in _ANY:
        return None
    number = getattr(socket, f"AF_{name.upper()}", None)
    if isinstance(number, int):
        return int(number)
    return _number(name, "address family: try inet, inet6 or unix")


def _protocol(name: str) -> int | None:
    if name in _ANY:
        return None
    number = getattr(socket, f"IPPROTO_{name.upper()}", None)
    if isinstance(number, int):
        return int(number)
    return _number(name, "protocol: try tcp, udp or a number")


def _number(text: str, what: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= _MOST:
        return int(text)
    raise ValueError(f"{text!r} is no {what}")
