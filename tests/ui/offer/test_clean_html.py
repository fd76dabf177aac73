"""The seller's HTML is hostile until it has been through here."""

import re

import pytest

from sourcing_app.ui.offer.clean_html import MAX_CELLS, MAX_DEPTH, MAX_PICTURES, MAX_TEXT, clean_description


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>", "<iframe src='https://x'></iframe>", "<form action=x><input name=a></form>",
        "<style>@import url(https://x)</style>", "<object data=x></object>", "<embed src=x>", "<link rel=stylesheet href=x>",
        "<meta http-equiv=refresh content='0;url=https://x'>", "<base href='https://x'>", "<video src='https://x'></video>",
        "<svg><image href='file:///etc/passwd'/></svg>", "<p onclick='a()' style='background:url(https://x)'></p>",
    ],
)  # fmt: skip
def test_p06_what_runs_loads_or_submits_is_gone(source: str) -> None:
    cleaned = clean_description(f"<p>before</p>{source}<p>after</p>").html
    assert re.sub(r"</?p>", "", cleaned) == "beforeafter"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", r"\\host\share\a.png", "//user@host/a.png", "data:image/png;base64,AAAA", "javascript:a()",
        "smb://host/a.png", "C:\\a.png", "a.png", "/etc/passwd", "http://", "https://a b/c.png", "qrc:/a.png", "picture:0",
    ],
)  # fmt: skip
def test_p06_no_local_or_odd_address_becomes_a_picture(address: str) -> None:
    cleaned = clean_description(f'<img src="{address}">')
    assert cleaned.pictures == ()
    assert "img" not in cleaned.html


def test_p06_pictures_stand_beside_the_html_and_never_in_it() -> None:
    cleaned = clean_description('<img src="//cbu01.alicdn.com/a.jpg"><img src="https://evil.example/pixel.gif">')
    assert cleaned.html == '<img src="picture:0"><img src="picture:1">'
    assert cleaned.pictures == ("https://cbu01.alicdn.com/a.jpg", "https://evil.example/pixel.gif")


def test_a_lazy_picture_is_found_where_its_real_address_is() -> None:
    cleaned = clean_description(
        '<img src="https://x.example/1.gif" data-lazyload-src="https://cbu01.alicdn.com/b.jpg">'
    )
    assert cleaned.pictures == ("https://cbu01.alicdn.com/b.jpg",)


def test_p06_links_keep_only_web_addresses() -> None:
    cleaned = clean_description('<a href="https://detail.1688.com/1">a</a><a href="javascript:x()">b</a>').html
    assert cleaned == '<a href="https://detail.1688.com/1">a</a><a href="">b</a>'


@pytest.mark.parametrize("element", ["<div>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<b>", "<p><b>"])
def test_p07_deep_nesting_is_cut_before_it_costs_anything(element: str) -> None:
    cleaned = clean_description(element * 50_000 + "x")
    assert cleaned.cut
    holders = re.findall(r"<(?:div|table|tr|td|ul|li|blockquote)\b", cleaned.html)
    assert len(holders) <= MAX_DEPTH


def test_p07_a_million_cells_are_cut() -> None:
    cleaned = clean_description("<table>" + "<tr>" + "<td>1</td>" * 100 + "</tr>" + "<tr><td>2</td></tr>" * 3000)
    assert cleaned.cut
    assert cleaned.html.count("<td") <= MAX_CELLS


def test_p07_a_single_endless_line_gets_places_to_break_and_an_end() -> None:
    cleaned = clean_description("a" * 300_000)
    assert cleaned.cut
    assert cleaned.html.count("a") == MAX_TEXT
    assert max(map(len, cleaned.html.split("\u200b"))) <= 200


def test_p07_pictures_are_counted() -> None:
    cleaned = clean_description('<img src="https://cbu01.alicdn.com/a.jpg">' * 200)
    assert len(cleaned.pictures) == MAX_PICTURES


def test_a_colspan_of_a_billion_is_no_column_count() -> None:
    assert "99999" not in clean_description('<table><tr><td colspan="99999">1</td></tr></table>').html


def test_an_ordinary_description_comes_through_whole() -> None:
    source = "<h2>尺寸</h2><table><tr><th>长</th><td>30 cm</td></tr></table><p>a<br>b &amp; c &lt;d&gt;</p>"
    cleaned = clean_description(source)
    assert not cleaned.cut
    assert "<h3>尺寸</h3>" in cleaned.html
    assert "b &amp; c &lt;d&gt;" in cleaned.html
