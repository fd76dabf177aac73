"""S08: the local search finds what a plain scan of the titles would, and more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcing_app.domain.ids import AccountKey
from sourcing_app.store.cache import Cache
from sourcing_app.store.pinyin import readings, spoken_elsewhere, spoken_here, syllables_of
from sourcing_app.store.terms import fold, match_expression, terms_of
from tests.store.samples import ACCOUNT, NOW, summary

TITLES = (
    ("女士双肩背包大容量旅行包", "Women backpack, large travel bag"),
    ("帆布托特包 手提袋", "Canvas tote bag"),
    ("不锈钢保温杯500ml", "Stainless steel thermos cup 500ml"),
    ("书包 学生 儿童", "School bag for kids"),
    ("USB小风扇 ２０２６新款", "USB fan, new in 2026"),
    ("T恤 男 纯棉", "Café style T-shirt, cotton"),
    ("東方絲綢圍巾", "Silk scarf"),
    ("先锋音响", "かばん スピーカー"),
)


@pytest.fixture
async def shelf(cache: Cache) -> Cache:
    offers = [summary(number, *titles) for number, titles in enumerate(TITLES)]
    await cache.offers.save_summaries(ACCOUNT, offers, NOW)
    while await cache.local_search.index_pinyin():
        pass
    return cache


async def numbers(shelf: Cache, words: str) -> list[int]:
    return [int(offer.offer_id) - 600_000_000_000 for offer in await shelf.local_search(ACCOUNT, words)]


@pytest.mark.parametrize(
    "word", ["包", "背", "背包", "书包", "双肩背", "大容量旅行", "袋", "纯棉", "杯", "包手", "包大", "方"]
)
async def test_s08_chinese_words_find_what_a_plain_scan_finds(shelf: Cache, word: str) -> None:
    scanned = [number for number, (title, _) in enumerate(TITLES) if word in title]
    folded = [number for number, (title, _) in enumerate(TITLES) if word in fold(title)]
    assert await numbers(shelf, word) == folded[::-1] and set(scanned) <= set(folded)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tote", [1]),
        ("BAG", [3, 1, 0]),
        ("bag travel", [0]),
        ("back", [0]),
        ("cafe", [5]),
        ("背包 travel", [0]),
        ("t恤", [5]),
        ("ＵＳＢ", [4]),
        ("2026", [4]),
        ("东方丝绸", [6]),
        ("東方絲綢", [6]),
        ("かばん", [7]),
        ("600000000002", [2]),
        ("beibao", [0]),
        ("bei bao", [2, 0]),
        ("shubao", [3]),
        ("xianfeng", [7]),
        ("sichou", [6]),
    ],
)
async def test_other_words_are_found_by_their_beginning_and_chinese_by_its_sound(
    shelf: Cache, words: str, found: list[int]
) -> None:
    assert await numbers(shelf, words) == found


@pytest.mark.parametrize(
    "words", ["", " ", "!!!", '"', "*", "AND", "dense:", "NEAR(", "'; DROP TABLE offers;--", "\x00", "\ud800", "😀"]
)
async def test_odd_words_find_nothing_and_break_nothing(shelf: Cache, words: str) -> None:
    assert await numbers(shelf, words) == []
    assert await numbers(shelf, "tote") == [1]


async def test_the_newest_come_first_and_no_more_than_asked(cache: Cache) -> None:
    await cache.offers.save_summaries(ACCOUNT, [summary(number) for number in range(30)], NOW)
    found = await cache.local_search(ACCOUNT, "背包", 5)
    assert [offer.offer_id for offer in found] == [summary(number).offer_id for number in range(29, 24, -1)]


async def test_an_offer_seen_again_is_found_once_as_it_is_now(cache: Cache) -> None:
    await cache.offers.save_summaries(ACCOUNT, [summary(1, "背包")], NOW)
    await cache.offers.save_summaries(ACCOUNT, [summary(1, "背包")], NOW)
    await cache.offers.save_summaries(ACCOUNT, [summary(1, "水杯", "Cup")], NOW)
    assert await cache.local_search(ACCOUNT, "背包") == ()
    assert [offer.title for offer in await cache.local_search(ACCOUNT, "水杯")] == ["水杯"]


async def test_m23_offers_of_another_account_are_not_found(cache: Cache) -> None:
    await cache.offers.save_summaries(AccountKey("demo/2"), [summary(1)], NOW)
    assert await cache.local_search(ACCOUNT, "背包") == ()


async def test_offers_added_later_get_their_pinyin_later(shelf: Cache) -> None:
    await shelf.offers.save_summaries(ACCOUNT, [summary(50, "雨伞")], NOW)
    assert await numbers(shelf, "yusan") == []
    await shelf.local_search.index_pinyin()
    assert await numbers(shelf, "yusan") == [50]


async def test_half_a_character_in_a_title_is_kept_and_does_no_harm(cache: Cache) -> None:
    odd = summary(1, "背\ud800包\x00")
    await cache.offers.save_summaries(ACCOUNT, [odd], NOW)
    assert await cache.local_search(ACCOUNT, "背") == (odd,)


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(max_size=30))
def test_any_text_has_terms_and_an_expression(text: str) -> None:
    dense, words = terms_of(text)
    assert '"' not in dense + words
    match_expression(text)


def test_a_word_of_letters_is_cut_into_syllables_in_every_way() -> None:
    assert set(readings("xian")) == {("xian",), ("xi", "an")}
    assert readings("tote") == () and readings("") == () and readings("a" * 500) == ()


def test_another_process_says_the_same_and_this_one_stays_light() -> None:
    titles = ["银行 Bank 绿色", "", "背包\n书包", "no Chinese"]
    assert spoken_elsewhere(titles) == spoken_here(titles)


async def test_without_pinyin_the_search_still_works(tmp_path: Path) -> None:
    def broken(titles: list[str]) -> list[str]:
        raise OSError("no process")

    cache = await Cache.open(tmp_path, spoken=broken)
    await cache.offers.save_summaries(ACCOUNT, [summary()], NOW)
    assert not await cache.local_search.index_pinyin()
    assert len(await cache.local_search(ACCOUNT, "背包")) == 1
    await cache.close()


def test_the_sound_depends_on_the_phrase() -> None:
    assert syllables_of("银行 Bank 绿色") == "yin hang 。 lv se"
