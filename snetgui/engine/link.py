# SPDX-License-Identifier: GPL-2.0-or-later
"""The link to the source: opened, listened to, answered, and found again when it was lost."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from snetgui.model import (
    Ended,
    Event,
    Link,
    Reason,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourcePermission,
    SourceVersion,
    Subscription,
    Verdict,
)
from snetgui.model.said import translate, words_of
from snetgui.source.base import DirectSource, Policy, Source

from .clock import NowNs

RETRY_S = 5.0  # after a failure that nothing tells the end of
POLICY_AGE_NS = 1_000_000_000  # a source may have to ask a kernel for it
SHORT_S = 1.0  # a link that breaks sooner than this is not mended at once
CLOSE_S = 5.0
HEAR_OUT_S = 0.25  # for what a source that takes no answers still has to say
MAX_ANSWERS = 1024  # in one message, as the kernel's header has it

_LINKS: tuple[tuple[type[SourceError], Link], ...] = (
    (SourceMissing, Link.MISSING),
    (SourceVersion, Link.WRONG_VERSION),
    (SourcePermission, Link.NOT_PERMITTED),
    (SourceBusy, Link.BUSY),
)
_APPEARS_AGAIN = frozenset(kind for _, kind in _LINKS)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listeners:
    """Whom the link tells.

    Attributes:
        gone: the source is gone for good, with what it held.
        cut_off: it can't be heard; what it holds it goes on holding.
        changed: state or problem changed.
    """

    event: Callable[[Event], None]
    ended: Callable[[Ended], None]
    gone: Callable[[Reason], None]
    cut_off: Callable[[], None]
    changed: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a source is to do while it is open.

    Attributes:
        delay_s, deny: as of Policy; None leaves what the source had when it
            was opened.
    """

    subscriptions: tuple[Subscription, ...] = ()
    delay_s: float | None = None
    deny: bool | None = None


class SourceLink:
    """One source, kept open for as long as run() runs.

    Attributes:
        state: how it stands.
        problem: one sentence with the way out; "" while all is well.
    """

    def __init__(self, source: Source, now_ns: NowNs = time.monotonic_ns) -> None:
        self._source = source
        self._direct = source if isinstance(source, DirectSource) else None
        self._outbox: deque[Verdict] = deque()
        self._wake = asyncio.Event()
        self._all_sent = asyncio.Event()
        self._all_sent.set()
        self._now_ns = now_ns
        self._wanted = self._applied = Wanted()
        self._changing = asyncio.Lock()
        self._policy = source.policy
        self._own: Policy | None = None
        self._policy_ns = now_ns()
        self._closing = False
        self.state = Link.MISSING
        self.problem = ""

    @property
    def connected(self) -> bool:
        return self.state is Link.CONNECTED

    @property
    def name(self) -> str:
        """The source's, for a person; "" while not connected."""
        return self._source.name if self.connected else ""

    @property
    def policy(self) -> Policy:
        """The source's, at most a second old."""
        now_ns = self._now_ns()
        if now_ns - self._policy_ns > POLICY_AGE_NS or not self._policy_ns:
            self._policy, self._policy_ns = self._source.policy, now_ns
        return self._policy

    async def extend(self, event_id: int, seconds: float) -> int:
        """As the source's. Raises UnknownEvent, SourceError."""
        return await self._source.extend(event_id, seconds)

    def send(self, verdict: Verdict) -> None:
        """Answer an event soon. Without a link it is dropped: the event is told again."""
        if self._direct is not None:
            self._direct.answer_now(verdict)
        elif self.state is Link.CONNECTED:
            self._outbox.append(verdict)
            self._wake.set()
            self._all_sent.clear()

    async def want(self, wanted: Wanted) -> None:
        """Have the source do this now, and whenever it is opened.

        Raises SourceError: then all is as before.
        """
        async with self._changing:
            if self.connected:
                await self._change(wanted)
            self._wanted = wanted

    async def run(self, listeners: Listeners) -> None:
        """Until close(): open the source, serve it, and begin again when it is lost."""
        while not self._closing:
            try:
                await self._open(listeners)
            except SourceError as fault:
                self._fail(fault, listeners)
                if isinstance(fault, SourceMissing):
                    listeners.gone(Reason.UNLOAD)
                await self._until_worth_a_try()
                continue
            began = asyncio.get_running_loop().time()
            lost = await self._serve(listeners)
            if self._closing:
                break
            await self._lost(lost, listeners)
            if asyncio.get_running_loop().time() - began < SHORT_S:
                await asyncio.sleep(SHORT_S)

    def fault(self, error: BaseException) -> None:
        """A fault of our own ended run()."""
        self.state = Link.FAILED
        self.problem = translate(
            "Source",
            "snet stopped by a fault of its own ({fault}): start it again.",
            fault=repr(error),
        )

    async def close(self) -> None:
        """Send what is decided, then leave the source; run() ends."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                await self._all_sent.wait()
        self._closing = True
        with contextlib.suppress(SourceError):
            await self._source.close()

    async def _open(self, listeners: Listeners) -> None:
        if self._direct is not None:
            self._direct.tell_events(listeners.event)
        async with self._changing:
            wanted = self._wanted
            await self._source.open(wanted.subscriptions)
            self._outbox.clear()
            self.state, self.problem = Link.CONNECTED, ""
            self._own, self._policy_ns = self._own or self._source.policy, 0
            try:
                await self._apply_policy(wanted)
            except SourceError as error:
                self.problem = translate(
                    "Source",
                    "The verdict delay and policy could not be set: {why}",
                    why=words_of(error),
                )
        listeners.changed()

    async def _change(self, wanted: Wanted) -> None:
        before, policy = self._applied, self._source.policy
        await self._apply_policy(wanted)
        if wanted.subscriptions == self._wanted.subscriptions:
            return
        try:
            await self._source.subscribe(wanted.subscriptions)
        except SourceError:
            with contextlib.suppress(SourceError):  # it is gone: then there is nothing to put back
                await self._set_policy(policy.delay_s, policy.deny)
            self._applied = before
            raise

    async def _apply_policy(self, wanted: Wanted) -> None:
        """What was applied and is not wanted any more is as the source had it."""
        own = self._own or self._source.policy
        delay_s, deny = wanted.delay_s, wanted.deny
        if delay_s is None and self._applied.delay_s is not None:
            delay_s = own.delay_s
        if deny is None and self._applied.deny is not None:
            deny = own.deny
        await self._set_policy(delay_s, deny)
        self._applied = wanted

    async def _set_policy(self, delay_s: float | None, deny: bool | None) -> None:
        if delay_s is not None or deny is not None:
            await self._source.set_policy(delay_s=delay_s, deny=deny)
            self._policy_ns = 0

    async def _serve(self, listeners: Listeners) -> SourceError:
        """Listen and answer until either fails or the source was closed; why."""
        listening = asyncio.ensure_future(self._listen(listeners))
        answering = asyncio.ensure_future(self._answer())
        both = (listening, answering)
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            # Who can't be answered may still have said how everything ended.
            await asyncio.wait([listening], timeout=HEAR_OUT_S)
        finally:
            for task in both:
                task.cancel()
            heard, answered = await asyncio.gather(*both, return_exceptions=True)
        for fault in (heard, answered):
            if isinstance(fault, SourceError):
                # Only who listens knows that the source is gone for good.
                lost = fault is answered and isinstance(fault, SourceMissing)
                return SourceError(words_of(fault)) if lost else fault
            if isinstance(fault, Exception):
                _log.error("the link to the source failed", exc_info=fault)
        return SourceError(
            translate("Source", "The connection to the event source broke; it is being made again.")
        )

    async def _listen(self, listeners: Listeners) -> None:
        event, ended = listeners.event, listeners.ended
        async for message in self._source.messages():
            if isinstance(message, Event):
                event(message)
            else:
                ended(message)

    async def _answer(self) -> None:
        outbox, wake = self._outbox, self._wake
        while True:
            await wake.wait()
            wake.clear()
            while outbox:
                batch = [outbox.popleft() for _ in range(min(len(outbox), MAX_ANSWERS))]
                await self._source.answer(batch)
            self._all_sent.set()

    async def _lost(self, fault: SourceError, listeners: Listeners) -> None:
        self._fail(fault, listeners)
        if isinstance(fault, SourceMissing):
            listeners.gone(Reason.UNLOAD)
        else:
            listeners.cut_off()
            with contextlib.suppress(SourceError):
                await self._source.close()

    async def _until_worth_a_try(self) -> None:
        wait_s = None if self.state in _APPEARS_AGAIN else RETRY_S
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                await self._source.appeared()

    def _fail(self, fault: SourceError, listeners: Listeners) -> None:
        if isinstance(fault, SourceMissing):
            self._own, self._applied = None, Wanted()  # the next one has its own again
        state = next((link for kind, link in _LINKS if isinstance(fault, kind)), Link.FAILED)
        changed = (state, str(fault)) != (self.state, self.problem)
        self.state, self.problem = state, words_of(fault)
        self._outbox.clear()
        self._all_sent.set()
        if changed:
            listeners.changed()
