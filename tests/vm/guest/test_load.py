# SPDX-License-Identifier: GPL-2.0-or-later
"""Loading and unloading, and the parameters."""

import pytest

from snetgui.source.kernel import Action, Client, SourceMissing, Syscall
from tests.vm.guest import loader


def test_module_answers_version(client: Client) -> None:
    assert client.version.protocol == 1
    assert client.version.module
    assert {Syscall.BIND, Syscall.CONNECT, Syscall.LISTEN, Syscall.SENDMSG} <= client.version.hooks
    assert client.version.attach


def test_unloaded_module_is_gone(module: None) -> None:
    with Client() as client:
        loader.unload()
        with pytest.raises(SourceMissing):
            client.config()
    with pytest.raises(SourceMissing):
        Client()


def test_parameters_have_their_documented_defaults(client: Client) -> None:
    config = client.config()
    assert (config.verdict_delay, config.verdict_policy) == (30, Action.ALLOW)
    assert not config.debug


def test_parameters_are_taken_at_load() -> None:
    loader.load(verdict_delay=7, verdict_policy=1, max_pending=5)
    with Client() as client:
        config = client.config()
        assert (config.verdict_delay, config.verdict_policy) == (7, Action.DENY)
        assert config.max_pending == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [("verdict_delay", 0), ("verdict_delay", 3601), ("verdict_policy", 2), ("max_pending", 0)],
)
def test_parameter_out_of_range_is_refused(name: str, value: int) -> None:
    with pytest.raises(loader.LoadError):
        loader.load(**{name: value})
    assert not loader.is_loaded()


def test_parameter_out_of_range_changes_nothing_at_run_time(module: None) -> None:
    with pytest.raises(OSError, match="ange"):
        loader.set_parameter("verdict_policy", 2)
    assert loader.parameter("verdict_policy") == 0


def test_unloads_while_an_agent_is_registered(module: None) -> None:
    with Client() as client:
        client.register()
        loader.unload()
    assert not loader.is_loaded()
