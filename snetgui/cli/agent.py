# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet agent`: answer held calls from a terminal or a script.

It sits on the Source itself, beside the engine instead of behind it: it has no
rules, remembers nothing and works where the engine can't, on a rescue console
or in a test of the module alone. That is why it may import the source.
"""

from __future__ import annotations

import asyncio
import signal
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import click

from snetgui.model import Action, Ended, Event, SourceError, SourceMissing, Subscription, Verdict
from snetgui.model.errors import SourceVersion
from snetgui.source.kernel import INTERNET, KernelSource, seed_line

from .ask import Asker, Terminal
from .output import decision_line, event_line
from .params import ErrnoName, SubscriptionSet

_EPERM: Final = 1


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for.

    Attributes:
        action: the answer for every event; None asks the person.
        errno: what a deny gives to the caller.
        as_json: lines of JSON instead of the seed's.
        wait: wait for the module instead of ending without it.
        keep: leave the subscriptions in place at the end.
    """

    subscriptions: tuple[Subscription, ...]
    action: Action | None
    errno: int
    as_json: bool
    wait: bool
    keep: bool

    def verdict(self, event: Event, action: Action) -> Verdict:
        """The verdict with this answer."""
        return Verdict(event.id, action, self.errno if action is Action.DENY else 0)


@click.command()
@click.option(
    "--subscribe",
    "subscriptions",
    type=SubscriptionSet(),
    default=INTERNET,
    show_default="connect,sendmsg,listen of inet and inet6",
    help="Which calls to hold: 'all', or SYSCALL[/FAMILY[/PROTOCOL]] with commas between,"
    " such as connect,listen or connect/inet/tcp,any/inet6.",
)
@click.option(
    "--answer",
    type=click.Choice(["ask", "allow", "deny"]),
    default="ask",
    show_default=True,
    help="The answer to every call; 'ask' asks on the terminal, one call after another.",
)
@click.option("--errno", type=ErrnoName(), help="What a denied caller sees.  [default: EPERM]")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each call and each end.")
@click.option("--wait", is_flag=True, help="Wait for the kernel module instead of ending.")
@click.option("--keep", is_flag=True, help="Leave the subscriptions in place at the end.")
def agent(  # noqa: PLR0913  (one parameter for each option)
    *,
    subscriptions: tuple[Subscription, ...],
    answer: str,
    errno: int | None,
    as_json: bool,
    wait: bool,
    keep: bool,
) -> None:
    """Answer held calls in this terminal, or all alike.

    Prints a line for each call; with --json a line for each call and each end.
    The fields of --json: kind, time, verdict_id, syscall, family, family_name,
    type, type_name, protocol, protocol_name, pid, tid, ppid, uid, gid, comm,
    exe, local, remote; and of an end: decision, reason, errno, held_ms.

    Ends at SIGINT and SIGTERM: it puts the subscriptions back that stood
    before, and what is still held is left to the module's verdict policy.
    """
    if errno is not None and answer == "allow":
        raise click.UsageError("--errno goes with --answer deny or ask")
    action = None if answer == "ask" else Action(answer)
    options = Options(subscriptions, action, errno or _EPERM, as_json, wait, keep)
    if action is not None:
        asyncio.run(_main(options, None))
        return
    try:
        terminal = Terminal()
    except OSError as problem:
        raise click.UsageError(f"--answer ask needs a terminal: {problem}") from None
    try:
        asyncio.run(_main(options, terminal))
    finally:
        terminal.close()


async def _main(options: Options, terminal: Terminal | None) -> None:
    """Run until a signal comes or the source fails."""
    loop = asyncio.get_running_loop()
    async with KernelSource(restore=not options.keep) as source:
        runner = Runner(source, options, terminal)
        work = asyncio.ensure_future(runner.run())
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, work.cancel)
        try:
            await work
        except asyncio.CancelledError:
            runner.say_left()
        finally:
            runner.close()


class Runner:
    """Takes what the source says, prints it and answers.

    Args:
        terminal: where to ask; None with a fixed answer.
    """

    def __init__(self, source: KernelSource, options: Options, terminal: Terminal | None) -> None:
        self._source: Final = source
        self._options: Final = options
        self._open: dict[int, Event] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._asker = (
            None if terminal is None else Asker(terminal, self._answered, time.monotonic_ns)
        )

    async def run(self) -> None:
        """Until the source fails; with --wait for ever."""
        while True:
            try:
                await self._connect()
                await self._serve()
            except (SourceMissing, SourceVersion) as problem:
                if not self._options.wait:
                    raise
                _note(f"{problem}. Waiting for it")
                await self._source.close()

    def say_left(self) -> None:
        """Tell how many calls are left to the policy."""
        if self._open:
            count = len(self._open)
            calls = "1 held call is" if count == 1 else f"{count} held calls are"
            _note(f"{calls} left to the verdict policy")

    def close(self) -> None:
        """Stop asking."""
        if self._asker is not None:
            self._asker.close()

    async def _connect(self) -> None:
        tried = ""
        while True:
            try:
                await self._source.open(self._options.subscriptions)
                break
            except (SourceMissing, SourceVersion) as problem:
                if not self._options.wait:
                    raise
                if str(problem) != tried:
                    tried = str(problem)
                    _note(f"{problem}. Waiting for it")
                await self._source.appeared()
        policy = self._source.policy
        _note(
            f"registered as the agent of {self._source.name}: what nobody answers is"
            f" {'denied' if policy.deny else 'allowed'} after {policy.delay_s:g} s"
        )

    async def _serve(self) -> None:
        async for message in self._source.messages():
            if isinstance(message, Event):
                await self._take(message)
            else:
                self._end(message)

    async def _take(self, event: Event) -> None:
        self._open[event.id] = event
        self._print(event_line(event, _now()) if self._options.as_json else seed_line(event))
        if self._options.action is not None:
            await self._source.answer([self._options.verdict(event, self._options.action)])
        elif self._asker is not None:
            self._asker.ask(event)

    def _end(self, ended: Ended) -> None:
        event = self._open.pop(ended.event_id, None)
        if event is not None and self._options.as_json:
            self._print(decision_line(event, ended, _now()))
        if self._asker is not None:
            self._asker.ended(ended)

    def _answered(self, event: Event, action: Action) -> None:
        """A key was pressed: answer, without holding up the keys."""
        task = asyncio.ensure_future(self._send(self._options.verdict(event, action)))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _send(self, verdict: Verdict) -> None:
        try:
            await self._source.answer([verdict])
        except SourceError as problem:
            _note(str(problem))

    def _print(self, line: str) -> None:
        with self._aside():
            click.echo(line)

    def _aside(self) -> AbstractContextManager[None]:
        return nullcontext() if self._asker is None else self._asker.aside()


def _note(text: str) -> None:
    click.echo(f"snet: {text}", err=True)


def _now() -> datetime:
    return datetime.now(UTC)
