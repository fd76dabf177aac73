"""What the platform, carriers and sellers say in fixed words, in the buyer's language."""

from __future__ import annotations

import random

import pytest

from sourcing_app.domain.reading.tables import has_chinese, key_of
from sourcing_app.sandbox.trade.carriers import CARRIERS
from tests.domain.reading import sandbox_texts
from tests.domain.reading.words import LANGUAGES, fixed_words, trade_words

SAID = {
    "【杭州市】快件已到达 杭州转运中心": (
        "Hangzhou: arrived at the Hangzhou transit centre",
        "杭州市：杭州中継センターに到着しました",
    ),
    "【杭州市】快件到达转运中心": ("Hangzhou: arrived at the transit centre", "杭州市：中継センターに到着しました"),
    "【義烏市】圓通速遞已攬收": ("Yiwu: picked up by YTO Express", "義烏市：円通速逓（YTO）が集荷しました"),
    "【金华市】离开【金华分拨中心】，下一站【杭州转运中心】": (
        "Jinhua: left the Jinhua sorting hub, next stop the Hangzhou transit centre",
        "金華市：金華仕分けセンターを出発、次は杭州中継センター",
    ),
    "[深圳市] 快件已暂存至 丰巢快递柜": (
        "Shenzhen: kept at Hive Box parcel locker",
        "深圳市：宅配ロッカー（豊巣）で保管中です",
    ),
    "【义乌市】已签收，签收人：本人": ("Yiwu: delivered, signed by the recipient", "義烏市：配達完了（受取人：本人）"),
    "卖家已发货，中通快递待揽收": (
        "shipped by the seller, waiting for pick-up by ZTO Express",
        "売り手が出荷、中通快逓（ZTO）の集荷待ち",
    ),
    "等待买家付款": ("waiting for payment", "支払い待ち"),
    "浙江省 杭州市 滨江区": ("Binjiang District, Hangzhou, Zhejiang", "浙江省杭州市浜江区"),
    "满100减10": ("10 yuan off from 100 yuan", "100元以上で10元引き"),
    "商品[Retro bag]库存不足": ("not enough in stock of [Retro bag]", "商品[Retro bag]の在庫が足りません"),
    "退款诉求：退货退款|申请原因：质量问题|退款货品金额：25.60": (
        "request: return and refund | reason: quality problem | refund for goods: 25.60",
        "希望：返品・返金 | 理由：品質の問題 | 商品の返金額：25.60",
    ),
}


@pytest.mark.parametrize("chinese", SAID)
def test_a_text_is_said_in_the_buyers_language(chinese: str) -> None:
    assert (fixed_words("en").say(chinese), fixed_words("ja").say(chinese)) == SAID[chinese]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_sandbox_can_say_has_its_translation(language: str) -> None:
    words, trade, sounds = fixed_words(language), trade_words(language), _letters
    silent = [
        (name, text)
        for name, text in sandbox_texts.texts()
        for line in text.splitlines()
        if sandbox_texts.CHINESE.search(line)
        and not (words.say(line, sounds) or trade.words_of(line) or words.names.address(line, sounds))
    ]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_carrier_and_place_of_the_sandbox_has_its_translation(language: str) -> None:
    words = fixed_words(language)
    carriers = [each.name for each in CARRIERS.values() if has_chinese(each.name)]
    assert [name for name in carriers if words.of_family("carriers", name) is None] == []
    assert [name for name in sandbox_texts.places() if words.places.name(name) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_sandboxes_titles_variants_and_units_has_its_translation(language: str) -> None:
    trade = trade_words(language)
    words = [*(word for _, word in sandbox_texts.words_of_titles()), *sandbox_texts.aliases()]
    assert [word for word in words if _left(trade.words_of(word))] == []
    units = [word for kind, word in sandbox_texts.words_of_titles() if kind == "unit"]
    assert [word for word in units if fixed_words(language).of_family("units", word) is None] == []


def _left(said: str | None) -> bool:
    return said is None or not said.strip()


def test_a_text_that_nothing_knows_has_no_answer() -> None:
    words = fixed_words("en")
    assert words.say("老板今天心情好") is None
    assert words.say("Waiting for payment") is None
    assert words.say("") is None
    assert words.code("message.statusChanged", "BEAMED") is None


def test_an_unknown_carrier_or_person_stays_as_it_is_in_a_known_sentence() -> None:
    assert (
        fixed_words("en").say("卖家已发货，飞毛腿快递待揽收")
        == "shipped by the seller, waiting for pick-up by 飞毛腿快递"
    )
    assert fixed_words("en").say("已签收，签收人：王小明") == "delivered, signed by 王小明"


def test_codes_of_the_platform_are_said() -> None:
    assert fixed_words("en").code("message.statusChanged", "AGENT_SIGN") == "at a pick-up point"
    assert fixed_words("ja").code("message.currentStatus", "waitbuyerpay") == "支払い待ち"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_have_no_answer_and_do_no_harm(language: str) -> None:
    words, trade = fixed_words(language), trade_words(language)
    letters = "已签收离开到达【】：，杭州市{site}\ud83d\u202e\u200b<b>&|、\n12 "
    dice = random.Random(7)
    texts = ["".join(dice.choices(letters, k=length)) for length in (1, 3, 40, 600, 1000, 100_000)]
    for text in (*texts, "已" * 100_000, "离开" * 300, "1" * 999 + "个", "|" * 600, "、已" * 290, "\ud800个"):
        for said in (words.say(text), trade.words_of(text), words.site(text), words.names.company(text, _letters)):
            assert said is None or len(said) <= 20 * len(text) + 40
        words.names.address(text, _letters)
        words.names.person(text, _letters)
        key_of(text)


def _letters(characters: str) -> list[str]:
    """A reading of any characters, for texts whose meaning is not asked for."""
    return ["xi"] * len(characters)
