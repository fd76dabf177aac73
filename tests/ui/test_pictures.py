"""Pictures: whom we ask, what we take, what we keep."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from sourcing_app.ui.picture_address import original, safe_address, thumbnail
from sourcing_app.ui.pictures import PictureLoader


def jpeg(side: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), "red").save(buffer, "JPEG")
    return buffer.getvalue()


class Pictures:
    """A picture server of our own machine."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                data = outer.files.get(self.path)
                self.send_response(200 if data is not None else 404)
                self.send_header("Content-Type", "image/jpeg")
                self.send_header("Cache-Control", "max-age=3600")
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, format: str, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


@pytest.fixture
def served() -> Iterator[Pictures]:
    made = Pictures()
    yield made
    made.close()


@pytest.fixture
def near(served: Pictures, tmp_path: Path, qapp: object) -> Iterator[PictureLoader]:
    """A loader that may ask the picture server."""
    made = PictureLoader(tmp_path / "cache")
    made.allow_gateway(served.base)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("http://cbu01.alicdn.com/a.jpg", "https://cbu01.alicdn.com/a.jpg"),
        ("//img.alicdn.com/a.jpg", "https://img.alicdn.com/a.jpg"),
        ("img/ibank/2017/1.jpg", "https://cbu01.alicdn.com/img/ibank/2017/1.jpg"),
        ("https://alicdn.com.evil.test/a.jpg", None),
        ("https://evilalicdn.com/a.jpg", None),
        ("https://user@cbu01.alicdn.com/a.jpg", None),
        ("https://cbu01.alicdn.com:8443/a.jpg", None),
        ("file:///etc/passwd", None),
        ("http://169.254.169.254/latest", None),
        ("http://127.0.0.1:9/a.jpg", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_only_the_platforms_hosts_are_asked(address: str, safe: str | None) -> None:
    assert safe_address(address) == safe


def test_a_gateway_of_our_own_machine_is_asked_at_its_own_port_only() -> None:
    assert safe_address("http://127.0.0.1:8080/a.jpg", "127.0.0.1:8080") == "http://127.0.0.1:8080/a.jpg"
    assert safe_address("http://127.0.0.1:8081/a.jpg", "127.0.0.1:8080") is None


@pytest.mark.parametrize(
    "variant",
    [
        "https://x/O1-0-cib.220x220.jpg", "https://x/O1-0-cib.search.jpg", "https://x/O1-0-cib.summ.jpg",
        "https://x/O1-0-cib.jpg_460x460q100.jpg_.webp", "https://x/O1-0-cib.jpg",
    ],
)  # fmt: skip
def test_every_variant_leads_to_the_original(variant: str) -> None:
    assert original(variant) == "https://x/O1-0-cib.jpg"


@pytest.mark.parametrize(
    ("pixels", "name"), [(220, "O-0-cib.220x220.jpg"), (221, "O-0-cib.310x310.jpg"), (400, "O-0-cib.jpg")]
)
def test_the_smallest_picture_that_is_enough_is_asked_for(pixels: int, name: str) -> None:
    assert thumbnail("https://x/O-0-cib.jpg", pixels) == f"https://x/{name}"


def test_a_picture_arrives_at_the_size_it_is_shown_at(near: PictureLoader, served: Pictures, qtbot: QtBot) -> None:
    served.files["/O-0-cib.220x220.jpg"] = jpeg(220)
    address = f"{served.base}/O-0-cib.jpg"
    with qtbot.waitSignal(near.arrived):
        assert near.pixmap(address, 90, 2.0) is None
    pixmap = near.pixmap(address, 90, 2.0)
    assert pixmap is not None
    assert pixmap.width() == 180


def test_without_a_thumbnail_the_original_is_taken(near: PictureLoader, served: Pictures, qtbot: QtBot) -> None:
    served.files["/O-0-cib.jpg"] = jpeg(500)
    with qtbot.waitSignal(near.arrived):
        near.pixmap(f"{served.base}/O-0-cib.jpg", 100)
    assert served.paths() == ["/O-0-cib.220x220.jpg", "/O-0-cib.jpg"]


def test_nothing_of_us_goes_along(near: PictureLoader, served: Pictures, qtbot: QtBot) -> None:
    served.files["/a.jpg"] = jpeg(50)
    with qtbot.waitSignal(near.arrived):
        near.pixmap(f"{served.base}/a.jpg", 50)
    assert not {"Referer", "Cookie", "Authorization"} & set(served.asked[0][1])


def test_a_page_under_a_pictures_name_is_no_picture(near: PictureLoader, served: Pictures, qtbot: QtBot) -> None:
    served.files["/a.jpg"] = b"<html><script>alert(1)</script></html>"
    with qtbot.waitSignal(near.failed):
        near.pixmap(f"{served.base}/a.jpg", 50)
    assert near.is_failed(f"{served.base}/a.jpg")


def test_what_failed_is_not_asked_again_until_told(near: PictureLoader, served: Pictures, qtbot: QtBot) -> None:
    address = f"{served.base}/a.jpg"
    with qtbot.waitSignal(near.failed):
        near.pixmap(address, 50)
    near.pixmap(address, 50)
    served.files["/a.jpg"] = jpeg(50)
    near.retry_failed()
    with qtbot.waitSignal(near.arrived):
        near.pixmap(address, 50)
    assert len(served.asked) == 2


def test_pictures_seen_before_are_there_without_the_network(
    near: PictureLoader, served: Pictures, qtbot: QtBot, tmp_path: Path
) -> None:
    served.files["/a.jpg"] = jpeg(50)
    address = f"{served.base}/a.jpg"
    with qtbot.waitSignal(near.arrived):
        near.pixmap(address, 50)
    served.files.clear()
    again = PictureLoader(tmp_path / "cache")
    again.allow_gateway(served.base)
    with qtbot.waitSignal(again.arrived):
        again.pixmap(address, 50)
    again.close()
    assert len(served.asked) == 1


def test_a_picture_of_a_foreign_host_fails_without_being_asked_for(near: PictureLoader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(near.failed):
        near.pixmap("https://evil.test/a.jpg", 50)
