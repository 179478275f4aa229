# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet run` on arm64: Debian's kernels for it in an emulated machine of that kind."""
