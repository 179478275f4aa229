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

from snetgui.bus.codec import DecodeError, decode, encode
from snetgui.engine.backend import Decided, Gone, Missed, Notice, Page, QuestionGone
from snetgui.model import Answer, Decision, Question, Rule, Settings, Status

KINDS: list[Any] = [
    *(Rule, Question, Decision, Status, Answer, Missed, Page[Rule], Decided, Settings),
]

PACE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Any value that the type hints admit, lone surrogates in texts included.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=()), max_size=20))
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


def test_naive_time_is_refused() -> None:
    plain = {"$type": "Lifetime", "kind": "until", "seconds": None, "until": "2030-01-01T00:00:00"}
    with pytest.raises(DecodeError, match="time zone"):
        decode(typing.get_type_hints(Rule)["lifetime"], plain)
