# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings: the engine's, and the person's own for this screen."""
