# SPDX-License-Identifier: GPL-2.0-or-later
"""Host names: the one form in which they are kept and compared."""

from __future__ import annotations

import re

from snetgui.model import HostMatch, RuleError
from snetgui.model.said import translate
from snetgui.model.text import shown

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")  # RFC 1123, and "_" as DNS has it
_LONGEST = 253  # characters, RFC 1035 2.3.4 without the final dot


def host_form(name: str) -> str:
    """The form in which host names are compared: lower case, no final dot."""
    return name.lower().removesuffix(".")


def host_matches(name: str, match: HostMatch) -> bool:
    """Whether the host name (in its form) is the one asked for, or below it."""
    return name == match.name or (match.subdomains and name.endswith("." + match.name))


def host_name(field: str, text: str) -> str:
    """Check a name and bring it into its form; other scripts' names as IDNA has them.

    Raises:
        RuleError: it can't be a host's name.
    """
    name = host_form(text.strip())
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii").lower()
        except UnicodeError:
            given = shown(text, 60)
            problem = translate("Problem", "{given} is not a host name", given=given)
            raise RuleError(field, problem) from None
    if len(name) > _LONGEST:
        problem = translate(
            "Problem",
            "{count} characters are above {most}",
            count=str(len(name)),
            most=str(_LONGEST),
        )
        raise RuleError(field, problem)
    for label in name.split("."):
        if not _LABEL.fullmatch(label):
            problem = translate(
                "Problem",
                '{given} is not a host name; write it as in "example.com"',
                given=shown(text, 60),
            )
            raise RuleError(field, problem)
    return name
