# SPDX-License-Identifier: GPL-2.0-or-later
"""Desktop entries: which program each starts, its name and icon.

After the Desktop Entry Specification 1.5, as far as naming programs needs it.
Entries that start a program with fixed arguments are left out: they are one
use of it ("python3 /usr/bin/foo", "flatpak run …"), not the program.
"""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MOST_BYTES = 256 * 1024
_MOST_FILES = 5000
_ESCAPES = {"\\s": " ", "\\n": " ", "\\t": " ", "\\r": " ", "\\\\": "\\"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One application.

    Attributes:
        id: the file's desktop id, without ".desktop".
        program: resolved path of what it starts.
        name, icon: as the file has them, in the person's language. Untrusted.
        system: from a directory of the system.
    """

    id: str
    program: str
    name: str
    icon: str
    system: bool


def application_dirs(environ: Mapping[str, str]) -> list[tuple[Path, bool]]:
    """Directories of desktop entries, the most important first, and whether it is the system's.

    After the XDG Base Directory Specification 0.8; the person's own come last
    here, so that they can't rename what the system names.
    """
    home = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    system = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    dirs = [(Path(one) / "applications", True) for one in system.split(":") if one.startswith("/")]
    dirs = [(path, not path.is_relative_to(Path.home())) for path, _system in dirs]
    return [*dirs, (home / "applications", False)]


def read_all(dirs: Sequence[tuple[Path, bool]], language: str) -> list[Entry]:
    """Read all entries of these directories; what can't be read is left out."""
    entries: dict[tuple[str, bool], Entry] = {}
    for top, system in dirs:
        for path in _files(top):
            entry = read(path, path.relative_to(top), system=system, language=language)
            if entry is not None:
                entries.setdefault((entry.id, system), entry)
    return list(entries.values())


def read(path: Path, name: Path, *, system: bool, language: str) -> Entry | None:
    """Read one file; None where it names no program."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode(errors="replace")
    except OSError:
        return None
    keys = main_group(text)
    if keys.get("Type") != "Application" or keys.get("NoDisplay") == "true":
        return None
    program = program_of(keys.get("TryExec", ""), keys.get("Exec", ""))
    title = localised(keys, "Name", language)
    if not program or not title:
        return None
    desktop_id = str(name.with_suffix("")).replace("/", "-")
    return Entry(desktop_id, program, title, localised(keys, "Icon", language), system)


def main_group(text: str) -> dict[str, str]:
    """Keys of the group [Desktop Entry]; a key's first value counts."""
    keys: dict[str, str] = {}
    inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped == "[Desktop Entry]"
        elif inside and not stripped.startswith("#") and "=" in stripped:
            key, _, value = stripped.partition("=")
            keys.setdefault(key.rstrip(), value.lstrip())
    return keys


def localised(keys: Mapping[str, str], key: str, language: str) -> str:
    """A key's value in this language ("de_AT"), else in its main one, else as it is."""
    for tag in (language, language.partition("_")[0]):
        if tag and (value := keys.get(f"{key}[{tag}]")):
            return _unescaped(value)
    return _unescaped(keys.get(key, ""))


def program_of(try_exec: str, command: str) -> str:
    """Resolved path of the program that Exec starts without fixed arguments, else ""."""
    try:
        words = shlex.split(_unescaped(command))
    except ValueError:
        return ""
    if not words or any(not word.startswith("%") for word in words[1:]):
        return ""
    found = shutil.which(try_exec) if try_exec and _same(try_exec, words[0]) else None
    found = found or shutil.which(words[0])
    return os.path.realpath(found) if found else ""


def _same(one: str, other: str) -> bool:
    return Path(one).name == Path(other).name


def _files(top: Path) -> Iterator[Path]:
    try:
        found = sorted(top.rglob("*.desktop"))
    except OSError:
        return
    yield from found[:_MOST_FILES]


def _unescaped(value: str) -> str:
    for escape, char in _ESCAPES.items():
        value = value.replace(escape, char)
    return value
