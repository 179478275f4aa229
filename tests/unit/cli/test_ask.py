# SPDX-License-Identifier: GPL-2.0-or-later
"""Questions on a real pseudo-terminal."""

from __future__ import annotations

import asyncio
import os
import termios
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

import pytest

from snetgui.cli import ask
from snetgui.cli.ask import Asker, Terminal
from snetgui.model import Action, Ended, Event, Reason

from .samples import event

WALL_S = 10.0


@dataclass
class Screen:
    """The other end of the terminal: a person's eyes and fingers."""

    master: int
    path: str
    seen: str = ""

    def read(self) -> None:
        while True:
            try:
                self.seen += os.read(self.master, 4096).decode()
            except BlockingIOError:
                return

    async def wait_for(self, text: str) -> None:
        async with asyncio.timeout(WALL_S):
            while text not in self.seen:
                await asyncio.sleep(0.01)
                self.read()

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())


class CountingTerminal(Terminal):
    """Knows how much of what was pressed it has taken."""

    taken = 0

    def key(self) -> bytes:
        typed = super().key()
        self.taken += len(typed)
        return typed


@dataclass
class Table:
    """An asker and what it was answered."""

    asker: Asker
    screen: Screen
    terminal: CountingTerminal
    answers: list[tuple[int, Action]] = field(default_factory=list)


@pytest.fixture
def screen() -> Iterator[Screen]:
    master, slave = os.openpty()
    os.set_blocking(master, False)
    yield Screen(master, os.ttyname(slave))
    os.close(slave)
    os.close(master)


@pytest.fixture
async def table(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Table]:
    monkeypatch.setattr(ask, "ARM_S", 0.05)
    terminal = CountingTerminal(screen.path)
    answers: list[tuple[int, Action]] = []

    def answer(asked: Event, action: Action) -> None:
        answers.append((asked.id, action))
        screen.press("d")  # for a question that can't have been read yet

    asker = Asker(terminal, answer, clock=lambda: 3_000_000_000)
    yield Table(asker, screen, terminal, answers)
    asker.close()
    terminal.close()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(WALL_S):
        while not condition():
            await asyncio.sleep(0.01)


def end(number: int, reason: Reason) -> Ended:
    return Ended(number, Action.ALLOW, 0, reason, 0)


@pytest.mark.parametrize(
    ("key", "action", "word"),
    [
        ("a", Action.ALLOW, "allowed"),
        ("d", Action.DENY, "denied"),
    ],
)
async def test_one_key_answers(table: Table, key: str, action: Action, word: str) -> None:
    table.asker.ask(event(1))
    await table.screen.wait_for("[a]llow [d]eny")
    assert "tcpconnect (pid 23886) connect 127.0.0.1:80?" in table.screen.seen
    assert "(27 s)" in table.screen.seen
    table.screen.press(key)
    await table.screen.wait_for(f"connect 127.0.0.1:80: {word}")
    assert table.answers == [(1, action)]


async def test_other_keys_do_nothing(table: Table) -> None:
    table.asker.ask(event(1))
    await table.screen.wait_for("[a]llow [d]eny")
    for keys in ("\n", " ", "y", "A", "\x1b[A", "\x1b[a", "\x1ba", "aa", "allow"):
        before = table.terminal.taken
        table.screen.press(keys)
        await until(lambda: table.terminal.taken == before + len(keys))  # noqa: B023
    assert table.answers == []
    table.screen.press("d")
    await until(lambda: table.answers == [(1, Action.DENY)])


async def test_keys_before_the_question_could_be_read_do_nothing(table: Table) -> None:
    table.screen.press("aaa")
    table.asker.ask(event(1))
    table.screen.press("ddd")
    await table.screen.wait_for("[a]llow [d]eny")
    assert table.answers == []
    table.screen.press("a")
    await until(lambda: table.answers == [(1, Action.ALLOW)])


async def test_one_after_another(table: Table) -> None:
    for number in (1, 2, 3):
        table.asker.ask(event(number, comm=f"p{number}"))
    await table.screen.wait_for("2 more) [a]llow [d]eny")
    table.screen.press("a")
    await table.screen.wait_for("1 more) [a]llow [d]eny")
    assert table.answers == [(1, Action.ALLOW)]
    table.screen.press("d")
    await table.screen.wait_for("p3 (pid 23886) connect 127.0.0.1:80? (27 s) [a]llow [d]eny")
    assert table.answers == [(1, Action.ALLOW), (2, Action.DENY)]


async def test_question_of_an_ended_call_goes_away(table: Table) -> None:
    table.asker.ask(event(1, comm="first"))
    table.asker.ask(event(2, comm="second"))
    await table.screen.wait_for("[a]llow [d]eny")
    table.asker.ended(end(1, Reason.TIMEOUT))
    await table.screen.wait_for("first (pid 23886) connect 127.0.0.1:80: allowed (timeout)")
    await table.screen.wait_for("second (pid 23886) connect 127.0.0.1:80? (27 s) [a]llow")
    table.asker.ended(end(2, Reason.CANCELLED))
    await table.screen.wait_for("(cancelled)")
    before = table.terminal.taken
    table.screen.press("a")
    await until(lambda: table.terminal.taken == before + 1)
    assert table.answers == []


async def test_untrusted_text_can_not_touch_the_screen(table: Table) -> None:
    table.asker.ask(event(1, comm="\x1b[2J\r\u202eevil"))
    await table.screen.wait_for("\\x1b[2J\\r\\u202eevil")
    assert "\x1b[2J" not in table.screen.seen


async def test_other_output_stands_on_lines_of_its_own(table: Table) -> None:
    table.asker.ask(event(1))
    await table.screen.wait_for("[a]llow [d]eny")
    before = len(table.screen.seen)
    with table.asker.aside():
        fd = os.open(table.screen.path, os.O_WRONLY | os.O_NOCTTY)
        os.write(fd, b"a line\n")
        os.close(fd)
    await table.screen.wait_for("a line")
    table.screen.read()
    assert table.screen.seen[before:].startswith("\r\x1b[Ka line")
    assert table.screen.seen.endswith("[a]llow [d]eny ")


def test_terminal_is_given_back_as_it_was(screen: Screen) -> None:
    fd = os.open(screen.path, os.O_RDWR | os.O_NOCTTY)
    before = termios.tcgetattr(fd)
    terminal = Terminal(screen.path)
    assert termios.tcgetattr(fd) != before
    terminal.close()
    assert termios.tcgetattr(fd) == before
    os.close(fd)


def test_what_is_no_terminal_is_refused() -> None:
    with pytest.raises(OSError, match="no terminal"):
        Terminal("/dev/null")
