"""Messages of the platform: hints that something changed. Never the state itself: late, doubled, out of order.

Source: messages.json; gateway.md; refund_lifecycle.md, section 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.ids import EntryId, OrderId, ParcelId, RefundId
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.domain.words import Word


class Topic(Word):
    """What a message is about; the sixteen of the solution document, spelt as the platform spells them."""

    ORDER_MADE = "ORDER_BUYER_VIEW_BUYER_MAKE"
    PRICE_CHANGED = "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
    ORDER_PAID = "ORDER_BUYER_VIEW_ORDER_PAY"
    SHIPPED = "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS"
    PARTLY_SHIPPED = "ORDER_BUYER_VIEW_PART_PART_SENDGOODS"
    RECEIPT_CONFIRMED = "ORDER_BUYER_VIEW_ORDER_COMFIRM_RECEIVEGOODS"
    COMPLETED = "ORDER_BUYER_VIEW_ORDER_SUCCESS"
    CLOSED_BY_BUYER = "ORDER_BUYER_VIEW_ORDER_BUYER_CLOSE"
    CLOSED_BY_SELLER = "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE"
    CLOSED_BY_PLATFORM = "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE"
    REFUND_IN_SALE = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES"
    REFUND_AFTER_SALE = "ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES"
    STAGE_PAID = "ORDER_BUYER_VIEW_ORDER_STEP_PAY"
    BATCH_PAID = "ORDER_BATCH_PAY"
    PARCEL_MOVED = "LOGISTICS_BUYER_VIEW_TRACE"
    WAYBILL_CHANGED = "LOGISTICS_MAIL_NO_CHANGE"


class RefundAction(Word):
    """What happened to a refund, with the platform's own slips of the pen."""

    BUYER_APPLIED = "BUYER_APPLY_REFUND"
    BUYER_CONFIRMED_RECEIPT = "BUYER_RECEIVE_CLOSE"
    SELLER_SHIPPED = "SELLER_SEND_GOODS_CLOSE"
    BUYER_WITHDREW = "BUYER_CANCEL_REFUND_CLOSE"
    BUYER_ADDED_EVIDENCE = "BUYER_UPLOAD_BILL"
    SELLER_ADDED_EVIDENCE = "SELLER_UPLOAD_BILL"
    SELLER_REFUSED = "SELLER_REJECT_REFUND"
    SELLER_AGREED = "SELLER_AGREE_REFUND"
    SELLER_RECEIVED = "SELLER_RECEIVE_GOODS"
    BUYER_SENT = "BUYER_SEND_GOODS"
    BUYER_CHANGED_TERMS = "BUYER_MODIFY_REFUND_PROTOCOL"
    BUYER_CALLED_STAFF = "BUYER_APPLY_SUPPORT"
    SELLER_CALLED_STAFF = "SELLER_APPLY_SUPPORT"
    TIMER_AGREED_TERMS = "SYSTEM_AGREE_REFUND_PROTOCOL"
    TIMER_REFUNDED = "SYSTEM_AGREE_REFUND"
    TIMER_SENT = "SYSTEM_SEND_GOODS"
    TIMER_CHANGED_TERMS = "SYSTEM_MODIFY_REFUND_PROTOCOL"
    STAFF_NOTICE = "SYSTEM_NOTIFY_APPLY_SUPPORT"
    SELLER_AGREED_TERMS = "SELLER_AGREE_REFUND_PROCOTOL"
    SELLER_REFUSED_TERMS = "SELLER_REJECT_REFUND_PROCOTOL"
    STAFF_TIMED_OUT = "CRM_APPLY_TIMEOUT_CLOSE"
    STAFF_ASKED = "CRM_APPLY_SUPPORT"
    STAFF_AT_WORK = "CRM_INTERVENE_TASK"
    STAFF_DISMISSED = "CRM_DISMISS_TASK"
    STAFF_FINISHED = "CRM_FINISH_TASK"
    STAGE_PAID_CLOSE = "BUYER_STEP_PAY_ORDER_CLOSE"
    STAGE_CONFIRMED_CLOSE = "BUYER_STEP_CONFIRM_CLOSE"
    BUYER_ENDED_DEAL = "BUYER_CLOSE_TRADE_CLOSE"
    SELLER_CONFIRMED_CLOSE = "SELLER_CONFIRM_ORDER_CLOSE"
    SELLER_ADVANCED_CLOSE = "SELLER_STEP_PUSH_CLOSE"


class Operator(Word):
    """Who acted on a refund."""

    BUYER = "buyer"
    SELLER = "seller"
    SYSTEM = "system"


class ParcelStage(Word):
    """How far a parcel is, in messages (records have other words)."""

    CONSIGNED = "CONSIGN"
    PICKED_UP = "ACCEPT"
    IN_TRANSIT = "TRANSPORT"
    OUT_FOR_DELIVERY = "DELIVERING"
    AT_PICKUP_POINT = "AGENT_SIGN"
    DELIVERED = "SIGN"
    FAILED = "FAILED"


class BatchPayOutcome(Word):
    """What became of one order of a batch payment."""

    PAID = "successed"
    BALANCE_TOO_LOW = "ACCOUNT_BALANCE_NOT_ENOUGH"
    NO_ACCOUNT = "ACCOUNT_NOT_EXIST"
    ACCOUNT_FROZEN = "ACCOUNT_FROZEN"
    BAD_PARAMETER = "PARAM_ILLEGAL"


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order moved. status_word: the platform's own, a hint only. sent_at: when it was sent, China time."""

    order_id: OrderId
    status: OrderStatus
    status_word: str
    sent_at: datetime | None = None
    buyer_member_id: str = ""
    seller_member_id: str = ""


@dataclass(frozen=True, slots=True)
class RefundEvent:
    """A refund moved. refund_id: with its TQ, though messages may leave it out; action, operator: None where not told."""

    order_id: OrderId
    refund_id: RefundId
    status: RefundStatus
    action: RefundAction | None = None
    operator: Operator | None = None
    sent_at: datetime | None = None
    buyer_member_id: str = ""
    seller_member_id: str = ""


@dataclass(frozen=True, slots=True)
class BatchPayResult:
    """What became of one order of a batch payment."""

    order_id: OrderId
    outcome: BatchPayOutcome


@dataclass(frozen=True, slots=True)
class BatchPayEvent:
    """A payment of several orders was worked off: one result each. skipped: unreadable ones."""

    results: tuple[BatchPayResult, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """An order line in a parcel; entry_id None where only the order is named."""

    order_id: OrderId
    entry_id: EntryId | None = None


@dataclass(frozen=True, slots=True)
class ParcelEvent:
    """A parcel reached a stage for the first time. at: None where the message left it blank."""

    parcel_id: ParcelId
    stage: ParcelStage
    carrier_code: str = ""
    waybill: str = ""
    at: datetime | None = None
    lines: tuple[ParcelLine, ...] = ()


@dataclass(frozen=True, slots=True)
class WaybillEvent:
    """The carrier or the waybill of a parcel was corrected."""

    parcel_id: ParcelId
    old_carrier_code: str = ""
    new_carrier_code: str = ""
    old_waybill: str = ""
    new_waybill: str = ""
    at: datetime | None = None
    lines: tuple[ParcelLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """A topic we do not know, or a payload that cannot be read. data: as it came, JSON text."""

    data: str


Event = OrderEvent | RefundEvent | BatchPayEvent | ParcelEvent | WaybillEvent | OtherEvent


@dataclass(frozen=True, slots=True)
class Message:
    """One message. message_id: what doubles are told by; member_id: whom it is about; biz_key: not always the order's id."""

    message_id: str
    topic: Topic
    member_id: str
    born_at: datetime | None
    event: Event
    biz_key: str = ""


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Held messages. total: of all pages, None where not told; skipped: unreadable ones (they stay held)."""

    messages: tuple[Message, ...]
    total: int | None = None
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Which held messages. Times aware; page from 1, page_size 20 to 200; topic, member_id: None for all."""

    born_from: datetime | None = None
    born_to: datetime | None = None
    topic: Topic | None = None
    member_id: str | None = None
    page: int = 1
    page_size: int = 50
