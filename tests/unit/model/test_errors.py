# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors can be copied: they are told again in another language."""

from __future__ import annotations

import copy

import pytest

from snetgui.model import RuleError, SettingsError, SnetError, StoreError


@pytest.mark.parametrize(
    "error", [RuleError("exe", "no path"), SettingsError("delay_s", "too long"), StoreError("full")]
)
def test_a_copy_says_the_same(error: SnetError) -> None:
    twin = copy.copy(error)
    assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))
