"""Paying: parameters out, answers in. Sections 4.1 to 4.7."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import PayLink, PayWays
from sourcing_app.domain.payment import (
    Agreement,
    CashierDevice,
    CheckedChannel,
    CreditTerms,
    CreditTermsPage,
    PayCheck,
    Withheld,
    WithholdChannel,
)
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import says_no
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    each,
    fen,
    flag,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import word

_LEFT_OUT = ("payFailureOrderList", "cantPayOrderList")


def link_fields(order_ids: tuple[OrderId, ...]) -> Fields:
    """Unpaid orders. Raises InvalidInput for none."""
    if not order_ids:
        raise InvalidInput("orders", "empty")
    return {"orderIdList": _ids(order_ids)}


def combined_fields(order_ids: tuple[OrderId, ...], device: CashierDevice = CashierDevice.PC) -> Fields:
    """Unpaid orders. device: what the page is for."""
    return {"orderIds": _ids(order_ids), "payPlatformType": device.value}


def check_fields(order_ids: tuple[OrderId, ...], channel: CheckedChannel) -> Fields:
    """Orders, and the channel to pay them with."""
    return {"orderIds": _ids(order_ids), "payChannel": channel.value}


def _ids(order_ids: tuple[OrderId, ...]) -> list[int | str]:
    return [wire_id(order_id) for order_id in order_ids]


def way_fields(order_id: OrderId) -> Fields:
    """The order."""
    return {"orderId": order_id}


def term_fields(page: int = 1, supplier_login: str | None = None) -> Fields:
    """Ten a page, page from 1."""
    return {"pageIndex": page, "sellerLoginId": supplier_login}


def withhold_fields(
    order_id: OrderId, channel: WithholdChannel, amount: Money, request_id: str | None = None
) -> Fields:
    """One order. amount: in fen, sent so that a changed price is not paid unseen; the channel is always named, since the
    platform would try credit first."""
    fields: Fields = {
        "orderId": wire_id(order_id),
        "payChannel": channel.value,
        "payAmount": amount.fen,
        "opRequestId": request_id,
    }
    return {"tradeWithholdPreparePayParam": fields}


def link(response: Response) -> PayLink:
    """4.1. Raises Refused without a link, UnexpectedReply for a yes without one."""
    opened = response.opened
    payload = members(opened.payload)
    url = text(payload.get("payUrl"))
    if says_no(response.body, opened) or (not url and opened.text):
        raise response.refusal(opened)
    if not url:
        raise response.unexpected("no payUrl")
    left_out = _not_covered(payload)
    return PayLink(url, _covered(response, left_out), tuple(left_out.items()))


def channel_link(response: Response) -> PayLink:
    """4.2, 4.3: the address may lie in the body or in any wrapper; without one there is no link, whatever the flag says."""
    response.strict()
    body = members(response.body)
    levels = [body, *(members(body.get(name)) for name in ("results", "result", "data"))]
    url = next((found for level in levels if (found := text(level.get("payUrl")))), "")
    if not url:
        raise response.unexpected("no address")
    left_out: dict[OrderId, str] = {}
    for level in levels:
        left_out |= _not_covered(level)
    return PayLink(url, _covered(response, left_out), tuple(sorted(left_out.items())))


def combined_link(response: Response) -> PayLink:
    """Under ``results`` as documented; some see it under ``result`` or at the top."""
    results = members(response.body).get("results")
    if isinstance(results, dict) and flag(results.get("success")) is False:
        replace(response, body={"result": results}).strict()
    return channel_link(response)


def _covered(response: Response, left_out: dict[OrderId, str]) -> tuple[OrderId, ...]:
    """The orders asked about, under either name, without those left out."""
    listed = rows(response.asked.get("orderIdList") or response.asked.get("orderIds"))
    return tuple(OrderId(found) for found in map(id_text, listed) if found and found not in left_out)


def _not_covered(payload: dict[str, Json]) -> dict[OrderId, str]:
    """What a link leaves out: order ids as numbers, texts or objects, with the reason where one is given."""
    found: dict[OrderId, str] = {}
    for name in _LEFT_OUT:
        listed = payload.get(name)
        for item in listed if isinstance(listed, list) else [listed]:
            row = members(item)
            order_id = id_text(row.get("orderId") if row else item)
            reason = next(
                (plain(row[key]) for key in ("reason", "errorMsg", "message", "errorCode") if row.get(key)), ""
            )
            if order_id:
                found[OrderId(order_id)] = reason
    return found


def check(response: Response) -> PayCheck:
    """``avaliable`` is the wire's spelling; the sum is read as fen."""
    payload = response.strict_object()
    channel = members(payload.get("payChannel"))
    available = flag(channel.get("avaliable", channel.get("available")))
    if available is None:
        raise response.unexpected("no answer for the channel")
    found = tuple(OrderId(one) for one in map(id_text, rows(payload.get("orderIds"))) if one)
    return PayCheck(
        CheckedChannel(text(channel.get("channel"))),
        available,
        found,
        at_least(payload.get("orderTotalCount"), len(found)),
        fen(payload.get("totalPayFee")),
    )


def ways(response: Response) -> PayWays:
    """4.5: channels, the amount due now (fen on the wire) and the deadline."""
    payload = response.object()
    amount = fen(payload.get("payFee"))
    if amount is None:
        raise response.unexpected("no payFee")
    channels = [members(row) for row in rows(payload.get("channels"))]
    return PayWays(
        OrderId(id_text(payload.get("orderId")) or id_text(response.asked.get("orderId"))),
        amount,
        tuple((text(row.get("code")), plain(row.get("name"))) for row in channels),
        when(payload.get("timeout")),
    )


def terms(response: Response) -> CreditTermsPage:
    """4.4: ``resultList`` is an object in spite of its name, its count a text."""
    payload = response.strict_object()
    found, skipped = each(rows(payload.get("accountPeriodList")), _terms)
    return CreditTermsPage(found, at_least(payload.get("totalCount"), len(found)), skipped)


def _terms(row: dict[str, Json]) -> CreditTerms:
    login = text(row.get("sellerLoginId"))
    if not login:
        raise ValueError("no supplier")
    return CreditTerms(
        login,
        plain(row.get("sellerCompanyName")),
        fen(row.get("quota")),
        fen(row.get("surplusQuota")),
        plain(row.get("statusStr")),
        plain(row.get("tapDateStr")),
        at_least(row.get("tapOverdue"), 0),
        when(row.get("gmtQuota")),
    )


def agreements(response: Response) -> tuple[Agreement, ...]:
    """4.6: the flags are the texts true and false; anything but true is no."""
    found, _ = each(rows(response.strict_object().get("paymentAgreements")), _agreement)
    return found


def _agreement(row: dict[str, Json]) -> Agreement:
    channel = text(row.get("payChannel")).lower()
    if not channel:
        raise ValueError("no channel")
    return Agreement(
        WithholdChannel(channel),
        flag(row.get("signedStatus")) is True,
        flag(row.get("bindingStatus")) is True,
        optional(row.get("signUrl")),
        optional(row.get("agreementNo")),
    )


def withheld(response: Response) -> Withheld:
    """4.7: three meanings of success; only ``paySuccess`` true, below a success, is a payment."""
    payload = members(response.strict())
    paid = flag(payload.get("paySuccess"))
    if paid is None:
        raise response.unexpected("neither paid nor not")
    top = members(response.body)
    if paid and True not in (flag(members(top.get("result")).get("success")), flag(top.get("success"))):
        raise response.unexpected("paid without a yes")
    inner = members(response.asked.get("tradeWithholdPreparePayParam")) or response.asked
    order_id = id_text(inner.get("orderId"))
    channel = word(WithholdChannel, text(payload.get("payChannel")).lower())
    return Withheld(OrderId(order_id) if order_id else None, paid, channel)
