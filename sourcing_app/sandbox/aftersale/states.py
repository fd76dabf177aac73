"""What a refund can be, what can happen to it, and how each is spelled."""

from __future__ import annotations

from dataclasses import dataclass

ASKED = "waitselleragree"
REFUSED = "waitbuyermodify"
TO_SEND = "waitbuyersend"
SENT = "waitsellerreceive"
PAID = "refundsuccess"
CLOSED = "refundclose"

OPEN = (ASKED, REFUSED, TO_SEND, SENT)
ALL = (*OPEN, PAID, CLOSED)

LINE_SPELLING = {
    ASKED: "WAIT_SELLER_AGREE",
    REFUSED: "WAIT_BUYER_MODIFY",
    TO_SEND: "WAIT_BUYER_SEND",
    SENT: "WAIT_SELLER_RECEIVE",
    PAID: "REFUND_SUCCESS",
    CLOSED: "REFUND_CLOSED",
}
"""Spelling on order lines. Source: contract OpQueryOrderRefund, enums."""

IN_SALE, AFTER_SALE = 1, 2
MONEY_ONLY, WITH_RETURN = "refund", "returnRefund"
REQUEST_NUMBER = {MONEY_ONLY: 1, WITH_RETURN: 3}
NOT_RECEIVED, RECEIVED, SENT_BACK = 1, 2, 3

TOPICS = {
    IN_SALE: "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES",
    AFTER_SALE: "ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What a ``goodsStatus`` word means.

    orders: order states it fits. number: ``goodsStatus`` of the record. requests: what may be asked for.
    exact: the goods amount must equal what was paid, not just stay below it. partial: fewer pieces may be returned.
    """

    word: str
    orders: tuple[str, ...]
    dispute_type: int
    number: int
    requests: tuple[str, ...]
    exact: bool = False
    partial: bool = False


_SHIPPED = ("waitbuyerreceive", "waitlogisticstakein", "waitbuyersign", "signinsuccess")
_DONE = ("success", "confirm_goods")

SITUATIONS = {
    situation.word: situation
    for situation in (
        Situation("refundWaitSellerSend", ("waitsellersend",), IN_SALE, NOT_RECEIVED, (MONEY_ONLY,), exact=True),
        Situation("refundWaitBuyerReceive", _SHIPPED, IN_SALE, NOT_RECEIVED, (MONEY_ONLY,)),
        Situation("refundBuyerReceived", _SHIPPED, IN_SALE, RECEIVED, (MONEY_ONLY, WITH_RETURN), partial=True),
        Situation("aftersaleBuyerNotReceived", _DONE, AFTER_SALE, NOT_RECEIVED, (MONEY_ONLY,)),
        Situation("aftersaleBuyerReceived", _DONE, AFTER_SALE, RECEIVED, (MONEY_ONLY, WITH_RETURN)),
    )
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens to a refund.

    action: ``refundAction`` of the message; None: the platform documents none for this step.
    kind: ``operateTypeInt``; by: who acts. remark: ``operateRemark``.
    """

    action: str | None
    by: str
    kind: int
    remark: str


BUYER, SELLER, SYSTEM, STAFF = "buyer", "seller", "system", "staff"
ROLE_NUMBER = {BUYER: 1, SELLER: 2, SYSTEM: 4, STAFF: 4}

STEPS = {
    "apply": Step("BUYER_APPLY_REFUND", BUYER, 1, "买家申请退款协议，等待卖家确认"),
    "modify": Step("BUYER_MODIFY_REFUND_PROTOCOL", BUYER, 2, "买家修改退款协议，等待卖家确认"),
    "withdraw": Step("BUYER_CANCEL_REFUND_CLOSE", BUYER, 3, "买家撤销退款申请"),
    "send": Step("BUYER_SEND_GOODS", BUYER, 10, "买家已退货，等待卖家确认收货"),
    "buyer_bill": Step("BUYER_UPLOAD_BILL", BUYER, 12, "买家上传凭证"),
    "seller_bill": Step("SELLER_UPLOAD_BILL", SELLER, 13, "卖家上传凭证"),
    "agree_money": Step("SELLER_AGREE_REFUND", SELLER, 19, "退款成功"),
    "agree_return": Step("SELLER_AGREE_REFUND_PROCOTOL", SELLER, 19, "确认收货地址"),
    "refuse": Step("SELLER_REJECT_REFUND_PROCOTOL", SELLER, 15, "卖家拒绝退款协议，等待买家修改"),
    "refuse_parcel": Step("SELLER_REJECT_REFUND", SELLER, 15, "卖家拒绝确认收货，等待买家修改"),
    "receive": Step("SELLER_RECEIVE_GOODS", SELLER, 8, "卖家确认收货，退款成功"),
    "shipped": Step("SELLER_SEND_GOODS_CLOSE", SELLER, 6, "卖家已发货，退款关闭"),
    "confirmed": Step("BUYER_RECEIVE_CLOSE", BUYER, 7, "买家确认收货，退款关闭"),
    "order_closed": Step(None, SYSTEM, 9, "交易关闭，退款关闭"),
    "late_agree": Step("SYSTEM_AGREE_REFUND_PROTOCOL", SYSTEM, 20, "卖家超时未处理，系统同意退款协议"),
    "late_modify": Step("SYSTEM_MODIFY_REFUND_PROTOCOL", SYSTEM, 21, "买家超时未修改，退款关闭"),
    "late_send": Step(None, SYSTEM, 22, "买家超时未退货，退款关闭"),
    "late_receive": Step("SYSTEM_AGREE_REFUND", SYSTEM, 23, "卖家超时未确认收货，系统退款"),
    "ask_staff": Step("BUYER_APPLY_SUPPORT", BUYER, 30, "买家申请客服介入"),
    "intervene": Step("CRM_INTERVENE_TASK", STAFF, 31, "客服已介入"),
    "dismiss": Step("CRM_DISMISS_TASK", STAFF, 32, "客服撤销介入"),
    "finish": Step("CRM_FINISH_TASK", STAFF, 33, "客服处理完成"),
}

TIMEOUT_ACTION = {
    ASKED: "SYSTEM_AGREE_REFUND_PROTOCOL",
    REFUSED: "SYSTEM_MODIFY_REFUND_PROTOCOL",
    TO_SEND: "SYSTEM_CLOSE_REFUND",
    SENT: "SYSTEM_AGREE_REFUND",
}
"""``timeOutOperateType`` while a refund waits. The platform publishes no values; these are the sandbox's own."""
