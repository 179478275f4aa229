# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as SQLite can keep them: any text, unsigned 64 bits, points in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_TWO_63 = 1 << 63
_TWO_64 = 1 << 64


def text_in(text: str) -> str | bytes:
    """Text as text; what SQLite's text can't hold (NUL, lone surrogates) as a blob.

    The blob is UTF-8 in which a surrogate is written like any other character,
    so that every str comes back as it was.
    """
    if "\0" not in text:
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return text
    return text.encode("utf-8", "surrogatepass")


def text_out(kept: str | bytes) -> str:
    """The text again. Raises ValueError for a blob that text_in can't have made."""
    if isinstance(kept, str):
        return kept
    if not isinstance(kept, bytes):
        raise ValueError(f"expected text, found {type(kept).__name__}")  # noqa: TRY004
    return kept.decode("utf-8", "surrogatepass")


def u64_in(number: int) -> int:
    """An unsigned 64-bit number as SQLite's signed one with the same bits."""
    return number if number < _TWO_63 else number - _TWO_64


def u64_out(kept: int) -> int:
    """The unsigned number again."""
    return kept if kept >= 0 else kept + _TWO_64


def fits(number: int) -> bool:
    """Whether SQLite can hold this number."""
    return -_TWO_63 <= number < _TWO_63


def instant_in(when: datetime) -> int:
    """An aware time as microseconds since 1970 (UTC). Raises TypeError for a naive one."""
    return (when - _EPOCH) // _MICROSECOND


def instant_out(kept: int) -> datetime:
    """The time again, in UTC. Raises OverflowError outside the years 1 to 9999."""
    return _EPOCH + kept * _MICROSECOND


def utc_now() -> datetime:
    """The wall clock, where nobody hands in another one."""
    return datetime.now(UTC)
