"""A cart line holds, member by member, what the offer's page showed when it was put in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcing_app.domain.cart import CartLine, OfferTerms, lines_from_offer
from sourcing_app.domain.ids import NO_SPEC, OfferId, SupplierId
from sourcing_app.domain.offer import MixRule, QuoteType, Sku, SpecAttribute
from tests.domain.samples import BLUE, NOW, RED, offer, plain, sku, yuan

COLOUR = SpecAttribute("颜色", "红色", "Colour", "Red")
SIZE = SpecAttribute("尺码", "大")


def _with(red: Sku) -> CartLine:
    whole = offer(
        skus=(red, sku(BLUE, stock=7)), title_translated="Backpack", lot_size=3, mix_rule=MixRule(yuan("9"), 4),
        unit_translated="pcs",
    )  # fmt: skip
    lines = lines_from_offer(whole, {RED: 48, BLUE: 2}, NOW)
    assert [each.spec_id for each in lines] == [RED, BLUE] and lines[1].stock == 7
    return lines[0]


def test_every_member_of_a_line_is_the_pages_own() -> None:
    attributes = (replace(COLOUR, picture_url="http://x/red.jpg"), SIZE)
    assert _with(replace(sku(RED, stock=99), attributes=attributes)) == CartLine(
        offer_id=OfferId("1"),
        spec_id=RED,
        sku_id=sku(RED).sku_id,
        supplier_id=SupplierId("sup"),
        supplier_name="供应商",
        title="背包",
        title_translated="Backpack",
        spec_text="红色; 大",
        spec_text_translated="Red; 大",
        picture_url="http://x/red.jpg",
        quantity=48,
        terms=OfferTerms(OfferId("1"), QuoteType.BY_RANGE, offer().tiers, 2, 3, MixRule(yuan("9"), 4), "pcs"),
        sku_price=None,
        price_when_added=yuan("9"),
        stock=99,
        stock_when_added=99,
        added_at=NOW,
        checked_at=NOW,
        tiers_when_added=offer().tiers,
    )


def test_a_line_without_a_picture_of_its_own_has_the_offers_first_or_none() -> None:
    red = replace(sku(RED), attributes=(COLOUR,))
    assert _with(red).picture_url == "http://x/1.jpg"
    (bare,) = lines_from_offer(plain(pictures=()), {NO_SPEC: 2}, NOW)
    assert bare.picture_url == ""
    assert (bare.sku_id, bare.spec_text, bare.spec_text_translated) == (None, "", None)
    assert (bare.stock, bare.terms.unit) == (2000, "件")


@pytest.mark.parametrize(("quote", "price"), [(QuoteType.BY_SKU, "12"), (QuoteType.BY_RANGE_WITH_SKUS, None)])
def test_tiers_are_remembered_where_they_decide_the_price(quote: QuoteType, price: str | None) -> None:
    (line,) = lines_from_offer(offer(quote_type=quote, skus=(sku(RED, "12"),)), {RED: 2, BLUE: 0}, NOW)
    assert line.sku_price == (yuan(price) if price else None)
    assert line.tiers_when_added == (() if price else offer().tiers)
    assert line.price_when_added == yuan(price or "10")
    (untiered,) = lines_from_offer(offer(quote_type=quote, skus=(sku(RED, "12"),), tiers=()), {RED: 2}, NOW)
    assert (untiered.sku_price, untiered.tiers_when_added) == (yuan("12"), ())
