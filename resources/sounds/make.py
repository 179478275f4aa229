#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes our sounds: a few struck tones that fade, quiet and short.

make.py [FOLDER], by default the one that it lies in. The files that it made lie
beside it; a test holds them against it.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
PEAK = 0.22  # of full scale: heard beside music, never startling
ATTACK_S = 0.006

# Name: (start in seconds, frequency in Hz, seconds until it has faded to a tenth).
SOUNDS = {
    # A fifth upwards, as a question goes.
    "question": ((0.00, 587.33, 0.16), (0.11, 880.00, 0.26)),
    # A third downwards, lower: something is over.
    "missed": ((0.00, 493.88, 0.16), (0.12, 392.00, 0.28)),
}
# A struck bar's overtones: times the frequency, share, times as quick to fade.
OVERTONES = ((1.0, 1.0, 1.0), (2.76, 0.16, 2.2), (5.40, 0.05, 4.0))


def struck(at_s: float, hertz: float, fade_s: float) -> float:
    """A struck bar's swing this long after the stroke."""
    if at_s < 0:
        return 0.0
    attack = min(1.0, at_s / ATTACK_S)
    return attack * sum(
        share * 0.1 ** (at_s * quick / fade_s) * math.sin(2 * math.pi * hertz * times * at_s)
        for times, share, quick in OVERTONES
    )


def samples(tones: tuple[tuple[float, float, float], ...]) -> list[int]:
    """All tones together, as 16-bit samples that end in silence."""
    length_s = max(start + 1.6 * fade for start, _hertz, fade in tones)
    count = round(length_s * RATE)
    sums = [
        sum(struck(number / RATE - start, hertz, fade) for start, hertz, fade in tones)
        for number in range(count)
    ]
    loudest = max(map(abs, sums))
    closing = round(0.03 * RATE)
    return [
        round(32_767 * PEAK * value / loudest * min(1.0, (count - 1 - number) / closing))
        for number, value in enumerate(sums)
    ]


def write(path: Path, values: list[int]) -> None:
    """One channel of 16-bit samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, tones in SOUNDS.items():
        write(folder / f"snet-{name}.wav", samples(tones))


if __name__ == "__main__":
    main()
