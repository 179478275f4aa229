# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `snet-gui`: the tray app."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication

from snetgui import __version__
from snetgui.bus.offer import shared
from snetgui.engine.assemble import DATA_DIR_VARIABLE, data_dir
from snetgui.engine.thread import EngineThread
from snetgui.model import SnetError

from .bridge import Bridge
from .desktop import Desktop
from .icons import app_icon
from .language import speak
from .prompt.keyboard import use_layers
from .settings.autostart import Autostart
from .settings.looks import Looks
from .settings.own import own_path
from .settings.own_store import OwnStore
from .single import Single, runtime_dir, session_name
from .sources import RECORDING, Make, attached, backend_over
from .theme import Look
from .unix_signals import UnixSignals
from .wayland.start import Screen, prepared

_NO_DAEMON = (
    "snet-gui: the system service snetd is not there yet; "
    "start the engine in this program with: snet-gui --standalone"
)


@dataclass(frozen=True, slots=True)
class Here:
    """What belongs to an app that runs the engine itself.

    Attributes:
        command: what starts it at login.
        may_be_first: show the first steps if the person never saw them.
    """

    single: Single
    command: Sequence[str]
    may_be_first: bool


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
    help="Follow the desktop, or not; instead of what is set.",
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
    theme: str | None,
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
    look = Look(theme) if theme is not None else None
    if attach is not None:
        sys.exit(run_attached(attach, look, ready_fd))
    if not standalone:
        click.echo(_NO_DAEMON, err=True)
        sys.exit(2)
    try:
        make = backend_over(source, data_dir)
    except (ValueError, OSError) as error:
        raise click.BadParameter(str(error), param_hint="--source") from error
    command = login_command(sys.argv[0], source, data_dir)
    sys.exit(run(shared(make, data_dir), data_dir, look, command))


def login_command(program: str, source: str, directory: Path | None) -> tuple[str, ...]:
    """What starts this program at login as it was started now."""
    path = Path(program).absolute()
    ours = [str(path)] if path.name == "snet-gui" else [sys.executable, "-m", "snetgui.gui.main"]
    if source != "auto":
        ours += ["--source", source]
    if directory is not None:
        ours += ["--data-dir", str(directory.absolute())]
    return (*ours, "--standalone")


def run(make: Make, directory: Path | None, look: Look | None, command: Sequence[str]) -> int:
    """Run the app until it is told to end; returns its exit code.

    Args:
        directory: of rules and history, where the person named one. That is
            nobody's first start.
        look: None as the person has set it.
        command: what starts it at login.
    """
    app = _application()
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
        usual = directory is None and DATA_DIR_VARIABLE not in os.environ
        return _run_engine(app, make, look, Here(single, command, usual))
    finally:
        single.end()


def run_attached(socket: Path, look: Look | None, ready_fd: int | None) -> int:
    """Ask for an engine elsewhere until it ends; returns the exit code.

    Beside a standalone app, and as many as there are engines. A byte is
    written to ready_fd once there is a screen to ask on.
    """
    app = _application()
    if ready_fd is not None:
        QTimer.singleShot(0, lambda: _tell_ready(ready_fd))
    return _run_engine(app, attached(socket), look)


def _tell_ready(ready_fd: int) -> None:
    os.write(ready_fd, b"\n")
    os.close(ready_fd)


def _application() -> QApplication:
    with prepared(os.environ) as screen:
        app = QApplication([sys.argv[0]])
    if screen is Screen.LAYERS:
        use_layers(app)
    app.setApplicationName("snet")
    app.setDesktopFileName("snet-gui")
    app.setWindowIcon(app_icon())
    # The tray and the prompt are the app; closing a window does not end it.
    app.setQuitOnLastWindowClosed(False)
    speak(app)
    return app


def _run_engine(
    app: QApplication,
    make: Make,
    look: Look | None,
    here: Here | None = None,
) -> int:
    """Run over an engine; here: None for one elsewhere, whose end is the app's too."""
    store = OwnStore(own_path(os.environ), app)
    as_set = store.own.look
    looks = Looks(app, look if look is not None else as_set, as_set)
    store.changed.connect(lambda own: looks.set(own.look))
    thread = EngineThread(make)
    try:
        thread.start()
    except (OSError, ValueError, SnetError) as error:
        click.echo(f"snet-gui: {error}", err=True)
        return 1
    signals = UnixSignals()
    bridge = Bridge(thread.backend, thread.submit)
    desktop = Desktop(
        bridge,
        store,
        _autostart(here.command) if here is not None else None,
        first_start=here is not None and here.may_be_first and not store.own.first_done,
    )
    desktop.said.connect(lambda line: click.echo(f"snet-gui: {line}", err=True))
    desktop.quit_wanted.connect(lambda _checked: app.exit(0))
    signals.came.connect(lambda _number: app.exit(0))
    if here is not None:
        here.single.shown.connect(desktop.show_up)
    else:
        desktop.lost.connect(lambda: app.exit(0))
    try:
        desktop.start()
        return app.exec()
    finally:
        desktop.stop()
        thread.stop()
        signals.close()


def _autostart(command: Sequence[str]) -> Autostart | None:
    """None where nothing can start with the session: it is another user's (sudo, pkexec)."""
    anothers = any(os.environ.get(name, "0") != "0" for name in ("SUDO_UID", "PKEXEC_UID"))
    return None if anothers else Autostart(command, os.environ)


if __name__ == "__main__":
    main()
