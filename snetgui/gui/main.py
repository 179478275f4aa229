# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `snet-gui`: the tray app."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click
from PyQt6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PyQt6.QtWidgets import QApplication

from snetgui import __version__
from snetgui.bus.offer import shared
from snetgui.engine.assemble import data_dir
from snetgui.engine.thread import EngineThread
from snetgui.model import SnetError

from .bridge import Bridge
from .desktop import Desktop
from .icons import app_icon
from .single import Single, runtime_dir, session_name
from .sources import RECORDING, Make, attached, backend_over
from .theme import Look, apply_look
from .unix_signals import UnixSignals

_NO_DAEMON = (
    "snet-gui: the system service snetd is not there yet; "
    "start the engine in this program with: snet-gui --standalone"
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--standalone", is_flag=True, help="Run the engine in this program.")
@click.option(
    "--attach",
    type=click.Path(exists=True, path_type=Path),
    metavar="SOCKET",
    help="Ask for an engine in another program of yours (snet run does this); end with it.",
)
@click.option("--ready-fd", type=int, hidden=True, help="Where to say that the windows are there.")
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
def main(  # noqa: PLR0913  (one parameter for each option)
    *,
    standalone: bool,
    attach: Path | None,
    ready_fd: int | None,
    data_dir: Path | None,
    source: str,
    theme: str,
    verbose: bool,
) -> None:
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
    if attach is not None:
        sys.exit(run_attached(attach, Look(theme), ready_fd))
    if not standalone:
        click.echo(_NO_DAEMON, err=True)
        sys.exit(2)
    try:
        make = backend_over(source, data_dir)
    except (ValueError, OSError) as error:
        raise click.BadParameter(str(error), param_hint="--source") from error
    sys.exit(run(shared(make, data_dir), data_dir, Look(theme)))


def run(make: Make, directory: Path | None, look: Look) -> int:
    """Run the app until it is told to end; returns its exit code."""
    app = _application(look)
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
        return _run_engine(app, make, single=single)
    finally:
        single.end()


def run_attached(socket: Path, look: Look, ready_fd: int | None) -> int:
    """Ask for an engine elsewhere until it ends; returns the exit code.

    Beside a standalone app, and as many as there are engines. A byte is
    written to ready_fd once there is a screen to ask on.
    """
    app = _application(look)
    if ready_fd is not None:
        QTimer.singleShot(0, lambda: _tell_ready(ready_fd))
    return _run_engine(app, attached(socket))


def _tell_ready(ready_fd: int) -> None:
    os.write(ready_fd, b"\n")
    os.close(ready_fd)


def _application(look: Look) -> QApplication:
    app = QApplication([sys.argv[0]])
    app.setApplicationName("snet")
    app.setDesktopFileName("snet-gui")
    app.setWindowIcon(app_icon())
    # The tray and the prompt are the app; closing a window does not end it.
    app.setQuitOnLastWindowClosed(False)
    apply_look(app, look)
    _translate(app)
    return app


def _run_engine(app: QApplication, make: Make, *, single: Single | None = None) -> int:
    """single: None for an engine elsewhere, whose end is the app's too."""
    thread = EngineThread(make)
    try:
        thread.start()
    except (OSError, ValueError, SnetError) as error:
        click.echo(f"snet-gui: {error}", err=True)
        return 1
    signals = UnixSignals()
    bridge = Bridge(thread.backend, thread.submit)
    desktop = Desktop(bridge)
    desktop.said.connect(lambda line: click.echo(f"snet-gui: {line}", err=True))
    desktop.quit_wanted.connect(lambda _checked: app.exit(0))
    signals.came.connect(lambda _number: app.exit(0))
    if single is not None:
        single.shown.connect(desktop.show_up)
    else:
        desktop.lost.connect(lambda: app.exit(0))
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
