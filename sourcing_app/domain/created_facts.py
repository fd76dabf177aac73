"""Everything else the platform says of orders that were made. Source: contract alibaba.trade.createCrossOrder; fen."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.intent import CreatedOrder, CreateResult
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class PeriodKind(Word):
    """How an account period is counted: to a fixed day every so many months, or in days from receipt."""

    MONTHLY = "1"
    TWO_MONTHS = "3"
    THREE_MONTHS = "6"
    FROM_RECEIPT = "5"


@dataclass(frozen=True, slots=True)
class AccountPeriod:
    """When an order on account is to be paid. day: of the month, or days from receipt; overdue: payments that are late."""

    kind: PeriodKind | None
    day: int | None
    overdue: int | None


@dataclass(frozen=True, slots=True)
class WholeCreatedOrder(CreatedOrder):
    """An order that was made, with all that is told. ok, code, text: beside an order id they are only words."""

    ok: bool | None = None
    code: str = ""
    text: str = ""
    goods: Money | None = None
    discount: Money | None = None
    pay_channel: str = ""
    merged_payment: bool | None = None
    free_freight: bool | None = None


@dataclass(frozen=True, slots=True)
class WholeCreateResult(CreateResult):
    """What a create call made, with all that is told. out_order_id: with which it was sent, to find it again."""

    orders: tuple[WholeCreatedOrder, ...]
    account_period: AccountPeriod | None = None
    out_order_id: str = ""
