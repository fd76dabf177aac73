"""Why a refund may be asked for, by the situation of the goods and by what is asked.

The two ids 20021 and 20028 are recorded on the platform; the rest of the list is the sandbox's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.aftersale.states import SITUATIONS


@dataclass(frozen=True, slots=True)
class Reason:
    """needs_voucher: at least one picture. no_freight: freight cannot be asked back (``noRefundCarriage``)."""

    id: int
    name: str
    situations: tuple[str, ...]
    needs_voucher: bool = False
    no_freight: bool = False
    tip: str | None = None

    def wire(self) -> dict[str, Any]:
        row: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "needVoucher": self.needs_voucher,
            "noRefundCarriage": self.no_freight,
        }
        if self.tip is not None:
            row["tip"] = self.tip
        return row


_UNSENT = ("refundWaitSellerSend",)
_ON_THE_WAY = ("refundWaitBuyerReceive", "aftersaleBuyerNotReceived")
_IN_HAND = ("refundBuyerReceived", "aftersaleBuyerReceived")
_PHOTO = "请上传照片"

REASONS = (
    Reason(20006, "拍错/多拍/不想要", _UNSENT),
    Reason(20007, "卖家缺货", _UNSENT),
    Reason(20008, "未按约定时间发货", _UNSENT),
    Reason(20009, "协商一致退款", _UNSENT),
    Reason(20011, "空包裹/少货", _ON_THE_WAY, needs_voucher=True, tip=_PHOTO),
    Reason(20012, "快递/物流一直未送到", _ON_THE_WAY),
    Reason(20013, "快递无跟踪记录", _ON_THE_WAY, tip="请填写运单查询结果"),
    Reason(20014, "货物破损已拒签", ("refundWaitBuyerReceive",), needs_voucher=True, tip=_PHOTO),
    Reason(20021, "颜色/图案/款式不符", _IN_HAND, needs_voucher=True, tip=_PHOTO),
    Reason(20022, "尺寸/容量/参数不符", _IN_HAND, needs_voucher=True, tip=_PHOTO),
    Reason(20023, "质量问题", _IN_HAND, needs_voucher=True, tip=_PHOTO),
    Reason(20024, "包装/商品破损", _IN_HAND, needs_voucher=True, tip=_PHOTO),
    Reason(20025, "少件/漏发", _IN_HAND, needs_voucher=True, no_freight=True, tip=_PHOTO),
    Reason(20027, "7天无理由退换货", _IN_HAND, no_freight=True, tip="商品须保持完好"),
    Reason(20028, "不想买了，已与卖家协商一致", _IN_HAND, no_freight=True),
)


def reasons_for(situation: str) -> list[Reason]:
    """Reasons of a ``goodsStatus`` word; none for a word that does not exist."""
    return [reason for reason in REASONS if situation in reason.situations and situation in SITUATIONS]


def reason(reason_id: int, situation: str) -> Reason | None:
    return next((one for one in reasons_for(situation) if one.id == reason_id), None)
