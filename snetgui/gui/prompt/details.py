# SPDX-License-Identifier: GPL-2.0-or-later
"""What is behind a question, for those who want to know: shown on demand."""

from __future__ import annotations

from collections.abc import Iterator

from PyQt6.QtCore import QSize, pyqtSignal
from PyQt6.QtWidgets import QSizePolicy, QWidget

from snetgui.gui import words
from snetgui.gui.fact_table import FactTable
from snetgui.gui.theme import em
from snetgui.model import Address, Event, Facts, Question, Syscall
from snetgui.model.names import family_name, protocol_name, type_name
from snetgui.model.text import shown
from snetgui.source.kernel.line import seed_line

# A path may be 4096 bytes and a command line far longer: whoever looks at
# details wants much of it, a layout can't take all of it.
_LONG = 2000
_WORDS_MOST = 64
_PARENTS_MOST = 12


def rows(question: Question) -> Iterator[tuple[str, str]]:
    """Label and text of each detail that is known."""
    event, facts = question.event, question.facts
    translate = words.translate
    yield translate("Details", "Program"), shown(event.process.exe, _LONG)
    yield translate("Details", "Command line"), _command(facts)
    yield translate("Details", "Started by"), _parents(facts)
    yield translate("Details", "Application"), shown(facts.application or "", _LONG)
    yield translate("Details", "Package"), shown(facts.package or "", _LONG)
    yield translate("Details", "Unit"), shown(facts.unit or "", _LONG)
    yield translate("Details", "Process"), _process(event)
    yield translate("Details", "User"), _user(event, facts)
    yield (
        translate("Details", "Names of the peer"),
        ", ".join(shown(host, 200) for host in (facts.hosts or ())[:8]),
    )
    yield translate("Details", "From"), _address(event.local)
    yield translate("Details", "To"), _address(event.remote)
    yield translate("Details", "Socket"), _socket(event)
    yield translate("Details", "File"), _file(event)
    yield translate("Details", "SHA-256"), shown(facts.sha256 or "", 64)
    yield translate("Details", "Control group"), str(event.process.cgroup or "")
    yield translate("Details", "Event"), _event(event)


def _event(event: Event) -> str:
    """The event's number and call, then all of it in the kernel's words."""
    call = "socket" if event.syscall is Syscall.CREATE else event.syscall
    return f"{event.id:#x} · {call}(2) · {seed_line(event)}"


def _command(facts: Facts) -> str:
    command = facts.command or ()
    text = " ".join(_quoted(word) for word in command[:_WORDS_MOST])
    return text + (" …" if len(command) > _WORDS_MOST else "")


def _quoted(word: str) -> str:
    text = shown(word, _LONG)
    return f"“{text}”" if not text or " " in text else text


def _parents(facts: Facts) -> str:
    parents = facts.ancestors or ()
    text = " ← ".join(shown(exe, 200) or "?" for exe in parents[:_PARENTS_MOST])
    return text + (" ← …" if len(parents) > _PARENTS_MOST else "")


def _process(event: Event) -> str:
    process = event.process
    return words.translate("Details", "{pid} (thread {tid}, named “{name}”, parent {ppid})").format(
        pid=process.pid, tid=process.tid, name=shown(process.comm, 32), ppid=process.ppid
    )


def _user(event: Event, facts: Facts) -> str:
    return words.translate("Details", "{user} (uid {uid}, gid {gid})").format(
        user=shown(facts.user or "", 64) or "?", uid=event.process.uid, gid=event.process.gid
    )


def _address(address: Address | None) -> str:
    if address is None:
        return ""
    text = shown(str(address), _LONG)
    raw = address.raw.hex(" ", 4)
    return f"{text} ({shown(raw, 120)})" if raw and text != address.raw.hex() else text


def _socket(event: Event) -> str:
    return (
        f"{family_name(event.family)} ({event.family}), "
        f"{type_name(event.type)} ({event.type}), "
        f"{protocol_name(event)} ({event.protocol})"
    )


def _file(event: Event) -> str:
    identity = event.process.exe_id
    if identity is None:
        return ""
    return words.translate("Details", "inode {ino} on device {dev:#x}").format(
        ino=identity.ino, dev=identity.dev
    )


class Details(FactTable):
    """A table of labels and selectable plain text, at most so high.

    Signals:
        scrolled: other lines of it are seen now.
    """

    scrolled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(words.translate("Details", "Details"))
        self._question: Question | None = None
        if (bar := self.verticalScrollBar()) is not None:
            bar.valueChanged.connect(lambda _value: self.scrolled.emit())

    def show_question(self, question: Question) -> None:
        """Show this question's details; filled only when they are looked at."""
        self._question = question
        if not self.isHidden():
            self.fill()

    def fill(self) -> None:
        """Put the texts into the table."""
        if self._question is not None:
            self.show_facts(rows(self._question))

    def sizeHint(self) -> QSize:
        """As high as the text, up to a limit; the rest is scrolled to."""
        most = em(self, 13)
        table = self.widget()
        if table is None:
            return QSize(0, most)
        height = table.heightForWidth(max(self.width(), em(self, 24)))
        return QSize(0, min(most, max(height, table.sizeHint().height())))

    def minimumSizeHint(self) -> QSize:
        """On a small screen the details give way, not the answers."""
        return QSize(0, em(self, 3))
