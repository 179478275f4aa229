# SPDX-License-Identifier: GPL-2.0-or-later
"""The supervisor as a source, over a real program that makes a call when it is told to."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from snetgui.model import (
    Action,
    Ended,
    Event,
    SourceError,
    SourceMissing,
    Subscription,
    Syscall,
    Verdict,
)
from snetgui.source.seccomp import filter as seccomp_filter
from snetgui.source.seccomp import kernel
from snetgui.source.seccomp.source import SeccompSource
from tests.patience import seconds

WALL_S = seconds(30)
CONNECT, LISTEN = Subscription(Syscall.CONNECT), Subscription(Syscall.LISTEN)

PROGRAM = """
import socket, sys
from snetgui.source.seccomp import filter
print(filter.install(filter.build()), flush=True)
for line in sys.stdin:
    try:
        with socket.socket() as made:
            made.connect(("127.0.0.1", 1)) if line == "connect\\n" else made.listen()
        print(0, flush=True)
    except OSError as error:
        print(error.errno, flush=True)
"""


@dataclass
class Program:
    """A covered program, and the source over it."""

    process: asyncio.subprocess.Process
    source: SeccompSource

    def begin(self, call: str) -> None:
        """Have it make a call."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{call}\n".encode())

    async def result(self) -> int:
        """The errno of its call, 0 if it was made."""
        assert self.process.stdout is not None
        return int(await self.process.stdout.readline())


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    try:
        seccomp_filter.build()
    except SourceError as problem:
        pytest.skip(str(problem))
    pipe = subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=pipe, stdout=pipe
    )
    assert process.stdout is not None
    pidfd = os.pidfd_open(process.pid)
    source = SeccompSource(kernel.pidfd_getfd(pidfd, int(await process.stdout.readline())))
    os.close(pidfd)
    async with asyncio.timeout(WALL_S):
        yield Program(process, source)
        await source.close()
        process.kill()
        await process.wait()


async def test_subscriptions_change_while_open_and_what_is_held_stays_so(program: Program) -> None:
    source = program.source
    await source.open([CONNECT])
    messages = source.messages()
    program.begin("connect")
    held = await anext(messages)
    assert isinstance(held, Event)
    await source.subscribe([LISTEN])
    await source.answer([Verdict(held.id, Action.DENY, errno.ECONNABORTED)])
    assert isinstance(await anext(messages), Ended)
    assert await program.result() == errno.ECONNABORTED
    program.begin("connect")
    assert await program.result() == errno.ECONNREFUSED, "nobody is asked any more"
    program.begin("listen")
    held = await anext(messages)
    assert isinstance(held, Event)
    assert held.syscall is Syscall.LISTEN
    await source.answer([Verdict(held.id, Action.ALLOW)])
    assert await program.result() == 0


async def test_source_that_is_closed_can_be_asked_for_nothing(program: Program) -> None:
    await program.source.open([CONNECT])
    await program.source.close()
    with pytest.raises(SourceMissing):
        await program.source.subscribe([LISTEN])
