"""The order preview from the wire. Sums are fen, line amounts yuan. Source: contract alibaba.createOrder.preview."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import OfferId, SkuId, SpecId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.preview import OrderLine, PreviewLine, PreviewPart, Promotion, TradeMode
from sourcing_app.platform.addresses.wire import address_param
from sourcing_app.platform.orders.records import Previewed
from sourcing_app.platform.orders.wire_create import cargo_params
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.envelope import says_no
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    fen,
    flag,
    id_text,
    members,
    plain,
    rows,
    text,
    texts,
    yuan,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import ids

_GOOD_CODES = frozenset({"", "0", "200", "S0000", "S000"})
LEFT_OUT = "left_out"
"""Our own code for a line that the preview does not mention."""


def preview_fields(lines: tuple[OrderLine, ...], address: Address) -> Fields:
    """Lines, all of one supplier, and where they go. Raises InvalidInput."""
    return {"addressParam": address_param(address), "cargoParamList": cargo_params(lines)}


def previewed(response: Response) -> Previewed:
    """What an order would be. Sums arrive in fen, line amounts in yuan.

    Raises Refused (500_001 to 500_009: a line cannot be ordered), UnexpectedReply when a sum is missing.
    """
    opened = response.opened
    entries = [entry for entry in rows(opened.payload) if entry]
    if says_no(response.body, opened) or (not entries and opened.code):
        raise response.refusal(opened)
    lines = tuple(_asked_line(members(row)) for row in rows(response.asked.get("cargoParamList")))
    parts = response.record(lambda _: preview_parts(entries, lines), {})
    if not parts:
        raise response.unexpected("no preview")
    top = members(response.body)
    return Previewed(
        parts,
        ids(OfferId)(top.get("postFeeByDescOfferList")),
        ids(OfferId)(top.get("unsupportedCrossBorderPayOfferList")),
    )


def _asked_line(row: dict[str, Json]) -> OrderLine:
    """The platform does not echo quantities, so the lines asked for are part of what it says."""
    offer_id = id_text(row.get("offerId")) or text(row.get("openOfferId"))
    return OrderLine(OfferId(offer_id), SpecId(text(row.get("specId"))), max(1, count(row.get("quantity")) or 1))


def preview_parts(entries: list[Json], lines: tuple[OrderLine, ...]) -> tuple[PreviewPart, ...]:
    """One part per order the platform would make; lines nobody mentions are refused in the last one.

    Raises ValueError for an entry without a sum.
    """
    waiting = list(lines)
    parts = [_part(members(entry), waiting, alone=len(entries) == 1) for entry in entries]
    if waiting and parts:
        last = parts[-1]
        missing = tuple(_missing(line) for line in waiting)
        parts[-1] = replace(last, lines=(*last.lines, *missing))
    return tuple(parts)


def _part(entry: dict[str, Json], waiting: list[OrderLine], *, alone: bool) -> PreviewPart:
    """alone: an entry without lines then stands for all of them, though without their amounts."""
    paid = fen(entry.get("sumPayment"))
    if paid is None:
        raise ValueError("no sumPayment")
    cargos = [members(cargo) for cargo in rows(entry.get("cargoList"))]
    lines = [_line(cargo, waiting) for cargo in cargos]
    if not cargos and alone:
        lines = [PreviewLine(line.offer_id, line.spec_id, None, line.quantity, None, None) for line in waiting]
        waiting.clear()
    freight = fen(entry.get("sumCarriage"))
    fee = fen(entry.get("additionalFee")) or Money.zero()
    goods = fen(entry.get("sumPaymentNoCarriage"))
    return PreviewPart(
        lines=tuple(lines),
        goods=goods if goods is not None else paid - (freight or Money.zero()) - fee,
        freight=freight if freight is not None else paid - goods - fee if goods is not None else Money.zero(),
        discount=fen(entry.get("discountFee")) or Money.zero(),
        additional_fee=fee,
        total=paid,
        flow=text(entry.get("flowFlag")),
        trade_modes=_trade_modes(entry),
        promotions=tuple(promotion(members(row)) for row in rows(entry.get("shopPromotionList"))),
        pay_channels=tuple(text(members(row).get("name")) for row in rows(entry.get("payChannelInfos"))),
        group=text(entry.get("orderGroup")),
        ok=_is_accepted(entry),
        code=_bad_code(entry),
        text=plain(entry.get("message")),
        red_envelope=_funds(entry) or total([_funds(cargo) for cargo in cargos]),
    )


def _is_accepted(entry: dict[str, Json]) -> bool:
    """By the flag; without one, by the code."""
    status = flag(entry.get("status"))
    return not _bad_code(entry) if status is None else status


def _funds(row: dict[str, Json]) -> Money:
    """Red envelopes and freight coupons."""
    used = fen(row.get("totalFundUsageAmount")), fen(row.get("totalPostFundUsageAmount"))
    return total([amount for amount in used if amount is not None])


def _line(cargo: dict[str, Json], waiting: list[OrderLine]) -> PreviewLine:
    """The wire does not echo quantities: they are those of the line with the same offer and spec."""
    offer_id, spec_id = id_text(cargo.get("offerId")), text(cargo.get("specId"))
    mine = _take(waiting, offer_id, spec_id)
    code = _bad_code(cargo)
    sku_id = id_text(cargo.get("skuId"))
    return PreviewLine(
        offer_id=mine.offer_id if mine else OfferId(offer_id),
        spec_id=mine.spec_id if mine else SpecId(spec_id),
        sku_id=SkuId(sku_id) if sku_id else None,
        quantity=mine.quantity if mine else 0,
        unit_price=yuan(cargo.get("finalUnitPrice")),
        amount=yuan(cargo.get("amount")),
        ok=mine is not None and not code,
        code=code or ("" if mine else "not_asked_for"),
        text=plain(cargo.get("message")),
        reduction=_reduction(cargo),
    )


def _reduction(cargo: dict[str, Json]) -> Money:
    promotions = [promotion(members(row)) for row in rows(cargo.get("cargoPromotionList"))]
    return total([each.discount for each in promotions if each.selected])


def _take(waiting: list[OrderLine], offer_id: str, spec_id: str) -> OrderLine | None:
    """Our line for a priced one. Where the wire leaves the spec out, only a single line of that offer can be meant."""
    same_offer = [line for line in waiting if line.offer_id == offer_id]
    exact = [line for line in same_offer if line.spec_id == spec_id]
    found = exact[0] if exact else same_offer[0] if not spec_id and len(same_offer) == 1 else None
    if found is not None:
        waiting.remove(found)
    return found


def _missing(line: OrderLine) -> PreviewLine:
    return PreviewLine(line.offer_id, line.spec_id, None, line.quantity, None, None, ok=False, code=LEFT_OUT)


def _bad_code(row: dict[str, Json]) -> str:
    code = text(row.get("resultCode"))
    return "" if code in _GOOD_CODES else code


def _trade_modes(entry: dict[str, Json]) -> tuple[TradeMode, ...]:
    """A mode can be used when the names list it and its model does not deny it; an empty list of names denies all."""
    named = texts(entry.get("tradeModeNameList"))
    told = "tradeModeNameList" in entry and entry["tradeModeNameList"] is not None
    modes: dict[str, TradeMode] = {}
    for row in map(members, rows(entry.get("tradeModelList"))):
        code = text(row.get("tradeType"))
        usable = flag(row.get("opSupport")) is not False and (not told or code in named)
        if code:
            modes[code] = TradeMode(code, plain(row.get("name")) or code, plain(row.get("description")), usable)
    for code in named:
        modes.setdefault(code, TradeMode(code, code))
    return tuple(modes.values())


def promotion(row: dict[str, Json]) -> Promotion:
    """A discount of the shop or of a line."""
    return Promotion(
        promotion_id=text(row.get("promotionId")),
        title=plain(row.get("text")),
        description=plain(row.get("desc")),
        discount=fen(row.get("discountFee")) or Money.zero(),
        selected=flag(row.get("selected")) is True,
        free_freight=flag(row.get("freePostage")) is True,
    )
