# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet run` with real programs."""
