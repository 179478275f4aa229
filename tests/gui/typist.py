# SPDX-License-Identifier: GPL-2.0-or-later
"""A window to type into, that writes down what was typed: another program of the person's."""

from __future__ import annotations

import sys
from pathlib import Path

from PyQt6.QtWidgets import QApplication, QLineEdit


def main() -> None:
    app = QApplication(sys.argv)
    line = QLineEdit()
    out = Path(sys.argv[1])
    line.setWindowTitle(sys.argv[2] if len(sys.argv) > 2 else "Typist")

    def write_down(text: str) -> None:
        out.write_text(text)

    line.textChanged.connect(write_down)
    line.resize(400, 60)
    line.move(20, 20)
    line.show()
    app.exec()


if __name__ == "__main__":
    main()
