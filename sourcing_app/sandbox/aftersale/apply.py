"""Judges an application for a refund and opens it. Source: contract createRefund, refund life cycle.

Refusals are raised in the order of the contract's error table: order, owner, situation, lines, words, reason, money.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.aftersale import protections, records, vouchers
from sourcing_app.sandbox.aftersale.bought import (
    BoughtLine,
    BoughtOrder,
    bought_order,
    left_fen,
    refunded_goods_fen,
)
from sourcing_app.sandbox.aftersale.moves import open_refund
from sourcing_app.sandbox.aftersale.reasons import Reason, reason
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import MONEY_ONLY, SITUATIONS, WITH_RETURN, Situation
from sourcing_app.sandbox.world import World

DESCRIPTION = range(2, 151)
VOUCHERS_AT_MOST = 5


class Refusal(Exception):
    """Why an application is not taken: a code of the contract and a text."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text


@dataclass(frozen=True, slots=True)
class Application:
    """What the buyer sent. Money in fen. counts: line id -> pieces to return, empty for everything."""

    order_id: int
    entry_ids: tuple[int, ...]
    request: str
    goods_fen: int
    freight_fen: int
    reason_id: int
    description: str
    situation: str
    vouchers: tuple[str, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    keep_freight: bool = False
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A judged application: freight_fen is what the platform made of the freight asked."""

    order: BoughtOrder
    lines: tuple[BoughtLine, ...]
    reason: Reason
    situation: Situation
    pieces: dict[int, int]
    ceiling_fen: int
    freight_fen: int


def chosen_order(world: World, member_id: str, order_id: int) -> BoughtOrder:
    order = bought_order(world, order_id)
    if order is None:
        raise Refusal("5001", "订单不存在")
    if order.buyer_id != member_id:
        raise Refusal("5002", "不是自己的订单")
    return order


def known_situation(word: str) -> Situation:
    situation = SITUATIONS.get(word)
    if situation is None:
        raise Refusal("5003", f"goodsStatus不合法：{word}")
    return situation


def chosen_lines(order: BoughtOrder, entry_ids: tuple[int, ...]) -> tuple[BoughtLine, ...]:
    by_id = {line.entry_id: line for line in order.lines}
    if not entry_ids or len(set(entry_ids)) != len(entry_ids) or any(one not in by_id for one in entry_ids):
        raise Refusal("5010", "子订单不存在或不属于该订单")
    return tuple(by_id[one] for one in entry_ids)


def check_situation(order: BoughtOrder, lines: tuple[BoughtLine, ...], situation: Situation) -> None:
    """Lines that have been sent ahead count as shipped, even while the order still waits for its seller."""
    sent_ahead = order.status == "waitsellersend" and all(line.is_sent for line in lines)
    status = "waitbuyerreceive" if sent_ahead else order.status
    if status not in situation.orders:
        raise Refusal("5003", "goodsStatus与订单状态不符")


def judge(world: World, member_id: str, asked: Application) -> Accepted:
    """Raises Refusal."""
    order = chosen_order(world, member_id, asked.order_id)
    situation = known_situation(asked.situation)
    lines = chosen_lines(order, asked.entry_ids)
    check_situation(order, lines, situation)
    _check_request(situation, asked.request)
    _check_running(world, order, asked.entry_ids)
    _check_sending(situation, lines)
    if len(asked.description.strip()) not in DESCRIPTION:
        raise Refusal("5012", "退款说明长度为2-150个字符")
    pieces = _pieces(situation, asked, lines)
    why = reason(asked.reason_id, situation.word)
    if why is None:
        raise Refusal("5004", "退款原因不合法")
    _check_vouchers(world, member_id, asked, why)
    if why.no_freight and asked.freight_fen:
        raise Refusal("5006", "该退款原因不支持退运费")
    freight = _checked_money(world, order, situation, lines, asked, why)
    ceiling = ceiling_fen(world, order, lines)
    if ceiling == 0:
        raise Refusal("5011", "没有可退金额")
    return Accepted(order, lines, why, situation, pieces, ceiling, freight)


def _check_request(situation: Situation, request: str) -> None:
    if request not in (MONEY_ONLY, WITH_RETURN):
        raise Refusal("5100", f"disputeRequest不合法：{request}")
    if request not in situation.requests:
        raise Refusal("5010", "未收到货不能申请退货退款")


def _check_running(world: World, order: BoughtOrder, entry_ids: tuple[int, ...]) -> None:
    for refund in records.of_order(world.state, order.order_id):
        if refund.is_open and set(refund.lines) & set(entry_ids):
            raise Refusal("5010", f"存在进行中的退款：{refund.refund_id}")


def _check_sending(situation: Situation, lines: tuple[BoughtLine, ...]) -> None:
    if any(line.is_closed for line in lines):
        raise Refusal("5010", "子订单已关闭")
    if situation.exact and any(line.is_sent for line in lines):
        raise Refusal("5010", "子订单已发货")


def _pieces(situation: Situation, asked: Application, lines: tuple[BoughtLine, ...]) -> dict[int, int]:
    """Line id -> pieces that come back (or would, where only money does)."""
    whole = {line.entry_id: line.quantity for line in lines}
    if not asked.counts:
        return whole
    if not (situation.partial and asked.request == WITH_RETURN):
        raise Refusal("5013", "当前状态不支持部分数量退货")
    counts = dict(asked.counts)
    if not set(counts) <= set(whole) or len(counts) != len(asked.counts):
        raise Refusal("5010", "退货数量的子订单不属于本次退款")
    if any(not 1 <= count <= whole[entry] for entry, count in counts.items()):
        raise Refusal("5013", "退货数量不正确")
    pieces = {**whole, **counts}
    if pieces == whole:
        raise Refusal("5013", "退货数量须小于购买数量，全部退货请勿传orderEntryCountList")
    return pieces


def _check_vouchers(world: World, member_id: str, asked: Application, why: Reason) -> None:
    if why.needs_voucher and not asked.vouchers:
        raise Refusal("5005", "该退款原因必须上传凭证")
    if len(asked.vouchers) > VOUCHERS_AT_MOST:
        raise Refusal("5100", "凭证最多5张")
    for url in asked.vouchers:
        if not vouchers.is_ours(world, url, member_id):
            raise Refusal("5100", "凭证地址不合法，请使用上传接口返回的地址")


def _checked_money(
    world: World,
    order: BoughtOrder,
    situation: Situation,
    lines: tuple[BoughtLine, ...],
    asked: Application,
    why: Reason,
) -> int:
    """The freight to ask for, in fen. Raises Refusal."""
    goods_left = sum(_goods_left(world, order, line) for line in lines)
    _, freight_left = left_fen(world.state, order)
    if asked.goods_fen < 0 or asked.freight_fen < 0 or asked.goods_fen + asked.freight_fen == 0:
        raise Refusal("5011", "退款金额必须大于0")
    if asked.goods_fen > goods_left or asked.freight_fen > freight_left:
        raise Refusal("5011", "退款金额超过可退金额")
    if situation.exact and asked.goods_fen != goods_left:
        raise Refusal("5011", "卖家未发货，退款金额必须等于实付货款")
    if asked.keep_freight or why.no_freight:
        return asked.freight_fen
    if situation.exact and _takes_the_rest(world, order, lines):
        return freight_left
    return asked.freight_fen


def _takes_the_rest(world: World, order: BoughtOrder, lines: tuple[BoughtLine, ...]) -> bool:
    """Whether nothing of the order is left to ship once these lines are refunded: then all freight goes back."""
    others = {line.entry_id for line in order.lines if not line.is_closed} - {line.entry_id for line in lines}
    return not others


def _goods_left(world: World, order: BoughtOrder, line: BoughtLine) -> int:
    """What was paid for a line and has not been refunded, in fen."""
    return max(line.paid_fen - refunded_goods_fen(world.state, order, line.entry_id), 0)


def ceiling_fen(world: World, order: BoughtOrder, lines: tuple[BoughtLine, ...]) -> int:
    """The most that can still flow back for these lines, freight included (``canRefundPayment``).

    A red packet makes it less than the goods cost.
    """
    total, freight = left_fen(world.state, order)
    return min(sum(_goods_left(world, order, line) for line in lines) + freight, total)


def apply(world: World, member_id: str, asked: Application) -> Refund:
    """Open a refund. Raises Refusal."""
    accepted = judge(world, member_id, asked)
    now = world.clock.seconds()
    freight = min(accepted.freight_fen, accepted.ceiling_fen)
    goods = min(asked.goods_fen, accepted.ceiling_fen - freight)
    refund = Refund(
        number=records.next_number(world.state, now),
        order_id=accepted.order.order_id,
        buyer_id=member_id,
        seller_id=accepted.order.seller_id,
        status="",
        dispute_type=accepted.situation.dispute_type,
        request=asked.request,
        situation=accepted.situation.word,
        goods_status=accepted.situation.number,
        reason_id=accepted.reason.id,
        reason=accepted.reason.name,
        asked_goods_fen=asked.goods_fen,
        asked_freight_fen=asked.freight_fen,
        ceiling_fen=accepted.ceiling_fen,
        goods_fen=goods,
        freight_fen=freight,
        description=asked.description.strip(),
        remark=asked.remark,
        lines=accepted.pieces,
        product_name=_product_name(accepted.lines),
        applied=now,
        modified=now,
    )
    if refund.request == WITH_RETURN:
        protections.open_protection(world, protections.POLICY, refund.order_id, member_id, refund.number)
    return open_refund(world, refund, asked.vouchers)


def _product_name(lines: tuple[BoughtLine, ...]) -> str:
    return lines[0].title if len(lines) == 1 else f"{lines[0].title} 等{len(lines)}种货品"


def application(params: dict[str, Any]) -> Application:
    """The parameters of createRefund. Raises Refusal where a list does not hold what it should."""
    try:
        counts = tuple((int(row["id"]), int(row["count"])) for row in params.get("orderEntryCountList") or ())
        entry_ids = tuple(int(one) for one in params["orderEntryIds"])
    except (TypeError, ValueError, KeyError) as error:
        raise Refusal("5100", f"参数不合法：{error}") from None
    return Application(
        order_id=int(params["orderId"]),
        entry_ids=entry_ids,
        request=params["disputeRequest"],
        goods_fen=int(params["applyPayment"]),
        freight_fen=int(params["applyCarriage"]),
        reason_id=int(params["applyReasonId"]),
        description=params["description"],
        situation=params["goodsStatus"],
        vouchers=tuple(str(url) for url in params.get("vouchers") or ()),
        counts=counts,
        keep_freight=bool(params.get("customRefund")),
        remark=params.get("refundRemark"),
    )
