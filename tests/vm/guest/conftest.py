# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixtures of the guest: the module loaded, an agent registered, the kernel's log watched."""

import signal
from collections.abc import Iterator

import pytest

from snetgui.source.kernel import EVERYTHING, Client, Subscription, Syscall
from tests.patience import seconds
from tests.vm.guest import loader
from tests.vm.guest.agent import Agent

TEST_SECONDS = round(seconds(600))


@pytest.fixture(autouse=True)
def hurry() -> Iterator[None]:
    """Fail a test that waits for ever, so that the others still run."""

    def fail(*_: object) -> None:
        raise TimeoutError(f"not done after {TEST_SECONDS} s")

    signal.signal(signal.SIGALRM, fail)
    signal.alarm(TEST_SECONDS)
    yield
    signal.alarm(0)


@pytest.fixture(autouse=True)
def kernel_log() -> Iterator[loader.KernelLog]:
    """Fail the test in which the kernel complains, and leave no module behind."""
    log = loader.KernelLog()
    yield log
    if loader.is_loaded():
        loader.unload()
    complaints = log.complaints()
    log.close()
    assert not complaints


@pytest.fixture
def module(kernel_log: loader.KernelLog) -> None:
    """The module, loaded with its own defaults."""
    loader.load()


@pytest.fixture
def client(module: None) -> Iterator[Client]:
    """A connection that is not the agent's."""
    with Client() as connected:
        yield connected


@pytest.fixture
def agent(module: None) -> Iterator[Agent]:
    """The agent, asked about connects of all families."""
    started = Agent.start(Subscription(Syscall.CONNECT))
    yield started
    started.stop()


@pytest.fixture
def curious_agent(module: None) -> Iterator[Agent]:
    """The agent, asked about everything."""
    started = Agent.start(*EVERYTHING)
    yield started
    started.stop()
