# SPDX-License-Identifier: GPL-2.0-or-later
"""A module for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from snetgui.source.kernel import Client

from .fake_module import FakeModule


@pytest.fixture
def module() -> FakeModule:
    return FakeModule()


@pytest.fixture
def client(module: FakeModule) -> Iterator[Client]:
    with Client(module.channel()) as made:
        yield made
