# SPDX-License-Identifier: GPL-2.0-or-later
"""Untrusted text, made safe to look at: what programs say of themselves."""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"


def visible(text: str) -> str:
    """Show control, bidirectional, zero-width and unpaired characters as codes.

    What is left can't move the cursor, reorder its line or hide itself. A
    newline becomes \\n, U+202E becomes \\u202e, a byte that was not UTF-8 \\xff.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_char, text))


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


def _visible_char(char: str) -> str:
    category = unicodedata.category(char)
    if category not in _HIDDEN and (category != "Zs" or char == " "):
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    escape = char.encode("unicode_escape", errors="backslashreplace").decode("ascii")
    return escape if escape.startswith("\\") else f"\\u{code:04x}"
