# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings the .ts files in step with the code; resources/translate runs it.

pylupdate6 collects what the code says. What it writes is then made the same
for everyone: no line numbers, which change with every edit, as many plural
forms as the language has, and English with nothing but its plurals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PyQt6.lupdate.lupdate import lupdate
from PyQt6.lupdate.python_source import PythonSource

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "snetgui" / "gui" / "translations"
FORMS = {"de": 2, "en": 2, "fr": 2}
"""Each language, and how many plural forms Qt asks for in it."""

_SOURCES = ("model", "source", "rules", "store", "engine", "bus", "gui")
_ENGLISH = "en"


def sources() -> list[Path]:
    """The files that say something on the screen, in an order that stays."""
    return sorted(path for part in _SOURCES for path in (ROOT / "snetgui" / part).rglob("*.py"))


def update(folder: Path, languages: Sequence[str] = tuple(FORMS)) -> None:
    """Bring the .ts files of a folder in step with the code.

    New texts come unfinished, those that are gone leave.
    """
    files = {language: folder / f"snet_{language}.ts" for language in languages}
    for path in files.values():
        _leave_out_what_counts_now(path)
    said, translated = map(str, sources()), map(str, files.values())
    lupdate(list(said), list(translated), True)  # type: ignore[no-untyped-call]
    for language, path in files.items():
        _tidy(path, language)


def _leave_out_what_counts_now(path: Path) -> None:
    """A text that has plurals now, or has none any more, is a new one; pylupdate6 misses that."""
    if not path.exists():
        return
    counting = _counting()
    root = _read(path)
    for context in root.iter("context"):
        for message in context.findall("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            if (message.get("numerus") == "yes") != counting.get(key, False):
                context.remove(message)
    ElementTree.ElementTree(root).write(path, "utf-8")


@cache
def _counting() -> dict[tuple[str, str], bool]:
    """Context and source of each text that has a number, or none."""
    found: dict[tuple[str, str], bool] = {}
    for path in sources():
        read = PythonSource(filename=str(path), verbose=False)  # type: ignore[no-untyped-call]
        for context in read.contexts:
            for message in context.messages:
                found[context.name, message.source] = message.numerus
    return found


def _tidy(path: Path, language: str) -> None:
    root = _read(path)
    root.attrib.update(version="2.1", language=language, sourcelanguage=_ENGLISH)
    for context in root.findall("context"):
        for message in context.findall("message"):
            if language == _ENGLISH and message.get("numerus") != "yes":
                context.remove(message)
                continue
            _tidy_locations(message, path.parent)
            _tidy_forms(message, FORMS[language])
        if context.find("message") is None:
            root.remove(context)
    for context in root:
        ElementTree.indent(context, space="    ")
        context.tail = "\n"
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def _tidy_locations(message: ElementTree.Element, folder: Path) -> None:
    """The files alone, each once, as they lie from FOLDER."""
    found = message.findall("location")
    for location in found:
        message.remove(location)
    names = {(folder / location.get("filename", "")).resolve() for location in found}
    for name in sorted(names, reverse=True):
        where = Path("../..") / name.relative_to(ROOT / "snetgui")
        message.insert(0, ElementTree.Element("location", filename=where.as_posix()))


def _tidy_forms(message: ElementTree.Element, count: int) -> None:
    translation = message.find("translation")
    if message.get("numerus") != "yes" or translation is None:
        return
    translation.text = None
    for _ in range(count - len(translation)):
        translation.append(ElementTree.Element("numerusform"))


def unfinished(path: Path) -> Iterator[tuple[str, str]]:
    """Context and source of each text that has no translation yet."""
    for context in _read(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                yield context.findtext("name", ""), message.findtext("source", "")


def _read(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314  (our own files)


def main() -> None:
    """Update all languages and name what is left to translate."""
    update(FOLDER)
    for language in FORMS:
        path = FOLDER / f"snet_{language}.ts"
        for context, source in unfinished(path):
            print(f"{path.name}: {context}: not translated: {source!r}")


if __name__ == "__main__":
    main()
