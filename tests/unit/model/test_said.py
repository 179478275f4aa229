# SPDX-License-Identifier: GPL-2.0-or-later
"""English that knows how it was made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from snetgui.model.said import Said, either, translate


def test_it_is_the_english_text() -> None:
    said = translate("Rule", "{program} may {verbs}", program="curl", verbs="{listen}")
    assert said == "curl may {listen}"
    assert f"{said}." == "curl may {listen}."


def test_it_remembers_its_parts() -> None:
    said = translate("Rule", "for {time}", "a note", 3, time="long")
    assert (said.context, said.pattern, said.note, said.number) == (
        "Rule",
        "for {time}",
        "a note",
        3,
    )
    assert said.values == {"time": "long"}


@pytest.mark.parametrize(("number", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_plurals(number: int, text: str) -> None:
    assert translate("Rule", "%n days", "", number, one="%n day") == text


def test_what_a_value_says_is_no_pattern() -> None:
    assert translate("Rule", "%n in {name}", "", 3, name="{time} %n") == "3 in {time} %n"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1_234_567, "1,234,567"), (1.5, "1.5"), (datetime(2030, 1, 2, 3, 4, tzinfo=UTC), "2030-01-0")],
)
def test_numbers_and_dates_are_written_as_english_does(value: int | float, text: str) -> None:
    assert translate("Rule", "{value}", value=value).startswith(text)


def test_alternatives() -> None:
    assert either([]) == ""
    assert either(["one"]) == "one"
    said = either(["one", "two", "three"])
    assert said == "one or two or three"
    assert isinstance(said, Said)
    assert isinstance(said.values["some"], Said)
