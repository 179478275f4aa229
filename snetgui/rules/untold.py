# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions on what snet can't tell of any call yet: they have their place, and never match."""

from __future__ import annotations

from typing import Final

from snetgui.model import Conditions
from snetgui.model.said import translate

from .conditions import NAMES, needs
from .labels import LABELS

UNTOLD: Final = {
    "hosts": LABELS["host"],
    **{name: LABELS[name] for name in ("application", "package", "interface")},
}
"""Fields of Facts that nothing fills yet, and what they are called. Who fills one takes it out."""


def untold_words(conditions: Conditions) -> str:
    """A sentence that says why such a rule never matches yet; "" if it can."""
    pairs = ((name, getattr(conditions, name)) for name in NAMES)
    asked = {fact for name, value in pairs if value is not None for fact in needs(name, value)}
    label = next((label for fact, label in UNTOLD.items() if fact in asked), None)
    if label is None:
        return ""
    fact = translate("Field", label)
    return translate(
        "Rule", "It never matches yet: what snet can't tell of any call is the {fact}.", fact=fact
    )
