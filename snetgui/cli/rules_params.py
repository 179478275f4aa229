# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type for rules: numbers and names, and a field of a rule each option."""

from __future__ import annotations

import asyncio
import errno
import grp
import pwd
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from click.shell_completion import CompletionItem

from snetgui.engine.backend import Backend, RuleQuery
from snetgui.model import ListKind, SnetError, Syscall
from snetgui.model.text import shown
from snetgui.rules.labels import LABELS
from snetgui.rules.summary import PROTOCOLS

F = TypeVar("F", bound=Callable[..., Any])

# Generic for type checkers only: older releases of click can't be subscripted.
if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

_MOST_COMPLETED: Final = 200
_COMPLETE_S: Final = 3.0  # a shell that hangs at a tab is worse than none

_PLURALS: Final = {
    "users": "user",
    "groups": "group",
    "syscalls": "syscall",
    "families": "family",
    "types": "type",
    "protocols": "protocol",
    "local_ports": "local-port",
    "remote_ports": "remote-port",
    "lists": "list",
    "errno": "error",
}
SEVERAL: Final = frozenset(_PLURALS) - {"errno"} | {"local", "remote"}
"""Fields of several values: their options may be given several times."""

OPTIONS: Final = {name: _PLURALS.get(name, name.replace("_", "-")) for name in LABELS}
"""Name of each field to its option, without the dashes."""

HELP: Final = {
    "name": "What it is called; made up if left out.",
    "enabled": "yes or no.",
    "action": "allow or deny.",
    "errno": "What a denied program sees: ECONNREFUSED, …",
    "lifetime": "always, until restart, 15m, 2d, until 2030-01-02 03:04.",
    "priority": "The higher wins first; 0 is usual.",
    "note": "A note for yourself.",
    "exe": "The program: its whole path, glob:/opt/**, regex:^/opt/.",
    "sha256": "Hash of the program's file.",
    "command": "Its command line, written as the program.",
    "ancestor": "A program that it was started by, however far up.",
    "application": "Id of a desktop entry, Flatpak, Snap or AppImage.",
    "package": "Name of the distribution's package.",
    "unit": "systemd unit or cgroup, written as the program.",
    "users": "Name or number.",
    "groups": "Name or number.",
    "syscalls": "connect, bind, listen, accept, sendmsg, recvmsg, create.",
    "families": "inet, inet6, unix, …",
    "types": "stream, dgram, …",
    "protocols": "tcp, udp, … or a number.",
    "local": "192.0.2.1, 10.0.0.0/8, 192.0.2.1-192.0.2.9, unix:/path.",
    "remote": "As --local.",
    "local_ports": "443, 8000-8100.",
    "remote_ports": "443, 8000-8100.",
    "host": "example.com, *.example.com (it and all below it).",
    "netns": "Inode number of the network namespace.",
    "interface": "eth0, …",
    "lists": "hosts:/etc/blocked, addresses:…, host regexes:…, sha256:…",
}


class RuleName(_ParamType):
    """A rule, by its number or its whole name."""

    name = "rule"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Numbers with the names as help, or names, of a running snet or of the files."""
        try:
            return asyncio.run(_complete_rules(ctx.params.get("data_dir"), incomplete))
        except (SnetError, OSError, TimeoutError):
            return []


class FieldText(_ParamType):
    """The text of one field; what it means is rules.fields' to say."""

    name = "text"

    def __init__(self, field: str) -> None:
        self._field = field

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words that the field knows, behind those that stand already."""
        if self._field in {"exe", "ancestor"}:
            return [CompletionItem(incomplete, type="file")]
        words = _WORDS.get(self._field, list)()
        done, comma, start = incomplete.rpartition(",") if self._field in SEVERAL else ("", "", "")
        start = start if comma else incomplete
        lead = done + comma
        return [
            CompletionItem(lead + word) for word in words if word.lower().startswith(start.lower())
        ]


def field_options(*names: str) -> Callable[[F], F]:
    """An option for each of these fields; they arrive under the fields' names."""

    def decorate(command: F) -> F:
        for name in reversed(names):
            command = click.option(
                f"--{OPTIONS[name]}",
                name,
                type=FieldText(name),
                multiple=name in SEVERAL,
                help=HELP[name],
            )(command)
        return command

    return decorate


def given_fields(options: Mapping[str, Any]) -> dict[str, str]:
    """The fields that were given on the command line, as rules.fields reads them."""
    given = {}
    for name in LABELS:
        value = options.get(name)
        if isinstance(value, str):
            given[name] = value
        elif value:
            given[name] = ", ".join(value)
    return given


def user_id(name: str) -> int | None:
    """The number of a login name."""
    try:
        return pwd.getpwnam(name).pw_uid
    except (KeyError, ValueError, UnicodeEncodeError):
        return None


def group_id(name: str) -> int | None:
    """The number of a group's name."""
    try:
        return grp.getgrnam(name).gr_gid
    except (KeyError, ValueError, UnicodeEncodeError):
        return None


async def _complete_rules(directory: Path | None, incomplete: str) -> list[CompletionItem]:
    from .rules_session import backend_of  # noqa: PLC0415  (imports this module's users)

    async with asyncio.timeout(_COMPLETE_S), backend_of(directory) as (backend, _running):
        return await _items(backend, incomplete)


async def _items(backend: Backend, incomplete: str) -> list[CompletionItem]:
    by_number = not incomplete or incomplete.isdigit()
    query = RuleQuery() if by_number else RuleQuery(text=incomplete)
    rows = (await backend.rules(query=query, limit=_MOST_COMPLETED)).rows
    if by_number:
        pairs = [(str(rule.id), shown(rule.name, 60)) for rule in rows]
    else:
        pairs = [(rule.name, "") for rule in rows if _is_safe_in_a_shell(rule.name)]
    return [
        CompletionItem(value, help=said) for value, said in pairs if value.startswith(incomplete)
    ]


def _is_safe_in_a_shell(name: str) -> bool:
    """One that hides something could end the line that is read, others would be carried out."""
    return shown(name, 1000) == name and not set(name) & set("$`!")


def _users() -> Sequence[str]:
    return [entry.pw_name for entry in pwd.getpwall()]


def _groups() -> Sequence[str]:
    return [entry.gr_name for entry in grp.getgrall()]


_WORDS: Final[dict[str, Callable[[], Sequence[str]]]] = {
    "action": lambda: ("allow", "deny"),
    "enabled": lambda: ("yes", "no"),
    "lifetime": lambda: ("always", "until restart", "5m", "15m", "1h", "12h", "1d"),
    "errno": lambda: sorted(errno.errorcode.values()),
    "syscalls": lambda: [syscall.value for syscall in Syscall],
    "families": lambda: ("inet", "inet6", "unix", "netlink", "packet", "vsock", "bluetooth", "can"),
    "types": lambda: ("stream", "dgram", "raw", "seqpacket"),
    "protocols": lambda: tuple(PROTOCOLS.values()),
    "lists": lambda: [f"{kind.value}:/" for kind in ListKind],
    "users": _users,
    "groups": _groups,
}
