"""Pictures go through the proxy that calls go through."""

from __future__ import annotations

import socket
import threading

import pytest
from PySide6.QtNetwork import QNetworkProxy

from sourcing_app.platform.transport.proxies import environment_proxy
from sourcing_app.ui.picture_proxies import qt_proxy
from sourcing_app.ui.pictures import PictureLoader
from tests.support.desk import Desk

ADDRESS = "https://cbu01.alicdn.com/img/ibank/a.jpg"
KIND = QNetworkProxy.ProxyType


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{each}_proxy", raising=False)
        monkeypatch.delenv(f"{each.upper()}_PROXY", raising=False)


@pytest.mark.parametrize(
    ("written", "kind"),
    [("proxy.example:3128", KIND.HttpProxy), ("socks5h://anna:pw@proxy.example:3128", KIND.Socks5Proxy)],
)
def test_the_environments_proxy_is_told_to_qt(monkeypatch: pytest.MonkeyPatch, written: str, kind: KIND) -> None:
    monkeypatch.setenv("ALL_PROXY", written)
    found = qt_proxy(environment_proxy, ADDRESS)
    assert (found.type(), found.hostName(), found.port()) == (kind, "proxy.example", 3128)
    assert (found.user(), found.password()) == (("anna", "pw") if "anna" in written else ("", ""))


def test_an_exception_and_this_computer_go_past_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "alicdn.com")
    for address in (ADDRESS, "http://127.0.0.1:8080/a.jpg"):
        assert qt_proxy(environment_proxy, address).type() is KIND.DefaultProxy


def test_a_picture_knocks_at_the_socks_proxy(
    monkeypatch: pytest.MonkeyPatch, desk: Desk, loader: PictureLoader
) -> None:
    knocked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                knocked.append(connection.recv(1))

        thread = threading.Thread(target=take)
        thread.start()
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{server.getsockname()[1]}")
        loader.find_proxy = environment_proxy
        assert loader.pixmap(ADDRESS, 100) is None
        desk.spin_until(lambda: knocked, "the knock")
        thread.join()
    assert knocked == [b"\x05"]
