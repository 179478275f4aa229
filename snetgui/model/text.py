# SPDX-License-Identifier: GPL-2.0-or-later
"""Untrusted text, made safe to look at: what programs say of themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_ELLIPSIS = "…"


def visible(text: str) -> str:
    """Show control, bidirectional, invisible and unpaired characters as codes.

    What is left can't move the cursor, reorder its line, hide itself or pile up
    over its neighbours. A newline becomes \\n, U+202E becomes \\u202e, a byte
    that was not UTF-8 \\xff.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible_chars(text))


def shorten(text: str, most: int) -> str:
    """Cut long text in the middle, where a path's start and end stay readable."""
    if len(text) <= most:
        return text
    if most <= 1:
        return _ELLIPSIS[:most]
    head = (most - 1) // 2
    tail = most - 1 - head
    return text[:head] + _ELLIPSIS + text[len(text) - tail :]


def shown(text: str, most: int = 120) -> str:
    """Make untrusted text visible and cut it in the middle."""
    return shorten(visible(text), most)


_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Letters and marks that show nothing: fillers, blanks and selectors of a variant.
_BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
_BLANK.update(range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_MARKS = {"Mn", "Me"}
_MOST_MARKS = 4  # on one letter; no language needs more


def _visible_chars(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        blank = category in _HIDDEN or (category == "Zs" and char != " ") or ord(char) in _BLANK
        yield _code(char) if blank or marks > _MOST_MARKS else char


def _code(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    escape = char.encode("unicode_escape", errors="backslashreplace").decode("ascii")
    return escape if escape.startswith("\\") else f"\\u{code:04x}"
