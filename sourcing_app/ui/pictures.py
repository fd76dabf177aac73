"""Pictures for cards, rows and galleries: from memory at once, else fetched, decoded in a pool, announced by address.

Only hosts of the platform are asked (and the gateway of our own machine), without referrer or cookies; what is too
large or not a picture is dropped. What was asked for last comes first, and what nobody asks for any more is forgotten.

Files stand in memory until they are decoded, so their bytes are bounded too: an answer is read up to SMALL_BYTES, and
only as many at a time are read beyond that as fit into MAX_HELD_BYTES.
"""

from __future__ import annotations

import math
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QElapsedTimer, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from sourcing_app.ui.freed_memory import return_freed_blocks
from sourcing_app.ui.picture_address import loopback_of, original, safe_address, thumbnail
from sourcing_app.ui.picture_decoding import Decoders, picture_format

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkAccessManager, QNetworkDiskCache, QNetworkReply, QNetworkRequest

    from sourcing_app.ui.picture_proxies import FindProxy

MEMORY_BYTES = 64 * 1024 * 1024
DISK_BYTES = 256 * 1024 * 1024
MAX_BYTES = 8 * 1024 * 1024
SMALL_BYTES = 256 * 1024
"""Of an answer that is read at once, whatever it turns out to be."""
MAX_HELD_BYTES = 8 * 1024 * 1024
"""Of larger answers being read and files that wait to be decoded; beyond it everything else waits."""
MAX_WAITING = 240
MAX_FRESH = 160
"""Of what was painted since the last turn, the latest (a large screen full): the rest has been scrolled past."""
REST_MS = 24
"""Between two turns, so that a list in full flight asks for what it stops at, not for all it passes."""
MAX_IN_FLIGHT = CONNECTIONS = 60
"""A screen full at once. The connections are for HTTP/1.1, where each is a wait of its own; over HTTP/2 there is one a host."""
WORK_MS = 3
"""Of a frame's 16, for answers and requests."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A picture at a size. address: as the caller gave it; pixels: of the device."""

    address: str
    pixels: int
    cover: bool


class PictureLoader(QObject):
    """One for the program. arrived: ask ``pixmap`` again for this address; failed: there is none to be had now."""

    arrived = Signal(str)
    failed = Signal(str)

    def __init__(self, cache_folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = cache_folder
        self._loopback = ""
        self._way_to = ""
        self.find_proxy: FindProxy | None = None
        """How calls find their way; set before the first picture is asked for."""
        self._memory: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._memory_bytes = 0
        self._fresh: list[_Key] = []
        self._waiting: list[_Key] = []
        self._asked: set[_Key] = set()
        self._in_flight: dict[_Key, QNetworkReply] = {}
        self._bad: set[str] = set()
        self._network: QNetworkAccessManager | None = None
        self._disk: QNetworkDiskCache | None = None
        self._disk_limit = DISK_BYTES
        self._request: QNetworkRequest
        self._heavy: dict[QNetworkReply, int] = {}
        self._read_whole: dict[QNetworkReply, int] = {}
        self._decoders = Decoders(self)
        self._decoders.done.connect(self._keep)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setTimerType(Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._begin_fresh)
        self._answered: deque[tuple[_Key, QNetworkReply]] = deque()
        self._work_on = QTimer(self)
        self._work_on.setSingleShot(True)
        self._work_on.timeout.connect(self._work)
        self._rest = QElapsedTimer()
        self._rest.start()
        self._closed = False

    def allow_gateway(self, gateway_url: str) -> None:
        """Pictures of a gateway on this machine may be loaded too; any other gateway adds nothing."""
        self._loopback = loopback_of(gateway_url)
        self._bad.clear()

    def set_disk_limit(self, size: int) -> None:
        """How many bytes are kept on the disk; what is above that goes at once, the oldest first."""
        self._disk_limit = size
        if self._disk is not None:
            self._disk.setMaximumCacheSize(size)

    def pixmap(self, address: str, side: int, ratio: float = 1.0, *, cover: bool = True) -> QPixmap | None:
        """From memory; None starts a fetch that ends in ``arrived`` or ``failed``. side: logical pixels; ratio: of the device.

        cover: fills a square of that side (crop it when painting); else fits into it.
        """
        key = _Key(address, math.ceil(side * ratio), cover)
        found = self._memory.get(key)
        if found is not None:
            self._memory.move_to_end(key)
            return found
        if address and key not in self._asked and address not in self._bad and not self._closed:
            self._asked.add(key)
            self._fresh.append(key)
            if not self._turn.isActive():
                self._turn.start(0 if self._rest.hasExpired(REST_MS) else REST_MS)
        return None

    def prefetch(self, addresses: Iterable[str], side: int, ratio: float = 1.0) -> None:
        """Begin to fetch what is about to be painted, as ``pixmap`` would when it is."""
        for address in addresses:
            self.pixmap(address, side, ratio)
        if self._fresh:
            self._turn.stop()
            self._begin_fresh()

    def is_failed(self, address: str) -> bool:
        """Whether a fetch of it failed since the last ``retry_failed``."""
        return not address or address in self._bad

    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return not (self._asked or self._in_flight)

    def retry_failed(self) -> None:
        """The connection is back, or someone pressed refresh."""
        self._bad.clear()

    def fetch_original(self, address: str, receive: Callable[[bytes | None], None]) -> None:
        """The file itself, full size, from the disk cache or the network. None when it cannot be had."""
        safe = safe_address(original(address), self._loopback)
        if safe is None or self._closed:
            receive(None)
            return
        reply = self._get(safe)
        reply.finished.connect(partial(self._hand_over, reply, receive))

    def clear(self) -> None:
        """Forget all pictures, in memory and on disk."""
        self._memory.clear()
        self._memory_bytes = 0
        cache = self._network.cache() if self._network is not None else None
        if cache is not None:
            cache.clear()

    def close(self) -> None:
        """Let go of everything; nothing is announced any more."""
        self._closed = True
        self._turn.stop()
        self._work_on.stop()
        for reply in list(self._in_flight.values()):
            reply.abort()
        self._decoders.close()

    def _begin_fresh(self) -> None:
        self._rest.restart()
        for passed in self._fresh[:-MAX_FRESH]:
            self._asked.discard(passed)
        del self._fresh[:-MAX_FRESH]
        self._waiting = self._fresh + self._waiting
        self._fresh = []
        for dropped in self._waiting[MAX_WAITING:]:
            self._asked.discard(dropped)
        del self._waiting[MAX_WAITING:]
        self._work_on.start()

    def _work(self) -> None:
        """Answers, then requests, as much as fits into a part of a frame; the rest when the loop has turned."""
        spent = QElapsedTimer()
        spent.start()
        while not self._closed:
            if spent.hasExpired(WORK_MS):
                self._work_on.start()
                return
            if self._answered:
                self._received(*self._answered.popleft())
            elif self._waiting and len(self._in_flight) < MAX_IN_FLIGHT and self._held_bytes() < MAX_HELD_BYTES:
                key = self._waiting.pop(0)
                self._fetch(key, thumbnail(key.address, key.pixels))
            else:
                return

    def _note_answer(self, key: _Key, reply: QNetworkReply) -> None:
        self._answered.append((key, reply))
        self._work_on.start()

    def _fetch(self, key: _Key, address: str) -> None:
        safe = safe_address(address, self._loopback)
        if safe is None:
            self._give_up(key)
            return
        reply = self._get(safe)
        reply.setReadBufferSize(SMALL_BYTES)
        self._in_flight[key] = reply
        reply.finished.connect(partial(self._note_answer, key, reply))

    def _get(self, address: str) -> QNetworkReply:
        network = self._network or self._manager()
        self._request.setUrl(QUrl(address))
        self._choose_way(network, address)
        reply = network.get(self._request)
        reply.metaDataChanged.connect(partial(self._limit, reply))
        return reply

    def _choose_way(self, network: QNetworkAccessManager, address: str) -> None:
        """Through which proxy; found once for a host."""
        host = address.split("/", 3)[2]
        if self.find_proxy is None or host == self._way_to:
            return
        from sourcing_app.ui.picture_proxies import qt_proxy

        self._way_to = host
        network.setProxy(qt_proxy(self.find_proxy, address))

    def _manager(self) -> QNetworkAccessManager:
        from PySide6.QtNetwork import QNetworkAccessManager, QNetworkDiskCache

        return_freed_blocks()
        self._network = QNetworkAccessManager(self)
        if self._folder is not None:
            self._disk = QNetworkDiskCache(self)
            self._disk.setCacheDirectory(str(self._folder))
            self._disk.setMaximumCacheSize(self._disk_limit)
            self._network.setCache(self._disk)
        self._request = _request()
        return self._network

    def _limit(self, reply: QNetworkReply) -> None:
        """By what the head promises; without a promise, by what comes."""
        promised = reply.header(reply.request().KnownHeaders.ContentLengthHeader)
        if promised is None:
            reply.downloadProgress.connect(partial(self._limit_received, reply))
        elif int(promised) > MAX_BYTES:
            reply.abort()
        elif int(promised) > SMALL_BYTES:
            self._note_heavy(reply, int(promised))

    def _limit_received(self, reply: QNetworkReply, received: int, expected: int) -> None:
        if max(received, expected) > MAX_BYTES:
            reply.abort()
        elif received >= SMALL_BYTES:
            self._note_heavy(reply, MAX_BYTES)

    def _note_heavy(self, reply: QNetworkReply, size: int) -> None:
        """It goes on when it is its turn; until then the server is made to wait. size: bytes, at most."""
        if reply.readBufferSize():
            self._heavy.setdefault(reply, size)
            self._read_heavy()

    def _read_heavy(self) -> None:
        for reply, size in tuple(self._heavy.items()):
            held = self._held_bytes()
            if held and held + size > MAX_HELD_BYTES:
                return
            self._read_whole[reply] = self._heavy.pop(reply)
            reply.setReadBufferSize(0)

    def _held_bytes(self) -> int:
        return self._decoders.held_bytes + sum(self._read_whole.values())

    def _received(self, key: _Key, reply: QNetworkReply) -> None:
        self._in_flight.pop(key, None)
        self._read_whole.pop(reply, None)
        kept_waiting = self._heavy.pop(reply, None) is not None
        data = _bytes_of(reply)
        address = reply.url().toString()
        reply.deleteLater()
        if self._closed:
            return
        if data is not None:
            self._decoders.start(key, data, key.pixels, cover=key.cover)
        elif kept_waiting:  # the server's patience ended before it was its turn
            self._waiting.append(key)
            self._work_on.start()
        elif address != safe_address(original(key.address), self._loopback):
            self._fetch(key, original(key.address))
        else:
            self._give_up(key)
        self._read_heavy()

    def _hand_over(self, reply: QNetworkReply, receive: Callable[[bytes | None], None]) -> None:
        data = _bytes_of(reply)
        reply.deleteLater()
        if not self._closed:
            receive(bytes(data.data()) if data is not None else None)

    def _give_up(self, key: _Key) -> None:
        self._asked.discard(key)
        self._bad.add(key.address)
        self.failed.emit(key.address)

    @Slot(object, object)
    def _keep(self, key: _Key, image: QImage | None) -> None:
        if self._closed:
            return
        self._read_heavy()
        if self._waiting:
            self._work_on.start()
        if image is None:
            self._give_up(key)
            return
        self._asked.discard(key)
        pixmap = QPixmap.fromImage(image)
        self._memory[key] = pixmap
        self._memory_bytes += _weight(pixmap)
        while self._memory_bytes > MEMORY_BYTES and len(self._memory) > 1:
            _, dropped = self._memory.popitem(last=False)
            self._memory_bytes -= _weight(dropped)
        self.arrived.emit(key.address)


def _request() -> QNetworkRequest:
    """As all requests are, but for the address: from the disk where possible, without cookies, to the same origin only."""
    from PySide6.QtNetwork import QHttp1Configuration, QNetworkRequest

    request = QNetworkRequest()
    attribute = QNetworkRequest.Attribute
    request.setAttribute(attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.PreferCache)
    request.setAttribute(attribute.CookieLoadControlAttribute, QNetworkRequest.LoadControl.Manual)
    request.setAttribute(attribute.CookieSaveControlAttribute, QNetworkRequest.LoadControl.Manual)
    request.setAttribute(
        attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy.value
    )
    request.setTransferTimeout(20_000)
    request.setRawHeader(b"Accept-Encoding", b"identity")  # a picture is packed already; what unpacks to more is a trap
    connections = QHttp1Configuration()
    connections.setNumberOfConnectionsPerHost(CONNECTIONS)
    request.setHttp1Configuration(connections)
    return request


def _weight(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _bytes_of(reply: QNetworkReply) -> QByteArray | None:
    """The body, never copied; None for an error or something that is no picture."""
    if reply.error() != reply.NetworkError.NoError or picture_format(bytes(reply.peek(16).data())) is None:
        return None
    return reply.readAll()
