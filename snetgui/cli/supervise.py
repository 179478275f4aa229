# SPDX-License-Identifier: GPL-2.0-or-later
"""The supervisor of `snet run`: an engine over one command, until the last of it ends."""

from __future__ import annotations

import asyncio
import os
import select
import signal
from collections.abc import AsyncIterator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    aclosing,
    asynccontextmanager,
    suppress,
)
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from snetgui.model import Mode, Rule, SnetError, Subscription
from snetgui.source.seccomp.children import Children
from snetgui.source.seccomp.launch import Launched
from snetgui.source.seccomp.source import SeccompSource

if TYPE_CHECKING:
    from snetgui.engine.engine import Engine

    from .prompt import Prompter

# The last process's end follows the command's at once, where nothing is left.
_LAST_S: Final = 0.1
_WRITE_DOWN_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for.

    Attributes:
        ask: "auto", "window", "terminal" or "nobody".
        hold: the calls to ask about.
    """

    deny: bool
    delay_s: float
    rules: tuple[Rule, ...]
    as_json: bool
    remember: bool
    ask: str
    hold: tuple[Subscription, ...]


def supervise(launched: Launched, options: Options) -> None:
    """Serve the command until the last covered process has ended."""
    asyncio.run(_supervise(launched, options))


async def _supervise(launched: Launched, options: Options) -> None:
    await _Run(launched, options).run()


class _Run:
    """One command from its first network call to its end.

    The face is told of the command's end as soon as it may be the only one that
    waits: what the person answered is written down by then, where nothing of
    the command goes on.
    """

    def __init__(self, launched: Launched, options: Options) -> None:
        self._launched = launched
        self._options = options
        self._status: int | None = None
        self._ended = asyncio.Event()
        self._reported = False
        self._last_ended = False
        self._report_later: asyncio.TimerHandle | None = None
        self._prompter: Prompter | None = None
        self._loop = asyncio.get_running_loop()

    async def run(self) -> None:
        children = Children(self._launched.pid, self._told)
        self._loop.add_reader(self._launched.reporter.fd, self._face_gone)
        loading = self._loop.run_in_executor(None, _load)
        if await _first_call(self._launched.notify_fd):
            await loading
            await self._serve()
        await self._ended.wait()
        self._report()
        children.close()
        # Whatever still loads is not needed any more, and is not waited for.
        os._exit(0)

    async def _serve(self) -> None:
        options = self._options
        source = SeccompSource(self._launched.notify_fd, delay_s=options.delay_s, deny=options.deny)
        async with self._engine(source) as engine, self._telling(engine), self._asking(engine):
            await source.finished()
            self._last_ended = True
            self._report_within(_WRITE_DOWN_S)

    def _engine(self, source: SeccompSource) -> AbstractAsyncContextManager[Engine]:
        from snetgui.engine.assemble import forgetful, standalone  # noqa: PLC0415 - loaded late

        options = self._options
        make = standalone if options.remember else forgetful
        return make(source, subscriptions=options.hold, given=options.rules)

    @asynccontextmanager
    async def _asking(self, engine: Engine) -> AsyncIterator[None]:
        asking = asyncio.ensure_future(self._ask(engine))
        try:
            yield
        finally:
            asking.cancel()
            await asyncio.wait([asking])

    async def _ask(self, engine: Engine) -> None:
        """Windows start with the first question: what rules decide needs none."""
        async with AsyncExitStack() as asking:
            if not await self._ask_in_windows(engine, asking):
                await self._ask_here(engine, asking)
            await asyncio.Event().wait()

    async def _ask_in_windows(self, engine: Engine, asking: AsyncExitStack) -> bool:
        from .window import has_screen, windows  # noqa: PLC0415 - loaded late

        ask = self._options.ask
        if ask != "window" and (ask != "auto" or not has_screen()):
            return False
        await _first_question(engine)
        try:
            await asking.enter_async_context(windows(engine, self._windows_gone))
        except SnetError as problem:
            _say(str(problem))
            return False
        return True

    def _windows_gone(self) -> None:
        answer = "denied" if self._options.deny else "allowed"
        _say(f"the windows have ended: what no rule decides is {answer} in the end (--policy)")

    async def _ask_here(self, engine: Engine, asking: AsyncExitStack) -> None:
        from .prompt import Prompter  # noqa: PLC0415 - loaded late

        if self._options.ask != "nobody":
            with suppress(OSError):
                self._prompter = Prompter(engine, self._launched.group)
        if self._prompter is None:
            await self._nobody(engine)
            return
        running = asyncio.ensure_future(self._prompter.run())
        asking.callback(self._prompter.release)
        asking.push_async_callback(asyncio.wait, [running])
        asking.callback(running.cancel)

    async def _nobody(self, engine: Engine) -> None:
        deny = self._options.deny
        _say(
            "nobody can be asked here: what no rule decides is"
            f" {'denied' if deny else 'allowed'} (--policy)"
        )
        await engine.set_mode(Mode.LOCK if deny else Mode.PAUSED)

    @asynccontextmanager
    async def _telling(self, engine: Engine) -> AsyncIterator[None]:
        if not self._options.as_json:
            yield
            return
        telling = asyncio.ensure_future(_tell_decisions(engine))
        try:
            yield
        finally:
            await asyncio.sleep(0)  # what was decided last is told
            telling.cancel()
            await asyncio.wait([telling])

    # The command and its face

    def _told(self, status: int) -> None:
        if os.WIFSTOPPED(status):
            if self._prompter is None or not self._prompter.stopped(os.WSTOPSIG(status)):
                self._launched.reporter.status(status)
            return
        self._status = status
        self._ended.set()
        self._report_within(_WRITE_DOWN_S if self._last_ended else _LAST_S)

    def _report_within(self, seconds: float) -> None:
        if self._report_later is not None:
            self._report_later.cancel()
        self._report_later = self._loop.call_later(seconds, self._report)

    def _report(self) -> None:
        """Let the face end as the command did, and leave the terminal to the shell."""
        if self._reported or self._status is None:
            return
        self._reported = True
        if self._prompter is not None:
            self._prompter.release()
        self._loop.remove_reader(self._launched.reporter.fd)
        self._launched.reporter.status(self._status)
        nothing = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        os.dup2(nothing, 2)
        os.close(nothing)

    def _face_gone(self) -> None:
        """Who kills the face without a chance to pass it on means the command."""
        self._loop.remove_reader(self._launched.reporter.fd)
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self._launched.pid, signal.SIGKILL)


async def _first_question(engine: Engine) -> None:
    from snetgui.engine.backend import QuestionOpened  # noqa: PLC0415 - loaded late

    async with aclosing(engine.watch()) as notices:  # type: ignore[type-var]
        async for notice in notices:
            if isinstance(notice, QuestionOpened):
                return


async def _first_call(notify_fd: int) -> bool:
    """Wait for the first network call; False if the program ended without one."""
    loop = asyncio.get_running_loop()
    came: asyncio.Future[bool] = loop.create_future()
    poll = select.poll()
    poll.register(notify_fd, select.POLLIN)

    def look() -> None:
        if not came.done():
            came.set_result(any(state & select.POLLIN for _, state in poll.poll(0)))

    loop.add_reader(notify_fd, look)
    try:
        return await came
    finally:
        loop.remove_reader(notify_fd)


def _load() -> None:
    """Import what serves the calls while the command starts."""
    import snetgui.cli.prompt  # noqa: PLC0415
    import snetgui.engine.assemble  # noqa: F401, PLC0415


async def _tell_decisions(engine: Engine) -> None:
    from snetgui.engine.backend import Decided  # noqa: PLC0415 - loaded late

    from .output import run_line  # noqa: PLC0415

    async for notice in engine.watch(decisions=True):
        if isinstance(notice, Decided):
            for decision in notice.decisions:
                _write(run_line(decision, datetime.now(UTC)))


def _say(text: str) -> None:
    _write(f"snet: {text}")


def _write(line: str) -> None:
    with suppress(OSError):
        os.write(2, line.encode(errors="backslashreplace") + b"\n")
