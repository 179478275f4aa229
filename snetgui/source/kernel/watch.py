# SPDX-License-Identifier: GPL-2.0-or-later
"""watch: be the agent with one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from snetgui.model import Action, Event, Subscription, Verdict

from .client import Client
from .subscriptions import EVERYTHING


def watch(
    decide: Callable[[Event], Action | Verdict | None],
    subscriptions: Iterable[Subscription] = EVERYTHING,
) -> None:
    """Call `decide` with each held call, and answer with what it returns.

    It goes on until an exception ends it: KeyboardInterrupt, one of `decide`'s,
    or SourceMissing when the module is unloaded. The subscriptions that it
    added are taken back then.

    Args:
        decide: returns the answer, or None to leave the event to the verdict
            policy. While it thinks, all other held calls wait.

    Raises:
        SourceMissing, SourceVersion, SourcePermission, SourceBusy.
    """
    with Client() as client:
        client.register()
        added = client.subscribe(subscriptions)
        try:
            for event in client.events():
                answer = decide(event)
                if isinstance(answer, Action):
                    answer = Verdict(event.id, answer)
                if answer is not None:
                    client.answer([answer])
        finally:
            client.unsubscribe(added)
