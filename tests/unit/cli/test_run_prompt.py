# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the terminal's prompt."""

from __future__ import annotations

from dataclasses import replace

from snetgui.cli.prompt import LIFETIMES, Choice, lines
from snetgui.model import (
    ALWAYS,
    ONCE,
    Action,
    Answer,
    Event,
    Facts,
    Process,
    Question,
    Scope,
    Syscall,
    parse_address,
)

NOW = 1_000_000_000
EVENT = Event(
    7,
    Syscall.CONNECT,
    2,
    1,
    6,
    Process(41, 42, 1, 5, 1000, 1000, "curl", "/usr/bin/curl"),
    0,
    NOW + 27_900_000_000,
    None,
    parse_address(b"\x02\x00\x01\xbb\x5d\xb8\xd8\x22" + bytes(8)),
)
QUESTION = Question(
    1,
    EVENT,
    Facts(user="ann", hosts=("example.org",)),
    2,
    EVENT.deadline_ns,
    Action.DENY,
    (Scope.DESTINATION, Scope.PROGRAM),
)


def _texts(question: Question, choice: Choice, width: int = 200) -> list[str]:
    return [text for _, text in lines(question, choice, 3, NOW, width, armed=True)]


def test_all_is_said() -> None:
    assert _texts(QUESTION, Choice()) == [
        "snet: curl wants to connect to example.org at 93.184.216.34:443 (https tcp) (2 calls)",
        "  /usr/bin/curl · process 41 · user ann",
        "  s this program, this destination · t this once · Esc later · 3 more",
        "  a allow  d deny  A always allow  D always deny · 27 s, then deny",
    ]


def test_keys_are_not_offered_before_they_count() -> None:
    last = lines(QUESTION, Choice(), 0, NOW, 200, armed=False)[-1][1]
    assert last == "  … · 27 s, then deny"


def test_what_a_program_says_of_itself_is_made_visible_and_cut() -> None:
    evil = replace(EVENT.process, comm="a\x1b[2J\n\u202e", exe="/x" * 3000)
    texts = _texts(replace(QUESTION, event=replace(EVENT, process=evil)), Choice(), 60)
    assert all(len(text) <= 60 and text.isprintable() for text in texts)
    assert "\\x1b[2J\\n\\u202e" in texts[0]


def test_choices_go_round_and_make_the_answer() -> None:
    choice = Choice()
    assert choice.answer(QUESTION, Action.ALLOW, None) == Answer(
        Action.ALLOW, Scope.DESTINATION, ONCE
    )
    choice = Choice(scope=3, lifetime=len(LIFETIMES) + 4)
    assert choice.answer(QUESTION, Action.DENY, None) == Answer(Action.DENY, Scope.PROGRAM, ALWAYS)
    assert Choice().answer(QUESTION, Action.DENY, ALWAYS).lifetime == ALWAYS


def test_listening_shows_where() -> None:
    event = replace(EVENT, syscall=Syscall.LISTEN, local=EVENT.remote, remote=None)
    text = _texts(replace(QUESTION, event=event, facts=Facts(), count=1), Choice())[0]
    assert text == "snet: curl wants to accept connections at 93.184.216.34:443 (https tcp)"
