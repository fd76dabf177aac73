"""The words in which expected meanings are written: money in short, refusals, and records that come twice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """Refused with this code."""

    code: str


def cny(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "CNY"}


DONE = {"done": True}
DOCUMENTED = "sample_response"
OLDER = "seed_sample_response"
ORDER = "3317081160226242182"
CASHIER = f"https://trade.1688.com/order/cashier.htm?orderId={ORDER}"
CUP = {
    "offer_id": "745612849923", "unit_price": cny("11.80"), "list_price": cny("12.50"), "one_piece_price": cny("13.80"),
    "min_quantity": 2, "sold_30_days": 4861, "repurchase_rate": 0.22, "score": 4.8, "is_selected_supply": False,
    "one_piece": True, "seller_marks": ["super_factory", "powerful_merchants"], "offer_marks": ["yx", "select"],
    "category_ids": ["1038378", "125386001", "1034057"], "created": "2024-04-20T08:00:00+08:00",
    "supplier_score": {"service": 4.5, "repeat_rate": 0.4666, "medal": 4, "years": 6},
    "fulfilment": {"promise": "shipIn48Hours", "perfect_rate": 0.9912, "pickup_24h_rate": 0.975, "quality_return_rate": 0},
}  # fmt: skip
OLDER_CUP = {
    "offers": [{"offer_id": "745612849923", "unit_price": cny("12.50"), "is_selected_supply": True}],
    "total": 2,
}
REFUND = {
    "refund_id": "TQ398765432109876501", "order_id": "2987650012345678901", "status": "waitbuyersend", "kind": "1",
    "demand": "3", "goods": "2", "reason": "颜色/图案/款式不符", "reason_id": "20021", "asked": cny("25.60"),
    "asked_freight": cny("0.00"), "ceiling": cny("25.60"), "agreed": cny("25.60"), "frozen_fund": None,
    "reject_times": 0, "applied_at": "2026-05-12T10:15:00+08:00", "modified_at": "2026-05-13T09:00:00+08:00",
    "goods_received": True, "money_only": False, "return_needed": True, "goods_sent": False, "timer_stopped": False,
    "staff_involved": False, "seller_member_id": "b2b-2200000000002", "trade_type": "50060",
    "extra": {"payMode": "alipay", "7d": "1"},
}  # fmt: skip
STEPS = [
    {
        "step_id": "50027571423001", "refund_id": "TQ398765432109876501", "title": "确认收货地址", "kind": "19",
        "before": "waitselleragree", "actor": "2", "message_kind": "7", "at": "2026-05-13T09:00:00+08:00",
    },
    {
        "step_id": "50027571423000", "before": None, "actor": "1",
        "parts": [
            ["退款诉求", "退货退款"], ["申请原因", "颜色/图案/款式不符"], ["货品情况", "已收到货"],
            ["退款货品金额", "25.60"], ["退款运费金额", "0.00"], ["退款说明", "示例"],
        ],
        "vouchers": ["https://cbu01.alicdn.com/img/ibank/2026/000/001/demo-voucher.jpg"],
    },
]  # fmt: skip
PAID_MESSAGE = {
    "message_id": "92705609220", "topic": "ORDER_BUYER_VIEW_ORDER_PAY", "member_id": "b2b-2200000000001",
    "born_at": "2024-08-09T01:44:24.904000+00:00",
    "event": {
        "order_id": "2257000000000000123", "status": "waitsellersend", "sent_at": "2024-08-09T09:44:24+08:00",
        "buyer_member_id": "b2b-2200000000001", "seller_member_id": "b2b-22000000000025f4a",
    },
}  # fmt: skip
ENTRY = {
    "entry_id": ORDER, "offer_id": "548818919805", "sku_id": "3332085412530", "quantity": 2,
    "spec_id": "eb81c61de14f4adb405ffcc2c8a4a3fb", "spec_text": "颜色: 白色; 尺码: XL", "unit_price": cny("18.00"),
    "amount": cny("36.00"), "status": "waitbuyerpay",
}  # fmt: skip
UNPAID = {
    "order_id": ORDER, "status": "waitbuyerpay", "supplier_name": "测试供应商", "supplier_id": "b2b-2000002",
    "total": cny("44.00"), "goods": cny("36.00"), "freight": cny("8.00"), "discount": cny("0.00"),
    "created_at": "2026-11-22T10:15:00+08:00", "paid_at": None, "entries": [ENTRY],
}  # fmt: skip
