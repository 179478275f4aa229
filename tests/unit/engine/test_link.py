# SPDX-License-Identifier: GPL-2.0-or-later
"""The source comes, goes and breaks; nothing is lost and nothing decided twice."""

from __future__ import annotations

import pytest

from snetgui.model import (
    Action,
    Answer,
    Link,
    Reason,
    SettingsError,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourcePermission,
    SourceVersion,
)

from .people import ask
from .world import world


@pytest.mark.parametrize(
    ("fault", "link"),
    [
        (SourceMissing("Load the module."), Link.MISSING),
        (SourceVersion("Update snet."), Link.WRONG_VERSION),
        (SourcePermission("Run as root."), Link.NOT_PERMITTED),
        (SourceBusy("End the other agent."), Link.BUSY),
        (SourceError("It broke."), Link.FAILED),
    ],
)
async def test_fault_is_said_and_the_source_taken_when_it_appears(
    fault: SourceError, link: Link
) -> None:
    async with world(start=False) as here:
        here.source.fault = fault
        await here.engine.start()
        await here.settle()
        status = await here.engine.status()
        assert (status.link, status.problem, status.source) == (link, str(fault), "")
        here.source.appear()
        await here.settle()
        status = await here.engine.status()
        assert (status.link, status.problem, status.source) == (Link.CONNECTED, "", "recording")
        await ask(here, 1)


async def test_unloaded_source_ends_what_was_held_as_the_policy_did() -> None:
    async with world() as here:
        await ask(here, 1)
        here.source.lose()
        await here.settle()
        assert here.decided[1].reason is Reason.UNLOAD
        assert here.questions == []
        assert len(here.engine.judge.ledger) == 0
        here.source.appear()
        await here.until(lambda: here.engine.judge.ledger.seen == 1)
        assert (await here.engine.missed()).total == 1


async def test_broken_link_loses_and_doubles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world() as here:
        number = await ask(here, 1)
        await ask(here, 2, exe="/bin/two")
        here.source.cut()
        here.source.end(2, Reason.TIMEOUT)  # unheard
        await here.settle()
        (first, _) = here.questions
        assert first.id == number
        await here.engine.answer(number, Answer(Action.DENY))
        await here.until(lambda: 1 in here.decided)
        assert here.decided[1].reason is Reason.PERSON
        await here.pass_s(30)
        assert here.decided[2].reason is Reason.NO_AGENT


async def test_answer_that_could_not_be_sent_is_sent_when_the_event_is_told_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world() as here:
        number = await ask(here, 1)
        here.source.answer_fault = SourceError("The socket broke.")
        await here.engine.answer(number, Answer(Action.ALLOW))
        await here.settle()
        assert here.source.verdicts == []
        here.source.answer_fault = None
        await here.until(lambda: 1 in here.decided)
        assert here.decided[1].reason is Reason.PERSON


async def test_fault_of_our_own_is_said_and_not_hidden(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with world(start=False) as here:

        async def broken(subscriptions: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(here.source, "open", broken)
        await here.engine.start()
        await here.settle()
        status = await here.engine.status()
        assert status.link is Link.FAILED
        assert "start it again" in status.problem
        assert "stopped serving" in caplog.text


async def test_rule_that_trips_asks_instead_of_stopping_all(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with world() as here:

        def trip(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(here.engine._book, "decide", trip)
        await ask(here, 1)
        assert "asking instead" in caplog.text


async def test_stopping_leaves_what_is_held_to_the_policy() -> None:
    async with world() as here:
        await ask(here, 1)
    assert here.decided[1].reason is Reason.NO_AGENT
    assert [event.id for event in here.source.pending] == [1]


async def test_policy_is_set_now_and_when_the_source_returns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world() as here:
        with pytest.raises(SettingsError):
            await here.engine.set_policy(delay_s=0)
        await here.engine.set_policy(delay_s=60, deny=True)
        status = await here.engine.status()
        assert (status.delay_s, status.policy) == (60, Action.DENY)
        here.source.lose()
        await here.source.set_policy(delay_s=30, deny=False)  # a module that was loaded anew
        await here.settle()
        here.source.appear()
        await here.until(lambda: here.source.policy.delay_s == 60)
        assert here.source.policy.deny
