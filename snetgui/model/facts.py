# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known about an event beyond what its source said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Each is None where it is not known: then no condition on it matches.

    Attributes:
        command: the command line's words, as /proc gives them. Untrusted.
        ancestors: executables of the parents, nearest first. Untrusted text.
        sha256: of the executable, lower case hex.
        application: desktop entry, Flatpak, Snap or AppImage id.
        package: name of the distribution's package.
        unit: systemd unit, or the cgroup's path where there is none.
        user: login name.
        hosts: names that the remote address was looked up under, newest first.
        interface: through which the call would go out.
    """

    command: tuple[str, ...] | None = None
    ancestors: tuple[str, ...] | None = None
    sha256: str | None = None
    application: str | None = None
    package: str | None = None
    unit: str | None = None
    user: str | None = None
    hosts: tuple[str, ...] | None = None
    interface: str | None = None


NOTHING_KNOWN = Facts()
