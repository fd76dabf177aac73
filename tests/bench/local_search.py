"""Finding words in 100,000 offers already seen, against a LIKE scan of the same rows."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sourcing_app.domain.ids import AccountKey, OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.store.cache import FILE_NAME, Cache
from sourcing_app.store.local_search import find
from sourcing_app.store.pinyin import spoken_here
from sourcing_app.store.records import decode
from tests.bench.rows import Row, interleaved, ratio

ACCOUNT = AccountKey("bench/1")
COUNT = 100_000
_PORTION = 5000
_ROUNDS = 15

_CHINESE_WORDS = """
女士 双肩 背包 大容量 旅行 学生 书包 帆布 托特 手提袋 韩版 时尚 百搭 小香水瓶 化妆刷 不锈钢 玻璃杯 儿童 玩具 积木 拼图 连衣裙
夏季 新款 宽松 纯棉 短袖 男士 运动鞋 透气 网面 跑步 厨房 收纳盒 硅胶 烘焙 模具 跨境
工厂 批发 现货 定制 防水 加厚 便携 折叠 家用 户外
"""
_ENGLISH_WORDS = """
women backpack large travel student bag canvas tote fashion perfume bottle makeup brush stainless steel glass children toy
puzzle dress summer new loose cotton shirt men shoes breathable running kitchen storage silicone baking mold wholesale custom
"""
_CHINESE, _ENGLISH = _CHINESE_WORDS.split(), _ENGLISH_WORDS.split()
_WANTED = (("伞", "雨伞", "umbrella"), ("烛", "香薰蜡烛", "candle"), ("琴", "拇指琴", "kalimba"))
"""Words that about one offer in a thousand has, as a buyer's word is: rarer than a page of hits among the first rows."""

WORDS = {
    "one character": "伞",
    "two characters": "雨伞",
    "three characters": "拇指琴",
    "pinyin": "lazhu",
    "English": "kalimba",
}


def titles(chance: random.Random) -> tuple[str, str]:
    """A Chinese title and its translation."""
    chinese, english = chance.sample(_CHINESE, 8), chance.sample(_ENGLISH, 7)
    if chance.random() < 0.003:
        _, word, translated = chance.choice(_WANTED)
        chinese[chance.randrange(8)] = word
        english[chance.randrange(7)] = translated
    return "".join(chinese), " ".join(english).capitalize()


def offers(count: int) -> Iterator[OfferSummary]:
    """Always the same ones."""
    chance = random.Random(1688)
    pool = [titles(chance) for _ in range(max(1, count // 12))]
    for number in range(count):
        chinese, english = chance.choice(pool)
        yield OfferSummary(
            OfferId(str(600_000_000_000 + number)),
            f"{chinese} {chance.randrange(1000)}",
            english,
            f"https://cbu01.alicdn.com/img/ibank/O1CN01{number}.jpg",
            Money.from_fen(chance.randrange(50, 50_000)),
            sold_30_days=chance.randrange(5000),
        )


async def build_cache(folder: Path, count: int = COUNT) -> None:
    """A cache of so many offers in this folder, all findable, pinyin included."""
    cache = await Cache.open(folder, spoken=spoken_here)
    rows = tuple(offers(count))
    for start in range(0, count, _PORTION):
        await cache.offers.save_summaries(ACCOUNT, rows[start : start + _PORTION], datetime.now(UTC))
    while await cache.local_search.index_pinyin():
        pass
    await cache.close()


def scan(connection: sqlite3.Connection, word: str, limit: int = 50) -> tuple[OfferSummary, ...]:
    """What a plain program would do."""
    rows = connection.execute(
        "SELECT record FROM offers WHERE account = ? AND (title LIKE ? OR title_translated LIKE ?)"
        " ORDER BY seq DESC LIMIT ?",
        (ACCOUNT, f"%{word}%", f"%{word}%", limit),
    )
    return tuple(decode(OfferSummary, record) for (record,) in rows)


def rows() -> list[Row]:
    """One row a kind of word, through the whole of the local search: expression, rows, records."""
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(build_cache(Path(folder)))
        with closing(sqlite3.connect(Path(folder) / FILE_NAME)) as connection:
            for kind, word in WORDS.items():
                ours, theirs = interleaved(
                    lambda word=word: find(connection, ACCOUNT, word, 50),  # type: ignore[misc]
                    lambda word=word: scan(connection, word),  # type: ignore[misc]
                    _ROUNDS,
                )
                hits = len(find(connection, ACCOUNT, word, 50))
                note = f"{word}: {hits} hits"
                what = f"first 50 hits in {COUNT:,} cached offers, {kind}"
                measured.append(ratio(what, "LIKE scan of the same rows", 0.2, ours, theirs, note=note))
    return measured
