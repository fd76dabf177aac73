"""Picture bytes to a QImage of the wanted size, off the GUI thread; hostile bytes are refused before they are decoded.

Everything a header promises is weighed first: both sides, the pixels, the bytes the decoder would allocate, and the work
of a JPEG that is sent in many scans. Pictures with many pixels are decoded one at a time.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MAX_PIXELS = 16 * 2**20
MAX_SIDE = 20_000
"""Of the source: sellers' descriptions have honest strips of 790 x 12,000."""
MAX_DECODE_BYTES = 4 * MAX_PIXELS
"""What one decode may allocate for the whole picture: 64 MB."""
MAX_SCANNED_PIXELS = 12 * MAX_PIXELS
"""Pixels times scans of a JPEG: an encoder makes about 10 scans, a hostile file of 188 kB can ask for thousands."""
MAX_STRETCH = 4
"""A picture that covers a square is kept at most so many times as long as the square: the rest would never be seen."""
LARGE_PIXELS = 2**20
ALLOCATION_LIMIT_MB = 160
"""For every picture Qt reads in this program, whatever its header said; an 8K bitmap on the clipboard takes 133 MB."""
_MAGIC = ((b"\xff\xd8\xff", b"jpeg"), (b"\x89PNG\r\n\x1a\n", b"png"), (b"GIF8", b"gif"))


def picture_format(data: bytes) -> bytes | None:
    """By the first bytes: jpeg, png, gif, webp; None for anything else, whatever its name or type says."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def fitted(size: QSize, pixels: int, *, cover: bool) -> QSize:
    """size scaled down (never up) so that its shorter (cover) or longer side is this many pixels.

    Where it covers, its longer side is at most MAX_STRETCH times as many.
    """
    short, long = sorted((size.width(), size.height()))
    limit = min(pixels * long // max(short, 1), MAX_STRETCH * pixels) if cover else pixels
    if long <= limit:
        return size
    return QSize(max(1, size.width() * limit // long), max(1, size.height() * limit // long))


def is_affordable(size: QSize, depth_bits: int, scans: int) -> bool:
    """Whether a picture of this size may be decoded. depth_bits: of a pixel, 0 where unknown; scans: of a JPEG, else 1."""
    width, height = size.width(), size.height()
    if width < 1 or height < 1 or max(width, height) > MAX_SIDE:
        return False
    pixels = width * height
    cost = pixels * max(depth_bits, 32) // 8
    return pixels <= MAX_PIXELS and cost <= MAX_DECODE_BYTES and pixels * scans <= MAX_SCANNED_PIXELS


class _Source:
    """Opened bytes: what the header says, then the picture."""

    def __init__(self, data: QByteArray) -> None:
        kind = picture_format(bytes(data.first(min(16, data.size())).data()))
        self._buffer = QBuffer()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer, QByteArray(kind or b"none"))
        self._reader.setAutoTransform(True)
        self.size = self._reader.size() if kind is not None else QSize()
        depth = QImage.toPixelFormat(self._reader.imageFormat()).bitsPerPixel() if self.size.isValid() else 0
        # Entropy-coded data cannot hold this marker, so the count is never below the number of scans.
        scans = data.count(QByteArray(b"\xff\xda")) if kind == b"jpeg" else 1
        self.is_affordable = is_affordable(self.size, depth, scans)

    def read(self, pixels: int, *, cover: bool) -> QImage | None:
        if not self.is_affordable:
            return None
        wanted = fitted(self.size, pixels, cover=cover)
        if wanted != self.size and self._reader.supportsOption(QImageIOHandler.ImageOption.ScaledSize):
            self._reader.setScaledSize(wanted)
        image = self._reader.read()
        if image.isNull():
            return None
        bound = fitted(image.size(), pixels, cover=cover)
        return image if bound == image.size() else _scaled(image, bound)


def _scaled(image: QImage, size: QSize) -> QImage:
    """Smooth; made ready for it in place, where Qt would make a second picture of the same size."""
    alpha, plain = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGB32
    image.convertTo(alpha if image.hasAlphaChannel() else plain)
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def decode(data: bytes, pixels: int, *, cover: bool = True) -> QImage | None:
    """The picture at about this size; None when it is not one we read. cover: the shorter side is at least pixels."""
    return _Source(QByteArray(data)).read(pixels, cover=cover)


class Decoders(QObject):
    """done(key, QImage | None), on the thread this object lives on. Small pictures two at a time, large ones singly.

    held_bytes: of the files that wait for their turn or are being decoded.
    """

    done = Signal(object, object)
    _decoded = Signal(object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
        self.held_bytes = 0
        self._small, self._large = QThreadPool(self), QThreadPool(self)
        self._small.setMaxThreadCount(2)
        self._large.setMaxThreadCount(1)
        self._decoded.connect(self._hand_over)

    def start(self, key: object, data: QByteArray, pixels: int, *, cover: bool) -> None:
        """Decode it; ``done`` brings the picture, or None."""
        self.held_bytes += data.size()
        self._small.start(_Job(self, key, data, pixels, cover))

    def close(self) -> None:
        """Forget what waits, and wait for what is being decoded."""
        for pool in (self._small, self._large):
            pool.clear()
            pool.waitForDone()

    def work(self, job: _Job) -> None:
        """On a thread of a pool: a large picture goes to the end of the other one's queue."""
        try:
            source = _Source(job.data)
            if source.is_affordable and source.size.width() * source.size.height() > LARGE_PIXELS and not job.is_large:
                self._large.start(_Job(self, job.key, job.data, job.pixels, job.cover, is_large=True))
                return
            image = source.read(job.pixels, cover=job.cover)
        except Exception:
            image = None
        self._decoded.emit(job.key, image, job.data.size())

    def _hand_over(self, key: object, image: QImage | None, size: int) -> None:
        self.held_bytes -= size
        self.done.emit(key, image)


class _Job(QRunnable):
    """One picture, in a pool."""

    def __init__(
        self, decoders: Decoders, key: object, data: QByteArray, pixels: int, cover: bool, *, is_large: bool = False
    ) -> None:
        super().__init__()
        self._decoders, self.key, self.data, self.pixels, self.cover = decoders, key, data, pixels, cover
        self.is_large = is_large

    def run(self) -> None:
        self._decoders.work(self)
