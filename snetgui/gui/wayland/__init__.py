# SPDX-License-Identifier: GPL-2.0-or-later
"""Wayland: how the prompt gets a place of its own there, without the keyboard.

An ordinary Wayland window is given the keyboard by the compositor as soon as it
appears, can't stay above others and can't say where it belongs. Windows that
desktops make themselves (panels, notifications) use another protocol for that,
wlr-layer-shell, which Qt does not speak. So a small process stands between Qt
and the compositor, passes everything on, and says the prompt's window in that
protocol. Nothing in here knows Qt.
"""
