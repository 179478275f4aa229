# SPDX-License-Identifier: GPL-2.0-or-later
"""What people are told: questions with their facts, and notices to each watcher."""

from __future__ import annotations

import pytest

from snetgui.engine.backend import (
    Decided,
    QuestionChanged,
    QuestionOpened,
    StatusChanged,
)
from snetgui.model import (
    Action,
    Answer,
    Conditions,
    Facts,
    Mode,
    Reason,
    Syscall,
    TextMatch,
    ip_address,
)

from .people import ask, rule
from .world import world


async def test_rule_waits_for_slow_facts_and_a_gone_event_does_not() -> None:
    async with world() as here:
        here.facts.slow = frozenset({"sha256"})
        here.facts.known = {4_000_001: Facts(sha256="ab" * 32)}
        conditions = Conditions(exe=TextMatch("/usr/bin/curl"), sha256="ab" * 32)
        await here.engine.add_rule(rule(conditions=conditions))
        for number in (1, 2, 3):
            here.raise_(number)
        await here.settle()
        here.source.cancel(3)
        await here.settle()
        assert set(here.decided) == {3}
        here.facts.go.set()
        await here.settle()
        assert here.decided[1].reason is Reason.RULE
        assert here.decided[1].facts.sha256 == "ab" * 32
        assert [question.event.id for question in here.questions] == [2], "not known: no match"


async def test_question_shows_what_was_gathered_to_decide_it_too() -> None:
    async with world() as here:
        conditions = Conditions(sha256="cd" * 32)
        await here.engine.add_rule(rule(conditions=conditions))
        here.facts.known = {4_000_001: Facts(sha256="ab" * 32)}
        await ask(here, 1)
        assert here.questions[0].facts.sha256 == "ab" * 32


async def test_question_is_opened_with_its_facts_at_once() -> None:
    async with world() as here:
        here.facts.slow = frozenset({"command"})
        here.facts.known = {4_000_001: Facts(command=("curl", "-s"))}
        here.raise_(1)
        await here.settle()
        assert here.opened() == []
        assert (await here.engine.status()).questions == 1
        here.facts.go.set()
        await here.settle()
        (question,) = here.opened()
        assert question.facts.command == ("curl", "-s")


async def test_facts_of_one_process_are_never_shown_for_another() -> None:
    async with world() as here:
        here.facts.known = {4_000_001: Facts(command=("one",)), 4_000_002: Facts(command=("two",))}
        await ask(here, 1)
        await ask(here, 2)
        assert here.questions[0].facts.command == ("one",)
        here.source.cancel(1)
        await here.settle()
        (question,) = here.questions
        assert (question.event.process.pid, question.facts.command) == (4_000_002, ("two",))


async def test_watcher_begins_with_status_and_what_waits() -> None:
    async with world() as here:
        number = await ask(here, 1)
        late = here.engine.watch()
        first, second = await anext(late), await anext(late)
        assert isinstance(first, StatusChanged)
        assert isinstance(second, QuestionOpened)
        assert second.question.id == number


async def test_slow_watcher_is_told_the_latest_once() -> None:
    async with world() as here:
        slow = here.engine.watch(decisions=True)
        await anext(slow)
        here.raise_(1)
        await here.settle()
        kept = await anext(slow)
        opened = kept if isinstance(kept, QuestionOpened) else await anext(slow)
        assert isinstance(opened, QuestionOpened)
        for number in range(2, 500):
            here.raise_(number)
        await here.settle()
        later = await anext(slow)
        assert isinstance(later, QuestionChanged)
        assert later.question.count == 499
        await here.engine.answer(opened.question.id, Answer(Action.ALLOW))
        await here.settle()
        rest = [await anext(slow) for _ in range(3)]
        assert [type(notice).__name__ for notice in rest] == [
            "StatusChanged",
            "QuestionGone",
            "Decided",
        ]
        (decided,) = [notice for notice in rest if isinstance(notice, Decided)]
        assert (len(decided.decisions), decided.left_out) == (499, 0)


async def test_watcher_of_a_storm_is_told_what_was_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.watchers.MAX_DECISIONS", 100)
    async with world() as here:
        slow = here.engine.watch(decisions=True)
        await anext(slow)
        await here.engine.set_mode(Mode.LOCK)
        for number in range(1, 251):
            here.raise_(number)
        await here.settle()
        decided = [n for n in [await anext(slow), await anext(slow)] if isinstance(n, Decided)]
        assert (len(decided[0].decisions), decided[0].left_out) == (100, 150)


async def test_watching_ends_with_the_engine() -> None:
    async with world() as here:
        pass
    assert isinstance(here.notices[-1], StatusChanged | QuestionChanged) or here.notices


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({}, {}, True),
        ({}, {"port": 80}, False),
        ({}, {"host": "198.51.100.1"}, False),
        ({}, {"uid": 0}, False),
        ({}, {"protocol": 17}, False),
        ({}, {"syscall": Syscall.SENDMSG}, True),
        ({}, {"exe": "/bin/other"}, False),
        ({}, {"exe_id": None}, False),
        ({"exe": ""}, {"exe": ""}, False),
        ({"syscall": Syscall.BIND}, {"syscall": Syscall.LISTEN}, True),
        (
            {"syscall": Syscall.ACCEPT, "local": "lo", "port": 1000},
            {"syscall": Syscall.ACCEPT, "local": "lo", "port": 1001},
            True,
        ),
    ],
)
async def test_what_makes_the_same_question(
    one: dict[str, object], two: dict[str, object], same: bool
) -> None:
    home = ip_address(__import__("ipaddress").ip_address("127.0.0.1"), 22)
    for changes in (one, two):
        if "local" in changes:
            changes["local"] = home
    async with world() as here:
        first = await ask(here, 1, **one)
        assert (await ask(here, 2, **two) == first) is same
