"""Pictures that prove a demand: JPEG below 1 MB, judged by their bytes."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from sourcing_app.sandbox.aftersale import vouchers
from sourcing_app.sandbox.aftersale.jpeg import NotAJpeg, jpeg_size
from tests.sandbox.market import BUYER, OTHER_BUYER, Market
from tests.sandbox.pictures import JPEG, PNG, encoded


def upload(market: Market, data: Any) -> Any:
    return market.call("alibaba.trade.uploadRefundVoucher", imageData=data)["result"]


def padded(size: int) -> bytes:
    """A JPEG of exactly so many bytes: comment segments make up the length."""
    head, body = JPEG[:2], JPEG[2:]
    missing = size - len(JPEG)
    comments = b""
    while missing > len(comments):
        length = min(missing - len(comments), 65_000)
        if 0 < missing - len(comments) - length < 4:
            length -= 4
        comments += b"\xff\xfe" + (length - 2).to_bytes(2, "big") + b"x" * (length - 4)
    return head + comments + body


def test_a_jpeg_is_kept_and_served(market: Market) -> None:
    reply = upload(market, JPEG)["result"]
    assert reply["imageDomain"] == "http://127.0.0.1:1"
    assert vouchers.picture(market.world, reply["imageRelativeUrl"]) == JPEG


def test_base64_text_is_the_same_picture(market: Market) -> None:
    assert upload(market, base64.b64encode(JPEG).decode()) == upload(market, JPEG)


def test_host_and_path_may_come_with_and_without_slash_and_scheme(market: Market) -> None:
    market.world.set_options({"voucher_slashes": True})
    reply = upload(market, JPEG)["result"]
    assert (reply["imageDomain"], reply["imageRelativeUrl"][0]) == ("127.0.0.1:1", "/")


@pytest.mark.parametrize(
    "data",
    [b"", PNG, JPEG[: len(JPEG) // 2], JPEG[:2], b"\xff\xd8\xff\xd9", b"text", "not base64!", encoded("WEBP")],
    ids=["nothing", "png", "half", "start", "bare", "text", "letters", "webp"],
)
def test_anything_else_is_refused(market: Market, data: Any) -> None:
    reply = upload(market, data)
    assert (reply["success"], reply["code"]) == (False, "4000")


def test_one_byte_below_a_megabyte_is_taken_and_a_megabyte_is_not(market: Market) -> None:
    assert len(padded(vouchers.LARGEST - 1)) == vouchers.LARGEST - 1
    assert upload(market, padded(vouchers.LARGEST - 1))["success"] is True
    assert upload(market, padded(vouchers.LARGEST))["success"] is False


def test_the_picture_of_another_buyer_proves_nothing(market: Market) -> None:
    path = vouchers.keep(market.world, OTHER_BUYER, JPEG)
    address = vouchers.address(market.world, path)
    reply = market.apply(market.shipped(), vouchers=[address])
    assert reply["result"]["success"] is False


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 5}, {"subsampling": 0}])
def test_every_kind_of_jpeg_tells_its_size(options: dict[str, Any]) -> None:
    assert jpeg_size(encoded("JPEG", (31, 17), **options)) == (31, 17)


def test_a_jpeg_is_refused_wherever_it_is_cut() -> None:
    picture = encoded("JPEG", (64, 64))
    for end in range(0, len(picture) - 1, 7):
        with pytest.raises(NotAJpeg):
            jpeg_size(picture[:end])


@pytest.mark.parametrize(
    ("before", "fine"),
    [
        ("http://127.0.0.1:1/", True),
        ("https://127.0.0.1:2/", True),
        ("//127.0.0.1:1/", True),
        ("127.0.0.1:1/", True),
        ("http://127.0.0.1:1//", False),
        ("http://127.0.0.1:1", False),
        ("https://cbu01.alicdn.com/", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_an_address_is_recognised_by_host_and_path(market: Market, before: str, fine: bool) -> None:
    path = upload(market, JPEG)["result"]["imageRelativeUrl"]
    assert vouchers.is_ours(market.world, f"{before}{path}", BUYER) is fine
