# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search for a rule looks at, put together for a hundred thousand rules in no time.

Rules differ most in their program and in one address or host. So what else
they say is put together once for all that share it, with blanks in their place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from snetgui.model import (
    ALWAYS,
    Action,
    AddressMatch,
    Birth,
    Conditions,
    HostMatch,
    Lifetime,
    LifetimeKind,
    Rule,
    TextKind,
    TextMatch,
)

from .conditions import NAMES
from .field_values import condition_text
from .summary import sentence

_BLANK: Final = "…"
_SHORT: Final = 60  # characters that a sentence never cuts
_SHARED: Final = 8192

_EXE: Final = TextMatch(_BLANK)
_REMOTE: Final = AddressMatch(paths=(_BLANK,))
_HOSTS: Final = {below: HostMatch(_BLANK, below) for below in (False, True)}
_BLANKS: Final = (None, _EXE, _REMOTE, *_HOSTS.values())
_BIRTH: Final = Birth(datetime(1970, 1, 1, tzinfo=UTC))

_own_values: Callable[[Conditions], tuple[Any, Any, Any]] = attrgetter("exe", "remote", "host")
_OTHERS: Final = tuple(name for name in NAMES if name not in {"exe", "remote", "host"})
_other_values: Callable[[Conditions], tuple[Any, ...]] = attrgetter(*_OTHERS)


def search_text(rule: Rule) -> str:
    """Name, note, all values and the words of the sentence, without regard to case.

    Each word can be found by itself; next to each other they stand otherwise
    than in the sentence.
    """
    exe, remote, host = _own_values(rule.conditions)
    parts = [rule.name, rule.note]
    if exe is not None and exe.kind is TextKind.EXACT and _is_said_as_it_is(exe.value):
        parts.append(condition_text("exe", exe))
        exe = _EXE
    if remote is not None and len(remote.networks) == 1 and not (remote.ranges or remote.paths):
        parts.append(condition_text("remote", remote))
        remote = _REMOTE
    if host is not None and _is_said_as_it_is(host.name):
        parts.append(condition_text("host", host))
        host = _HOSTS[host.subdomains]
    others = _other_values(rule.conditions)
    lifetime = None if rule.lifetime.kind is LifetimeKind.ALWAYS else rule.lifetime
    parts.append(_rest(rule.action.value, rule.errno, lifetime, exe, remote, host, others))
    return "\n".join(parts).casefold()


def _is_said_as_it_is(text: str) -> bool:
    return len(text) <= _SHORT and text.isprintable()


@lru_cache(maxsize=_SHARED)
def _rest(  # noqa: PLR0913, PLR0917  (what a sentence is made of)
    action: str,
    errno: int,
    lifetime: Lifetime | None,
    exe: TextMatch | None,
    remote: AddressMatch | None,
    host: HostMatch | None,
    others: tuple[Any, ...],
) -> str:
    """The sentence, and all values that are no blank."""
    asks = {"exe": exe, "remote": remote, "host": host, **dict(zip(_OTHERS, others, strict=True))}
    rule = Rule(
        name="",
        action=Action(action),
        conditions=Conditions(**asks),
        birth=_BIRTH,
        lifetime=lifetime or ALWAYS,
        errno=errno,
    )
    given = {name: value for name, value in asks.items() if value not in _BLANKS}
    values = (condition_text(name, value) for name, value in given.items())
    return "\n".join((sentence(rule), *values))
