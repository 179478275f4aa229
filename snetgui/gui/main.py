# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `snet-gui`: the tray app."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click
from PyQt6.QtCore import QLibraryInfo, QLocale, QTranslator
from PyQt6.QtWidgets import QApplication

from snetgui import __version__
from snetgui.engine.assemble import data_dir
from snetgui.engine.thread import EngineThread

from .bridge import Bridge
from .desktop import Desktop
from .icons import app_icon
from .single import Single, runtime_dir, session_name
from .sources import RECORDING, Make, backend_over
from .theme import Look, apply_look
from .unix_signals import UnixSignals

_NO_DAEMON = (
    "snet-gui: the system service snetd is not there yet; "
    "start the engine in this program with: snet-gui --standalone"
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--standalone", is_flag=True, help="Run the engine in this program.")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where rules and history are, instead of the usual place.",
)
@click.option(
    "--source",
    default="auto",
    show_default=True,
    metavar=f"auto|kernel|{RECORDING}FILE",
    help="Where events come from, with --standalone.",
)
@click.option(
    "--theme",
    type=click.Choice([look.value for look in Look]),
    default=Look.AUTO.value,
    show_default=True,
    help="Follow the desktop, or not.",
)
@click.option("--verbose", is_flag=True, help="Say more on standard error.")
@click.version_option(__version__, prog_name="snet-gui", message="%(prog)s %(version)s")
def main(standalone: bool, data_dir: Path | None, source: str, theme: str, verbose: bool) -> None:
    """Ask on the screen before programs use the network.

    Exit codes: 0 ended as wished (or another one runs in this session), 1
    failed, 2 wrong usage.
    """
    logging.basicConfig(
        level=logging.WARNING,
        format="snet-gui: %(name)s: %(message)s",
    )
    if verbose:
        logging.getLogger("snetgui").setLevel(logging.INFO)
    if not standalone:
        click.echo(_NO_DAEMON, err=True)
        sys.exit(2)
    try:
        make = backend_over(source, data_dir)
    except (ValueError, OSError) as error:
        raise click.BadParameter(str(error), param_hint="--source") from error
    sys.exit(run(make, data_dir, Look(theme)))


def run(make: Make, directory: Path | None, look: Look) -> int:
    """Run the app until it is told to end; returns its exit code."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("snet")
    app.setDesktopFileName("snet-gui")
    app.setWindowIcon(app_icon())
    # The tray and the prompt are the app; closing a window does not end it.
    app.setQuitOnLastWindowClosed(False)
    apply_look(app, look)
    _translate(app)
    try:
        folder = runtime_dir(os.environ, directory or data_dir())
    except OSError as error:
        click.echo(f"snet-gui: {error}", err=True)
        return 1
    single = Single(folder, session_name(os.environ))
    if not single.begin():
        click.echo(
            "snet-gui: it runs in this session already, and was asked to show itself", err=True
        )
        return 0
    try:
        return _run_engine(app, single, make)
    finally:
        single.end()


def _run_engine(app: QApplication, single: Single, make: Make) -> int:
    thread = EngineThread(make)
    try:
        thread.start()
    except (OSError, ValueError) as error:
        click.echo(f"snet-gui: {error}", err=True)
        return 1
    signals = UnixSignals()
    bridge = Bridge(thread.backend, thread.submit)
    desktop = Desktop(bridge)
    desktop.said.connect(lambda line: click.echo(f"snet-gui: {line}", err=True))
    desktop.quit_wanted.connect(lambda _checked: app.exit(0))
    signals.came.connect(lambda _number: app.exit(0))
    single.shown.connect(desktop.show_up)
    try:
        desktop.start()
        return app.exec()
    finally:
        desktop.stop()
        thread.stop()
        signals.close()


def _translate(app: QApplication) -> None:
    """Qt's own texts in the person's language."""
    texts = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(texts)


if __name__ == "__main__":
    main()
