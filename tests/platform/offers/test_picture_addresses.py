"""Addresses of pictures as the platform writes them: none stays none, and only its own hosts are taken for secure."""

import pytest

from sourcing_app.platform.offers.pictures_wire import picture_address


@pytest.mark.parametrize(
    "value", ["", "  ", None, 7, [], {}, "data:image/png;base64,x", "ftp://cbu01.alicdn.com/a.jpg"]
)
def test_an_empty_or_foreign_address_becomes_no_host(value: object) -> None:
    assert picture_address(value) == ""


@pytest.mark.parametrize("host", ["cbu01.alicdn.com", "img.1688.com", "i.alibaba.com"])
def test_the_platforms_own_hosts_are_asked_over_https(host: str) -> None:
    assert picture_address(f"http://{host}/a.jpg") == f"https://{host}/a.jpg"


@pytest.mark.parametrize(
    "address",
    ["http://evil.example/a.jpg", "http://127.0.0.1:8080/a.jpg", "http://evilalicdn.com/a", "http://alicdn.com.evil/a"],
)
def test_any_other_host_in_the_clear_stays_so(address: str) -> None:
    assert picture_address(address) == address


def test_a_bare_path_and_an_address_without_a_scheme_get_theirs() -> None:
    assert (
        picture_address("img/ibank/a.jpg")
        == picture_address("/img/ibank/a.jpg")
        == "https://cbu01.alicdn.com/img/ibank/a.jpg"
    )
    assert picture_address("//cbu01.alicdn.com/a.jpg") == "https://cbu01.alicdn.com/a.jpg"
    assert picture_address("http://img.china.alibaba.com/a.jpg") == "https://cbu01.alicdn.com/a.jpg"
