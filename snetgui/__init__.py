# SPDX-License-Identifier: GPL-2.0-or-later
"""snet: an interactive desktop firewall that holds network system calls."""

__version__ = "0.1.0"
