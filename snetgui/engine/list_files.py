# SPDX-License-Identifier: GPL-2.0-or-later
"""The list files that rules ask about: read in a thread, watched, and read again.

What a file said last holds until it was read anew as a whole. A file that is
gone or can't be read lists nothing: a condition on it is then not known, and
not known never matches.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from snetgui.model import ListMatch
from snetgui.model.said import translate
from snetgui.model.text import shown
from snetgui.rules.lists import Entries

from .inotify import Inotify
from .list_file import ListFile, Mark, Unsteady, mark_of, read_list
from .workers import Workers

LOOK_S = 30.0  # where the kernel tells nothing: a network's files, a directory to come
QUIET_S = 0.5  # a file that is being written is left to itself for so long
_THREADS = 2  # one may stall on a disk that is gone
_log = logging.getLogger(__name__)

SetList = Callable[[ListMatch, Entries | None], None]


@dataclass(slots=True)
class _Known:
    """One list that rules ask about.

    Attributes:
        mark: of the state that was read last, or could not be.
        names: of the file: as the rule has it, and what that is a link to.
        problem: one sentence for the person, "" while all is well.
    """

    names: frozenset[str]
    mark: Mark | None = None
    problem: str = ""
    reading: asyncio.Task[None] | None = None
    again: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)


class ListFiles:
    """Keeps the lists in step with their files. One event loop."""

    def __init__(self, set_list: SetList, changed: Callable[[], None]) -> None:
        """Set_list is told what a file holds now (None: not known); then changed is called."""
        self._set_list = set_list
        self._changed = changed
        self._known: dict[ListMatch, _Known] = {}
        self._workers = Workers("snet-lists", _THREADS)
        self._inotify = Inotify(self._told)
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.Task[None] | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence for each list that a person should look at."""
        return tuple(known.problem for known in self._known.values() if known.problem)

    def want(self, lists: frozenset[ListMatch]) -> None:
        """Follow exactly these from now on."""
        if lists == self._known.keys():
            return
        for wanted in self._known.keys() - lists:
            gone = self._known.pop(wanted)
            if gone.reading is not None:
                gone.reading.cancel()
            self._set_list(wanted, None)
        for wanted in lists - self._known.keys():
            self._inotify.open()
            self._known[wanted] = _Known(frozenset({wanted.path}))
            self._read_soon(wanted, 0.0)
        self._set_timer()

    async def settled(self) -> None:
        """Return when each list was read or could not be."""
        for known in tuple(self._known.values()):
            await known.done.wait()

    def close(self) -> None:
        """Follow none; what is being read is given up."""
        self.want(frozenset())
        self._inotify.close()
        self._workers.close()
        if self._looking is not None:
            self._looking.cancel()

    # What is told, and what is looked after

    def _told(self, directory: str, name: str) -> None:
        for wanted, known in self._known.items():
            if not name or os.path.join(directory, name) in known.names:  # noqa: PTH118
                self._read_soon(wanted, QUIET_S)

    def _set_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._known:
            self._timer = asyncio.get_running_loop().call_later(LOOK_S, self._look)

    def _look(self) -> None:
        self._set_timer()
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look_at_all())

    async def _look_at_all(self) -> None:
        for wanted in tuple(self._known):
            mark = await self._workers.run(partial(mark_of, wanted.path))
            known = self._known.get(wanted)
            if known is not None and known.reading is None and mark != known.mark:
                self._read_soon(wanted, 0.0)

    # Reading

    def _read_soon(self, wanted: ListMatch, wait_s: float) -> None:
        known = self._known[wanted]
        if known.reading is not None:
            known.again = True
            return
        known.reading = asyncio.get_running_loop().create_task(self._read(wanted, known, wait_s))

    async def _read(self, wanted: ListMatch, known: _Known, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        known.again = False
        result, mark = await self._workers.run(partial(self._attempt, wanted, known))
        if self._known.get(wanted) is not known:
            return
        known.reading = None
        self._inotify.keep({place for each in self._known.values() for place in _places(each)})
        self._took(wanted, known, result, mark)
        known.done.set()
        if known.again or isinstance(result, Unsteady):
            self._read_soon(wanted, QUIET_S)

    def _attempt(
        self, wanted: ListMatch, known: _Known
    ) -> tuple[ListFile | OSError | ValueError, Mark | None]:
        """In a thread: watch first, so that no change is missed, then read."""
        mark = mark_of(wanted.path)
        try:
            known.names = frozenset({wanted.path, os.path.realpath(wanted.path)})
            for place in _places(known):
                self._inotify.add(place)
            read = read_list(wanted)
        except (OSError, ValueError) as fault:  # ValueError: a zero byte in the path
            return fault, mark
        return read, read.mark

    def _took(
        self, wanted: ListMatch, known: _Known, result: ListFile | Exception, mark: Mark | None
    ) -> None:
        name = shown(wanted.path)
        before, known.mark = known.problem, mark
        if isinstance(result, ListFile):
            known.problem = _bad_words(name, result)
            self._set_list(wanted, result.entries)
        elif isinstance(result, Unsteady):
            known.problem = translate(
                "Problem",
                "The list {name} changes while it is read: what it said before holds.",
                name=name,
            )
        else:
            reason = getattr(result, "strerror", None) or str(result)
            known.problem = translate(
                "Problem",
                "The list {name} can't be read ({reason}): no rule that asks for it matches.",
                name=name,
                reason=reason,
            )
            self._set_list(wanted, None)
        if known.problem not in {"", before}:
            _log.info("%s", known.problem)
        self._changed()


def _bad_words(name: str, read: ListFile) -> str:
    if not read.bad_lines:
        return ""
    return translate(
        "Problem",
        "In the list {name} %n lines can't be understood, first line {first}: skipped.",
        "",
        read.bad_lines,
        one="In the list {name} 1 line can't be understood, line {first}: skipped.",
        name=name,
        first=str(read.first_bad),
    )


def _places(known: _Known) -> set[str]:
    return {os.path.dirname(name) or "/" for name in known.names}  # noqa: PTH120
