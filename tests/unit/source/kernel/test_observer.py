# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading decisions along."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from snetgui.model import Action, Reason, SourceMissing, SourcePermission
from snetgui.source.kernel import Observer
from snetgui.source.kernel.header import Attr, Command

from . import samples
from .fake_module import GROUP, FakeModule

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def observer(module: FakeModule) -> Observer:
    return Observer(module.channel(), clock=lambda: WHEN)


def test_decisions(module: FakeModule) -> None:
    with observer(module) as watching:
        (channel,) = module.channels
        assert GROUP in channel.groups
        fields = samples.EVENT | samples.ended(0xD, 1, 2, errno=13)
        channel.deliver(samples.message(Command.DECISION, fields))
        (decision,) = watching.receive(0)
        assert decision.event.process.comm == "tcpconnect"
        assert (decision.action, decision.errno) == (Action.DENY, 13)
        assert (decision.reason, decision.held_ns) == (Reason.TIMEOUT, 5_000)
        assert decision.when == WHEN


def test_broken_decision_is_passed_over(module: FakeModule) -> None:
    with observer(module) as watching:
        broken = samples.EVENT | samples.ended(0xD, 1, 2)
        del broken[Attr.PID]
        module.channels[0].deliver(samples.message(Command.DECISION, broken))
        assert watching.receive(0) == []


def test_losses_are_counted(module: FakeModule) -> None:
    with observer(module) as watching:
        module.channels[0].overrun = True
        fields = samples.EVENT | samples.ended(0xD, 0, 1)
        module.channels[0].deliver(samples.message(Command.DECISION, fields))
        assert len(watching.receive(0)) == 1
        assert watching.losses == 1


def test_without_the_right(module: FakeModule) -> None:
    module.permitted = False
    with pytest.raises(SourcePermission, match="CAP_NET_ADMIN"):
        observer(module)
    assert module.channels == []


def test_unloading(module: FakeModule) -> None:
    with observer(module) as watching:
        module.unload()
        with pytest.raises(SourceMissing):
            watching.receive(0)
