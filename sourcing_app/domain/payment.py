"""Ways of paying: channels, credit lines, agreements to pay without a password. Sums are fen on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class PayChannelCode(Word):
    """The platform's numbers of payment channels. Source: contract alibaba.trade.payWay.query, enums."""

    ALIPAY = "1"
    MYBANK_TRUST = "2"
    CHENG_E_SHE = "3"
    COMPANY_TRANSFER = "4"
    SHEXIAOBAO = "5"
    ACCEPTANCE_DRAFT = "6"
    ACCOUNT_PERIOD = "7"
    MERGED = "8"
    NO_PAYMENT = "9"
    LST_CREDIT = "10"
    DECLARED = "12"
    PLATFORM = "13"
    BANK_DRAFT = "14"
    BANK_TRANSFER = "15"
    KUAJINGBAO = "16"
    RED_PACKET = "17"
    KUAJINGBAO_SECOND = "20"
    MYBANK_CROSS_BORDER = "35"


class WithholdChannel(Word):
    """Channels of a payment without a password; lower case in requests, upper case in answers."""

    ALIPAY = "alipay"
    CREDIT = "shegou"


class CheckedChannel(Word):
    """Channels that can be asked about before paying. Source: contract trade.orderpay.analysis."""

    ALIPAY = "alipay"
    CREDIT = "shegou"
    CROSS_BORDER = "kjpayV2"


class CashierDevice(Word):
    """For which screen the combined cashier is."""

    PC = "PC"
    PHONE = "WIRELESS"


@dataclass(frozen=True, slots=True)
class CreditTerms:
    """What a supplier lets the buyer owe. limit: the line; available: of it. status, term: the platform's Chinese words.

    overdue: payments that are late. Source: contract alibaba.accountPeriod.list.buyerView.
    """

    supplier_login: str
    supplier_name: str
    limit: Money | None
    available: Money | None
    status: str
    term: str
    overdue: int
    granted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CreditTermsPage:
    """One page of credit terms, at most ten. skipped: unreadable rows."""

    terms: tuple[CreditTerms, ...]
    total: int
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether a channel may be debited without a password. ``is_open`` only when both bound and signed.

    sign_url: where to sign, carries a signature of its own: never logged, its host checked before it is opened.
    Source: contract alibaba.trade.pay.protocolPay.isopen.
    """

    channel: WithholdChannel
    signed: bool
    bound: bool
    sign_url: str | None = None
    agreement_no: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be used; the strict reading of a page that contradicts itself."""
        return self.signed and self.bound


@dataclass(frozen=True, slots=True)
class Withheld:
    """The answer to a payment without a password. paid False: nothing is known, the money may have been taken.

    The order's own state decides. channel: which paid, None where not told.
    Source: contract alibaba.trade.pay.protocolPay.preparePay.
    """

    order_id: OrderId | None
    paid: bool
    channel: WithholdChannel | None = None

    @property
    def is_unclear(self) -> bool:
        """Whether the order must be read before anything else is said or done."""
        return not self.paid


@dataclass(frozen=True, slots=True)
class PayCheck:
    """Whether orders can be paid with a channel. total: of them all (the unit is not documented; fen by its size)."""

    channel: CheckedChannel
    available: bool
    order_ids: tuple[OrderId, ...]
    count: int
    total: Money | None
