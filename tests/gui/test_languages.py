# SPDX-License-Identifier: GPL-2.0-or-later
"""Each window in German and French: nothing cut off, no two letters the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from snetgui.gui.actions import Actions
from snetgui.gui.prompt.keys import answer_key, details_key
from snetgui.gui.words import translate
from snetgui.model import Action

from .gallery import SCENES
from .test_telling import speaking

WAIT_MS = 2000
_ROUNDING = 2  # pixels that nobody misses
LOCALES = ["de_DE", "fr_FR"]
# What is long for other reasons, or takes long, says nothing of a language.
SHOWN = [
    name for name in SCENES if not {"many", "nasty", "hostile", "storm"} & set(name.split("-"))
]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("scene", SHOWN)
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, locale: str, scene: str) -> None:
    with speaking(qapp, locale), _scene(qapp, scene) as window:

        def nothing_is() -> None:
            assert not list(_cut_off(window))

        qtbot.waitUntil(nothing_is, timeout=WAIT_MS)  # the layouts have to come to rest


_seen: list[QWidget] = []  # what a scene has begun may go on in it, so none is ever deleted


@contextmanager
def _scene(app: QApplication, name: str) -> Iterator[QWidget]:
    """A window of the gallery."""
    with ExitStack() as stack:
        window = SCENES[name](stack)
        _seen.append(window)
        window.show()
        app.processEvents()
        try:
            yield window
        finally:
            window.hide()


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not _fits(widget):
            size, hint = widget.size(), widget.sizeHint()
            needs = f"{size.width()}x{size.height()}, needs {hint.width()}x{hint.height()}"
            yield f"{type(widget).__name__} {_text(widget)!r}: {needs}"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return f"columns {_narrow(widget)}" if isinstance(widget, QHeaderView) else ""


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return _label_fits(widget)
    if isinstance(widget, QAbstractButton | QTabBar):
        return widget.width() >= widget.sizeHint().width() - _ROUNDING
    if isinstance(widget, QComboBox):
        return widget.width() >= widget.minimumSizeHint().width()
    return not isinstance(widget, QHeaderView) or not _narrow(widget)


def _narrow(header: QHeaderView) -> list[int]:
    return [
        one
        for one in range(header.count())
        if not header.isSectionHidden(one)
        and header.sectionSize(one) < header.sectionSizeHint(one) - _ROUNDING
    ]


def _label_fits(label: QLabel) -> bool:
    if not label.text():
        return True
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    return label.width() >= label.sizeHint().width() - _ROUNDING


@pytest.mark.parametrize("locale", ["en", *LOCALES])
@pytest.mark.parametrize("scene", ["rules", "history-details", "rule-new", "rule-test"])
def test_no_two_deeds_have_the_same_letter(qapp: QApplication, locale: str, scene: str) -> None:
    with speaking(qapp, locale), _scene(qapp, scene) as window:
        for widget in [window, *window.findChildren(QWidget)]:
            assert not _twice(action.text() for action in widget.actions() if _in_menu(widget))
        visible = (one for one in window.findChildren(QAbstractButton) if one.isVisible())
        labels = (one for one in window.findChildren(QLabel) if one.buddy() is not None)
        assert not _twice([_text(one) for one in (*visible, *labels)])


def _in_menu(widget: QWidget) -> bool:
    return isinstance(widget, QMenu) or widget.contextMenuPolicy().name == "ActionsContextMenu"


def _twice(texts: Iterator[str] | list[str]) -> list[str]:
    letters = Counter(
        letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())
    )
    return [letter for letter, count in letters.items() if count > 1]


@pytest.mark.parametrize("locale", ["en", *LOCALES])
def test_each_answer_has_a_letter_of_its_own(qapp: QApplication, locale: str) -> None:
    """One that its word has, and that the other one does not begin with."""
    with speaking(qapp, locale):
        allow, deny = answer_key(Action.ALLOW), answer_key(Action.DENY)
        words = {allow: translate("Prompt", "Allow"), deny: translate("Prompt", "Deny")}
        assert len({allow, deny, details_key()}) == 3
        assert all("A" <= key <= "Z" and len(key) == 1 for key in (allow, deny, details_key()))
        assert words[allow].upper().startswith(allow)
        assert words[deny].upper().startswith(deny)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_menu_is_all_in_the_language(qapp: QApplication, locale: str) -> None:
    english = {action.text() for action in _all(Actions(qapp).menu)}
    with speaking(qapp, locale):
        told = {action.text() for action in _all(Actions(qapp).menu)}
    assert not {text for text in english & told if text not in {"", "Status…"}}


def _all(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        inner = action.menu()
        if inner is not None:
            yield from _all(inner)
