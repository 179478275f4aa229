# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet agent`, `snet status` and `snet config`, as a person or a script runs them."""

import errno
import json
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from snetgui.source.kernel import Action, Client, Subscription, Syscall
from tests.vm.guest import loader
from tests.vm.guest.calls import peer, udp_connect
from tests.vm.guest.child import Child
from tests.vm.guest.program import Program
from tests.vm.guest.waiting import PATIENCE, until

SNET = Path(sys.executable).with_name("snet")
UDP = "connect/inet/udp"


@contextmanager
def agent(*arguments: str, terminal: int | None = None) -> Iterator[Program]:
    """A registered `snet agent`."""
    with Program([SNET, "agent", *arguments], terminal=terminal) as process:
        process.wait_for("registered as the agent of kernel module", "err")
        yield process


def snet(*arguments: str, user: int | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [SNET, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        user=user,
    )


def lines_of(process: Program, pid: int, kind: str) -> list[dict[str, Any]]:
    return [line for line in process.json if line["pid"] == pid and line["kind"] == kind]


def test_seeds_line_and_allow(module: None, tmp_path: Path) -> None:
    with agent("--answer", "allow", "--subscribe", "connect") as process:
        with peer("tcp4", tmp_path) as target, Child(target.connect, uid=256) as caller:
            assert caller.result() == 0
        process.wait_for(f"pid={caller.pid} ")
        (line,) = [line for line in process.out.splitlines() if f"pid={caller.pid} " in line]
        assert re.fullmatch(
            rf"verdict_id=0x[0-9a-f]+ syscall=CONNECT protocol=6 \[tcp\] family=2 uid=256"
            rf" pid={caller.pid} \[[^]]+\] 0\.0\.0\.0:0->127\.0\.0\.1:{target.address[1]}",
            line,
        )
        assert "what nobody answers is allowed after 30 s" in process.err


def test_deny_with_errno_and_json(module: None) -> None:
    arguments = ["--answer", "deny", "--errno", "ECONNREFUSED", "--json", "--subscribe", UDP]
    with agent(*arguments) as process:
        with Child(partial(udp_connect, 4711), uid=1234) as caller:
            assert caller.result() == errno.ECONNREFUSED
        process.wait_for('"decision": "deny"')
        (event,) = lines_of(process, caller.pid, "event")
        (decision,) = lines_of(process, caller.pid, "decision")
    assert event["syscall"] == "connect"
    assert (event["family_name"], event["type_name"]) == ("inet", "dgram")
    assert (event["protocol"], event["protocol_name"]) == (17, "udp")
    assert (event["uid"], event["pid"], event["tid"]) == (1234, caller.pid, caller.pid)
    assert event["remote"] == {"family": 2, "ip": "127.0.0.1", "port": 4711}
    assert event["exe"].startswith("/usr/bin/python")
    assert decision.items() >= (event | {"kind": "decision", "time": decision["time"]}).items()
    assert (decision["reason"], decision["errno"]) == ("agent", "ECONNREFUSED")
    assert decision["held_ms"] > 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_it_cleanly(client: Client, number: int) -> None:
    stood = Subscription(Syscall.BIND, 16)
    client.insert(stood)
    with agent("--answer", "allow", "--subscribe", "connect,listen/inet") as process:
        assert set(client.subscriptions()) == {
            Subscription(Syscall.CONNECT),
            Subscription(Syscall.LISTEN, 2),
        }
        assert process.end(number) == 0
        assert process.err.count("\n") == 1
    assert client.subscriptions() == (stood,)
    client.register()


def test_subscriptions_can_be_kept(client: Client) -> None:
    with agent("--answer", "allow", "--subscribe", UDP, "--keep") as process:
        assert process.end() == 0
    assert client.subscriptions() == (Subscription(Syscall.CONNECT, 2, 17),)


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    """The two ends of a pseudo-terminal: the person's and the program's."""
    master, slave = os.openpty()
    try:
        yield master, slave
    finally:
        os.close(master)
        os.close(slave)


def screen(master: int, text: str) -> str:
    """What is on the screen, once it says this."""
    seen = ""
    while text not in seen:
        assert select.select([master], [], [], PATIENCE)[0], f"{text!r} not in {seen!r}"
        seen += os.read(master, 4096).decode()
    return seen


def test_ask_on_the_terminal(module: None) -> None:
    with terminal() as (master, slave), agent("--subscribe", UDP, terminal=slave) as process:
        for key, expected in (("a", 0), ("d", errno.EPERM)):
            with Child(udp_connect) as caller:
                seen = screen(master, "[a]llow [d]eny")
                assert f"(pid {caller.pid}) connect 127.0.0.1:9?" in seen
                assert caller.is_waiting()
                os.write(master, key.encode())
                assert caller.result() == expected
        assert process.end() == 0
        assert process.out.count("syscall=CONNECT") == 2


def test_nobody_answers_on_the_terminal() -> None:
    loader.load(verdict_delay=1, verdict_policy=1)
    with terminal() as (master, slave), agent("--subscribe", UDP, terminal=slave):
        with Child(udp_connect) as caller:
            assert caller.result() == errno.EPERM
        assert "connect 127.0.0.1:9: denied (timeout)" in screen(master, "(timeout)")


def test_what_is_held_at_the_end_is_left_to_the_policy(client: Client) -> None:
    client.configure(verdict_delay=3, verdict_policy=Action.DENY)
    with (
        terminal() as (master, slave),
        agent("--subscribe", UDP, terminal=slave) as process,
        Child(udp_connect) as caller,
    ):
        screen(master, "connect 127.0.0.1:9?")
        assert process.end() == 0
        assert "1 held call is left to the verdict policy" in process.err
        assert caller.result() == errno.EPERM
    assert client.stats().ended_timeout == 1


def test_second_agent_is_busy(module: None) -> None:
    with agent("--answer", "allow", "--subscribe", UDP):
        done = snet("agent", "--answer", "allow")
    assert done.returncode == 5
    assert done.stderr == "snet: another program is snet's agent already: end that one first\n"


def test_without_the_right(module: None) -> None:
    for arguments in (["agent", "--answer", "allow"], ["config", "set", "verdict-delay", "5"]):
        done = snet(*arguments, user=1234)
        assert done.returncode == 4
        assert "CAP_NET_ADMIN" in done.stderr
        assert done.stderr.count("\n") == 1
    status = snet("status", user=1234)
    assert status.returncode == 0
    assert "shown to root alone" in status.stdout


def test_unloading_ends_it_with_the_reason(module: None) -> None:
    with (
        terminal() as (master, slave),
        agent("--subscribe", UDP, "--json", terminal=slave) as process,
    ):
        with Child(udp_connect) as caller:
            screen(master, "connect 127.0.0.1:9?")
            loader.unload()
            assert caller.result() == 0
        assert process.wait() == 3
        (decision,) = lines_of(process, caller.pid, "decision")
        assert (decision["decision"], decision["reason"]) == ("allow", "unload")
        assert "was unloaded" in process.err.splitlines()[-1]


def test_waits_for_the_module() -> None:
    arguments = ["agent", "--answer", "deny", "--subscribe", UDP, "--wait"]
    with Program([SNET, *arguments]) as process:
        process.wait_for("Waiting for it", "err")
        for rounds in (1, 2):
            loader.load()
            until(partial(registered, process, rounds), f"registered {rounds} times")
            with Child(udp_connect) as caller:
                assert caller.result() == errno.EPERM
            loader.unload()
        assert process.end() == 0


def registered(process: Program, times: int) -> bool:
    process.read()
    return process.err.count("registered as the agent") >= times


def test_status(client: Client) -> None:
    client.insert(Subscription(Syscall.CONNECT, 2))
    done = snet("status")
    assert done.returncode == 0
    assert f"{client.version.module}, protocol 1" in done.stdout
    assert "connect/inet" in done.stdout
    assert "allowed after 30 s" in done.stdout
    fields = json.loads(snet("status", "--json").stdout)
    assert fields["version"]["attach"] == client.version.attach
    assert fields["config"]["verdict-delay"] == 30
    assert fields["stats"]["raised"] == client.stats().raised


def test_config(client: Client) -> None:
    assert snet("config", "set", "verdict-delay", "7").returncode == 0
    assert snet("config", "set", "verdict-policy", "deny").returncode == 0
    assert client.config().verdict_delay == 7
    assert client.config().verdict_policy is Action.DENY
    assert snet("config", "get", "verdict-policy").stdout == "deny\n"
    before = client.config()
    done = snet("config", "set", "verdict-delay", "0")
    assert done.returncode == 1
    assert "outside of its limits" in done.stderr
    assert client.config() == before
