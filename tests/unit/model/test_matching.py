# SPDX-License-Identifier: GPL-2.0-or-later
"""A decision that is matched as it happens is matched in the history too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from snetgui.model import Decision, HistoryQuery, Syscall, unix_address
from snetgui.model.matching import matches, service_port
from tests.unit.store import samples
from tests.unit.store import test_history as history

DECISION = samples.a_decision()


@given(history.small_decisions(), history.queries)
def test_it_is_what_the_history_finds(decision: Decision, query: HistoryQuery) -> None:
    """That the history finds the same is held there, by the same oracle."""
    assert matches(decision, query) is history.matches(decision, query)


@pytest.mark.parametrize(
    ("syscall", "port"),
    [(Syscall.CONNECT, 443), (Syscall.SENDMSG, 443), (Syscall.ACCEPT, 0), (Syscall.LISTEN, 0)],
)
def test_the_service_is_remote_of_what_goes_out(syscall: Syscall, port: int) -> None:
    assert service_port(replace(DECISION.event, syscall=syscall)) == port


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("PROGRAM1 ada", True),
        ("443", True),
        ("0443", True),
        ("44", False),
        ("4" * 5000, False),
        ("٣", False),
        ("example 192.0.2", True),
        (" ".join(["program1"] * 16 + ["absent"]), True),
        ("absent", False),
    ],
)
def test_words(search: str, found: bool) -> None:
    assert matches(DECISION, HistoryQuery(search=search)) is found


def test_a_path_that_is_no_text_is_found() -> None:
    event = replace(DECISION.event, remote=unix_address("/run/\udcff"))
    assert matches(replace(DECISION, event=event), HistoryQuery(destination="/run/\udcff"))
