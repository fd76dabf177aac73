"""Pictures made to cost memory or time, and a process of its own that looks at windows full of them.

Called as ``python -m tests.ui.hostile_pictures``: prints the number of pictures that were answered and the peak memory in MB.
"""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image

WINDOWS, EACH = 4, 60


def png(width: int, height: int, *, depth: int = 8, colour: int = 0) -> bytes:
    """A valid picture of one colour: some kilobytes, whatever its size. colour: 0 grey, 6 RGBA."""
    row = bytes((width * {0: 1, 6: 4}[colour] * depth + 7) // 8 + 1)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def many_scans(side: int, scans: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    buffer = io.BytesIO()
    Image.new("L", (side, side), 120).save(buffer, "JPEG", progressive=True)
    whole = buffer.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + b"\xff\xd9"


def kinds() -> tuple[bytes, ...]:
    """One of each."""
    return (
        png(1_000_000, 50),
        png(50, 1_000_000),
        png(4_000, 4_000, colour=6),
        png(9_000, 9_000),
        png(4_000, 4_000, depth=16, colour=6),
        many_scans(4_000, 500),
        b"\x89PNG\r\n\x1a\n" + os.urandom(7 * 2**20),
        *(png(100, 100) for _ in range(5)),
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files: tuple[bytes, ...] = ()

    def do_GET(self) -> None:
        data = self.files[int(Path(self.path).stem) % len(self.files)]
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        return


def serve() -> tuple[ThreadingHTTPServer, str]:
    """All kinds in turn, by number."""
    _Handler.files = kinds()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def look(base: str) -> None:
    """Ask for windows full of them, and say what that took."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    from sourcing_app.ui.pictures import PictureLoader

    application = QGuiApplication([])
    loader = PictureLoader()
    loader.allow_gateway(base)
    answered: list[str] = []

    def note(address: str) -> None:
        answered.append(address)
        if len(answered) == WINDOWS * EACH:
            application.quit()

    def ask(window: int) -> None:
        for at in range(EACH):
            loader.pixmap(f"{base}/{window * EACH + at}.jpg", 260)
        if window + 1 < WINDOWS:
            QTimer.singleShot(100, lambda: ask(window + 1))

    loader.arrived.connect(note)
    loader.failed.connect(note)
    QTimer.singleShot(0, lambda: ask(0))
    application.exec()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(len(answered), int(status.split("VmHWM:")[1].split()[0]) // 1024)
    loader.close()


if __name__ == "__main__":
    look(sys.argv[1])
