# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of remembered rules: model, proxy, view."""
