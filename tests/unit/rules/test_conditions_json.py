# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule asks about as JSON: comes back as it was, and nothing is taken for what it is not."""

from __future__ import annotations

import json
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import AddressMatch, Conditions, RuleError
from snetgui.rules.conditions_json import conditions_from_json, conditions_to_json
from snetgui.rules.labels import LABELS

from . import strategies as ours

LARGEST = (1 << 128) - 1
networks = st.one_of(
    st.builds(
        lambda ip, length: IPv4Network((ip, length), strict=False),
        st.integers(0, LARGEST >> 96),
        st.integers(0, 32),
    ),
    st.builds(
        lambda ip, length: IPv6Network((ip, length), strict=False),
        st.integers(0, LARGEST) | st.integers(0xFFFF << 32, (1 << 48) - 1),
        st.integers(0, 128),
    ),
)


def again(conditions: Conditions) -> Conditions:
    text = json.dumps(conditions_to_json(conditions))
    assert text.isascii()
    return conditions_from_json(json.loads(text))


@settings(max_examples=60, deadline=None)
@given(ours.conditions(21))
def test_conditions_come_back_as_they_were(conditions: Conditions) -> None:
    assert again(conditions) == conditions


@given(st.lists(networks, max_size=3))
def test_networks_come_back_as_they_were(some: list[IPv4Network | IPv6Network]) -> None:
    conditions = Conditions(remote=AddressMatch(networks=tuple(some)))
    assert again(conditions) == conditions


heads = st.one_of(
    st.integers(0, LARGEST >> 96).map(lambda number: str(IPv4Address(number))),
    st.integers(0, LARGEST).map(lambda number: IPv6Address(number).exploded),
    st.text("0123456789abcf:.%x ", max_size=12),
)
tails = st.sampled_from(["", "/", "/0", "/8", "/32", "/33", "/128", "/129", "/08", "/+8", "/ 8"])


@settings(max_examples=300)
@given(st.builds(lambda head, tail: head + tail, heads, tails | st.just("/255.0.0.0")))
def test_a_network_is_what_ipaddress_takes_for_one(word: str) -> None:
    try:
        wanted = ip_network(word)
    except ValueError:
        with pytest.raises(RuleError):
            conditions_from_json({"remote": {"networks": [word]}})
    else:
        found = conditions_from_json({"remote": {"networks": [word]}})
        assert found.remote == AddressMatch(networks=(wanted,))


def test_values_that_rules_share_are_one_object() -> None:
    """A hundred thousand rules of one program have its path once."""
    data = {
        "exe": {"glob": "/opt/**", "ignore_case": True},
        "users": [1000, 0],
        "syscalls": ["connect", "bind"],
        "remote_ports": [443, [8000, 8100]],
    }
    one = conditions_from_json(json.loads(json.dumps(data)))
    other = conditions_from_json(json.loads(json.dumps(data)))
    assert one == other
    for name in data:
        assert getattr(one, name) is getattr(other, name)


BAD_VALUES: list[tuple[str, Any]] = [
    ("exe", {}),
    ("exe", {"ignore_case": True}),
    ("exe", {"exact": "/x", "ignore_case": 0}),
    ("exe", {"vague": "/x"}),
    ("exe", {"exact": None}),
    ("exe", {"exact": "/x", "more": 1}),
    ("exe", ["exact", "/x"]),
    ("exe", None),
    ("sha256", 1),
    ("users", [True]),
    ("users", [1.0]),
    ("users", ["0"]),
    ("users", 0),
    ("syscalls", ["reboot"]),
    ("syscalls", [["connect"]]),
    ("remote", {"networks": ["10.0.0.1/8"]}),
    ("remote", {"networks": ["somewhere"]}),
    ("remote", {"networks": [1]}),
    ("remote", {"networks": "10.0.0.0/8"}),
    ("remote", {"network": []}),
    ("remote", {"ranges": ["192.0.2.1"]}),
    ("remote", {"ranges": [["192.0.2.1", "192.0.2.9"]]}),
    ("remote", {"ranges": ["fe80::1%eth0-fe80::9%eth0"]}),
    ("remote", {"paths": [None]}),
    ("remote_ports", [[1, 2, 3]]),
    ("remote_ports", [[1, "2"]]),
    ("remote_ports", [None]),
    ("remote_ports", {"443": 443}),
    ("host", {"name": "x", "subdomains": None}),
    ("host", {"subdomains": True}),
    ("netns", 1.5),
    ("netns", True),
    ("interface", ["lo"]),
    ("lists", [{"path": "/x", "kind": "guests"}]),
    ("lists", [{"path": "/x"}]),
    ("lists", {"path": "/x", "kind": "hosts"}),
]


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_a_value_that_is_not_what_it_must_be_is_refused(name: str, value: Any) -> None:
    good = conditions_to_json(Conditions(netns=7, application="app"))
    with pytest.raises(RuleError) as refusal:
        conditions_from_json({**good, name: value})
    assert refusal.value.field == LABELS[name]


@pytest.mark.parametrize("data", [{"weekday": 1}, [], None, "exe"])
def test_what_says_no_conditions_is_refused(data: Any) -> None:
    with pytest.raises(RuleError) as refusal:
        conditions_from_json(data)
    assert refusal.value.field == "conditions"
