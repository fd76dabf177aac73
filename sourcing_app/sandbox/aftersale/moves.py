"""The moves of a refund: who may make which, what it becomes, who is told. Source: refund life cycle, section 4."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sourcing_app.sandbox.aftersale import effects, records
from sourcing_app.sandbox.aftersale.records import Operation, Refund
from sourcing_app.sandbox.aftersale.states import (
    ASKED,
    BUYER,
    CLOSED,
    MONEY_ONLY,
    PAID,
    RECEIVED,
    REFUSED,
    SELLER,
    SENT,
    SENT_BACK,
    STEPS,
    SYSTEM,
    TO_SEND,
    TOPICS,
    WITH_RETURN,
)
from sourcing_app.sandbox.world import World


class WrongState(ValueError):
    """A move that the refund's state does not allow."""


def open_refund(world: World, refund: Refund, vouchers: tuple[str, ...]) -> Refund:
    """Write down a judged application and tell the world."""
    text = _demand_text(refund)
    return _move(world, replace(refund, status=""), "apply", ASKED, text=text, vouchers=vouchers)


def _demand_text(refund: Refund) -> str:
    """The history's long text. Money in it is yuan. Source: official samples of the history call."""
    demand = "退货退款" if refund.request == WITH_RETURN else "仅退款"
    goods = "已收到货" if refund.goods_status == RECEIVED else "未收到货"
    parts = (
        f"退款诉求：{demand}",
        f"申请原因：{refund.reason}",
        f"货品情况：{goods}",
        f"退款货品金额：{yuan(refund.goods_fen)}",
        f"退款运费金额：{yuan(refund.freight_fen)}",
        f"退款说明：{refund.description}",
    )
    return "|".join(parts)


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


# -- the seller ---------------------------------------------------------------------------------------------------


def agree(world: World, refund: Refund) -> Refund:
    """The seller agrees: money only is paid, a return waits for the parcel."""
    _needs(refund, ASKED, REFUSED)
    if refund.request == MONEY_ONLY:
        return _move(world, refund, "agree_money", PAID, text=f"卖家同意退款，退款金额：{yuan(refund.total_fen)}")
    address = effects.return_address(world, refund)
    return _move(world, refund, "agree_return", TO_SEND, text=f"卖家确认收货地址：{address.text}", address=address.text)


def refuse(world: World, refund: Refund, why: str) -> Refund:
    """The seller refuses the demand, or the parcel that came back."""
    _needs(refund, ASKED, SENT)
    step = "refuse" if refund.status == ASKED else "refuse_parcel"
    changed = replace(refund, reject_reason=why, reject_times=refund.reject_times + 1)
    return _move(world, changed, step, REFUSED, text=f"拒绝原因：{why}", reject_reason=why)


def receive(world: World, refund: Refund) -> Refund:
    """The seller has the goods back and pays."""
    _needs(refund, SENT)
    return _move(world, refund, "receive", PAID, text=f"退款金额：{yuan(refund.total_fen)}")


# -- the buyer ----------------------------------------------------------------------------------------------------


def send(
    world: World, refund: Refund, carrier: tuple[str, str], waybill: str, text: str, vouchers: tuple[str, ...]
) -> Refund:
    """The return parcel is on its way. carrier: code and name."""
    _needs(refund, TO_SEND)
    number, name = carrier
    changed = replace(refund, carrier_no=number, carrier_name=name, waybill=waybill, goods_status=SENT_BACK)
    story = f"物流公司：{name}|运单号：{waybill}" + (f"|退货说明：{text}" if text else "")
    return _move(world, changed, "send", SENT, text=story, vouchers=vouchers, waybill=waybill)


def withdraw(world: World, refund: Refund) -> Refund:
    _needs(refund, *_OPEN)
    return _move(world, refund, "withdraw", CLOSED, text="买家撤销退款申请")


def modify(world: World, refund: Refund, changes: dict[str, Any]) -> Refund:
    """The buyer changes the demand on the site: ``goods_fen``, ``freight_fen``, ``description``."""
    _needs(refund, REFUSED)
    changed = replace(refund, **changes)
    if changed.total_fen <= 0 or min(changed.goods_fen, changed.freight_fen) < 0:
        raise WrongState("a refund needs an amount above 0")
    total, freight = effects.claimable_fen(world, refund)
    if changed.total_fen > min(refund.ceiling_fen, total) or changed.freight_fen > freight:
        raise WrongState(f"at most {min(refund.ceiling_fen, total)} fen can be asked, {freight} of them freight")
    changed = replace(changed, asked_goods_fen=changed.goods_fen, asked_freight_fen=changed.freight_fen)
    return _move(world, changed, "modify", ASKED, text=_demand_text(changed))


def add_bill(world: World, refund: Refund, by: str, vouchers: tuple[str, ...]) -> Refund:
    """Either party adds evidence; the state stays."""
    _needs(refund, *_OPEN)
    step = "seller_bill" if by == SELLER else "buyer_bill"
    return _move(world, refund, step, refund.status, text="上传凭证", vouchers=vouchers)


# -- the platform's staff -----------------------------------------------------------------------------------------


def ask_staff(world: World, refund: Refund) -> Refund:
    _needs(refund, *_OPEN)
    return _move(world, replace(refund, task_status="WAIT_CRM"), "ask_staff", refund.status, text="申请客服介入")


def intervene(world: World, refund: Refund) -> Refund:
    """Staff take the case: the clock of the step stands still."""
    _needs(refund, *_OPEN)
    now = world.clock.seconds()
    changed = replace(refund, task_status="CRM_PROCESSING", frozen=refund.frozen or now)
    return _move(world, changed, "intervene", refund.status, text="客服介入处理")


def dismiss(world: World, refund: Refund) -> Refund:
    """Staff drop the case: the clock goes on with the time it had left."""
    _needs(refund, *_OPEN)
    changed = replace(_thawed(refund, world.clock.seconds()), task_status=None)
    return _move(world, changed, "dismiss", refund.status, text="客服撤销介入")


def decide(world: World, refund: Refund, to: str) -> Refund:
    """Staff end the case: ``refundsuccess`` or ``refundclose``."""
    _needs(refund, *_OPEN)
    changed = replace(refund, task_status="FINISHED", staff_changed=True, frozen=None)
    return _move(world, changed, "finish", to, text="客服处理完成")


def freeze(world: World, refund: Refund) -> Refund:
    _needs(refund, *_OPEN)
    return _kept(world, replace(refund, frozen=refund.frozen or world.clock.seconds()))


def thaw(world: World, refund: Refund) -> Refund:
    _needs(refund, *_OPEN)
    return _kept(world, _thawed(refund, world.clock.seconds()))


def _thawed(refund: Refund, now: float) -> Refund:
    if refund.frozen is None:
        return refund
    deadline = None if refund.deadline is None else refund.deadline + (now - refund.frozen)
    return replace(refund, frozen=None, deadline=deadline)


def _kept(world: World, refund: Refund) -> Refund:
    kept = replace(refund, modified=world.clock.seconds())
    records.save(world.state, kept)
    return kept


# -- the timer and the order --------------------------------------------------------------------------------------


def time_out(world: World, refund: Refund, at: float) -> Refund:
    """What the platform does when a waiting step has lasted too long. at: when, seconds since 1970."""
    changed = replace(refund, last_role="timeout")
    if refund.status == ASKED and refund.request == MONEY_ONLY:
        return _move(world, changed, "late_agree", PAID, text="卖家超时未处理", at=at)
    if refund.status == ASKED:
        address = effects.return_address(world, refund)
        text = f"卖家超时未处理，退货地址：{address.text}"
        return _move(world, changed, "late_agree", TO_SEND, text=text, at=at, address=address.text)
    step, to = {REFUSED: ("late_modify", CLOSED), TO_SEND: ("late_send", CLOSED), SENT: ("late_receive", PAID)}[
        refund.status
    ]
    return _move(world, changed, step, to, text=STEPS[step].remark, at=at)


def overtake(world: World, refund: Refund, step: str) -> Refund:
    """The order has moved on: ``shipped``, ``confirmed`` or ``order_closed``."""
    _needs(refund, *_OPEN)
    return _move(world, refund, step, CLOSED, text=STEPS[step].remark)


# -- one step -----------------------------------------------------------------------------------------------------

_OPEN = (ASKED, REFUSED, TO_SEND, SENT)


def _needs(refund: Refund, *states: str) -> None:
    if refund.status not in states:
        raise WrongState(f"{refund.refund_id} is {refund.status}, not {' or '.join(states)}")


def _move(
    world: World,
    refund: Refund,
    step_name: str,
    to: str,
    *,
    text: str,
    at: float | None = None,
    vouchers: tuple[str, ...] = (),
    waybill: str | None = None,
    address: str | None = None,
    reject_reason: str | None = None,
) -> Refund:
    step, now = STEPS[step_name], world.clock.seconds() if at is None else at
    ended = to in (PAID, CLOSED)
    deadline = refund.deadline if to == refund.status else _deadline(world, to, now)
    role = refund.last_role if step.by == SYSTEM else "user"
    moved = replace(
        refund, status=to, modified=now, deadline=deadline, completed=now if ended else None, last_role=role
    )  # fmt: skip
    operation = Operation(
        number=refund.number, before=refund.status or None, kind=step.kind, remark=step.remark, text=text,
        role=step.by, at=now, vouchers=vouchers, waybill=waybill, address=address, reject_reason=reject_reason,
    )  # fmt: skip
    with world.state.transaction():
        records.save(world.state, moved)
        records.add_operation(world.state, operation)
        _tell(world, moved, step_name)
        if to == PAID:
            effects.pay_back(world, moved)
    return moved


def _deadline(world: World, status: str, now: float) -> float | None:
    options = world.options()
    lengths = {
        ASKED: options.refund_agree_s,
        REFUSED: options.refund_modify_s,
        TO_SEND: options.refund_return_s,
        SENT: options.refund_receive_s,
    }
    return now + lengths[status] if status in lengths else None


def _tell(world: World, refund: Refund, step_name: str) -> None:
    step = STEPS[step_name]
    bare = world.options().bare_refund_ids
    world.bus.publish(
        TOPICS[refund.dispute_type],
        refund.buyer_id,
        {
            "orderId": refund.order_id,
            "refundId": str(refund.number) if bare else refund.refund_id,
            "currentStatus": refund.status,
            "refundAction": step.action,
            "operator": step.by if step.by in (BUYER, SELLER) else SYSTEM,
            "sellerMemberId": refund.seller_id,
        },
    )
