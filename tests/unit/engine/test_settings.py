# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings in the engine: in force and kept, or neither; and what they let through."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from ipaddress import ip_network

import pytest

from snetgui.engine.asking import subscriptions
from snetgui.engine.backend import Gone, SettingsChanged, StatusChanged
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ASKED_FIRST,
    About,
    Action,
    AddressMatch,
    Conditions,
    LastingMode,
    Mode,
    Reason,
    Settings,
    SettingsError,
    SourceError,
    SourceRefused,
    StoreError,
    Subscription,
    Syscall,
)
from snetgui.model import ip_address as to_address
from snetgui.source.base import Policy
from snetgui.store.settings_rows import KeptSettings

from .people import FullDisk, ask, ip, rule
from .world import PATIENCE_S, POLICY, World, world

CHANGED = Settings(
    delay_s=60,
    policy=Action.DENY,
    asked=frozenset({About.UDP}),
    max_age_days=7,
    max_bytes=None,
)
HERE = to_address(ip("127.0.0.1"), 80)
QUIET = Settings(asked=ASKED_FIRST - {About.LOOPBACK})


class Moody(FullDisk):
    """A keeper whose disk is full for settings and the mode, too, when it is told so."""

    full = False

    async def keep_settings(self, settings: Settings) -> None:
        self.check()
        await super().keep_settings(settings)

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        self.check()
        await super().keep_mode(mode, instead_of)

    def check(self) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")


def keeping(settings: Settings) -> Moody:
    keeper = Moody()
    keeper.kept = KeptSettings(settings)
    return keeper


async def check_as_before(here: World, settings: Settings, policy: Policy = POLICY) -> None:
    """Source, store, history and what is said all agree."""
    assert await here.engine.settings() == settings
    assert (await here.keeper.settings()).settings == settings
    assert here.history.kept == settings
    assert here.source.policy == policy
    assert here.source.subscriptions == subscriptions(settings.asked)
    status = await here.engine.status()
    assert status.delay_s == policy.delay_s
    assert status.policy is (Action.DENY if policy.deny else Action.ALLOW)


async def test_what_is_kept_is_in_force_from_the_start() -> None:
    async with world(keeping(CHANGED), by_settings=True) as here:
        await check_as_before(here, CHANGED, Policy(60, deny=True, max_delay_s=300))


async def test_nothing_kept_leaves_the_source_its_own() -> None:
    async with world(by_settings=True) as here:
        await check_as_before(here, Settings())


async def test_change_is_in_force_kept_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world(Moody(), by_settings=True) as here:
        number = await ask(here, 1)
        assert await here.engine.change_settings(CHANGED) == CHANGED
        await check_as_before(here, CHANGED, Policy(60, deny=True, max_delay_s=300))
        assert SettingsChanged() in here.notices
        assert [question.id for question in here.questions] == [number], "it is held still"
        here.source.lose()
        await here.source.set_policy(delay_s=30, deny=False)  # a module that was loaded anew
        here.source.appear()
        await here.until(lambda: here.source.policy.delay_s == 60)
        assert here.source.subscriptions == subscriptions(CHANGED.asked)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"delay_s": 0}, "delay_s"),
        ({"delay_s": 301}, "delay_s"),
        ({"max_age_days": 0}, "max_age_days"),
        ({"max_bytes": 10}, "max_bytes"),
    ],
)
async def test_setting_that_cannot_be_changes_nothing(changes: dict[str, int], field: str) -> None:
    async with world(Moody(), by_settings=True) as here:
        with pytest.raises(SettingsError) as caught:
            await here.engine.change_settings(replace(CHANGED, **changes))  # type: ignore[arg-type]
        assert caught.value.field == field
        await check_as_before(here, Settings())


async def test_source_that_refuses_changes_nothing() -> None:
    policy = Policy(30, deny=False, max_delay_s=10_000)
    async with world(Moody(), by_settings=True, policy=policy) as here:
        with pytest.raises(SourceRefused, match="1 to 3,600"):
            await here.engine.change_settings(replace(CHANGED, delay_s=5000))
        await check_as_before(here, Settings(), policy)
        here.source.subscribe_fault = SourceRefused("there are max_subscriptions already")
        with pytest.raises(SourceRefused, match="max_subscriptions"):
            await here.engine.change_settings(CHANGED)
        await check_as_before(here, Settings(), policy)


async def test_full_disk_changes_nothing() -> None:
    keeper = keeping(replace(CHANGED, delay_s=10))
    async with world(keeper, by_settings=True) as here:
        keeper.full = True
        with pytest.raises(StoreError):
            await here.engine.change_settings(Settings(delay_s=20))
        await check_as_before(here, keeper.kept.settings, Policy(10, deny=True, max_delay_s=300))


async def test_without_a_source_they_are_kept_until_it_comes() -> None:
    async with world(by_settings=True, start=False) as here:
        here.source.fault = SourceError("It is away.")
        await here.engine.start()
        await here.settle()
        await here.engine.change_settings(CHANGED)
        assert here.source.policy == POLICY
        here.source.appear()
        await here.until(lambda: here.source.policy.delay_s == 60)
        await check_as_before(here, CHANGED, Policy(60, deny=True, max_delay_s=300))


async def test_delay_that_the_source_refuses_later_is_said() -> None:
    async with world(keeping(Settings(delay_s=5000)), by_settings=True) as here:
        status = await here.engine.status()
        assert "verdict delay and policy could not be set" in status.problem
        assert (status.delay_s, here.source.subscriptions) == (30, subscriptions(ASKED_FIRST))


async def test_policy_that_is_left_to_the_source_again_is_its_own_again() -> None:
    policy = Policy(17, deny=True, max_delay_s=300)
    async with world(by_settings=True, policy=policy) as here:
        await here.engine.change_settings(Settings(delay_s=60, policy=Action.ALLOW))
        await here.engine.change_settings(Settings(policy=Action.ALLOW))
        assert (here.source.policy.delay_s, here.source.policy.deny) == (17, False)
        await here.engine.change_settings(Settings())
        await check_as_before(here, Settings(), policy)


async def test_policy_that_is_left_to_the_source_while_it_is_away_is_its_own_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    policy = Policy(17, deny=False, max_delay_s=300)
    async with world(by_settings=True, policy=policy) as here:
        await here.engine.change_settings(Settings(delay_s=60))
        here.source.fault = SourceError("It is away.")
        here.source.cut()
        await here.settle()
        await here.engine.change_settings(Settings())
        assert here.source.policy.delay_s == 60
        here.source.appear()
        await here.until(lambda: here.source.policy.delay_s == 17)


async def test_policy_alone_is_a_setting_too() -> None:
    async with world(keeping(QUIET), by_settings=True) as here:
        await here.engine.set_policy(deny=True)
        await here.engine.set_policy(delay_s=90)
        now = replace(QUIET, delay_s=90, policy=Action.DENY)
        await check_as_before(here, now, Policy(90, deny=True, max_delay_s=300))


async def test_changes_come_one_after_the_other_and_to_their_end() -> None:
    async with world(by_settings=True) as here:
        cancelled = asyncio.ensure_future(here.engine.change_settings(CHANGED))
        await asyncio.sleep(0)
        cancelled.cancel()
        both = [here.engine.set_policy(delay_s=40), here.engine.set_policy(deny=False)]
        await asyncio.gather(*both)
        now = replace(CHANGED, delay_s=40, policy=Action.ALLOW)
        await check_as_before(here, now, Policy(40, deny=False, max_delay_s=300))


async def test_engine_that_was_told_what_to_ask_about_has_settings_of_its_own() -> None:
    keeper = keeping(replace(CHANGED, asked=frozenset()))
    async with world(keeper) as here:
        assert here.source.policy == POLICY
        settings = await here.engine.settings()
        assert settings == replace(CHANGED, delay_s=None, policy=None, asked=frozenset(About))
        assert here.history.kept == settings, "how much is kept is everybody's"
        await ask(here, 1, remote=HERE)
        await here.engine.change_settings(replace(settings, delay_s=50))
        assert here.source.policy.delay_s == 50
        assert here.source.subscriptions == (Subscription(),)
        await here.engine.change_settings(replace(settings, asked=frozenset({About.UDP})))
        await here.settle()
        assert here.source.subscriptions == subscriptions({About.UDP})
        assert here.decided[1].reason is Reason.SETTING
        await here.engine.set_mode(Mode.LOCK)
        assert keeper.kept == KeptSettings(replace(CHANGED, asked=frozenset()))


# What is not asked about


@pytest.mark.parametrize("mode", Mode)
async def test_loopback_that_is_not_asked_about_passes_in_every_mode(mode: Mode) -> None:
    async with world(keeping(QUIET), by_settings=True) as here:
        await here.engine.set_mode(mode)
        here.raise_(1, remote=HERE)
        here.raise_(2, syscall=Syscall.LISTEN, remote=None, local=HERE)
        here.raise_(3)
        await here.settle()
        for number in (1, 2):
            decision = here.decided[number]
            assert (decision.action, decision.reason) == (Action.ALLOW, Reason.SETTING)
        assert 3 not in here.decided or here.decided[3].reason is Reason.MODE
        learned = {row.conditions.remote_ports for row in (await here.engine.rules()).rows}
        assert len(learned) == (1 if mode is Mode.LEARN else 0), "of the third alone"


@pytest.mark.parametrize("mode", Mode)
async def test_rule_holds_for_what_is_not_asked_about(mode: Mode) -> None:
    async with world(keeping(QUIET), by_settings=True) as here:
        await here.engine.set_mode(mode)
        remote = AddressMatch((ip_network("127.0.0.1"),))
        await here.engine.add_rule(
            rule(action=Action.DENY, conditions=Conditions(remote=remote), priority=1)
        )
        here.raise_(1, remote=HERE)
        await here.settle()
        assert (here.decided[1].action, here.decided[1].reason) == (Action.DENY, Reason.RULE)


async def test_question_goes_away_when_it_is_not_asked_about_any_more() -> None:
    async with world(Moody(), by_settings=True) as here:
        await ask(here, 1, remote=HERE)
        await ask(here, 2)
        await here.engine.change_settings(QUIET)
        await here.settle()
        assert here.decided[1].reason is Reason.SETTING
        assert [gone.why for gone in here.gone()] == [Gone.SETTING]
        assert [question.event.id for question in here.questions] == [2]
        assert (await here.engine.missed()).total == 0


# Two programs over one file


async def test_what_another_program_sets_is_taken_over() -> None:
    keeper = Moody()
    async with world(keeper, by_settings=True) as here:
        await ask(here, 1, remote=HERE)
        keeper.kept = KeptSettings(replace(CHANGED, asked=frozenset()))
        await here.engine.kept_elsewhere()
        await check_as_before(here, keeper.kept.settings, Policy(60, deny=True, max_delay_s=300))
        await here.settle()
        assert here.decided[1].reason is Reason.SETTING
        assert SettingsChanged() in here.notices
        here.notices.clear()
        await here.engine.kept_elsewhere()
        await here.settle()
        assert SettingsChanged() not in here.notices


async def test_what_another_program_sets_and_this_source_refuses_is_said() -> None:
    keeper = Moody()
    async with world(keeper, by_settings=True) as here:
        keeper.kept = KeptSettings(Settings(delay_s=5000))
        await here.engine.kept_elsewhere()
        status = await here.engine.status()
        assert "are not in force" in status.warnings[0]
        assert await here.engine.settings() == Settings()
        keeper.kept = KeptSettings(CHANGED)
        await here.engine.kept_elsewhere()
        assert (await here.engine.status()).warnings == ()


# The mode


async def test_learning_for_a_time_ends_by_itself_and_is_not_revived() -> None:
    keeper = MemoryKeeper()
    async with world(keeper, by_settings=True) as here:
        await here.engine.set_mode(Mode.LOCK)
        await here.engine.set_mode(Mode.LEARN, 3600)
        status = await here.engine.status()
        assert status.mode_until_ns == here.time.ns + 3600 * 10**9
        await here.pass_s(3600)
        status = await here.engine.status()
        assert (status.mode, status.mode_until_ns) == (Mode.LOCK, None)
        assert keeper.kept.mode.learn_s is None
    async with world(keeper, by_settings=True) as here:
        assert (await here.engine.status()).mode is Mode.LOCK


@pytest.mark.parametrize("mode", [Mode.LEARN, Mode.PAUSED])
async def test_time_that_passed_in_suspend_counts(mode: Mode) -> None:
    """The timers of a machine that slept ring late; no event is decided by what is over."""
    async with world(by_settings=True) as here:
        await here.engine.set_mode(mode, 3600)
        here.time.pass_s(3600)
        await ask(here, 1)
        assert (await here.engine.status()).mode is Mode.ASK


async def test_who_watches_is_told_the_time_left_after_a_suspend() -> None:
    async with world(by_settings=True) as here:
        await here.engine.set_mode(Mode.PAUSED, 3600)
        watching = here.engine.watch()
        assert isinstance(await anext(watching), StatusChanged)
        here.time.sleep_s(1800)
        await here.pass_s(60)
        async with asyncio.timeout(PATIENCE_S):
            notice = await anext(watching)
        assert isinstance(notice, StatusChanged)
        assert notice.status.mode_until_ns == here.time.ns + 1740 * 10**9


@pytest.mark.parametrize("boot", ["boot-1", "boot-2"])
async def test_mode_survives_a_restart_and_a_pause_does_not(boot: str) -> None:
    keeper = MemoryKeeper()
    async with world(keeper, by_settings=True) as here:
        await here.engine.set_mode(Mode.LEARN, 7200)
        await here.engine.set_mode(Mode.PAUSED, 60)
        await here.pass_s(30)
        await here.engine.set_mode(Mode.PAUSED)
    time = here.time
    time.boot_id = boot
    time.pass_s(600 if boot == "boot-1" else -time.ns / 1e9 + 600)
    async with world(keeper, by_settings=True, time=time) as here:
        status = await here.engine.status()
        assert (status.mode, status.mode_until_ns) == (Mode.LEARN, time.ns + 6570 * 10**9)


async def test_mode_that_could_not_be_kept_holds_and_is_said() -> None:
    keeper = Moody()
    async with world(keeper, by_settings=True) as here:
        keeper.full = True
        with pytest.raises(StoreError):
            await here.engine.set_mode(Mode.LOCK)
        assert (await here.engine.status()).mode is Mode.LOCK
        keeper.full = False


async def test_what_is_left_of_learning_is_noted_now_and_then() -> None:
    """A machine that crashes learns on for ten minutes more at most."""
    keeper = MemoryKeeper()
    async with world(keeper, by_settings=True) as here:
        await here.engine.set_mode(Mode.LEARN, 7200)
        here.time.pass_s(650)
        here.engine._mode_notes.note_soon()  # as its alarm does
        await here.settle()
        assert keeper.kept.mode.learn_s == 6550
        assert here.engine._mode_notes._alarm._moment_ns == here.time.ns + 600 * 10**9
        keeper.kept = replace(keeper.kept, mode=LastingMode(mode=Mode.LOCK))
        here.engine._mode_notes.note_soon()
        await here.settle()
        assert keeper.kept.mode.mode is Mode.LOCK, "another program's word is not written over"


async def test_looking_after_rules_alone_changes_no_mode() -> None:
    keeper = MemoryKeeper()
    async with world(keeper, by_settings=True) as here:
        await here.engine.set_mode(Mode.LEARN, 7200)
        before = keeper.kept
        time = here.time
        async with world(keeper, by_settings=True, time=time) as other:
            assert (await other.engine.status()).mode is Mode.LEARN
            await here.engine.set_mode(Mode.LOCK)
            time.pass_s(700)
        assert keeper.kept.mode.mode is Mode.LOCK
        assert keeper.kept != before
