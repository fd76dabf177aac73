"""What a picture looks like, in a few numbers: two prints tell whether two pictures are the same one, saved again elsewhere.

The brightness of neighbours compared (a "difference hash", in both directions) tells quickly what cannot be the same. Before even
grounds it tells too little, and nothing of colour, so that those it leaves are compared place by place.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

SIDE, PLACES = 9, 14
MOST_BITS = 30
"""Of 128. A picture saved again at quality 30, or with a mark, differs by up to 22."""
STEP, MOST_CHANGED, MOST_APART = 20, 0.08, 3.0
"""From which difference of 255 on a place has changed; how many may have (a mark); the mean of all."""


@dataclass(frozen=True, slots=True)
class PicturePrint:
    """bits: 128. colours: red, green, blue of PLACES x PLACES places."""

    bits: int
    colours: bytes

    def is_like(self, other: PicturePrint) -> bool:
        """Whether both are one picture."""
        if (self.bits ^ other.bits).bit_count() > MOST_BITS:
            return False
        apart = [abs(one - two) for one, two in zip(self.colours, other.colours, strict=True)]
        changed = sum(each > STEP for each in apart)
        return changed <= MOST_CHANGED * len(apart) and sum(apart) <= MOST_APART * len(apart)


def print_of(image: QImage) -> PicturePrint:
    """Of the middle square, as a card shows it. image: not null."""
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = _scaled(square, SIDE)
    values = [[_brightness(small, x, y) for x in range(SIDE)] for y in range(SIDE)]
    bits = 0
    for y in range(SIDE - 1):
        for x in range(SIDE - 1):
            bits = bits << 2 | (values[y][x] < values[y][x + 1]) << 1 | (values[y][x] < values[y + 1][x])
    places = _scaled(square, PLACES).convertToFormat(QImage.Format.Format_RGB888)
    data, stride = bytes(places.constBits()), places.bytesPerLine()  # rows are padded
    rows = (data[y * stride : y * stride + 3 * PLACES] for y in range(PLACES))
    return PicturePrint(bits, b"".join(rows))


def _scaled(image: QImage, side: int) -> QImage:
    shape, way = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, shape, way).convertToFormat(QImage.Format.Format_RGB32)


def _brightness(image: QImage, x: int, y: int) -> int:
    """In steps of four: an even ground is no pattern."""
    pixel = image.pixel(x, y)
    return (3 * (pixel >> 16 & 255) + 6 * (pixel >> 8 & 255) + (pixel & 255)) // 40
