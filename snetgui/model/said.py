# SPDX-License-Identifier: GPL-2.0-or-later
"""Text for people that is put together far below any screen, and told there in their language.

What is said is English and a plain str wherever it is written or printed. It
also knows its pattern and its values, so that a screen can look the pattern up
among its translations and fill it anew: the order of words is the pattern's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Self

Value = str | int | float | datetime
"""Numbers and dates are told as the language writes them, here as English does and in the
machine's time zone; what is no quantity is a str."""

_NONE: Mapping[str, Value] = MappingProxyType({})


class Said(str):
    """An English text, and how it was made.

    Attributes:
        context, pattern, note: under which it is looked up. A pattern has its
            values' names in braces, and %n where the number goes.
        number: what %n is, and what the plural is chosen by; None without one.
        values: by name; what is Said itself is told in its turn.
    """

    __slots__ = ("context", "note", "number", "pattern", "values")

    context: str
    pattern: str
    note: str
    number: int | None
    values: Mapping[str, Value]

    def __new__(  # noqa: PLR0913, PLR0917  (the text, and all that it was made of)
        cls,
        english: str,
        context: str = "",
        pattern: str = "",
        note: str = "",
        number: int | None = None,
        values: Mapping[str, Value] = _NONE,
    ) -> Self:
        self = super().__new__(cls, english)
        self.context, self.pattern, self.note = context, pattern, note
        self.number, self.values = number, values
        return self


Text = str | Said
"""Of a field that may have its parts with it, from one program to another too."""


def translate(
    context: str,
    pattern: str,
    note: str = "",
    number: int | None = None,
    /,
    *,
    one: str = "",
    **values: Value,
) -> Said:
    """Say something in English that can be told in other languages.

    Has the name and the order of arguments that pylupdate6 collects; for that
    all up to the number are literals.

    Args:
        note: tells apart what is the same in English only.
        number: of things, where the pattern says %n.
        one: the English pattern where that is 1.
    """
    english = one if one and number == 1 else pattern
    if number is not None:
        english = english.replace("%n", str(number))
    if values:
        english = english.format_map(_plain(values))
    return Said(english, context, pattern, note, number, values)


def QT_TRANSLATE_NOOP(_context: str, pattern: str) -> str:  # noqa: N802  (as pylupdate6 has it)
    """Mark a pattern of a table, which translate() is called with later."""
    return pattern


def either(words: Iterable[str]) -> str:
    """ "one", "one or two", "one or two or three"; "" of none."""
    text = ""
    for word in words:
        text = translate("Said", "{some} or {other}", some=text, other=word) if text else word
    return text


def words_of(error: BaseException) -> str:
    """What an error says, with its parts where it has them."""
    text = error.args[0] if error.args else None
    return text if isinstance(text, Said) else str(error)


def _plain(values: dict[str, Value]) -> Mapping[str, Value]:
    # Nearly always all are texts, and a hundred thousand rules are said to be searched.
    for value in values.values():
        if not isinstance(value, str):
            return {name: _text(one) for name, one in values.items()}
    return values


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{value:,}" if isinstance(value, int) else f"{value:,g}"
