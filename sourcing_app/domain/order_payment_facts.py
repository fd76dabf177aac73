"""How an order is paid, in all its instalments and debts, as the platform tells it to a user of the API.

Source: contracts alibaba.trade.get.buyerView and alibaba.trade.getBuyerOrderList. Sums are yuan on the wire where no fen
are named. Texts are "" and all else None where not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.money import Money
from sourcing_app.domain.order_words import CreditSource, PaymentState, StageGoods, StagePay
from sourcing_app.domain.payment import PayChannelCode


@dataclass(frozen=True, slots=True)
class Stage:
    """One instalment of an order (trade 4.0): paid when every stage is. price_change: negative where it became cheaper."""

    number: int | None
    name: str
    is_last: bool | None
    is_active: bool | None
    pay_state: StagePay | None
    goods_state: StageGoods | None
    starts_at: datetime | None
    paid_at: datetime | None
    ended_at: datetime | None
    due: Money | None
    paid: Money | None
    goods: Money | None
    price_change: Money | None
    discount: Money | None
    freight: Money | None
    freight_paid: Money | None


@dataclass(frozen=True, slots=True)
class OldStage:
    """One instalment of an order of trade 3.0. The units of its sums are not documented: their decimals say yuan.

    due: without freight; due_in_all: with freight and price change. pay_timeout, confirm_timeout: no unit is documented.
    """

    stage_id: str
    number: int | None
    name: str
    state: str
    pay_state: StagePay | None
    is_last: bool | None
    seller_has_money: bool | None
    due: Money | None
    due_in_all: Money | None
    discount: Money | None
    line_discount: Money | None
    unit_price: Money | None
    quantity: int | None
    freight: Money | None
    price_change: Money | None
    created_at: datetime | None
    modified_at: datetime | None
    entered_at: datetime | None
    paid_at: datetime | None
    seller_acted_at: datetime | None
    ended_at: datetime | None
    message: str
    message_path: str
    picture_path: str
    template_id: str
    seller_action: str
    pay_timeout: int | None
    confirm_timeout: int | None
    needs_shipping: bool | None
    needs_seller_action: bool | None
    pays_seller_after_confirm: bool | None
    needs_seller_call: bool | None
    pays_at_once: bool | None


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of an order. paid_at is no proof of a payment, its state is. stage_id: of the instalment it belongs to."""

    state: PaymentState | None
    way: PayChannelCode | None
    way_text: str
    amount: Money | None
    stage_id: str
    paid_at: datetime | None
    condition: str
    due_text: str
    by_card: bool | None
    express: bool | None


@dataclass(frozen=True, slots=True)
class CreditDebt:
    """What was paid on the platform's credit and must be paid back. The wire's unit is taken for fen."""

    paid: Money | None
    owed: Money | None
    state: str
    state_text: str
    created_at: datetime | None
    repay_by: datetime | None
    grace_until: datetime | None
    source: CreditSource | None
