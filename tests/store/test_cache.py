import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcing_app.domain.category import Category
from sourcing_app.domain.ids import AccountKey, CategoryId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferPage, SearchQuery, SortKey
from sourcing_app.store.cache import FILE_NAME, Cache
from sourcing_app.store.ledger import Ledger
from tests.store.samples import ACCOUNT, NOW, order, summary

OTHER = AccountKey("demo/2")
QUERY = SearchQuery("bag", price_from=Money.from_yuan("1.50"), sort=SortKey.PRICE)


def page(*numbers: int) -> OfferPage:
    return OfferPage(tuple(summary(number) for number in numbers), 100, 1, 50, True, 1)


def ruins(folder: Path) -> list[Path]:
    return list(folder.glob(f"{FILE_NAME}.damaged-*"))


async def test_a_page_of_results_comes_back_with_its_age(cache: Cache) -> None:
    await cache.searches.save(ACCOUNT, QUERY, page(1, 2), NOW)
    kept = await cache.searches.load(ACCOUNT, replace(QUERY))
    assert kept is not None and (kept.value, kept.fetched_at) == (page(1, 2), NOW)
    assert await cache.searches.load(ACCOUNT, replace(QUERY, descending=True)) is None
    assert await cache.searches.load(OTHER, QUERY) is None


async def test_lists_are_kept_by_kind_and_key(cache: Cache) -> None:
    bags = Category(CategoryId("1"), "箱包", "Bags", None, 1, False, (CategoryId("2"),))
    await cache.categories.save(ACCOUNT, "en:0", (bags,), NOW)
    kept = await cache.categories.load(ACCOUNT, "en:0")
    assert kept is not None and kept.value == (bags,)
    assert await cache.filters.load(ACCOUNT, "en:0") is None


async def test_s03_a_damaged_cache_is_set_aside_and_the_ledger_not_touched(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path)
    await ledger.orders.save(ACCOUNT, [order(1)], NOW)
    for _ in range(2):
        (tmp_path / FILE_NAME).write_bytes(os.urandom(9000))
        cache = await Cache.open(tmp_path)
        await cache.searches.save(ACCOUNT, QUERY, page(1), NOW)
        await cache.close()
    assert len(await ledger.orders.list(ACCOUNT)) == 1
    await ledger.close()
    assert len(ruins(tmp_path)) == 1


async def test_s03_a_cache_of_another_version_is_made_anew(tmp_path: Path) -> None:
    await (await Cache.open(tmp_path)).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
    cache = await Cache.open(tmp_path)
    assert await cache.searches.load(ACCOUNT, QUERY) is None
    await cache.close()


async def test_a_cache_above_its_limit_loses_the_oldest(tmp_path: Path) -> None:
    cache = await Cache.open(tmp_path, size_limit=1_200_000)
    for number in range(20):
        await cache.pictures.save(f"http://x/{number}.jpg", os.urandom(100_000), NOW + timedelta(minutes=number))
    assert await cache.trim()
    assert await cache.size() <= 1_200_000
    assert await cache.pictures.load("http://x/0.jpg") is None
    assert await cache.pictures.load("http://x/19.jpg") is not None
    assert not await cache.trim()
    await cache.close()


async def test_what_is_left_after_trimming_is_still_found(tmp_path: Path) -> None:
    cache = await Cache.open(tmp_path, size_limit=300_000)
    await cache.offers.save_summaries(ACCOUNT, [summary(number, f"背包{number}") for number in range(800)], NOW)
    assert await cache.trim()
    found = await cache.local_search(ACCOUNT, "背包", 1000)
    assert 0 < len(found) < 800 and found[0] == summary(799, "背包799")
    await cache.close()


async def test_clearing_gives_the_space_back(tmp_path: Path) -> None:
    cache = await Cache.open(tmp_path)
    await cache.pictures.save("http://x/1.jpg", os.urandom(2_000_000), NOW)
    await cache.offers.save_summaries(ACCOUNT, [summary()], NOW)
    await cache.clear()
    assert await cache.local_search(ACCOUNT, "背包") == ()
    await cache.close()
    assert (tmp_path / FILE_NAME).stat().st_size < 200_000


@pytest.mark.parametrize("damage", [b"", b"x", b"SQLite format 3\0"])
async def test_s03_a_cache_with_odd_bytes_opens(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    cache = await Cache.open(tmp_path)
    await cache.searches.save(ACCOUNT, QUERY, page(1), NOW)
    await cache.close()
