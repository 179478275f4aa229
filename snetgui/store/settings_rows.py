# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings and the mode as rows of the rules file, and back.

A row for each, its value as JSON. One that says nothing sensible costs that one
setting and no other; one that this program does not know stays as it is.

| name | value |
| --- | --- |
| delay_s, max_age_days, max_bytes | number or null |
| policy | "allow", "deny" or null |
| asked | sorted list of names |
| mode | {"mode", "learn_s", "boot_id", "boottime_s"} as in model.LastingMode |
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from snetgui.model import About, Action, LastingMode, Mode, Settings, SettingsError, check_settings
from snetgui.model.said import QT_TRANSLATE_NOOP, translate
from snetgui.model.text import shown

MODE: Final = "mode"

_FIRST: Final = Settings()
_FIRST_MODE: Final = LastingMode()

# What is deleted is gone: a bound that can't be read is none until it is set again.
UNREAD: Final = replace(_FIRST, max_age_days=None, max_bytes=None)
"""What holds where the settings can't be read."""

_NAMES: Final = {
    "delay_s": QT_TRANSLATE_NOOP("Problem", "verdict delay"),
    "policy": QT_TRANSLATE_NOOP("Problem", "verdict policy"),
    "asked": QT_TRANSLATE_NOOP("Problem", "what is asked about"),
    "max_age_days": QT_TRANSLATE_NOOP("Problem", "age of the history"),
    "max_bytes": QT_TRANSLATE_NOOP("Problem", "size of the history"),
    MODE: QT_TRANSLATE_NOOP("Problem", "mode"),
}
_UNBOUND: Final = {"max_age_days", "max_bytes"}
_MODES: Final = (Mode.ASK, Mode.LEARN, Mode.LOCK)

Json = Any  # what json.loads gives: checked below, value by value


@dataclass(frozen=True, slots=True)
class KeptSettings:
    """What is kept besides rules.

    Attributes:
        problems: a sentence for each that can't be read; it is as at first.
    """

    settings: Settings = _FIRST
    mode: LastingMode = _FIRST_MODE
    problems: tuple[str, ...] = ()


def settings_rows(settings: Settings) -> dict[str, str]:
    """Name and value of each setting. All are written: what a person has seen stays so."""
    return {
        "delay_s": json.dumps(settings.delay_s),
        "policy": json.dumps(settings.policy),
        "asked": json.dumps(sorted(settings.asked)),
        "max_age_days": json.dumps(settings.max_age_days),
        "max_bytes": json.dumps(settings.max_bytes),
    }


def mode_row(mode: LastingMode) -> str:
    """The value of the row of the mode; the same for the same mode."""
    return json.dumps(asdict(mode), sort_keys=True)


def from_rows(rows: Iterable[tuple[object, object]]) -> KeptSettings:
    """What (name, value) say."""
    read: dict[str, Any] = {}
    problems = []
    for name, value in rows:
        if not isinstance(name, str) or name not in _READERS:
            continue
        try:
            read[name] = _read(name, value)
        except (ValueError, TypeError, SettingsError) as fault:
            problems.append(_problem(name, fault))
            if name in _UNBOUND:
                read[name] = None
    mode = read.pop(MODE, _FIRST_MODE)
    return KeptSettings(Settings(**read), mode, tuple(problems))


def _read(name: str, value: object) -> Any:
    if not isinstance(value, str):
        raise TypeError("it is no text")
    found = _READERS[name](json.loads(value))
    if name != MODE:
        check_settings(Settings(**{name: found}))
    return found


def _problem(name: str, fault: Exception) -> str:
    setting, why = translate("Problem", _NAMES[name]), shown(str(fault), 100)
    if name in _UNBOUND:
        return translate(
            "Problem",
            "The setting “{setting}” could not be read ({why}):"
            " nothing is deleted for it until you set it again.",
            setting=setting,
            why=why,
        )
    return translate(
        "Problem",
        "The setting “{setting}” could not be read ({why}):"
        " it is as at first until you set it again.",
        setting=setting,
        why=why,
    )


def _number(value: Json) -> float | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise TypeError("it is no number")
    return value


def _whole(value: Json) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise TypeError("it is no whole number")
    return value


def _policy(value: Json) -> Action | None:
    return None if value is None else Action(value)


def _asked(value: Json) -> frozenset[About]:
    if not isinstance(value, list):
        raise TypeError("it is no list")
    return frozenset(About(each) for each in value)


def _mode(value: Json) -> LastingMode:
    if not isinstance(value, Mapping):
        raise TypeError("it is no object")
    mode = Mode(str(value.get("mode")))
    if mode not in _MODES:
        raise ValueError(f"{mode} does not last")
    learn_s, boottime_s = _number(value.get("learn_s")), _number(value.get("boottime_s"))
    if boottime_s is None or not 0 <= boottime_s < 1e12 or not 0 <= (learn_s or 0.0) < 1e12:
        raise ValueError("its times make no sense")
    boot_id = value.get("boot_id")
    if not isinstance(boot_id, str):
        raise TypeError("it names no boot")
    return LastingMode(mode=mode, learn_s=learn_s, boot_id=boot_id, boottime_s=boottime_s)


_READERS: Final[Mapping[str, Callable[[Json], Any]]] = {
    "delay_s": _number,
    "policy": _policy,
    "asked": _asked,
    "max_age_days": _whole,
    "max_bytes": _whole,
    MODE: _mode,
}
