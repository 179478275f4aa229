# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule while it is being made: texts in, a rule or what is wrong out."""

from __future__ import annotations

import grp
import pwd
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from snetgui.gui.telling import rule_called
from snetgui.gui.words import translate
from snetgui.model import Birth, LifetimeKind, Origin, Rule
from snetgui.model.said import Said
from snetgui.model.text import shorten
from snetgui.rules.check import MAX_NAME
from snetgui.rules.expiry import Clock
from snetgui.rules.field_values import lifetime_text
from snetgui.rules.fields import Checked, read_fields, write_fields
from snetgui.rules.summary import called

NEW: dict[str, str] = {"action": "allow", "enabled": "yes", "lifetime": "always", "priority": "0"}
"""What a new rule's fields begin with."""


def birth(clock: Clock) -> Birth:
    """The birth of what is made now."""
    return Birth(clock.wall, clock.boot_id, clock.boottime_s)


class Draft:
    """A new rule, or one that is edited (base)."""

    def __init__(self, birth: Birth, base: Rule | None = None) -> None:
        self._birth = birth
        self._base = base
        self.fields = write_fields(base) if base is not None else dict(NEW)
        if base is not None and isinstance(called(base), Said):
            self.fields["name"] = ""  # no person gave it one: it goes on saying what the rule says

    def check(self, fields: Mapping[str, str]) -> Checked:
        """The rule that these fields make, or all that is wrong with them."""
        base = self._base
        if base is not None and fields.get("lifetime") != lifetime_text(base.lifetime):
            base = _starting_now(base, self._birth)
        return read_fields(fields, self._birth, base=base, user_id=_user_id, group_id=_group_id)


def copy_of(rule: Rule, birth: Birth) -> Rule:
    """A new rule that says the same, switched off: two in force would only be in the way.

    One that ends with its process keeps that process.
    """
    if rule.lifetime.kind is LifetimeKind.PROCESS:
        birth = replace(birth, boot_id=rule.birth.boot_id, process=rule.birth.process)
    name = translate("Rules", "{name} (copy)")
    room = MAX_NAME - len(name.format(name=""))
    return replace(
        rule,
        id=0,
        name=name.format(name=shorten(rule_called(rule), room)),
        enabled=False,
        birth=birth,
        origin=Origin.PERSON,
        remaining_s=None,
        last_used=None,
        hits=0,
    )


def _starting_now(rule: Rule, birth: Birth) -> Rule:
    """The rule with a life that begins anew, because the person gave it another one."""
    anchored = replace(rule.birth, boot_id=birth.boot_id, boottime_s=birth.boottime_s)
    return replace(rule, birth=anchored, remaining_s=None)


@lru_cache(maxsize=256)
def _user_id(name: str) -> int | None:
    try:
        return pwd.getpwnam(name).pw_uid
    except (KeyError, ValueError):  # a name with a zero byte is a ValueError
        return None


@lru_cache(maxsize=256)
def _group_id(name: str) -> int | None:
    try:
        return grp.getgrnam(name).gr_gid
    except (KeyError, ValueError):
        return None
