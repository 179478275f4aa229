# SPDX-License-Identifier: GPL-2.0-or-later
"""The question on the screen: its window, and the parts that it is made of."""
