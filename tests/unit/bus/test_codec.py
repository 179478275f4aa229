# SPDX-License-Identifier: GPL-2.0-or-later
"""Values cross the bus unchanged; anything else is refused by name."""

from __future__ import annotations

import contextlib
import json
import typing
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snetgui.bus.calls import pack_error, unpack_error
from snetgui.bus.codec import DecodeError, decode, encode
from snetgui.engine.backend import Decided, Gone, Missed, Notice, Page, QuestionGone
from snetgui.model import (
    Answer,
    Decision,
    Question,
    Rule,
    RuleError,
    Settings,
    SettingsError,
    SnetError,
    Status,
)
from snetgui.model.said import Said, translate

KINDS: list[Any] = [
    *(Rule, Question, Decision, Status, Answer, Missed, Page[Rule], Decided, Settings),
]

PACE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Any value that the type hints admit, lone surrogates in texts included.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=()), max_size=20))
st.register_type_strategy(Said, st.text(max_size=20).map(Said))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False))


def across(kind: Any, value: object) -> Any:
    return decode(kind, json.loads(json.dumps(encode(value))))


@pytest.mark.parametrize("kind", [k for k in KINDS if typing.get_origin(k) is None])
@PACE
@given(data=st.data())
def test_round_trip_is_exact(kind: Any, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert across(kind, value) == value


@PACE
@given(st.lists(st.from_type(Rule), max_size=3))
def test_round_trip_of_a_page(rules: list[Rule]) -> None:
    page = Page(tuple(rules), 0, len(rules))
    assert across(Page[Rule], page) == page


def test_union_is_told_apart_by_name() -> None:
    notice = QuestionGone(3, Gone.TIMEOUT)
    assert across(Notice, notice) == notice


RULE = {"$type": "Answer", "action": "allow"}


@pytest.mark.parametrize(
    ("kind", "plain", "names"),
    [
        (int, "1", "value is not int"),
        (int, True, "value is not int"),
        (str, 1, "value is not str"),
        (float, "x", "value is not a number"),
        (Answer, [], "is not a Answer"),
        (Answer, {"$type": "Rule"}, "is not a Answer"),
        (Answer, {**RULE, "action": "maybe"}, "value.action is no Action"),
        (Answer, {**RULE, "surprise": 1}, "unknown fields: surprise"),
        (Answer, {"$type": "Answer"}, "action"),
        (tuple[int, ...], "no", "is not a list"),
        (tuple[int, int], [1], "is not a list of 2"),
        (Notice, {"$type": "Rule"}, "is not any of its types"),
        (Notice, {"$type": ["x"]}, "is not any of its types"),
        (Notice, 7, "is none of its types"),
    ],
)
def test_wrong_data_is_refused_by_name(kind: Any, plain: Any, names: str) -> None:
    with pytest.raises(DecodeError, match=names.replace("[", r"\[")):
        decode(kind, plain)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("$type"), inner),
)


@PACE
@given(JSON, st.sampled_from([*KINDS, Notice]))
def test_anything_is_decoded_or_refused(plain: Any, kind: Any) -> None:
    with contextlib.suppress(DecodeError):
        decode(kind, plain)


SAID = translate(
    "Rule",
    "{who} for %n days until {date}, {number}",
    "a note",
    3,
    who=translate("Rule", "any program"),
    date=datetime(2030, 1, 2, tzinfo=UTC),
    number=1.5,
)


def test_what_is_said_crosses_with_its_parts() -> None:
    back = across(Said, SAID)
    assert back == SAID
    for name in ("context", "pattern", "note", "number", "values"):
        assert getattr(back, name) == getattr(SAID, name)
    assert isinstance(back.values["who"], Said)
    assert back.values["who"].pattern == "any program"


def test_who_expects_any_text_takes_the_english() -> None:
    assert type(across(str, SAID)) is str
    assert across(str, SAID) == str(SAID)
    assert across(Said, "only English") == "only English"


@pytest.mark.parametrize("error", [RuleError("name", SAID), SettingsError("mode", SAID)])
def test_an_error_crosses_with_what_it_says(error: SnetError) -> None:
    back = unpack_error(json.loads(json.dumps(pack_error(error))))
    assert type(back) is type(error) and str(back) == str(error)
    problem = back.problem if isinstance(back, RuleError) else back.args[0]
    assert isinstance(problem, Said) and problem.pattern == SAID.pattern


@pytest.mark.parametrize(
    "wrong",
    [{"text": 1}, {"values": []}, {"number": "3"}, {"values": {"a": None}}, {"pattern": None}],
)
def test_what_is_not_quite_said_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(DecodeError):
        decode(Said, {**encode(SAID), **wrong})


def test_no_depth_of_texts_breaks_the_reader() -> None:
    text = SAID
    for _ in range(200):
        text = translate("Rule", "{clause}.", clause=text)
    with pytest.raises(DecodeError):
        decode(Said, encode(text))


def test_naive_time_is_refused() -> None:
    plain = {"$type": "Lifetime", "kind": "until", "seconds": None, "until": "2030-01-01T00:00:00"}
    with pytest.raises(DecodeError, match="time zone"):
        decode(typing.get_type_hints(Rule)["lifetime"], plain)
