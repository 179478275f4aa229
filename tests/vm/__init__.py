# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock and debug kernels in virtual machines, and what runs inside them."""
