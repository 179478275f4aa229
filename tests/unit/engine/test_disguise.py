# SPDX-License-Identifier: GPL-2.0-or-later
"""A real program that changes its name and its arguments while it is asked about."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.engine import proc
from snetgui.engine.facts import ProcFacts
from snetgui.engine.proc import _NS_PER_TICK
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Conditions,
    Event,
    ExeIdentity,
    Scope,
    TextMatch,
)

from .people import rule
from .world import World, world

PROGRAM = """
import ctypes, re, sys
for line in sys.stdin:
    name = line.strip().encode()
    ctypes.CDLL(None).prctl(15, name, 0, 0, 0)  # PR_SET_NAME
    fields = open("/proc/self/stat", "rb").read().rpartition(b") ")[2].split()
    first, last = int(fields[45]), int(fields[46])
    with open("/proc/self/mem", "r+b", buffering=0) as memory:
        memory.seek(first)
        memory.write((name + bytes([0]) * (last - first))[: last - first])
    print("changed", flush=True)
"""


class Chameleon:
    """The program, and the calls that it makes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.honest = proc.command(process.pid)

    def call(self, here: World, number: int) -> Event:
        """A call of it, as a source tells it now."""
        pid = self.process.pid
        found = proc.stat(pid)
        assert found is not None
        exe = Path(f"/proc/{pid}/exe")
        stat = exe.stat()
        return here.raise_(
            number,
            pid=pid,
            start_time_ns=found.start_ticks * _NS_PER_TICK,
            comm=Path(f"/proc/{pid}/comm").read_text().rstrip(),
            exe=str(exe.resolve()),
            exe_id=ExeIdentity(stat.st_dev, stat.st_ino, stat.st_ctime_ns),
        )

    def call_itself(self, name: str) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "changed\n"
        found = proc.command(self.process.pid)
        assert found is not None
        assert found[0] == name, "the disguise is on"


@pytest.fixture
def program() -> Iterator[Chameleon]:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "an-argument"], stdin=pipe, stdout=pipe, text=True
    ) as process:
        made = Chameleon(process)
        while not made.honest or "an-argument" not in made.honest:
            made = Chameleon(process)  # it was not yet what it was started as
        yield made
        process.kill()


async def test_question_stays_what_it_was_and_the_rule_is_about_the_file(
    program: Chameleon,
) -> None:
    async with world(facts=ProcFacts()) as here:
        asked = program.call(here, 1)
        await here.until(lambda: len(here.questions) == 1)
        before = here.questions[0]
        assert before.facts.command == program.honest
        program.call_itself("systemd")
        disguised = program.call(here, 2)
        await here.settle()
        assert disguised.process.comm == "systemd"
        (question,) = here.questions
        assert question.id == before.id, "it is the same program, whatever it calls itself"
        assert question.event.process.comm == asked.process.comm
        assert (question.count, question.facts) == (2, before.facts)
        answer = Answer(Action.DENY, Scope.PROGRAM, ALWAYS)
        await here.engine.answer(question.id, answer)
        await here.settle()
        (made,) = (await here.engine.rules()).rows
        assert made.conditions == Conditions(exe=TextMatch(asked.process.exe))
        assert here.decided[1].facts.command == program.honest, "the history has it as it was"
        program.call_itself("innocent")
        program.call(here, 3)
        await here.settle()
        assert here.decided[3].action is Action.DENY


async def test_rule_about_arguments_decides_by_what_they_were_when_it_called(
    program: Chameleon,
) -> None:
    """Once held, a call is judged by one look, however often it is judged again."""
    assert program.honest is not None
    async with world(facts=ProcFacts()) as here:
        nothing = Conditions(command=TextMatch("what nobody says"))
        await here.engine.add_rule(rule(conditions=nothing))
        program.call(here, 1)
        await here.until(lambda: len(here.questions) == 1)
        program.call_itself("trusted")
        trusted = Conditions(command=TextMatch("trusted"))
        await here.engine.add_rule(rule(action=Action.ALLOW, conditions=trusted))
        await here.settle()
        assert 1 not in here.decided, "what it says since then changes nothing"
        honest = Conditions(command=TextMatch(" ".join(program.honest)))
        await here.engine.add_rule(rule(action=Action.DENY, conditions=honest))
        await here.until(lambda: 1 in here.decided)
        assert here.decided[1].action is Action.DENY
