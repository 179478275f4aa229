# SPDX-License-Identifier: GPL-2.0-or-later
"""Untrusted text, made safe to look at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snetgui.model.text import shorten, shown, visible

CASES = [
    ("/usr/bin/curl", "/usr/bin/curl"),
    ("grün", "grün"),
    ("a\nb\t", "a\\nb\\t"),
    ("\u202eexe", "\\u202eexe"),
    ("\x1b[31m", "\\x1b[31m"),
    ("\udcff", "\\xff"),
    ("\ud800", "\\ud800"),
    ("a\u200bb", "a\\u200bb"),
    ("a\u00a0b", "a\\xa0b"),
    ("<b>", "<b>"),
    ("a\u3164b\ufe0f", "a\\u3164b\\ufe0f"),  # a filler and a selector: nothing to see
    ("e\u0301\u0323", "e\u0301\u0323"),
    ("e" + "\u0301" * 6, "e" + "\u0301" * 4 + "\\u0301" * 2),
    ("e\u0301f\u0301" * 9, "e\u0301f\u0301" * 9),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_visible(text: str, wanted: str) -> None:
    assert visible(text) == wanted


@given(st.text(st.characters(codec=None)), st.integers(0, 50))
def test_shown_is_printable_and_short(text: str, most: int) -> None:
    safe = shown(text, most)
    assert len(safe) <= most
    assert safe.isprintable()


@pytest.mark.parametrize(
    ("text", "most", "wanted"),
    [("abcdef", 6, "abcdef"), ("abcdef", 5, "ab…ef"), ("abc", 1, "…"), ("abc", 0, "")],
)
def test_shorten_keeps_both_ends(text: str, most: int, wanted: str) -> None:
    assert shorten(text, most) == wanted
