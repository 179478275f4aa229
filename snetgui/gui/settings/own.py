# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sets for their own screen, and the file that keeps it.

The file is read line by line, "name = value": a line that says nothing
sensible costs that one setting and no other, and what a newer snet wrote there
is kept when this one writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from snetgui.gui.theme import Look

from .files import config_home, read_text, write_whole

_HEAD = "# snet: what you set for your own screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The settings that are no business of the engine.

    Attributes:
        look: light, dark, or as the desktop.
        sound_question: a sound when a question appears.
        sound_missed: a sound when nobody answered one.
        notify: notifications of the desktop.
        first_done: the first start was finished, or closed.
    """

    look: Look = Look.AUTO
    sound_question: bool = True
    sound_missed: bool = False
    notify: bool = True
    first_done: bool = False


def own_path(environ: Mapping[str, str]) -> Path:
    """The file's place."""
    return config_home(environ) / "snet" / "gui.conf"


def read_own(path: Path) -> Own:
    """What the file says; what it does not say, or not sensibly, is as at the beginning."""
    said, first = _said(read_text(path)), Own()
    return Own(
        look=_look(said.get("look", ""), first.look),
        sound_question=_switch(said.get("sound_question", ""), first.sound_question),
        sound_missed=_switch(said.get("sound_missed", ""), first.sound_missed),
        notify=_switch(said.get("notify", ""), first.notify),
        first_done=_switch(said.get("first_done", ""), first.first_done),
    )


def write_own(path: Path, own: Own) -> None:
    """Keep these.

    Raises:
        OSError: the file is as it was.
    """
    said = _said(read_text(path)) | {name: _text(value) for name, value in asdict(own).items()}
    lines = [_HEAD, *(f"{name} = {value}" for name, value in said.items())]
    write_whole(path, "\n".join(lines) + "\n")


def _said(text: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in text.splitlines():
        name, equals, value = line.partition("=")
        if equals and name.strip().isidentifier():
            said[name.strip()] = value.strip()
    return said


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _look(text: str, default: Look) -> Look:
    return Look(text) if text in set(Look) else default


def _switch(text: str, default: bool) -> bool:
    return {"yes": True, "no": False}.get(text.lower(), default)
