# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters that answer: of each language its own, as its words begin.

"A" stands for Allow, and would be taken for "Ablehnen" by whoever reads German.
"""

from __future__ import annotations

from PyQt6.QtCore import Qt

from snetgui.gui.words import translate
from snetgui.model import Action


def answer_key(action: Action) -> str:
    """The letter of an answer, A to Z."""
    if action is Action.ALLOW:
        return translate("PromptKeys", "A")
    return translate("PromptKeys", "D")


def details_key() -> str:
    """The letter that shows and hides the details, A to Z."""
    return translate("PromptKeys", "I")


def answer_of(key: int) -> Action | None:
    """What a key answers; None of any other. `key` is a Qt.Key."""
    return next((action for action in Action if key == code(answer_key(action))), None)


def code(letter: str) -> Qt.Key:
    """The Qt.Key of a letter."""
    return Qt.Key(ord(letter))
