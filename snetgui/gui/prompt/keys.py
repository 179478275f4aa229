# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters that answer: of each language its own, as its words begin.

"A" stands for Allow, and would be taken for "Ablehnen" by whoever reads German.
A keyboard whose letters are not Latin has them where most keyboards do.
"""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent

from snetgui.gui.words import translate
from snetgui.model import Action

# X's and Wayland's numbers of the keys that are letters on a keyboard for English.
_PLACES = {
    first + number: letter
    for first, row in ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
    for number, letter in enumerate(row)
}


def answer_key(action: Action) -> str:
    """The letter of an answer, A to Z."""
    if action is Action.ALLOW:
        return translate("PromptKeys", "A")
    return translate("PromptKeys", "D")


def details_key() -> str:
    """The letter that shows and hides the details, A to Z."""
    return translate("PromptKeys", "I")


def key_of(event: QKeyEvent) -> int:
    """The Qt.Key that was pressed; of a letter that is not Latin the one that has its place."""
    key, text = event.key(), event.text()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or not text.isalpha() or text.isascii():
        return key
    letter = _PLACES.get(event.nativeScanCode())
    return key if letter is None else code(letter)


def answer_of(key: int) -> Action | None:
    """What a key answers; None of any other. `key` is a Qt.Key."""
    return next((action for action in Action if key == code(answer_key(action))), None)


def code(letter: str) -> Qt.Key:
    """The Qt.Key of a letter."""
    return Qt.Key(ord(letter))
