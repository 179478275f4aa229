# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything the screen says can be translated, and German and French have all of it."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PyQt6.QtCore import QTranslator
from PyQt6.QtWidgets import QApplication

from snetgui.gui.language import TRANSLATIONS

ROOT = Path(__file__).parents[2]
GUI = ROOT / "snetgui" / "gui"
LANGUAGES = ["de", "en", "fr"]
FOREIGN = ["de", "fr"]


@dataclass(frozen=True)
class Message:
    """One text of a .ts file; several forms where a number is in it."""

    context: str
    source: str
    note: str
    forms: tuple[str, ...]
    numerus: bool
    state: str


@cache
def messages(language: str) -> list[Message]:
    root = ElementTree.parse(TRANSLATIONS / f"snet_{language}.ts").getroot()
    return [
        _message(context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ElementTree.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    numerus = message.get("numerus") == "yes"
    forms = tuple(form.text or "" for form in translation) if numerus else (translation.text or "",)
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        forms,
        numerus,
        translation.get("type", ""),
    )


def files(*parts: str) -> Iterator[tuple[Path, ast.Module]]:
    for part in parts:
        for path in sorted((ROOT / "snetgui" / part).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text())


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def calls(tree: ast.Module, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node) in names:
            yield node


# What the code says


def test_the_files_are_in_step_with_the_code(tmp_path: Path) -> None:
    """None missing, none that is gone: to be mended by running resources/translate."""
    tool = _tool()
    for language in LANGUAGES:
        name = f"snet_{language}.ts"
        (tmp_path / name).write_bytes((TRANSLATIONS / name).read_bytes())
    tool.update(tmp_path)
    for language in LANGUAGES:
        name = f"snet_{language}.ts"
        assert _said(tmp_path / name) == _said(TRANSLATIONS / name), name


def _said(path: Path) -> list[str]:
    """All but where it is said."""
    return [line for line in path.read_text().splitlines() if "<location" not in line]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "resources" / "translations.py")
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_each_text_of_a_window_can_be_collected() -> None:
    wrong = [
        f"{path}:{call.lineno}: {ast.unparse(call)}"
        for path, tree in files("gui")
        for call in calls(tree, "translate", "tr")
        if path.name not in ("telling.py",) and not _collectable(call)
    ]
    assert not wrong


def _collectable(call: ast.Call) -> bool:
    texts, note = call.args[:2], call.args[2:3]
    plain_note = all(isinstance(one, ast.Constant) and one.value == "" for one in note)
    return len(texts) == 2 and all(map(is_text, texts)) and plain_note and not call.keywords


def test_each_text_from_below_can_be_collected() -> None:
    """Below the windows a pattern may come from a table of marked ones as well."""
    wrong = [
        f"{path}:{call.lineno}: {ast.unparse(call)}"
        for path, tree in files("model", "source", "rules", "store", "engine", "bus")
        for call in calls(tree, "translate")
        if len(call.args) > 1 and not _from_table(call)
    ]
    assert not wrong


def _from_table(call: ast.Call) -> bool:
    pattern = call.args[1]
    known = is_text(pattern) or isinstance(pattern, ast.Subscript) or pattern_is_label(pattern)
    return is_text(call.args[0]) and known


def pattern_is_label(pattern: ast.expr) -> bool:
    return isinstance(pattern, ast.Name) and pattern.id == "label"


# Strings that go to the screen, or look as if a person should read them.
_SHOWS = {
    *("setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setAccessibleName"),
    *("setAccessibleDescription", "setInformativeText", "setTitle", "setSuffix", "setPrefix"),
    *("setWhatsThis", "setStatusTip", "setHeaderLabels", "setSpecialValueText", "setLabelText"),
    *("addAction", "addItem", "addItems", "addRow", "addTab", "addMenu", "drawText", "say"),
    *("QAction", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QToolButton"),
    *("QGroupBox", "QMenu", "Chip", "Toggle", "heading", "SwitchRow", "Row", "RadioRow"),
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^\W\d_]{2,} +[^\W\d_]{2,}")
_NAMES = {"snet", "tcp", "udp", "icmp"}  # names are the same in every language
_NOT_SHOWN = {  # what only terminals, logs and files see
    "main.py",
    "sources.py",
    "single.py",
    "autostart.py",
    "own.py",
    "desktop_entry.py",
    "wire.py",
    "presence.py",
}
_LOGS = {"info", "warning", "debug", "error", "exception"}


def test_nothing_is_shown_that_cannot_be_translated() -> None:
    wrong = [
        f"{path}:{text.lineno}: {text.value!r}"
        for path, tree in files("gui")
        for text in _untranslated(tree)
        if path.name not in _NOT_SHOWN
    ]
    assert not wrong


# A whole sentence, as warnings are: they are shown in the status window.
_WARNING = re.compile(r"[A-Z][a-z]+ [^ ]+ ")
_NOTES = ("learning.py", "running.py")  # what they write into a rule, a person may change


def test_each_warning_from_below_can_be_translated() -> None:
    wrong = [
        f"{path}:{node.lineno}: {ast.unparse(node)}"
        for path, tree in files("engine", "store", "bus")
        for node in _english(tree)
        if path.name not in _NOTES
    ]
    assert not wrong


def _english(tree: ast.Module) -> Iterator[ast.expr]:
    """Sentences that nothing can tell in another language."""
    skipped = set(_docstrings(tree))
    for call in calls(tree, "translate", "QT_TRANSLATE_NOOP", *_LOGS):
        skipped.update(map(id, ast.walk(call)))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        if isinstance(node, ast.JoinedStr | ast.Constant) and _WARNING.match(
            "".join(map(_part, parts))
        ):
            yield node


def _part(node: ast.AST) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "…"


def _untranslated(tree: ast.Module) -> Iterator[ast.Constant]:
    skipped = set(_docstrings(tree))
    for call in calls(tree, "translate", "QT_TRANSLATE_NOOP", *_LOGS):
        skipped.update(map(id, ast.walk(call)))
    shown = {id(node) for call in calls(tree, *_SHOWS) for node in ast.walk(call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in skipped or node.value.strip() in _NAMES:
            continue
        looks = _WORD if id(node) in shown else _SENTENCE
        if looks.search(node.value) and node.value not in _FIELD_TEXTS:
            yield node


_FIELD_TEXTS = {"until restart", "F", "PlainText"}  # what a field holds, not what is shown


def _docstrings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


_IMPORT_ALL = """
import importlib, pkgutil
from PyQt6.QtCore import QCoreApplication

def never(*args):
    raise AssertionError(f"translated before there is a translation: {args}")

QCoreApplication.translate = never
import snetgui.gui
for module in pkgutil.walk_packages(snetgui.gui.__path__, "snetgui.gui."):
    importlib.import_module(module.name)
"""


def test_nothing_is_said_before_the_language_is_known() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


# What the translations say


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_translated(language: str) -> None:
    wrong = [m for m in messages(language) if m.state or not all(m.forms) or not m.forms]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_loaded_is_what_was_translated(qapp: QApplication, language: str) -> None:
    """The .qm file was made of this .ts file."""
    loaded = QTranslator()
    assert loaded.load(f"snet_{language}", str(TRANSLATIONS))
    assert loaded.language() == language
    assert qapp.installTranslator(loaded)
    try:
        for message in messages(language):
            for number, form in zip((1, 2), message.forms, strict=False):
                n = number if message.numerus else -1
                said = qapp.translate(message.context, message.source, message.note, n)
                assert said == _NUMBER.sub(str(number), form), message
    finally:
        qapp.removeTranslator(loaded)


_NUMBER = re.compile(r"%L?n")
_PLACE = re.compile(r"\{[^{}]*\}")
_MNEMONIC = re.compile(r"&(?=[^\s&])")
_SIGNS = "✓✕▲●○‖↑▶⚠…←"


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_signs_are_those_of_the_source(language: str) -> None:
    for message in messages(language):
        for form in message.forms:
            assert _parts(form) == _parts(message.source), message
            assert len(_NUMBER.findall(form)) <= len(_NUMBER.findall(message.source)), message


def _parts(text: str) -> tuple[object, ...]:
    blank = text[: len(text) - len(text.lstrip(" "))]
    signs = Counter(char for char in text if char in _SIGNS)
    mnemonics = len(_MNEMONIC.findall(text))
    return set(_PLACE.findall(text)), mnemonics, signs, blank, text.count("\n")


@pytest.mark.parametrize("language", FOREIGN)
def test_a_number_is_left_out_of_the_singular_at_most(language: str) -> None:
    for message in messages(language):
        if message.numerus and _NUMBER.search(message.source):
            assert _NUMBER.search(message.forms[-1]), message


def test_english_plurals_say_what_the_code_says() -> None:
    for message in messages("en"):
        assert message.forms[-1] == message.source


def test_one_is_said_as_the_code_says_it() -> None:
    singular = {(m.context, m.source): m.forms[0] for m in messages("en")}
    said = {
        (str(ast.literal_eval(call.args[0])), str(ast.literal_eval(call.args[1]))): one.value
        for _path, tree in files("model", "source", "rules", "store", "engine", "bus")
        for call in calls(tree, "translate")
        for one in call.keywords
        if one.arg == "one"
    }
    assert said
    for key, one in said.items():
        assert singular[key] == ast.literal_eval(one)


@pytest.mark.parametrize("language", FOREIGN)
def test_quotes_are_those_of_the_language(language: str) -> None:
    wrong = {"de": re.compile(r"[\"'“]\w|\w[\"']"), "fr": re.compile(r"[\"'“”]|\w [:;?!]|« | »")}
    for message in messages(language):
        for form in message.forms:
            assert not wrong[language].search(form), form


# Which language it is

_SAYS = """
from PyQt6.QtCore import QCoreApplication, QLocale
from snetgui.gui.language import speak
app = QCoreApplication([])
language = speak(app)
say = QCoreApplication.translate
ours = say("Menu", "Quit")
one = say("Rules", "%Ln rules", "", 1)
qts = say("QPlatformTheme", "Cancel")
print(language, ours, one, qts, sep="|")
"""


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de|Beenden|1 Regel|Abbrechen"),
        ({"LANG": "de_AT.UTF-8"}, "de|Beenden|1 Regel|Abbrechen"),
        ({"LANG": "fr_CA.UTF-8"}, "fr|Quitter|1 règle|Annuler"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr|Quitter|1 règle|Annuler"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr|Quitter|1 règle|Annuler"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "es:de"}, "de|Beenden|1 Regel|Abbrechen"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en:de"}, "en|Quit|1 rule|Cancel"),
        ({"LANG": "es_ES.UTF-8"}, "en|Quit|1 rule|Cancel"),
        ({"LANG": "C.UTF-8"}, "en|Quit|1 rule|Cancel"),
    ],
)
def test_the_language_is_the_persons(environment: dict[str, str], said: str) -> None:
    settings = {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"}
    kept = {name: value for name, value in os.environ.items() if name not in settings}
    done = subprocess.run(
        [sys.executable, "-c", _SAYS],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == said


# What is no code


@pytest.mark.parametrize("language", FOREIGN)
def test_the_menus_of_the_desktop_are_translated(language: str) -> None:
    lines = (ROOT / "resources" / "snet-gui.desktop").read_text().splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{key}[{language}]"] != entry[key]
    assert entry[f"Keywords[{language}]"].endswith(";")
