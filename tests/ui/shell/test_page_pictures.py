"""The picture that was meant, in pieces of web pages as browsers give them."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from sourcing_app.ui.shell.page_pictures import data_bytes, pictures_of, web_address

HOST = "https://img.example.com"


def png(side: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), "red").save(buffer, "PNG")
    return buffer.getvalue()


def written(side: int) -> str:
    return f"data:image/png;base64,{base64.b64encode(png(side)).decode()}"


@pytest.mark.parametrize(
    ("html", "best"),
    [
        (f'<img alt="bag > 40 cm" src="{HOST}/a.jpg">', f"{HOST}/a.jpg"),
        (f'<img src="{HOST}/a?id=7&amp;w=800">', f"{HOST}/a?id=7&w=800"),
        (f'<img src="{HOST}/real.jpg" data-src="{HOST}/blank.gif">', f"{HOST}/real.jpg"),
        (f'<img src="{HOST}/blank.gif" data-src="{HOST}/real.jpg">', f"{HOST}/real.jpg"),
        (f'<img src="{written(1)}" data-original="{HOST}/real.jpg">', f"{HOST}/real.jpg"),
        (f'<img src="{HOST}/i.png" width=16 height=16><img src="{HOST}/b.jpg" width=600 height=600>', f"{HOST}/b.jpg"),
        (f'<img src="{HOST}/i.png" style="width: 20px; height: 20px"><img src="{HOST}/b.jpg">', f"{HOST}/b.jpg"),
        (f'<img src="{HOST}/logo.png"><img src="{HOST}/b.jpg">', f"{HOST}/b.jpg"),
        (f'<img src="{HOST}/cart.svg"><img src="{HOST}/b.jpg">', f"{HOST}/b.jpg"),
        (f'<img src="{HOST}/a.jpg"><img src="{HOST}/b.jpg">', f"{HOST}/a.jpg"),
        (f'<img src="{HOST}/s.jpg" srcset="{HOST}/m.jpg 400w, {HOST}/l.jpg 1200w">', f"{HOST}/l.jpg"),
        (f'<img src="{HOST}/s.jpg" srcset="{HOST}/1.jpg 1x, {HOST}/2.jpg 2x">', f"{HOST}/2.jpg"),
        (f'<IMG SRC = \'{HOST}/a.jpg\' onerror="x()">', f"{HOST}/a.jpg"),
        ("<img src=//img.example.com/a.jpg>", f"{HOST}/a.jpg"),
        (f'<img src="{HOST}/logo.png">', f"{HOST}/logo.png"),
        (f'<!-- <img src="{HOST}/no.jpg"> --><img src="{HOST}/a.jpg"', None),
        ('<img src="file:///etc/passwd.jpg"><img src="javascript:x"><img src="a.jpg"><img>', None),
        ("<p>no picture", None),
    ],
)  # fmt: skip
def test_the_largest_usable_picture_is_found(html: str, best: str | None) -> None:
    found = pictures_of(html)
    assert (found[0].source if found else None) == best


def test_a_picture_that_is_written_out_counts_by_its_own_size() -> None:
    html = f'<img src="{HOST}/unknown.jpg"><img src="{written(900)}">'
    assert pictures_of(html)[0].source == png(900)


@pytest.mark.parametrize(
    ("address", "data"),
    [
        (written(20), png(20)),
        (written(20).rstrip("="), png(20)),
        (written(20).replace("+", "%2B").replace("image/png", "IMAGE/PNG;x=1"), png(20)),
        ("data:," + "".join(f"%{byte:02x}" for byte in png(20)), png(20)),
        ("data:text/plain;base64,aGVsbG8=", None),
        ("data:image/png;base64,%%%", None),
        ("data:image/svg+xml,<svg/>", None),
        ("https://img.example.com/a.png", None),
    ],
)
def test_written_out_pictures_are_decoded_and_nothing_else_is(address: str, data: bytes | None) -> None:
    assert data_bytes(address) == data


@pytest.mark.parametrize(
    "text", ["two words", "file:///a.jpg", "ftp://a/b", "https://", "javascript:alert(1)", "a.jpg", ""]
)
def test_what_is_no_address_of_the_web_is_not_taken_for_one(text: str) -> None:
    assert web_address(text) is None
