"""What the omnibox makes of a text."""

from __future__ import annotations

import pytest

from sourcing_app.ui.shell.typed_input import (
    LocalFile,
    OfferReference,
    PictureAddress,
    TypedInput,
    Unusable,
    Words,
    read_input,
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("tote bag", Words("tote bag")),
        ("  帆布包\t大 ", Words("帆布包 大")),
        ("トートバッグ", Words("トートバッグ")),
        ("bag 👜", Words("bag 👜")),
        ("a\x00b\u202ec", Words("a b c")),
        ("12345", Words("12345")),
        ("623437182234", OfferReference("623437182234")),
        ("https://detail.1688.com/offer/623437182234.html?spm=a", OfferReference("623437182234")),
        ("http://m.1688.com/offer/623437182234.html", OfferReference("623437182234")),
        ("https://detail.1688.com/x?offerId=623437182234", OfferReference("623437182234")),
        ("https://cbu01.alicdn.com/img/a.jpg", PictureAddress("https://cbu01.alicdn.com/img/a.jpg")),
        ("https://detail.1688.com.evil.test/offer/623437182234.html", Unusable("address")),
        ("https://example.test/page", Unusable("address")),
        ("file:///etc/passwd.jpg", LocalFile("file:///etc/passwd.jpg")),
        ("http://[broken", Unusable("address")),
        ("", Unusable("empty")),
        (" \n\u200b", Unusable("empty")),
        ("!!! ...", Unusable("characters")),
        ("👜", Unusable("characters")),
        ("x" * 201, Unusable("too_long")),
        ("字" * 10_000, Unusable("too_long")),
    ],
)
def test_a_text_means(text: str, meaning: TypedInput) -> None:
    assert read_input(text) == meaning


LINK = "https://detail.1688.com/offer/623437182234.html"


@pytest.mark.parametrize(
    "text",
    [
        "detail.1688.com/offer/623437182234.html",
        "//detail.1688.com/offer/623437182234.html",
        f"看看这款 {LINK}?spm=a1 可以吗",
        f"看看这款{LINK}可以吗",
        f"{LINK}，",
        f"{LINK}。",
        f"<{LINK}>",
        f"（{LINK}）",
        f"【1688】{LINK} 「帆布袋」点击链接直接打开",
        f"{LINK}\n{LINK}?spm=again",
        f"https://www.google.com/url?q={LINK}&sa=D",
        "https://www.google.com/url?q=https%3A%2F%2Fdetail.1688.com%2Foffer%2F623437182234.html&sa=D",
        "HTTPS://DETAIL.1688.COM/offer/623437182234.html",
        "ｄｅｔａｉｌ．１６８８．ｃｏｍ／ｏｆｆｅｒ／６２３４３７１８２２３４．ｈｔｍｌ",
        "https://m.1688.com/offer/623437182234.html",
        "https://detail.m.1688.com/page/index.html?spm=1&offerId=623437182234",
        "https://detail.1688.com:443/offer/623437182234/",
        f"{'好' * 300} {LINK}",
        "６２３４３７１８２２３４",
        "６２３43７1８２２34",
        "٦٢٣٤٣٧١٨٢٢٣٤",
        " 623437182234\u200b",
    ],
)
def test_an_offers_link_as_people_have_it_and_an_id_in_any_digits_are_the_offer(text: str) -> None:
    meaning = read_input(text)
    assert meaning == OfferReference("623437182234")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (f"{LINK} {LINK.replace('2234', '2235')}", Unusable("several_offers")),
        ("【1688】https://qr.1688.com/s/AbC12 「帆布袋」", Unusable("short_link")),
        ("evil1688.com/offer/623437182234", Words("evil1688.com/offer/623437182234")),
        ("1688.com.evil.test/offer/623437182234", Words("1688.com.evil.test/offer/623437182234")),
        ("帆布袋 1688.com", Words("帆布袋 1688.com")),
        ("帆布袋 623437182234", Words("帆布袋 623437182234")),
    ],
)
def test_what_is_not_exactly_one_offer_is_not_taken_for_one(text: str, meaning: TypedInput) -> None:
    assert read_input(text) == meaning


def test_a_long_text_of_almost_links_is_read_at_once() -> None:
    assert isinstance(read_input("a." * 50_000), Unusable)
    assert isinstance(read_input("1688.com/" * 20_000), Unusable)
