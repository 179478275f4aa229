# SPDX-License-Identifier: GPL-2.0-or-later
"""All that is known of a decision, as labels and texts."""

from __future__ import annotations

import errno as errno_module
import os
from collections.abc import Iterator

from PyQt6.QtCore import QLocale

from snetgui.gui.prompt import details
from snetgui.gui.words import translate
from snetgui.model import Action, Decision, Event, Question
from snetgui.model.text import shown

from .texts import action_text, exact_time_text, held_text, reason_text

_NAME_MOST = 300


def facts_of(decision: Decision, rule_name: str | None) -> Iterator[tuple[str, str]]:
    """Label and text of each thing; "" where it is not known."""
    yield translate("HistoryDetails", "Decided"), exact_time_text(decision.when)
    yield translate("HistoryDetails", "Decision"), _outcome(decision)
    yield translate("HistoryDetails", "Reason"), reason_text(decision.reason)
    yield translate("HistoryDetails", "Rule"), _rule(decision, rule_name)
    yield translate("HistoryDetails", "Held for"), held_text(decision.held_ns)
    yield from details.rows(_as_question(decision))
    yield translate("HistoryDetails", "Interface"), shown(decision.facts.interface or "", 64)
    yield translate("HistoryDetails", "Process began"), _began(decision.event)
    yield translate("HistoryDetails", "Namespaces"), _namespaces(decision.event)


def _outcome(decision: Decision) -> str:
    text = action_text(decision.action)
    if decision.action is Action.ALLOW:
        return text
    name = errno_module.errorcode.get(decision.errno, str(decision.errno))
    return translate("HistoryDetails", "{outcome} with {error} ({meaning})").format(
        outcome=text, error=name, meaning=os.strerror(decision.errno)
    )


def _rule(decision: Decision, name: str | None) -> str:
    if decision.rule_id is None:
        return ""
    text = translate("HistoryDetails", "{name} (number {id})")
    return text.format(name=shown(name or "…", _NAME_MOST), id=decision.rule_id)


def _began(event: Event) -> str:
    """The clock of it stands while the machine sleeps in no way: CLOCK_BOOTTIME."""
    if not event.process.start_time_ns:
        return ""
    seconds = QLocale().toString(event.process.start_time_ns / 1e9, "f", 2)
    return translate("HistoryDetails", "{n} s after the computer started").format(n=seconds)


def _namespaces(event: Event) -> str:
    process = event.process
    parts = (("net", process.netns), ("mnt", process.mntns))
    return " · ".join(f"{name} {number}" for name, number in parts if number)


def _as_question(decision: Decision) -> Question:
    """What it was, or would have been, asked as."""
    return Question(0, decision.event, decision.facts, 1, 0, decision.action, ())
