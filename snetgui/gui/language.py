# SPDX-License-Identifier: GPL-2.0-or-later
"""Which language the screen speaks, and its texts: ours and Qt's own."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

TRANSLATIONS = Path(__file__).parent / "translations"
_ENGLISH = "en"  # what the code says; its file only has the plurals


def speak(app: QCoreApplication, locale: QLocale | None = None) -> str:
    """Load the texts of the first of the person's languages that we have; returns its name.

    Comes before any window is made. Qt's own texts come in the same language,
    not in the next best: "OK" beside "Abbrechen" helps nobody. Dates and
    numbers are not affected: they follow QLocale().

    Args:
        locale: None is the desktop's: LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
    """
    ours = QTranslator(app)
    folder = str(TRANSLATIONS)
    if not ours.load(locale or QLocale(), "snet", "_", folder):
        ours.load(f"snet_{_ENGLISH}", folder)
    language = ours.language() or _ENGLISH
    qts = QTranslator(app)
    path = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qts.load(QLocale(language), "qtbase", "_", path):
        app.installTranslator(qts)
    app.installTranslator(ours)
    return language
