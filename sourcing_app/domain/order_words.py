"""Words with which the platform tells of an order's payments, stages, parcels and ratings.

Source: contract alibaba.trade.get.buyerView, enums.
"""

from __future__ import annotations

from sourcing_app.domain.words import Word


class StagePay(Word):
    """Whether an instalment is paid."""

    UNPAID = "1"
    PAID = "2"
    REFUNDED = "4"
    MOVED_ON = "6"
    CANCELLED = "8"
    TOP_UP = "12"


class StageGoods(Word):
    """Where the goods of a line or an instalment are."""

    NOT_SHIPPED = "1"
    SHIPPED = "2"
    RECEIVED = "3"
    RETURNED = "4"
    PARTLY_SHIPPED = "5"
    CANCELLED = "7"
    NO_PARCEL_YET = "8"


class PaymentState(Word):
    """How far a payment is. ACCOUNT_PERIOD: owed, not arrived."""

    UNPAID = "1"
    PAID = "2"
    REFUNDED = "4"
    WITH_SELLER = "6"
    NOT_BEGUN = "7"
    CANCELLED = "8"
    IN_PROGRESS = "9"
    ACCOUNT_PERIOD = "12"


class CreditSource(Word):
    """With what credit is paid back."""

    KUAJINGBAO = "KJPAY"
    OWN_FUNDS = "OWN_FUNDS"
    INSTALMENT = "INSTALLMENT_REPAY"


class TradeType(Word):
    """How a trade runs."""

    ESCROW = "1"
    PREPAID = "2"
    OVERSEAS_ACQUIRING = "3"
    INSTANT = "4"
    GUARANTEE_FUND = "5"
    UNIFIED = "6"
    STAGED = "7"
    CASH_ON_DELIVERY = "8"
    CREDIT_VOUCHER = "9"
    ACCOUNT_PERIOD = "10"
    TRADE_4 = "50060"
    FACE_TO_FACE = "50070"
    SERVICE = "50080"


class ClosedBy(Word):
    """Who closed an order. COMPLAINT is spelt so by the platform."""

    BUYER = "CLOSE_TRADE_BY_BUYER"
    SELLER = "CLOSE_TRADE_BY_SELLER"
    PLATFORM = "CLOSE_TRADE_BY_BOPS"
    TIME = "CLOSE_TRADE_BY_SYSTEM"
    COMPLAINT = "CLOSE_TRADE_BY_CREADIT"


class Handover(Word):
    """How goods go: by the seller's own carrier, one booked online, or none at all."""

    OWN = "0"
    ONLINE = "1"
    NONE = "2"


class NoParcelReason(Word):
    """Why there is no carrier to follow."""

    OTHER_CARRIER = "1"
    TOP_UP = "2"
    SELLER_DELIVERS = "3"
    BUYER_COLLECTS = "4"
    OTHER = "5"


class RatingState(Word):
    """Whether a side has rated."""

    RATED = "4"
    NOT_RATED = "5"
    NOT_NEEDED = "6"


class PaperKind(Word):
    """Which invoice was asked for with an order."""

    ORDINARY = "0"
    VAT = "1"
    UNKNOWN = "9"
