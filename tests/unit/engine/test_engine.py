# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine from an event to its decision."""

from __future__ import annotations

import errno

from snetgui.model import ALWAYS, Action, Answer, Reason

from .world import world


async def test_unknown_call_waits_and_person_answers_once() -> None:
    async with world() as here:
        here.raise_(1)
        await here.settle()
        (question,) = here.questions
        await here.engine.answer(question.id, Answer(Action.DENY, errno=errno.ECONNREFUSED))
        await here.settle()
        decision = here.decided[1]
        assert (decision.action, decision.errno) == (Action.DENY, errno.ECONNREFUSED)
        assert decision.reason is Reason.PERSON
        assert here.questions == []
        here.raise_(2)
        await here.settle()
        assert len(here.questions) == 1, "once is once"


async def test_remembered_answer_decides_the_next_call() -> None:
    async with world() as here:
        here.raise_(1)
        await here.settle()
        await here.engine.answer(here.questions[0].id, Answer(Action.ALLOW, lifetime=ALWAYS))
        here.raise_(2)
        await here.settle()
        assert here.decided[1].reason is Reason.PERSON
        assert here.decided[2].reason is Reason.RULE
        assert here.decided[2].rule_id == 1
        assert here.questions == []
