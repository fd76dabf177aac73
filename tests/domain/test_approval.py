from dataclasses import replace

import pytest

from sourcing_app.domain.address import Address
from sourcing_app.domain.approval import differences, total_with
from sourcing_app.domain.ids import AccountKey, AddressId, OfferId, SupplierId
from sourcing_app.domain.preview import (
    OrderChoice,
    OrderLine,
    OrderPreview,
    PreviewLine,
    PreviewPart,
    Promotion,
    TradeMode,
)
from tests.domain.samples import NOW, RED, yuan

FEN = yuan("0.01")
ADDRESS = Address("李", "浙江省", "杭州市", "滨江区", "网商路699号", address_id=AddressId("1"))
PART = PreviewPart(
    lines=(PreviewLine(OfferId("1"), RED, None, 2, yuan("10"), yuan("20")),),
    goods=yuan("20"),
    freight=yuan("5"),
    discount=yuan("0"),
    additional_fee=yuan("0"),
    total=yuan("25"),
    flow="general",
    trade_modes=(TradeMode("assureTrade", "担保交易"),),
)


def preview(*parts: PreviewPart) -> OrderPreview:
    lines = (OrderLine(OfferId("1"), RED, 2),)
    return OrderPreview(SupplierId("sup"), "供应商", ADDRESS, lines, parts or (PART,), AccountKey("demo/1"), NOW)


def test_the_same_preview_differs_in_nothing() -> None:
    assert differences(preview(), replace(preview(), previewed_at=NOW.replace(year=2027))) == ()


def test_m11_a_cheaper_order_is_a_change_too() -> None:
    cheaper = replace(PART, freight=PART.freight - FEN, total=PART.total - FEN)
    assert differences(preview(), preview(cheaper)) == (("freight", "5.00", "4.99"), ("total", "25.00", "24.99"))


@pytest.mark.parametrize(
    "other",
    [
        replace(PART, goods=PART.goods + FEN),
        replace(PART, freight=PART.freight + FEN),
        replace(PART, total=PART.total + FEN),
        replace(PART, discount=FEN),
        replace(PART, additional_fee=FEN),
        replace(PART, flow="other"),
        replace(PART, trade_modes=()),
        replace(PART, promotions=(Promotion("p", "满减", "", FEN, True),)),
        replace(PART, lines=()),
        replace(PART, lines=(replace(PART.lines[0], unit_price=yuan("10.001")),)),
        replace(PART, lines=(replace(PART.lines[0], amount=yuan("20.01")),)),
        replace(PART, lines=(replace(PART.lines[0], ok=False, text="库存不足"),)),
        replace(PART, lines=(replace(PART.lines[0], quantity=3),)),
    ],
)
def test_m11_any_difference_is_named(other: PreviewPart) -> None:
    found = differences(preview(), preview(other))
    assert found and all(before != after for _, before, after in found)


def test_m11_a_split_and_another_address_are_named() -> None:
    assert ("orders", "1", "2") in differences(preview(), preview(PART, PART))
    moved = replace(preview(), address=replace(ADDRESS, mobile="13900000000"))
    assert [what for what, _, _ in differences(preview(), moved)] == ["address"]


def test_two_changes_that_cancel_out_are_still_changes() -> None:
    shifted = replace(PART, goods=PART.goods + FEN, freight=PART.freight - FEN)
    assert [what for what, _, _ in differences(preview(), preview(shifted))] == ["goods", "freight"]


def test_the_chosen_promotion_replaces_the_platforms() -> None:
    ten, three = Promotion("a", "满减", "", yuan("10"), True), Promotion("b", "券", "", yuan("3"), False)
    offered = preview(replace(PART, promotions=(ten, three)))
    assert total_with(offered, OrderChoice("assureTrade")) == yuan("25")
    assert total_with(offered, OrderChoice("assureTrade", "a")) == yuan("25")
    assert total_with(offered, OrderChoice("assureTrade", "b")) == yuan("32")


@pytest.mark.parametrize(
    ("part", "right"),
    [
        (PART, True),
        (replace(PART, total=PART.total + FEN), False),
        (replace(PART, total=PART.total - FEN), False),
        (replace(PART, total=PART.total * 100), False),
        (replace(PART, freight=PART.freight * 100), False),
        (replace(PART, goods=PART.goods * 100, freight=PART.freight * 100, total=PART.total * 100), False),
        (replace(PART, goods=yuan("19"), discount=yuan("1"), total=yuan("24")), True),
        (replace(PART, additional_fee=yuan("1"), total=yuan("26")), True),
        (replace(PART, lines=(replace(PART.lines[0], amount=None),)), True),
    ],
)
def test_m12_sums_must_hold_to_the_fen(part: PreviewPart, right: bool) -> None:
    assert part.adds_up == right == preview(part).placeable


@pytest.mark.parametrize(
    "part",
    [
        replace(PART, ok=False),
        replace(PART, trade_modes=()),
        replace(PART, trade_modes=(TradeMode("assureTrade", "担保交易", usable=False),)),
        replace(PART, lines=(replace(PART.lines[0], ok=False),)),
    ],
)
def test_what_the_platform_does_not_accept_cannot_be_placed(part: PreviewPart) -> None:
    assert not preview(part).placeable and not preview(PART, part).placeable


def test_nothing_cannot_be_placed() -> None:
    assert not replace(preview(), parts=()).placeable
