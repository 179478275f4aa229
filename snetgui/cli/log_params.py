# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type to find decisions: times, programs, destinations, ports, users."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import socket
from collections.abc import Sequence
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from click.shell_completion import CompletionItem

from snetgui.model import EVERYTHING, SnetError, TotalBy
from snetgui.model.text import shown

from .rules_params import user_id

T = TypeVar("T")

# Generic for type checkers only: older releases of click can't be subscripted.
if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

_COMPLETE_S: Final = 3.0  # a shell that hangs at a tab is worse than none
_MOST_COMPLETED: Final = 500
_MOST_UID: Final = (1 << 32) - 1
_MOST_PORT: Final = 0xFFFF

_UNITS: Final = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_SPAN_PART: Final = re.compile(r"\s*([0-9]+)\s*(min|[smhdw])")
_SPAN: Final = re.compile(rf"(?:{_SPAN_PART.pattern})+(?:\s+ago)?\s*")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_WORDS: Final = ("1h", "24h", "7d", "now", "today", "yesterday")


class Moment(_ParamType):
    """A point in time; see parse_moment()."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The time, aware."""
        if isinstance(value, datetime):
            return value
        try:
            return parse_moment(value, datetime.now().astimezone())
        except (ValueError, OverflowError):
            self.fail(
                f"{shown(value, 40)!r} is no time: try 2030-01-02, '2030-01-02 03:04', 03:04,"
                " 1h30m, today or yesterday",
                param,
                ctx,
            )

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words, and what shows how spans are written."""
        return [CompletionItem(word) for word in _WORDS if word.startswith(incomplete)]


class Lines(_ParamType):
    """How many: a number, or "all"."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | str:
        """The number, or "all"."""
        if value == "all" or isinstance(value, int):
            return value  # type: ignore[no-any-return]
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            self.fail(f"{shown(value, 40)!r} is neither a number nor 'all'", param, ctx)
        return int(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The one word."""
        return [CompletionItem("all")] if "all".startswith(incomplete) else []


class Number(_ParamType):
    """The number of a rule or of a decision."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """1 or more, and no more than the history can have."""
        if isinstance(value, int):
            return value
        if not (value.isascii() and value.isdigit() and len(value) < 19 and int(value)):
            self.fail(f"{shown(value, 40)!r} is no number above 0", param, ctx)
        return int(value)


class ProgramPath(_ParamType):
    """A program by its whole path, or by its name where that can be found."""

    name = "program"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path of the file that is executed, as the kernel names it."""
        if "/" in value or not value:
            return str(value)
        found = shutil.which(value)
        if found is None:
            self.fail(
                f"no program {shown(value, 40)!r} is found here:"
                " give its whole path, or search for the word instead",
                param,
                ctx,
            )
        return str(os.path.realpath(found))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Those that the history knows, the busiest first."""
        return _completed(ctx, TotalBy.PROGRAM, incomplete)


class Destination(_ParamType):
    """An address, a host's name or the path of a UNIX socket."""

    name = "destination"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As the history writes it."""
        try:
            ip = ip_address(value.removeprefix("[").removesuffix("]"))
        except ValueError:
            return str(value)
        return str(getattr(ip, "ipv4_mapped", None) or ip)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Those that the history knows, the busiest first."""
        return _completed(ctx, TotalBy.DESTINATION, incomplete)


class Port(_ParamType):
    """A port by its number or its service's name."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """0 to 65535."""
        if isinstance(value, int):
            return value
        if value.isascii() and value.isdigit():
            if len(value) > 5 or int(value) > _MOST_PORT:
                self.fail(f"{shown(value, 40)} is above {_MOST_PORT}", param, ctx)
            return int(value)
        try:
            return socket.getservbyname(value)
        except (OSError, UnicodeError):
            self.fail(f"{shown(value, 40)!r} is neither a number nor a service", param, ctx)


class UserId(_ParamType):
    """A user by name or number."""

    name = "user"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        if isinstance(value, int):
            return value
        if value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= _MOST_UID:
            return int(value)
        number = user_id(value)
        if number is None:
            self.fail(f"there is no user {shown(value, 40)!r}", param, ctx)
        return number

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """All login names."""
        import pwd  # noqa: PLC0415

        names = [entry.pw_name for entry in pwd.getpwall()]
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def parse_moment(text: str, now: datetime) -> datetime:
    """The time that a text means, of the local zone where it names none.

    "now", "today", "yesterday" (their beginning), "03:04" (of today), "1h30m"
    or "2d ago" (so long ago), "2030-01-02", "2030-01-02 03:04:05",
    "2030-01-02T03:04Z" (ISO 8601).

    Args:
        now: aware, local.

    Raises:
        ValueError, OverflowError: it means none.
    """
    text = text.strip()
    if text == "now":
        return now
    if text in {"today", "yesterday"}:
        day = now.date() - timedelta(days=int(text == "yesterday"))
        return datetime(day.year, day.month, day.day).astimezone()
    if clock := _CLOCK.fullmatch(text):
        hour, minute, second = (int(part or 0) for part in clock.groups())
        return datetime(now.year, now.month, now.day, hour, minute, second).astimezone()
    if _SPAN.fullmatch(text):
        return now - sum((int(n) * _UNITS[u] for n, u in _SPAN_PART.findall(text)), timedelta())
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.astimezone()


def _completed(ctx: click.Context, by: TotalBy, incomplete: str) -> list[CompletionItem]:
    try:
        names = asyncio.run(_names(ctx, by))
    except (SnetError, OSError, TimeoutError):
        return []
    # A name that hides something could also end the line that the shell reads.
    return [
        CompletionItem(name)
        for name in names
        if name.startswith(incomplete) and name and shown(name, 10_000) == name
    ]


async def _names(ctx: click.Context, by: TotalBy) -> Sequence[str]:
    from .log_session import files  # noqa: PLC0415  (imports this module's users)
    from .rules_session import backend_of  # noqa: PLC0415

    directory = ctx.params.get("data_dir")
    async with asyncio.timeout(_COMPLETE_S), backend_of(directory, files) as (backend, _):
        return [total.name for total in await backend.totals(EVERYTHING, by, limit=_MOST_COMPLETED)]
