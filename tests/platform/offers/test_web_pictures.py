"""A picture of another host: whom we ask, what we tell it, what we take. The host is a server on this computer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, ip_address

import pytest

from sourcing_app.errors import PictureUnreadable
from sourcing_app.platform.offers.web_pictures import WebLimits, WebPictures
from sourcing_app.platform.transport.public_hosts import IPAddress, is_public

PNG = b"\x89PNG\r\n\x1a\n" + bytes(600)
HERE = IPv4Address("127.0.0.1")


class Host:
    """Answers by path; notes what it was asked with."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.goes_on = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                outer.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path
        if path.startswith("/to?"):
            handler.send_response(302)
            handler.send_header("Location", path[4:])
            handler.send_header("Set-Cookie", "seen=1")
            handler.end_headers()
        elif path == "/slow":
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.flush()
            self.goes_on.wait(20)
        else:
            body = {"/page": b"<html>no</html>", "/large": PNG + bytes(5_000)}.get(path, PNG)
            handler.send_response(404 if path == "/gone" else 200)
            handler.send_header("Set-Cookie", "seen=1")
            if path != "/large":
                handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

    def close(self) -> None:
        self.goes_on.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.close()


class Names:
    """A name server of our own. Every name leads to ``first``; from the second look-up of the same name on, to ``later``."""

    def __init__(self, later: str = "127.0.0.1", **known: str) -> None:
        self.asked: list[str] = []
        self._later, self._known = later, known

    async def __call__(self, name: str, port: int) -> tuple[IPAddress, ...]:
        again = name in self.asked
        self.asked.append(name)
        return (ip_address(self._known.get(name.split(".")[0], self._later if again else "127.0.0.1")),)


def get(host: Host, path: str, names: Names | None = None, name: str = "img.example.com", **limits: float) -> bytes:
    made = WebPictures(resolve=names or Names(), allows=HERE.__eq__, limits=WebLimits(**limits))  # type: ignore[arg-type]
    return asyncio.run(made.get(f"http://{name}:{host.port}{path}"))


def reason(host: Host, path: str, names: Names | None = None, **limits: float) -> str:
    with pytest.raises(PictureUnreadable) as caught:
        get(host, path, names, **limits)
    return caught.value.reason


def test_a_picture_is_got_from_an_address_without_a_suffix(host: Host) -> None:
    assert get(host, "/photo?id=7&w=800") == PNG
    assert [path for path, _ in host.asked] == ["/photo?id=7&w=800"]


def test_nothing_of_us_goes_along_also_after_a_redirect_that_sets_a_cookie(host: Host) -> None:
    get(host, f"/to?http://cdn.example.com:{host.port}/b")
    assert [headers["host"] for _, headers in host.asked] == [
        f"img.example.com:{host.port}", f"cdn.example.com:{host.port}"
    ]  # fmt: skip
    assert not any({"cookie", "referer", "authorization"} & set(headers) for _, headers in host.asked)


def test_a_name_is_resolved_once_and_the_connection_goes_there(host: Host) -> None:
    names = Names(later="10.0.0.1")
    assert get(host, "/a", names) == PNG
    assert names.asked == ["img.example.com"]


@pytest.mark.parametrize(
    "target",
    ["http://inside.example.com/", "http://10.0.0.1/a.png", "http://[::1]/a.png", "http://169.254.169.254/latest"],
)
def test_a_redirect_to_a_private_address_is_not_followed(host: Host, target: str) -> None:
    made = WebPictures(resolve=_literal_or_inside, allows=lambda address: address == HERE or is_public(address))
    with pytest.raises(PictureUnreadable) as caught:
        asyncio.run(made.get(f"http://img.example.com:{host.port}/to?{target}"))
    assert caught.value.reason == "web_private"
    assert len(host.asked) == 1


async def _literal_or_inside(name: str, port: int) -> tuple[IPAddress, ...]:
    if name.startswith("inside."):
        return (ip_address("192.168.1.4"),)
    return (HERE,) if name.startswith("img.") else (ip_address(name),)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://img.example.com/a.png", "http://u:p@img.example.com/a", "http://x.com:25/"]
)
def test_a_redirect_to_what_is_not_the_web_is_not_followed(host: Host, target: str) -> None:
    assert reason(host, f"/to?{target}") == "web_address"


def test_redirects_end(host: Host) -> None:
    assert (
        reason(host, f"/to?/to?/to?/to?/to?/to?/to?http://img.example.com:{host.port}/a", redirects=3) == "web_refused"
    )


@pytest.mark.parametrize(
    ("path", "limits", "expected"),
    [
        ("/page", {}, "web_page"),
        ("/gone", {}, "web_refused"),
        ("/a", {"max_bytes": 500}, "web_too_large"),
        ("/large", {"max_bytes": 5_000}, "web_too_large"),
        ("/slow", {"total_s": 0.2}, "web_slow"),
    ],
)
def test_size_time_and_kind_are_bounded(host: Host, path: str, limits: dict[str, float], expected: str) -> None:
    assert reason(host, path, **limits) == expected


def test_production_asks_no_host_of_this_computer(host: Host) -> None:
    for name in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
        with pytest.raises(PictureUnreadable) as caught:
            asyncio.run(WebPictures().get(f"http://{name}:{host.port}/a.png"))
        assert caught.value.reason in ("web_private", "web_unreachable", "web_address")
    assert host.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "168.63.129.16",
        "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)  # fmt: skip
def test_no_address_but_those_of_the_public_internet_is_asked(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_a_public_address_is_asked(address: str) -> None:
    assert is_public(ip_address(address))
