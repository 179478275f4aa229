# SPDX-License-Identifier: GPL-2.0-or-later
"""The driver: takes notifications, runs their scripts, and tells each caller its result.

It never sleeps on behalf of one caller. What would wait is tried for a moment
and tried again when the socket is ready; what needs another guise runs in a
thread that ends with it.
"""

from __future__ import annotations

import asyncio
import errno
import os
import select
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from snetgui.model import Syscall

from . import kernel, sockets
from .calls import SCRIPTS
from .lookup import Lookup
from .script import Ask, Disguised, Give, Made, Request, Script, Until, Untouched, Wait
from .threads import Thread, is_stopped, status_field

_LOOK_S = 0.1  # how often a waiting call is looked at: nobody tells that it is gone
_SOON_S = 0.01
_QUIET_S = 0.05
_LOST_S = 2.0
_MOST_LOST = 256


class Judge(Protocol):
    """Whoever decides."""

    def covers(self, syscall: Syscall, family: int, protocol: int) -> bool:
        """Whether such a call is to be asked about."""
        ...

    def ask(self, held: Held, ask: Ask) -> int | None:
        """Return the errno of a deny, 0 to allow, None to hold the call for now."""
        ...

    def withdrawn(self, held: Held) -> None:
        """A held call's caller is gone: it will not be answered."""
        ...


@dataclass(eq=False, slots=True)
class Held:
    """One call on its way.

    Attributes:
        notification: the kernel's id of the wait; changes when a signal makes
            the kernel restart the call.
        same: what tells this call from another of its thread.
        asked: the step that waits for the judge; None while it does not.
        event_id: of the event that the judge made of it, kept over a restart.
        answer: the judge's, where it came while the kernel restarted the call.
        missing: it did not wait any more when it was last looked at.
        disguised: a thread is acting for it.
        gone: nobody waits for it; what it holds goes as soon as it can.
    """

    notification: int
    request: Request
    script: Script
    same: tuple[Any, ...]
    asked: Ask | None = None
    event_id: int | None = None
    answer: int | None = None
    missing: bool = False
    stop_waiting: list[Callable[[], object]] = field(default_factory=list)
    disguised: bool = False
    gone: bool = False

    def stop_now(self) -> None:
        """Wait for nothing any more."""
        for stop in self.stop_waiting:
            stop()
        self.stop_waiting.clear()


class Supervisor:
    """Answers every notification of one filter, until the last covered process ends."""

    def __init__(self, notify_fd: int, judge: Judge, finished: Callable[[], object]) -> None:
        """Finished is called when the last covered process has ended, or at close()."""
        self._notify = kernel.NotifyFd(notify_fd)
        self._judge = judge
        self._lookup = Lookup()
        self._held: dict[int, Held] = {}
        self._lost: OrderedDict[int, tuple[tuple[Any, ...], Made, float]] = OrderedDict()
        self._poll = select.poll()
        self._poll.register(notify_fd, select.POLLIN)
        self._look: asyncio.TimerHandle | None = None
        self._quiet: asyncio.TimerHandle | None = None
        self._finished = finished
        self.blind = 0
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(notify_fd, self._readable)

    def close(self) -> None:
        """Stop: whoever waits or calls later gets ENOSYS from the kernel."""
        self._loop.remove_reader(self._notify.fd)
        for held in list(self._held.values()):
            self._drop(held)
        for timer in (self._look, self._quiet):
            if timer is not None:
                timer.cancel()
        sockets.end_briefly()
        for _, made, _ in self._lost.values():
            _discard(made)
        self._lost.clear()
        self._lookup.close()
        os.close(self._notify.fd)
        self._finished()

    def resume(self, held: Held, denied: int) -> None:
        """Go on with a held call: denied is an errno, 0 allows."""
        if not self._notify.valid(held.notification):
            held.answer = denied  # for the call that the kernel restarts
            return
        held.asked = None
        self._advance(held, denied)

    def _readable(self) -> None:
        for _, state in self._poll.poll(0):
            if not state & select.POLLIN:
                if state & (select.POLLHUP | select.POLLERR):
                    self._loop.remove_reader(self._notify.fd)
                    self._finished()
                return
            if self._quiet is None:
                self._quiet = self._loop.call_later(_QUIET_S, self._be_quiet)
            notification = self._notify.receive()
            if notification is not None:
                self._take(notification)

    def _be_quiet(self) -> None:
        """No call came for a while, or none that was tried briefly."""
        self._quiet = None
        if not sockets.rest():
            self._quiet = self._loop.call_later(_QUIET_S, self._be_quiet)

    def _take(self, notification: kernel.Notification) -> None:
        made = self._lookup.new_socket(notification)
        if made is not None and not self._judge.covers(Syscall.CREATE, *made):
            # Only here is "continue" safe: the kernel has these arguments in registers.
            self._notify.respond(notification.id, 0, flags=kernel.CONTINUE)
            return
        try:
            request = self._lookup.request(notification)
        except OSError as error:
            self._refuse(notification.id, error)
            return
        if request is None:
            self._notify.respond(notification.id, 0, errno.ENOSYS)
            return
        same = (notification.number, notification.arch, notification.args)
        earlier = self._held.get(notification.tid)
        if earlier is not None and self._adopts(earlier, notification, same):
            _close_fd(request)
            return
        self._remember_lost(request, same)
        held = Held(notification.id, request, SCRIPTS[request.call](request), same)
        if earlier is not None and earlier.same == same and earlier.asked is not None:
            self._take_over(earlier, held)
            return
        if earlier is not None:
            self._withdraw(earlier)
        self._held[notification.tid] = held
        self._advance(held, None)

    def _adopts(
        self, earlier: Held, notification: kernel.Notification, same: tuple[Any, ...]
    ) -> bool:
        """A call that a signal broke while it was being made goes on being made."""
        if earlier.same != same or earlier.asked is not None:
            return False
        earlier.notification = notification.id
        earlier.missing = False
        return True

    def _take_over(self, earlier: Held, held: Held) -> None:
        """A call that a signal broke while it waited for the judge asks no second time."""
        try:
            step = next(held.script)
        except (OSError, StopIteration):
            step = None
        if step == earlier.asked and isinstance(step, Ask):
            earlier.script.close()
            _close_fd(earlier.request)
            earlier.notification, earlier.missing = held.notification, False
            earlier.request, earlier.script = held.request, held.script
            if earlier.answer is not None:
                self.resume(earlier, earlier.answer)
            return
        self._withdraw(earlier)
        held.script.close()
        held.script = SCRIPTS[held.request.call](held.request)
        self._held[held.request.tid] = held
        self._advance(held, None)

    def _advance(self, held: Held, answer: Any) -> None:
        """Run a script until it waits or ends."""
        script = held.script
        try:
            while True:
                step = script.send(answer)
                if isinstance(step, Ask):
                    # After the copies were made: the number still means this thread.
                    held.request.look_again()
                    answer = self._judge.ask(held, step)
                    if answer is None:
                        held.asked = step
                        self._watch()
                        return
                else:
                    self._begin(held, step)
                    return
        except StopIteration as end:
            self._finish(held, end.value)
        except OSError as error:
            self._finish(held, -(error.errno or errno.EPERM))

    def _begin(self, held: Held, step: Wait | Disguised) -> None:
        self._watch()
        if isinstance(step, Disguised):
            self._disguise(held, step)
        else:
            self._wait(held, step)

    def _wait(self, held: Held, step: Wait) -> None:
        loop = self._loop

        def go_on(ready: bool) -> None:
            held.stop_now()
            self._advance(held, ready)

        if step.what is Until.SOON:
            soon = loop.call_later(_SOON_S, go_on, True)
            held.stop_waiting.append(soon.cancel)
        elif step.what is Until.READABLE:
            loop.add_reader(step.fd, go_on, True)
            held.stop_waiting.append(lambda: loop.remove_reader(step.fd))
        else:
            loop.add_writer(step.fd, go_on, True)
            held.stop_waiting.append(lambda: loop.remove_writer(step.fd))
        if step.until_s is not None:
            late = loop.call_later(max(0, step.until_s - time.monotonic()), go_on, False)
            held.stop_waiting.append(late.cancel)

    def _disguise(self, held: Held, step: Disguised) -> None:
        held.disguised = True

        def done(result: int) -> None:
            step.guise.close()
            held.disguised = False
            if held.gone:
                self._abandon(held)
            else:
                self._advance(held, result)

        def act() -> None:
            try:
                result = step.guise.run(step.act, step.address)
            finally:
                sockets.end_briefly()
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(done, result)

        threading.Thread(target=act, name="guise", daemon=True).start()

    def _finish(self, held: Held, result: Any) -> None:
        request = held.request
        told = self._tell(held, result)
        if self._held.get(request.tid) is held:
            del self._held[request.tid]
        _close_fd(request)
        if told:
            if isinstance(result, Give):
                os.close(result.fd)
        elif request.made:
            self._keep_lost(held)
        elif isinstance(result, Give):
            os.close(result.fd)

    def _tell(self, held: Held, result: Any) -> bool:
        notify, wait = self._notify, held.notification
        if isinstance(result, Untouched):
            return notify.respond(wait, 0, flags=kernel.CONTINUE)
        if isinstance(result, Give):
            try:
                return notify.give(wait, result.fd, cloexec=result.cloexec)
            except OSError as error:
                return notify.respond(wait, 0, error.errno or errno.EMFILE)
        if held.request.pipe_broke:
            return self._break_pipe(held)
        return notify.respond(wait, result) if result >= 0 else notify.respond(wait, 0, -result)

    def _break_pipe(self, held: Held) -> bool:
        """EPIPE, with the signal that goes with it.

        Where the signal ends the program it comes first, so that nothing runs
        between; where the program handles it, the result must be there before.
        """
        thread = held.request.thread
        with suppress(OSError):
            status = thread.status()
            bit = 1 << (signal.SIGPIPE - 1)
            if not any(int(status_field(status, name), 16) & bit for name in ("SigCgt", "SigIgn")):
                kernel.signal_thread(thread.tgid, thread.tid, signal.SIGPIPE)
                return True
        told = self._notify.respond(held.notification, 0, errno.EPIPE)
        kernel.signal_thread(thread.tgid, thread.tid, signal.SIGPIPE)
        return told

    def _refuse(self, wait: int, error: OSError) -> None:
        """What can't be looked into is not let through."""
        number = error.errno or errno.EPERM
        if number in (errno.EPERM, errno.EACCES):
            self.blind += 1
            number = errno.EPERM
        self._notify.respond(wait, 0, number)

    def _remember_lost(self, request: Request, same: tuple[Any, ...]) -> None:
        if not self._lost:
            return
        kept = self._lost.pop(request.tid, None)
        if kept is None:
            return
        if kept[0] == same:
            request.before = kept[1]
        else:
            _discard(kept[1])

    def _keep_lost(self, held: Held) -> None:
        """What was done for a call whose thread a signal took away, until it comes again."""
        request = held.request
        done = request.made + request.before
        request.made, request.before = [], []
        self._lost[request.tid] = (held.same, done, time.monotonic() + _LOST_S)
        while len(self._lost) > _MOST_LOST:
            _discard(self._lost.popitem(last=False)[1][1])
        self._watch()

    def _watch(self) -> None:
        if self._look is None:
            self._look = self._loop.call_later(_LOOK_S, self._look_at_all)

    def _look_at_all(self) -> None:
        """Find the callers that are gone: nobody tells."""
        self._look = None
        for held in list(self._held.values()):
            if self._notify.valid(held.notification):
                held.missing = False
            elif held.missing or not _alive(held.request.thread):
                self._withdraw(held)
            else:
                held.missing = True  # a restart would follow at once
        self._forget_lost(time.monotonic())
        if self._held or self._lost:
            self._watch()

    def _forget_lost(self, now: float) -> None:
        """Calls that did not come again. One that was stopped (Ctrl-Z) comes when it goes on."""
        for tid, (same, made, until) in list(self._lost.items()):
            if until >= now:
                continue
            if is_stopped(tid):
                self._lost[tid] = (same, made, now + _LOST_S)
            else:
                _discard(self._lost.pop(tid)[1])

    def _withdraw(self, held: Held) -> None:
        if held.event_id is not None:
            self._judge.withdrawn(held)
        self._drop(held)

    def _drop(self, held: Held) -> None:
        if self._held.get(held.request.tid) is held:
            del self._held[held.request.tid]
        held.stop_now()
        held.gone = True
        if not held.disguised:
            self._abandon(held)

    def _abandon(self, held: Held) -> None:
        held.script.close()
        _close_fd(held.request)
        if held.request.made or held.request.before:
            self._keep_lost(held)


def _close_fd(request: Request) -> None:
    if request.fd >= 0:
        os.close(request.fd)
        request.fd = -1


def _discard(made: Made) -> None:
    for _, result in made:
        if isinstance(result, Give):
            sockets.reset(result.fd)
    made.clear()


def _alive(thread: Thread) -> bool:
    try:
        thread.process()
    except OSError:
        return False
    return True
