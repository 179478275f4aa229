# SPDX-License-Identifier: GPL-2.0-or-later
"""What is on a screen, as pixels: the tests find the prompt's buttons as a person does."""

from __future__ import annotations

import struct
from dataclasses import dataclass

Colour = tuple[int, int, int]

ALLOW: Colour = (0x1F, 0x7A, 0x3D)
DENY: Colour = (0xB3, 0x26, 0x1E)
BAR: Colour = (0x1F, 0x6F, 0xEB)  # the countdown's, and nothing else's for so long a run
_RUN = 40  # so many pixels of one colour side by side are a button, not a letter


@dataclass(frozen=True)
class Picture:
    """Pixels in rows.

    Attributes:
        step: bytes of a pixel.
        order: at which of them red, green and blue are.
    """

    width: int
    height: int
    data: bytes
    step: int
    order: tuple[int, int, int]

    def find(self, colour: Colour, run: int = _RUN) -> tuple[int, int] | None:
        """x and y of the middle of the first such run of a colour."""
        pixel = bytearray(self.step)
        for place, part in zip(self.order, colour, strict=True):
            pixel[place] = part
        for spare in {0, 255} if self.step == 4 else {0}:
            if self.step == 4:
                pixel[3] = spare
            if (at := self._find(bytes(pixel) * run)) is not None:
                return at % self.width + run // 2, at // self.width
        return None

    def pixel(self, x: int, y: int) -> Colour:
        """The colour of one pixel."""
        start = (y * self.width + x) * self.step
        red, green, blue = (self.data[start + place] for place in self.order)
        return red, green, blue

    def rows(self, first: int, end: int) -> bytes:
        """The pixels of some rows."""
        line = self.width * self.step
        return self.data[first * line : end * line]

    def _find(self, wanted: bytes) -> int | None:
        at = self.data.find(wanted)
        while at >= 0 and at % self.step:
            at = self.data.find(wanted, at + 1)
        return at // self.step if at >= 0 else None


def from_ppm(data: bytes) -> Picture:
    """A picture as grim writes it (ppm(5), eight bits a colour)."""
    kind, size, most, pixels = data.split(b"\n", 3)
    assert (kind, most) == (b"P6", b"255")
    width, height = map(int, size.split())
    return Picture(width, height, pixels, 3, (0, 1, 2))


def from_xwd(data: bytes) -> Picture:
    """A picture as Xvfb keeps it in a file (XWDFile.h, version 7, 32 bits a pixel)."""
    header = struct.unpack_from(">25I", data)
    size, width, height, bits, colours = header[0], header[4], header[5], header[11], header[19]
    assert (header[1], bits) == (7, 32)
    start = size + 12 * colours
    return Picture(width, height, data[start : start + 4 * width * height], 4, (2, 1, 0))
