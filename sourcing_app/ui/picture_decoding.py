"""Picture bytes to a QImage of the wanted size, off the GUI thread; hostile bytes are refused before they are decoded."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Signal
from PySide6.QtGui import QImage, QImageReader

MAX_PIXELS = 60_000_000
_MAGIC = ((b"\xff\xd8\xff", b"jpeg"), (b"\x89PNG\r\n\x1a\n", b"png"), (b"GIF8", b"gif"))


def picture_format(data: bytes) -> bytes | None:
    """By the first bytes: jpeg, png, gif, webp; None for anything else, whatever its name or type says."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def fitted(size: QSize, pixels: int, *, cover: bool) -> QSize:
    """size scaled down (never up) so that its shorter (cover) or longer side is this many pixels."""
    side = min(size.width(), size.height()) if cover else max(size.width(), size.height())
    if side <= pixels:
        return size
    return QSize(max(1, size.width() * pixels // side), max(1, size.height() * pixels // side))


def decode(data: bytes, pixels: int, *, cover: bool = True) -> QImage | None:
    """The picture at about this size; None when it is not one we read. cover: the shorter side is at least pixels."""
    kind = picture_format(data[:16])
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    wanted = fitted(size, pixels, cover=cover)
    if wanted != size:
        reader.setScaledSize(wanted)
    image = reader.read()
    return None if image.isNull() else image


class DecodeSignals(QObject):
    """done(key, QImage | None), on the thread this object lives on."""

    done = Signal(object, object)


class DecodeJob(QRunnable):
    """One picture, in a pool."""

    def __init__(self, key: object, data: bytes, pixels: int, cover: bool, signals: DecodeSignals) -> None:
        super().__init__()
        self._key, self._data, self._pixels, self._cover, self._signals = key, data, pixels, cover, signals

    def run(self) -> None:
        try:
            image = decode(self._data, self._pixels, cover=self._cover)
        except Exception:
            image = None
        self._signals.done.emit(self._key, image)
