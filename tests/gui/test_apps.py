# SPDX-License-Identifier: GPL-2.0-or-later
"""Which program is called what, and who may say so."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QApplication

from snetgui.gui import desktop_entry
from snetgui.gui.apps import Apps
from snetgui.gui.desktop_entry import Entry, application_dirs, localised, main_group, read_all
from snetgui.gui.entries import Entries
from snetgui.model import NOTHING_KNOWN, Facts

from .kit import event

FIREFOX = Entry("firefox", "/usr/bin/firefox", "Firefox", "no-such-icon", system=True)


def named(exe: str, *entries: Entry, application: str | None = None) -> str:
    apps = Apps()
    apps.take(list(entries))
    facts = Facts(application=application) if application else NOTHING_KNOWN
    return apps.of(event(exe=exe), facts).name


@pytest.mark.parametrize(
    ("exe", "entries", "name"),
    [
        ("/usr/bin/firefox", [FIREFOX], "Firefox"),
        ("/usr/lib/firefox/firefox", [FIREFOX], "Firefox"),
        ("/usr/lib/firefox/firefox-bin", [FIREFOX], "Firefox"),
        ("/home/anna/firefox", [FIREFOX], "firefox"),
        ("/tmp/firefox", [FIREFOX], "firefox"),
        ("/usr/bin/curl", [FIREFOX], "curl"),
        ("", [FIREFOX], "A program"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_system_entries_name_the_systems_programs(
    exe: str, entries: list[Entry], name: str
) -> None:
    expected = "curl" if name == "A program" else name  # the thread's own name, else
    assert named(exe, *entries) in (name, expected)


@pytest.mark.usefixtures("qapp")
def test_ones_own_entry_names_only_ones_own_program() -> None:
    own = Entry("x", "/home/anna/bin/x", "My X", "", system=False)
    liar = Entry("y", "/usr/bin/curl", "Firefox", "", system=False)
    assert named("/home/anna/bin/x", own, liar) == "My X"
    assert named("/usr/bin/curl", own, liar) == "curl"
    assert named("/usr/bin/x", own) == "x"


@pytest.mark.usefixtures("qapp")
def test_ones_own_entry_takes_no_name_and_no_icon_of_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from_theme: list[str] = []
    monkeypatch.setattr(QIcon, "fromTheme", from_theme.append)
    liar = Entry("y", "/home/anna/bin/x", "FIREFOX", "own", system=False)
    assert named("/home/anna/bin/x", FIREFOX, liar) == "x"
    dressed = Entry("y", "/home/anna/bin/x", "My X", FIREFOX.icon, system=False)
    assert named("/home/anna/bin/x", FIREFOX, dressed) == "My X"
    assert from_theme == []


@pytest.mark.parametrize(
    ("starts", "exe", "name"),
    [
        ("/opt/google/chrome/google-chrome", "/opt/google/chrome/chrome", "Chrome"),
        ("/opt/google/chrome/google-chrome", "/opt/google/other/chrome", "chrome"),
        ("/usr/bin/chrome-script", "/usr/bin/curl", "curl"),
        ("/usr/lib/x86_64-linux-gnu/a", "/usr/lib/x86_64-linux-gnu/b", "b"),
        ("/opt/a", "/opt/b", "b"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_lies_beside_what_an_entry_starts_is_that_application(
    starts: str, exe: str, name: str
) -> None:
    assert named(exe, Entry("chrome", starts, "Chrome", "", system=True)) == name


@pytest.mark.usefixtures("qapp")
def test_what_two_entries_call_differently_has_its_own_name() -> None:
    writer = Entry("w", "/usr/bin/office", "Writer", "", system=True)
    calc = Entry("c", "/usr/bin/office", "Calc", "", system=True)
    assert named("/usr/bin/office", writer, calc) == "office"
    assert named("/usr/bin/office", writer, calc, application="c") == "Calc"


@pytest.mark.usefixtures("qapp")
def test_an_entrys_name_is_untrusted_too() -> None:
    nasty = Entry("n", "/home/anna/n", "\u202eevil\n" + "n" * 500, "", system=False)
    name = named("/home/anna/n", nasty)
    assert name.isprintable() and len(name) < 60


@pytest.mark.usefixtures("qapp")
def test_there_is_always_an_icon() -> None:
    apps = Apps()
    assert not apps.of(event(), NOTHING_KNOWN).icon.isNull()
    apps.take([FIREFOX])
    assert not apps.of(event(exe="/usr/bin/firefox"), NOTHING_KNOWN).icon.isNull()
    assert isinstance(QApplication.instance(), QApplication)


TEXT = """# a comment
[Desktop Entry]
Type=Application
Name=Files
Name[de]=Dateien
Name[de_AT]=Datein
Name=Second
Exec=/bin/sh %U
Icon=folder
[Desktop Action new]
Name=New
Exec=/bin/other
"""


def test_main_group() -> None:
    keys = main_group(TEXT)
    assert keys["Name"] == "Files" and keys["Exec"] == "/bin/sh %U"


@pytest.mark.parametrize(
    ("language", "name"),
    [("de_AT", "Datein"), ("de_DE", "Dateien"), ("fr_FR", "Files"), ("C", "Files"), ("", "Files")],
)
def test_localised(language: str, name: str) -> None:
    assert localised(main_group(TEXT), "Name", language) == name


@pytest.mark.parametrize(
    ("command", "found"),
    [
        ("/bin/sh", True),
        ("/bin/sh %U", True),
        ("sh %u", True),
        ("/bin/sh /usr/share/app/app.sh", False),
        ("/bin/sh --option", False),
        ("env X=1 sh", False),
        ("/no/such/program", False),
        ('sh "unclosed', False),
        ("", False),
    ],
)
def test_program_of(command: str, found: bool) -> None:
    program = desktop_entry.program_of("", command)
    assert bool(program) is found
    assert not found or Path(program) == Path("/bin/sh").resolve()


def test_read_all_takes_what_it_can(tmp_path: Path) -> None:
    system, own = tmp_path / "system", tmp_path / "own"
    for folder in (system / "kde", own):
        folder.mkdir(parents=True)
    (system / "kde" / "files.desktop").write_text(TEXT)
    (system / "hidden.desktop").write_text(TEXT.replace("Icon=", "NoDisplay=true\nIcon="))
    (system / "broken.desktop").write_bytes(b"\xff\xfe\x00[Desktop Entry]\n=\n==\n[")
    (system / "link.desktop").symlink_to("/nowhere")
    (own / "kde-files.desktop").write_text(TEXT.replace("Name=Files", "Name=Mine"))
    entries = read_all([(system, True), (own, False), (tmp_path / "none", True)], "C")
    assert [(entry.id, entry.name, entry.system) for entry in entries] == [
        ("kde-files", "Files", True),
        ("kde-files", "Mine", False),
    ]


def test_application_dirs_put_ones_own_last() -> None:
    dirs = application_dirs({"XDG_DATA_DIRS": "/a:/b:relative", "XDG_DATA_HOME": "/home/x/share"})
    assert dirs == [
        (Path("/a/applications"), True),
        (Path("/b/applications"), True),
        (Path("/home/x/share/applications"), False),
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("stopped", [False, True])
def test_what_is_read_is_told_unless_nobody_wants_it_any_more(
    monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    go = threading.Event()
    monkeypatch.setattr("snetgui.gui.entries.read_all", lambda *_where: [] if go.wait(20) else None)
    entries = Entries()
    told: list[object] = []
    entries.read.connect(told.append)
    entries.start()
    go.set()
    entries._worker.shutdown(wait=True)  # read, and its word is on the way
    if stopped:
        entries.stop()
    QApplication.processEvents()
    assert len(told) == (not stopped)
    entries.stop()
