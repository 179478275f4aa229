# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings that can't be are refused by name, with the fix."""

from __future__ import annotations

import math

import pytest

from snetgui.model import Settings, SettingsError, check_settings


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(delay_s=1, max_age_days=1, max_bytes=1_000_000),
        Settings(delay_s=600, max_age_days=36_500, max_bytes=10**15),
        Settings(asked=frozenset(), max_age_days=None, max_bytes=None),
    ],
)
def test_what_can_be_passes(settings: Settings) -> None:
    check_settings(settings, 600)


@pytest.mark.parametrize(
    ("settings", "field", "says"),
    [
        (Settings(delay_s=0.5), "delay_s", "verdict delay: 0.5 seconds .* from 1 to 600$"),
        (Settings(delay_s=600.5), "delay_s", "from 1 to 600$"),
        (Settings(delay_s=math.nan), "delay_s", "nan"),
        (Settings(delay_s=math.inf), "delay_s", "inf"),
        (Settings(max_age_days=0), "max_age_days", "age of the history: 0 .* from 1 to 36,500$"),
        (Settings(max_age_days=36_501), "max_age_days", "36,501 days"),
        (Settings(max_bytes=999_999), "max_bytes", "size .*: 999,999 .* from 1,000,000 to"),
        (Settings(max_bytes=10**15 + 1), "max_bytes", "to 1,000,000,000,000,000$"),
    ],
)
def test_what_cannot_be_is_named_with_the_fix(settings: Settings, field: str, says: str) -> None:
    with pytest.raises(SettingsError, match=says) as caught:
        check_settings(settings, 600)
    assert caught.value.field == field
