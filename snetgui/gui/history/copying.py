# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows as text for the clipboard: a table that mails, editors and spreadsheets understand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PyQt6.QtGui import QGuiApplication

from snetgui.model.text import visible

_FORMULA = ("=", "+", "-", "@")


def as_table(rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells with tabs between.

    No cell has a tab or a line's end of its own, and none is a formula to the
    spreadsheet that it may be pasted into: programs choose their own names.
    """
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def to_clipboard(text: str) -> None:
    """Copy a text."""
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)


def _cell(text: str) -> str:
    text = visible(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
