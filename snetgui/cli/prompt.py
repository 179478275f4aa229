# SPDX-License-Identifier: GPL-2.0-or-later
"""The prompt of `snet run` in the terminal: one question after another, single keys.

What the program prints stays whole. The prompt stands on lines of its own below
it and goes without a trace; if anything was printed meanwhile (the terminal
tells where its cursor is) the old lines are left and the prompt stands anew
below. A key counts only when the question has been on the screen for half a
second: what was typed for something else does nothing.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from snetgui.engine.backend import (
    Backend,
    QuestionChanged,
    QuestionGone,
    QuestionOpened,
)
from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    UNTIL_RESTART,
    Action,
    Answer,
    Lifetime,
    LifetimeKind,
    Question,
    Scope,
    SnetError,
    Syscall,
)
from snetgui.model.names import protocol_name, service_name
from snetgui.model.text import shown

from .terminal import Borrowed

ARM_S: Final = 0.5
_TICK_S: Final = 0.5
_TELL_S: Final = 0.25  # a terminal that has not told where its cursor is by then may never do
_TELL_AGAIN_S: Final = 3.0  # one that once told does, however busy it is
_MORE_TIME_S: Final = 10.0
_GONE_BEFORE_S: Final = 0.3  # off the screen before the policy lets the program go on

LIFETIMES: Final = (
    (ONCE, "this once"),
    (THIS_PROCESS, "while this process runs"),
    (Lifetime(LifetimeKind.SPAN, seconds=3600), "for an hour"),
    (UNTIL_RESTART, "until the machine restarts"),
    (ALWAYS, "always"),
)
_SCOPES: Final = {
    Scope.DESTINATION: "this program, this destination",
    Scope.HOST: "this program, this host on any port",
    Scope.PORT: "this program, this port anywhere",
    Scope.PROGRAM: "this program, anything",
}
_DEEDS: Final = {
    Syscall.CREATE: "wants to make a socket",
    Syscall.BIND: "wants to use the address",
    Syscall.CONNECT: "wants to connect to",
    Syscall.LISTEN: "wants to accept connections at",
    Syscall.ACCEPT: "is being called by",
    Syscall.SENDMSG: "wants to send to",
    Syscall.RECVMSG: "wants to receive from",
}
_BOLD, _DIM, _WARN, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[33;1m", "\x1b[0m"


@dataclass(slots=True)
class Choice:
    """What the person has widened or prolonged so far: positions in the two lists."""

    scope: int = 0
    lifetime: int = 0

    def answer(self, question: Question, action: Action, lifetime: Lifetime | None) -> Answer:
        """The answer as it stands; a given lifetime counts instead of the chosen one."""
        scopes = question.scopes or (Scope.DESTINATION,)
        kept = LIFETIMES[self.lifetime % len(LIFETIMES)][0] if lifetime is None else lifetime
        return Answer(action, scopes[self.scope % len(scopes)], kept)


def lines(  # noqa: PLR0913  (a drawing of all that)
    question: Question, choice: Choice, behind: int, now_ns: int, width: int, *, armed: bool
) -> list[tuple[str, str]]:
    """The prompt as (style, text), each text at most width columns; "" is no style."""
    event, process = question.event, question.event.process
    scopes = question.scopes or (Scope.DESTINATION,)
    scope = _SCOPES[scopes[choice.scope % len(scopes)]]
    lifetime = LIFETIMES[choice.lifetime % len(LIFETIMES)][1]
    left = max(0, question.deadline_ns - now_ns) // 1_000_000_000
    count = f" ({question.count} calls)" if question.count > 1 else ""
    more = f" · {behind} more" if behind else ""
    user = question.facts.user or str(process.uid)
    keys = "a allow  d deny  A always allow  D always deny" if armed else "…"
    texts = [
        (_BOLD, f"snet: {process.comm} {_DEEDS[event.syscall]} {_where(question)}{count}"),
        ("", f"  {process.exe or 'no program file'} · process {process.pid} · user {user}"),
        ("", f"  s {scope} · t {lifetime} · Esc later{more}"),
        (_WARN, f"  {keys} · {left} s, then {question.policy.value}"),
    ]
    return [(style, shown(text, width)) for style, text in texts]


def _where(question: Question) -> str:
    event = question.event
    address = event.local if event.syscall in (Syscall.LISTEN, Syscall.BIND) else event.remote
    if address is None:
        return f"of family {event.family}"
    protocol = protocol_name(event)
    if address.port is None:
        return str(address)
    service = service_name(address.port, protocol)
    host = next(iter(question.facts.hosts or ()), "")
    return (
        f"{host + ' at ' if host else ''}{address} ({' '.join(filter(None, (service, protocol)))})"
    )


class Prompter:
    """Asks the questions of a Backend in the terminal.

    Args:
        group: the program's process group in it.

    Raises:
        OSError: there is no terminal.
    """

    def __init__(self, backend: Backend, group: int, path: str = "/dev/tty") -> None:
        self._backend = backend
        self._terminal = Borrowed(group, path)
        self._colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._waiting: dict[int, Question] = {}
        self._later: set[int] = set()
        self._answers: list[tuple[Question, Answer]] = []
        self._shown: int | None = None
        self._choice = Choice()
        self._since = 0.0
        self._drawn = 0
        self._expected: tuple[int, int] | None = None
        self._column = 1
        self._tells = False
        self._asked_where: asyncio.Future[tuple[int, int] | None] | None = None
        self._closed = False
        self._busy: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled."""
        showing = asyncio.ensure_future(self._show_all())
        try:
            async for notice in self._backend.watch():
                if isinstance(notice, QuestionOpened | QuestionChanged):
                    self._waiting[notice.question.id] = notice.question
                elif isinstance(notice, QuestionGone):
                    self._waiting.pop(notice.question_id, None)
                    self._later.discard(notice.question_id)
                self._wake.set()
        finally:
            showing.cancel()
            await asyncio.wait([showing])
            self.release()

    def stopped(self, number: int) -> bool:
        """The program stopped: True if only for want of the terminal."""
        return self._terminal.stopped(number)

    def release(self) -> None:
        """Leave the terminal for good."""
        if not self._closed:
            self._closed = True
            self._leave()
            self._terminal.close()

    async def _show_all(self) -> None:
        while not self._closed:
            self._wake.clear()
            question = self._next()
            if question is None:
                await self._leave_clean()
                await self._send_answers()
                await self._sleep(None)
            elif await self._take_terminal():
                await self._show(question)
            else:  # another program has the terminal; perhaps not for long
                await self._sleep(_TICK_S)

    def _next(self) -> Question | None:
        """The oldest question: the one shown stays until it goes."""
        shown = self._waiting.get(self._shown or 0)
        if shown is not None and self._is_open(shown):
            return shown
        return next(filter(self._is_open, self._waiting.values()), None)

    def _is_open(self, question: Question) -> bool:
        left_s = (question.deadline_ns - time.monotonic_ns()) / 1e9
        return question.id not in self._later and left_s > _GONE_BEFORE_S

    async def _take_terminal(self) -> bool:
        if self._terminal.held:
            return True
        if not self._terminal.borrow():
            return False
        asyncio.get_running_loop().add_reader(self._terminal.fileno(), self._typed)
        where = await self._position()
        self._column = where[1] if where else 1
        if self._column != 1 or where is None:
            self._terminal.write("\r\n")
        return True

    async def _show(self, question: Question) -> None:
        if question.id != self._shown:
            await self._erase()
            self._shown, self._choice = question.id, Choice()
            self._since = time.monotonic()
        await self._send_answers()
        await self._draw()
        left_s = (question.deadline_ns - time.monotonic_ns()) / 1e9
        await self._sleep(max(0.0, min(_TICK_S, left_s - _GONE_BEFORE_S)))

    async def _draw(self) -> None:
        await self._erase()
        question = self._waiting.get(self._shown or 0)
        if question is None:
            return
        width = max(20, self._terminal.width() - 1)
        behind = sum(map(self._is_open, self._waiting.values())) - 1
        text = lines(
            question, self._choice, behind, time.monotonic_ns(), width, armed=self._armed()
        )
        self._terminal.write("".join(f"{self._styled(line)}\r\n" for line in text))
        self._drawn = len(text)
        self._expected = await self._position()

    async def _erase(self) -> bool:
        """Take the prompt off the screen; False if it has to stay where it is."""
        if not self._drawn:
            return True
        drawn, self._drawn = self._drawn, 0
        if self._expected is None or await self._position() != self._expected:
            self._column = 1
            return False
        self._terminal.write(f"\x1b[{drawn}A\r\x1b[J")
        return True

    async def _leave_clean(self) -> None:
        self._shown = None
        if not self._terminal.held:
            return
        if await self._erase() and self._column != 1:
            self._terminal.write(f"\x1b[A\x1b[{self._column}G")
        self._leave()

    def _leave(self) -> None:
        if not self._terminal.held:
            return
        asyncio.get_running_loop().remove_reader(self._terminal.fileno())
        self._drawn = 0
        self._terminal.give_back()

    async def _position(self) -> tuple[int, int] | None:
        """Where the cursor is; None where the terminal does not tell."""
        waiting: asyncio.Future[tuple[int, int] | None]
        waiting = self._asked_where = asyncio.get_running_loop().create_future()
        self._terminal.ask_position()
        try:
            async with asyncio.timeout(_TELL_AGAIN_S if self._tells else _TELL_S):
                return await waiting
        except TimeoutError:
            return None
        finally:
            self._asked_where = None

    def _typed(self) -> None:
        keys, position = self._terminal.read()
        if self._terminal.hung_up:
            asyncio.get_running_loop().remove_reader(self._terminal.fileno())
            self._closed = True
            self._wake.set()
            return
        asked = self._asked_where
        self._tells = self._tells or position is not None
        if position is not None and asked is not None and not asked.done():
            asked.set_result(position)
        question = self._waiting.get(self._shown or 0)
        if keys and question is not None and self._armed():
            self._press(question, keys)

    def _armed(self) -> bool:
        return self._shown is not None and time.monotonic() - self._since >= ARM_S

    def _press(self, question: Question, keys: bytes) -> None:
        """One key, if held down too; several in one go were typed for something else."""
        key = keys[:1]
        if len(set(keys)) > 1:
            return
        if key in (b"a", b"A", b"d", b"D"):
            action = Action.ALLOW if key in b"aA" else Action.DENY
            lifetime = ALWAYS if key.isupper() else None
            self._later.add(question.id)
            answer = self._choice.answer(question, action, lifetime)
            self._answers.append((question, answer))
        elif key == b"s":
            self._choice.scope += 1
        elif key == b"t":
            self._choice.lifetime += 1
        elif key == b"\x1b" and len(keys) == 1:
            self._later.add(question.id)
        left = question.deadline_ns - time.monotonic_ns()
        if left < _MORE_TIME_S * 1e9 and question.id not in self._later and question.extendable:
            self._spawn(self._extend(question))
        self._wake.set()

    async def _send_answers(self) -> None:
        """Once the prompt is off the screen: the program then goes on and may print."""
        while self._answers:
            question, answer = self._answers.pop(0)
            try:
                await self._backend.answer(question.id, answer)
            except SnetError as problem:
                self._terminal.write(f"\r\nsnet: {shown(str(problem))}\r\n")

    async def _extend(self, question: Question) -> None:
        try:
            await self._backend.extend(question.id)
        except SnetError:
            return  # it went away meanwhile

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)

    async def _sleep(self, seconds: float | None) -> None:
        """Sleep, or wake for what changed; None is for as long as it takes."""
        # Not asyncio.wait_for(): before Python 3.12 it may lose a cancellation
        # (https://github.com/python/cpython/issues/86296).
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    def _styled(self, line: tuple[str, str]) -> str:
        style, text = line
        return f"{style}{text}{_PLAIN}" if style and self._colour else text
