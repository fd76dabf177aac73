"""Refunds and returns: their states, what may be asked for, and their history.

Source: refund_lifecycle.md and the nine refund contracts. All sums are fen on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sourcing_app.domain.carrier import Carrier
from sourcing_app.domain.ids import EntryId, OrderId, RefundId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class RefundStatus(Word):
    """Where a refund stands. Money is back only in SUCCESS. Source: refund_lifecycle.md, section 3."""

    WAIT_SELLER_AGREE = "waitselleragree"
    WAIT_BUYER_MODIFY = "waitbuyermodify"
    WAIT_BUYER_SEND = "waitbuyersend"
    WAIT_SELLER_RECEIVE = "waitsellerreceive"
    SUCCESS = "refundsuccess"
    CLOSED = "refundclose"

    @classmethod
    def of(cls, word: str) -> RefundStatus:
        """From either spelling: of a refund (waitbuyersend) or of an order line (WAIT_BUYER_SEND, REFUND_CLOSED)."""
        return _BY_LINE_SPELLING.get(word) or cls(word)

    @property
    def is_final(self) -> bool:
        """Whether nothing will move any more; False for a word we do not know."""
        return self in (RefundStatus.SUCCESS, RefundStatus.CLOSED)


_BY_LINE_SPELLING = {
    "WAIT_SELLER_AGREE": RefundStatus.WAIT_SELLER_AGREE,
    "WAIT_BUYER_MODIFY": RefundStatus.WAIT_BUYER_MODIFY,
    "WAIT_BUYER_SEND": RefundStatus.WAIT_BUYER_SEND,
    "WAIT_SELLER_RECEIVE": RefundStatus.WAIT_SELLER_RECEIVE,
    "REFUND_SUCCESS": RefundStatus.SUCCESS,
    "REFUND_CLOSED": RefundStatus.CLOSED,
}


class RefundKind(Word):
    """Before or after the trade was completed (``disputeType``; ANY only in a filter)."""

    ANY = "0"
    IN_SALE = "1"
    AFTER_SALE = "2"


class Demand(Word):
    """What is asked for, as records have it (``disputeRequest``)."""

    MONEY_ONLY = "1"
    RETURN_AND_REFUND = "3"


class DemandWord(Word):
    """What is asked for, as an application has it."""

    MONEY_ONLY = "refund"
    RETURN_AND_REFUND = "returnRefund"


class GoodsState(Word):
    """Where the goods are, as records have it (``goodsStatus``)."""

    NOT_RECEIVED = "1"
    RECEIVED = "2"
    SENT_BACK = "3"


class GoodsSituation(Word):
    """Where the order and the goods are, as an application and the reason list take it. Source: refund_lifecycle.md, 2."""

    NOT_SHIPPED = "refundWaitSellerSend"
    ON_THE_WAY = "refundWaitBuyerReceive"
    RECEIVED = "refundBuyerReceived"
    NEVER_ARRIVED = "aftersaleBuyerNotReceived"
    RECEIVED_AND_CONFIRMED = "aftersaleBuyerReceived"


class RefundsOfOrder(Word):
    """Which refunds of an order to read; closed ones cannot be read that way. Source: contract 6.1, queryType."""

    RUNNING = "1"
    SUCCESSFUL = "3"


class Actor(Word):
    """Who took a step (``operatorRoleId``)."""

    BUYER = "1"
    SELLER = "2"


class MessageKind(Word):
    """For whom a step's text is (``msgType``)."""

    STAFF_TO_BOTH = "3"
    TO_BUYER = "4"
    TO_SELLER = "5"
    ORDINARY = "7"


class ClaimKind(Word):
    """What a number for the look-up of an order is of. Source: contract alibaba.trade.queryOrderByInsure."""

    CLAIM = "lp"
    FREIGHT_INSURANCE = "bx"


def refund_id_of(text: str) -> RefundId:
    """The refund number the calls take: ``TQ`` before the digits, which messages leave out."""
    found = text.strip()
    return RefundId(f"TQ{found}" if found.isdigit() else found)


@dataclass(frozen=True, slots=True)
class RefundStep:
    """One step in the history of a refund, newest first in lists.

    title: short, Chinese; parts: the long text cut at "|" into (label, value), its sums being yuan as text; kind: the
    platform's number of the step, not reliable (19 has two meanings). before: None on the application itself. told_after:
    what the platform says the state is afterwards, which its own samples get wrong.
    Source: contract alibaba.trade.refund.OpQueryOrderRefundOperationList.
    """

    step_id: str
    refund_id: RefundId
    title: str
    text: str
    parts: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    before: RefundStatus | None = None
    actor: Actor | None = None
    actor_login: str = ""
    message_kind: MessageKind | None = None
    by_staff: bool = False
    at: datetime | None = None
    modified_at: datetime | None = None
    waybill: str | None = None
    return_address: str | None = None
    reject_reason: str | None = None
    vouchers: tuple[str, ...] = ()
    carrier: Carrier | None = None
    told_after: RefundStatus | None = None
    actor_id: str = ""
    actor_user_id: str = ""
    message_state: str = ""
    closed_by_stage: str = ""
    email: str = ""
    mobile: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ReturnPlace:
    """Where goods are to be sent back to; filled once the seller agreed. Personal data."""

    name: str
    mobile: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund as the platform keeps it.

    asked: in all, freight in it being asked_freight; ceiling: the most that could be asked; agreed: so far, no proof of
    payment (see ``paid_back``); pick_up_cost: of the official return parcel. deadline: of the running step, None where not
    told or not asked for; timer_stopped: the deadline does not run. quantities: what goes back, by line; empty for all.
    staff_involved: platform staff look at it. first_asked: what the buyer first typed; advance: that the platform may pay.
    completed_at: also set when closed. Every sum is None where not given.
    Source: contract alibaba.trade.refund.OpQueryOrderRefund, opOrderRefundModelDetail.
    """

    refund_id: RefundId
    order_id: OrderId
    status: RefundStatus
    kind: RefundKind | None = None
    demand: Demand | None = None
    goods: GoodsState | None = None
    entry_ids: tuple[EntryId, ...] = ()
    quantities: dict[EntryId, int] = field(default_factory=dict)
    title: str = ""
    reason: str = ""
    reason_id: str = ""
    sub_reason: str = ""
    asked: Money | None = None
    asked_freight: Money | None = None
    ceiling: Money | None = None
    agreed: Money | None = None
    agreed_freight: Money | None = None
    pick_up_cost: Money | None = None
    frozen_fund: Money | None = None
    reject_reason: str = ""
    reject_times: int = 0
    applied_at: datetime | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    completed_at: datetime | None = None
    deadline: datetime | None = None
    at_deadline: str = ""
    timer_stopped: bool = False
    timer_stopped_at: datetime | None = None
    staff_involved: bool = False
    goods_received: bool | None = None
    money_only: bool | None = None
    return_needed: bool | None = None
    goods_sent: bool | None = None
    return_place: ReturnPlace | None = None
    return_carrier: str | None = None
    return_waybill: str | None = None
    seller_member_id: str = ""
    seller_login: str = ""
    buyer_member_id: str = ""
    buyer_login: str = ""
    payment_id: str | None = None
    trade_type: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    steps: tuple[RefundStep, ...] = ()
    sub_reason_id: str = ""
    reject_reason_id: str = ""
    first_asked: Money | None = None
    advance: Money | None = None
    buyer_user_id: str = ""
    seller_user_id: str = ""
    buyer_alipay_id: str = ""
    seller_alipay_id: str = ""
    staff_state: str = ""
    changed_by_staff: bool | None = None
    instant_kind: str = ""
    instant_channel: str = ""
    error_code: str = ""
    sub_error_code: str = ""
    seller_lacks_money: bool | None = None
    seller_lacks_deposit: bool | None = None
    seller_pays_later: bool | None = None
    paid_automatically: bool | None = None
    agreed_by_time: bool | None = None
    trade_4: bool | None = None
    new_flow: bool | None = None

    @property
    def paid_back(self) -> Money | None:
        """What has come back: the agreed sum once the refund succeeded, None before and after a closing."""
        return self.agreed if self.status is RefundStatus.SUCCESS else None


@dataclass(frozen=True, slots=True)
class RefundFilter:
    """Which refunds to list. Times are aware; at most 730 days back. waybill: of the return, only with seller_member_id.

    page: from 0, as the platform counts here. Source: contract alibaba.trade.refund.buyer.queryOrderRefundList.
    """

    order_id: OrderId | None = None
    applied_from: datetime | None = None
    applied_to: datetime | None = None
    modified_from: datetime | None = None
    modified_to: datetime | None = None
    statuses: tuple[RefundStatus, ...] = ()
    kind: RefundKind = RefundKind.ANY
    seller_member_id: str | None = None
    waybill: str | None = None
    page: int = 0
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class RefundPage:
    """One page of refunds. total: of all pages, None where the call does not say; page: from 0; skipped: unreadable rows."""

    refunds: tuple[Refund, ...]
    total: int | None = None
    page: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class RefundHistory:
    """A page of a refund's steps, newest first. skipped: unreadable rows."""

    steps: tuple[RefundStep, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class RefundReason:
    """A reason that may be given. needs_voucher: at least one picture; freight_excluded: freight must not be asked back.

    Holds for one order, its lines and one situation of the goods; never to be kept.
    """

    reason_id: str
    name: str
    needs_voucher: bool
    freight_excluded: bool
    tip: str = ""


@dataclass(frozen=True, slots=True)
class RefundApplication:
    """What a buyer asks for. goods: of the goods, freight: of the freight; description: 2 to 150 characters.

    vouchers: 1 to 5 addresses from the upload. quantities: only when less than everything goes back of goods that were
    received. keep_freight: the platform leaves the freight as sent. Source: contract alibaba.trade.createRefund.
    """

    order_id: OrderId
    entry_ids: tuple[EntryId, ...]
    demand: DemandWord
    situation: GoodsSituation
    goods: Money
    freight: Money
    reason_id: str
    description: str
    vouchers: tuple[str, ...] = ()
    quantities: dict[EntryId, int] = field(default_factory=dict)
    keep_freight: bool | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RefundCreated:
    """A refund that an application made, with what the platform turned the wishes into."""

    refund_id: RefundId
    reason_id: str = ""
    reason: str = ""
    freight: Money | None = None
    has_vouchers: bool | None = None
    pick_up_cost: Money | None = None


@dataclass(frozen=True, slots=True)
class Voucher:
    """A picture that proves a claim, stored at the platform. url: what applications and returns take."""

    url: str


@dataclass(frozen=True, slots=True)
class OrderOfClaim:
    """Which order a claim or a policy is about; order_id None: none found."""

    order_id: OrderId | None
