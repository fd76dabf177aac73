"""A pasted or dragged picture's pixels as they lie in memory, for whoever prepares them elsewhere: nothing is copied here."""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from sourcing_app.domain.picture import Bitmap

_LAYOUTS = {
    QImage.Format.Format_RGB32: "BGRX",
    QImage.Format.Format_ARGB32: "BGRA",
    QImage.Format.Format_ARGB32_Premultiplied: "BGRa",
    QImage.Format.Format_RGBX8888: "RGBX",
    QImage.Format.Format_RGBA8888: "RGBA",
    QImage.Format.Format_RGBA8888_Premultiplied: "RGBa",
    QImage.Format.Format_RGB888: "RGB",
    QImage.Format.Format_BGR888: "BGR",
    QImage.Format.Format_Grayscale8: "L",
}
"""Of what screens and clipboards use; the first three on machines that keep the lowest byte first."""


def bitmap_of(image: QImage) -> Bitmap | None:
    """Shares the image's memory; None for pixels in a layout that is rare."""
    layout = _LAYOUTS.get(image.format()) if sys.byteorder == "little" else None
    if layout is None or image.isNull():
        return None
    return Bitmap(
        memoryview(image.constBits()), image.width(), image.height(), image.bytesPerLine(), layout, owner=image
    )


def png_of(image: QImage) -> bytes:
    """The image as a file, for rare layouts; blocking, and other threads run meanwhile. Little compressed: it lives a moment."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
