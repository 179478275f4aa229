# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type for the module's parameters."""

from __future__ import annotations

import click
import pytest

from snetgui.cli.config import NAMES, config_fields, parse_value
from snetgui.model import Action
from snetgui.source.kernel import Config


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("verdict-delay", "30", 30),
        ("verdict-policy", "accept", Action.ALLOW),
        ("verdict-policy", "deny", Action.DENY),
        ("verdict-policy", "1", Action.DENY),
        ("debug", "on", True),
        ("debug", "0", False),
        ("max-delay", "600", 600),
    ],
)
def test_value(name: str, typed: str, value: object) -> None:
    assert parse_value(name, typed) == value


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("verdict-delay", "x", "no whole number"),
        ("verdict-delay", "-1", "no whole number"),
        ("verdict-delay", "1.5", "no whole number"),
        ("verdict-policy", "maybe", "not accept or deny"),
        ("debug", "2", "not off or on"),
    ],
)
def test_wrong_value(name: str, typed: str, words: str) -> None:
    with pytest.raises(click.BadParameter, match=words):
        parse_value(name, typed)


def test_fields_have_the_names_that_are_typed() -> None:
    fields = config_fields(Config(30, Action.DENY, False, 1024, 256, 600))
    assert tuple(fields) == NAMES
    assert fields["verdict-policy"] == "deny"
    assert fields["debug"] is False
