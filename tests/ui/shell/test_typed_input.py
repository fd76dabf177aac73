"""What the omnibox makes of a text."""

from __future__ import annotations

import pytest

from sourcing_app.ui.shell.typed_input import OfferReference, PictureAddress, TypedInput, Unusable, Words, read_input


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
        ("file:///etc/passwd.jpg", Unusable("address")),
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
