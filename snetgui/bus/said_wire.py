# SPDX-License-Identifier: GPL-2.0-or-later
"""Said as plain data and back: its pattern crosses the boundary, for the screen's language.

Who expects any other text takes its English. What comes in is untrusted: it is
only ever looked up among translations and filled with texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from snetgui.model.said import Said, Value

Plain = Any

_KIND = "Said"
_TEXTS = ("text", "context", "pattern", "note")
_MOST_DEEP = 64  # a list of a few values in a clause in a sentence is nested ten deep


def encode_said(text: Said) -> dict[str, Plain]:
    """A Said as an object."""
    return {
        "$type": _KIND,
        "text": str(text),
        "context": text.context,
        "pattern": text.pattern,
        "note": text.note,
        "number": text.number,
        "values": {name: _encode_value(value) for name, value in text.values.items()},
    }


def is_said(plain: Plain) -> bool:
    """Whether this was a Said."""
    return isinstance(plain, Mapping) and plain.get("$type") == _KIND


def decode_said(plain: Plain, deep: int = 0) -> Said:
    """A Said from its object, or from a text without more.

    Raises:
        ValueError, TypeError: it is neither.
    """
    if isinstance(plain, str):
        return Said(plain)
    if not is_said(plain) or deep > _MOST_DEEP:
        raise ValueError("it is no text")
    number, values = plain.get("number"), plain.get("values")
    if not isinstance(values, Mapping) or not (number is None or type(number) is int):
        raise ValueError("it is no text")
    text, context, pattern, note = (_text(plain, name) for name in _TEXTS)
    told = {str(name): _decode_value(value, deep + 1) for name, value in values.items()}
    return Said(text, context, pattern, note, number, told)


def _text(plain: Mapping[str, Plain], name: str) -> str:
    text = plain.get(name)
    if not isinstance(text, str):
        raise TypeError("it is no text")
    return text


def _encode_value(value: Value) -> Plain:
    if isinstance(value, Said):
        return encode_said(value)
    return {"date": value.isoformat()} if isinstance(value, datetime) else value


def _decode_value(plain: Plain, deep: int) -> Value:
    if isinstance(plain, str | int | float):
        return plain
    if isinstance(plain, Mapping) and set(plain) == {"date"}:
        return datetime.fromisoformat(str(plain["date"]))
    return decode_said(plain, deep)
