# SPDX-License-Identifier: GPL-2.0-or-later
"""Only CAP_NET_ADMIN in the initial user namespace may say anything."""

import os
from collections.abc import Callable

import pytest

from snetgui.source.kernel import Action, Client, Observer, SourceError, Subscription, Verdict
from tests.vm.guest.agent import Agent
from tests.vm.guest.calls import new_user_namespace, udp_connect
from tests.vm.guest.child import Child

NOBODY = 65534

REQUESTS: dict[str, Callable[[Client], object]] = {
    "register": Client.register,
    "insert": lambda client: client.insert(Subscription()),
    "remove": lambda client: client.remove(Subscription()),
    "flush": Client.flush,
    "subscriptions": Client.subscriptions,
    "config": Client.config,
    "configure": lambda client: client.configure(verdict_delay=5),
    "unregister": Client.unregister,
    "pending": Client.pending,
    "answer": lambda client: client.answer([Verdict(1, Action.ALLOW)]),
    "extend": lambda client: client.extend(1, 5),
}


def refusal(request: Callable[[], object]) -> str:
    """Return the name of the exception that a request ends with."""
    try:
        request()
    except SourceError as error:
        return type(error).__name__
    return "granted"


def ask(name: str) -> str:
    """Make a request on a connection of its own."""
    with Client() as client:
        return refusal(lambda: REQUESTS[name](client))


@pytest.mark.parametrize("name", REQUESTS)
def test_other_users_are_refused(module: None, name: str) -> None:
    with Child(lambda: ask(name), uid=NOBODY) as child:
        assert child.result() == "SourcePermission"


@pytest.mark.parametrize("name", REQUESTS)
def test_root_of_a_user_namespace_is_refused(module: None, name: str) -> None:
    def ask_inside() -> str:
        new_user_namespace()
        return ask(name)

    with Child(ask_inside) as child:
        assert child.result() == "SourcePermission"


@pytest.mark.parametrize("name", REQUESTS)
def test_socket_opened_by_root_does_not_lend_its_rights(module: None, name: str) -> None:
    def ask_after_dropping() -> str:
        with Client() as client:
            os.setresuid(NOBODY, NOBODY, NOBODY)
            return refusal(lambda: REQUESTS[name](client))

    with Child(ask_after_dropping) as child:
        assert child.result() == "SourcePermission"


def test_anybody_may_read_version_and_stats(module: None) -> None:
    def read() -> int:
        with Client() as client:
            return client.version.protocol + client.stats().raised

    with Child(read, uid=NOBODY) as child:
        assert child.result() == 1


def test_other_users_may_not_look_on(module: None) -> None:
    with Child(lambda: refusal(Observer), uid=NOBODY) as child:
        assert child.result() == "SourcePermission"


def test_refused_requests_change_nothing(agent: Agent) -> None:
    before = (agent.client.config(), agent.client.subscriptions())
    for name in REQUESTS:
        with Child(lambda name=name: ask(name), uid=NOBODY) as child:  # type: ignore[misc]
            child.result()
    assert (agent.client.config(), agent.client.subscriptions()) == before
    with Child(udp_connect) as caller:
        agent.allow(agent.next_event())
        assert caller.result() == 0
