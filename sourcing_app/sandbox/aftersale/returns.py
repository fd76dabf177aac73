"""The parcel that brings goods back. Source: contract alibaba.trade.refund.returnGoods and its error table."""

from __future__ import annotations

import re

from sourcing_app.sandbox.aftersale import moves, records, vouchers, waybills
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import TO_SEND
from sourcing_app.sandbox.trade.carriers import CARRIERS, Carrier
from sourcing_app.sandbox.world import World

DESCRIPTION = range(2, 201)
VOUCHERS_AT_MOST = 10
NUMBER = re.compile(r"TQ(\d{1,19})")


class Refusal(Exception):
    """``errorCode`` and ``errorInfo`` of the reply."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text


def own_refund(world: World, member_id: str, refund_id: str) -> Refund:
    """Raises Refusal."""
    match = NUMBER.fullmatch(refund_id.strip())
    if match is None:
        raise Refusal("4008", "退款单号格式不正确")
    refund = records.find(world.state, int(match[1]))
    if refund is None:
        raise Refusal("4005", "退款单不存在")
    if refund.buyer_id != member_id:
        raise Refusal("4006", "无权操作该退款单")
    return refund


def known_carrier(number: str, waybill: str) -> Carrier:
    """Raises Refusal: the carrier must exist and the way-bill look like one of its own."""
    carrier = CARRIERS.get(number)
    if carrier is None:
        raise Refusal("4004", f"物流公司不存在：{number}")
    if not waybills.fits(number, waybill):
        raise Refusal("4004", f"运单号与物流公司不匹配：{carrier.name} {waybill}")
    return carrier


def send_back(
    world: World, member_id: str, refund_id: str, carrier_no: str, waybill: str, text: str, pictures: tuple[str, ...]
) -> Refund:
    """Raises Refusal."""
    refund = own_refund(world, member_id, refund_id)
    if not carrier_no or not waybill:
        raise Refusal("4002", "物流公司和运单号不能为空")
    if refund.status != TO_SEND:
        raise Refusal("4007", "当前退款状态不支持退货")
    if text and len(text) not in DESCRIPTION:
        raise Refusal("5002", "退货说明长度为2-200个字符")
    if len(pictures) > VOUCHERS_AT_MOST:
        raise Refusal("4003", "凭证最多10张")
    if any(not vouchers.is_ours(world, url, member_id) for url in pictures):
        raise Refusal("4003", "凭证地址不合法，请使用上传接口返回的地址")
    carrier = known_carrier(carrier_no, waybill)
    return moves.send(world, refund, (carrier.number, carrier.name), waybill, text, pictures)
