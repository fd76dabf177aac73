"""Records as hypothesis makes them: any text, any money, any zone of whole minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from sourcing_app.domain.address import Address
from sourcing_app.domain.cart import CartLine, OfferTerms
from sourcing_app.domain.ids import AccountKey, IntentId, OfferId, OrderId, SkuId, SpecId, SupplierId
from sourcing_app.domain.intent import CreateRequest, IntentState, OrderIntent
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary, QuoteType
from sourcing_app.domain.order import Order, OrderEntry, OrderStatus
from sourcing_app.domain.preview import OrderChoice, OrderLine
from sourcing_app.store.ledger import Ledger

ACCOUNT = AccountKey("demo/1")
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def _types() -> None:
    zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=3))
    st.register_type_strategy(
        Money,
        st.builds(
            Money,
            st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False),
            st.sampled_from(["CNY", "JPY"]),
        ),
    )
    st.register_type_strategy(datetime, st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=zones))
    st.register_type_strategy(str, st.text(max_size=12))


_types()


async def backed_up(folder: Path) -> None:
    """What a run does to a ledger in which nothing is changed: it is opened, copied unless it is already, and closed."""
    ledger = await Ledger.open(folder)
    await ledger.back_up_if_changed()
    await ledger.close()


def summary(number: int = 1, title: str = "双肩背包", translated: str = "Backpack") -> OfferSummary:
    return OfferSummary(
        OfferId(str(600_000_000_000 + number)), title, translated, "http://x/1.jpg", Money.from_yuan("12.50")
    )


def line(number: int = 1, quantity: int = 2) -> CartLine:
    offer_id = OfferId(str(number))
    return CartLine(
        offer_id=offer_id,
        spec_id=SpecId("s"),
        sku_id=SkuId("9"),
        supplier_id=SupplierId("sup"),
        supplier_name="供应商",
        title="背包",
        title_translated="Backpack",
        spec_text="红色",
        spec_text_translated=None,
        picture_url="",
        quantity=quantity,
        terms=OfferTerms(offer_id, QuoteType.BY_SKU, (), 1, 1, None, "件"),
        sku_price=Money.from_yuan("1.5"),
        price_when_added=Money.from_yuan("1.5"),
        stock=100,
        added_at=NOW,
        checked_at=NOW,
    )


def intent(name: str = "src-1", *numbers: int, state: IntentState = IntentState.SENDING) -> OrderIntent:
    lines = tuple(OrderLine(OfferId(str(number)), SpecId("s"), 2) for number in numbers or (1,))
    return OrderIntent(
        intent_id=IntentId(name),
        out_order_id=name,
        account=ACCOUNT,
        state=state,
        supplier_id=SupplierId("sup"),
        supplier_name="供应商",
        lines=lines,
        address=Address("a", "b", "c", "d", "e"),
        choice=OrderChoice("assureTrade"),
        approved_total=Money.from_yuan("3.00"),
        approved_freight=Money.zero(),
        request=CreateRequest(name, (("flow", "general"),)),
        created_at=NOW,
    )


def order(number: int, status: OrderStatus = OrderStatus.WAIT_PAY, title: str = "背包", **more: object) -> Order:
    money = Money.from_yuan("3.00")
    entry = OrderEntry(
        entry_id=str(number),  # type: ignore[arg-type]
        offer_id=OfferId("1"),
        sku_id=None,
        spec_id=SpecId("s"),
        title=title,
        spec_text="红色",
        picture_url=None,
        quantity=Decimal(2),
        unit="件",
        unit_price=money,
        amount=money,
    )
    made = NOW + timedelta(minutes=number)
    whole = Order(
        OrderId(f"{2_257_000_000_000_000_000 + number}"), status, status.value, "义乌箱包厂", "b2b-1", money, money, None, made,
        (entry,), modified_at=made,
    )  # fmt: skip
    return replace(whole, **more)  # type: ignore[arg-type]
