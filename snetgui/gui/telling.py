# SPDX-License-Identifier: GPL-2.0-or-later
"""Telling in the person's language what was said in English further down."""

from __future__ import annotations

import copy
import re
from datetime import datetime
from typing import TypeVar

from PyQt6.QtCore import QCoreApplication, QDateTime, QLocale

from snetgui.model import Rule, RuleError, SnetError
from snetgui.model.said import Said, Value
from snetgui.model.text import shorten, visible
from snetgui.rules.summary import called

E = TypeVar("E", bound=SnetError)

_PLACE = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"(?<=«)[\u00a0\u202f]|[\u00a0\u202f](?=[:;?!»%])|(?<=\d)[\u00a0\u202f](?=\d)")
_MOST = 2**31 - 1  # Qt counts in C's int


def tell(text: str) -> str:
    """A text in the person's language, as far as it is known how it was made."""
    if not isinstance(text, Said) or not text.pattern or abs(text.number or 0) > _MOST:
        return str(text)
    number = -1 if text.number is None else text.number
    pattern = QCoreApplication.translate(text.context, text.pattern, text.note, number)
    values = text.values
    # Not format(): a pattern may come from another program and ask for anything.
    return _PLACE.sub(lambda place: _tell_value(values.get(place[1], place[0])), pattern)


def told(error: E) -> E:
    """The same error, whose text is in the person's language."""
    twin = copy.copy(error)
    if isinstance(twin, RuleError):
        twin.problem = tell(twin.problem)
        twin.args = (field_problem(twin.field, twin.problem),)
    else:
        twin.args = tuple(tell(part) if isinstance(part, str) else part for part in error.args)
    return twin


def field_problem(field: str, problem: str) -> str:
    """What is wrong with a field of a rule: its label in the person's language, and that."""
    label = QCoreApplication.translate("Field", field)
    return QCoreApplication.translate("Field", "{field}: {problem}").format(
        field=label, problem=problem
    )


def rule_called(rule: Rule) -> str:
    """A rule's name; in the person's language where no person gave it."""
    return tell(called(rule))


def fit(text: str, most: int) -> str:
    """A sentence of ours, perhaps with what others said in it: as shown() would have it.

    The spaces that French has before some signs and in numbers stay what they are.
    """
    parts = _SPACES.split(text)
    spaces = [*_SPACES.findall(text), ""]
    return shorten(
        "".join(visible(part) + space for part, space in zip(parts, spaces, strict=True)), most
    )


def date_text(when: datetime) -> str:
    """A date and a time of day, short, as the person's language writes it.

    Where no language is set (LANG=C.UTF-8) as ISO 8601 does: Qt's own "26 11 2026" is nobody's.
    """
    if QLocale().language() is QLocale.Language.C:
        return when.astimezone().strftime("%Y-%m-%d %H:%M")
    moment = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _tell_value(value: Value) -> str:
    if isinstance(value, str):
        return tell(value)
    if isinstance(value, datetime):
        return date_text(value)
    return QLocale().toString(value)
