# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentence under the choices: what an answer would make."""

from __future__ import annotations

from datetime import UTC, datetime

from snetgui.model import Action, Answer, Birth, Event, Facts, LifetimeKind, Question, RuleError
from snetgui.rules.scope import rule_for
from snetgui.rules.summary import sentence

from .telling import tell, told
from .words import translate

_NOW = Birth(datetime.now(UTC))  # a sentence does not say when its rule was made


def rule_text(question: Question, answer: Answer, program: str) -> str:
    """What an answer to this question makes, in a sentence."""
    if not question.scopes:
        return translate(
            "Prompt", "The program's file is not known, so no rule can be made: this answers once."
        )
    return rule_text_for(question.event, question.facts, answer, program)


def rule_text_for(event: Event, facts: Facts, answer: Answer, program: str) -> str:
    """The same for an event that nobody waits for any more."""
    if answer.lifetime.kind is LifetimeKind.ONCE:
        return translate("Prompt", "Answers what waits now. Makes no rule.")
    try:
        rule = rule_for(event, facts, answer, _NOW)
    except RuleError as error:
        return translate("Prompt", "No rule can be made: {why}").format(why=told(error))
    if answer.action is Action.DENY:
        text = translate("Prompt", "Deny makes the rule: {rule}")
    else:
        text = translate("Prompt", "Allow makes the rule: {rule}")
    return text.format(rule=tell(sentence(rule, program)))
