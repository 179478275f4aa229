# SPDX-License-Identifier: GPL-2.0-or-later
"""The collector does not look at a hundred thousand rules because they were made."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from snetgui.rules.collector import paused, set_apart


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    gc.unfreeze()
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_it_is_paused_and_goes_on_as_it_was() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with pytest.raises(ZeroDivisionError), paused():
        _ = 1 // 0
    assert not gc.isenabled()


def test_what_was_made_meanwhile_is_not_looked_at_next() -> None:
    looks: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looks.append(len(gc.get_objects(generation=0)))

    gc.callbacks.append(note)
    try:
        with paused():
            made: list[list[int]] = [[] for _ in range(50_000)]
        more: list[list[int]] = [[] for _ in range(5_000)]
    finally:
        gc.callbacks.remove(note)
    assert looks and max(looks) < 10_000
    assert len(made) + len(more) == 55_000


def test_what_is_set_apart_stays_so() -> None:
    set_apart()
    apart = gc.get_freeze_count()
    assert apart > 0
    with paused():
        pass
    assert gc.get_freeze_count() >= apart - 100  # some of it may have gone meanwhile
