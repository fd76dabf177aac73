import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_app.domain.address import Address
from sourcing_app.domain.cart import CartLine
from sourcing_app.domain.category import Category
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import FilterSection, Offer, OfferPage, OfferSummary, SearchQuery
from sourcing_app.domain.order import Order
from sourcing_app.domain.preview import OrderPreview
from sourcing_app.store.records import decode, decode_all, encode, encode_all
from sourcing_app.store.snapshot import Snapshot
from tests.store import samples

_KEPT = (
    Address, CartLine, Category, FilterSection, Offer, OfferPage, OfferSummary, Order, OrderIntent, OrderPreview, Parcel,
    SearchQuery, Snapshot,
)  # fmt: skip


@pytest.mark.parametrize("kind", _KEPT, ids=lambda kind: kind.__name__)
def test_what_is_kept_comes_back_exactly(kind: type) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_type(kind))
    def check(record: object) -> None:
        assert decode(kind, encode(record)) == record

    check()


def test_money_keeps_every_digit_and_is_never_a_number() -> None:
    amount = Money(Decimal("1234567890123456789.0100"))
    query = SearchQuery(price_from=amount)
    kept = json.loads(encode(query))
    assert kept["price_from"] == "1234567890123456789.0100"
    back = decode(SearchQuery, encode(query)).price_from
    assert back is not None and str(back.amount) == str(amount.amount)


def test_a_member_that_was_added_later_takes_its_default() -> None:
    assert decode(SearchQuery, '{"keyword":"x"}') == SearchQuery("x")


def test_a_member_that_was_dropped_is_ignored() -> None:
    assert decode(SearchQuery, '{"keyword":"x","colour":"red"}') == SearchQuery("x")


@pytest.mark.parametrize("text", ["", "[]", "null", '{"price_from": 1}', '{"price_from": "x"}', '{"filters": 5}', "{"])
def test_any_other_text_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(SearchQuery, text)


def test_a_member_that_must_be_there_is_missed() -> None:
    with pytest.raises(ValueError, match="Address"):
        decode(Address, '{"full_name":"x"}')


def test_lists_keep_their_order() -> None:
    summaries = tuple(samples.summary(number) for number in (3, 1, 2))
    assert decode_all(OfferSummary, encode_all(summaries)) == summaries
    assert decode_all(OfferSummary, encode_all(())) == ()


def test_a_record_that_cannot_be_kept_is_named() -> None:
    @dataclass(frozen=True)
    class Odd:
        at: object

    with pytest.raises(TypeError, match="cannot be kept"):
        encode(Odd(datetime.now(UTC)))
