"""Whole previews from the wire: what ``wire_preview.py`` reads, and all else that is told.

Source: contract alibaba.createOrder.preview.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.preview import PreviewPart
from sourcing_app.domain.preview_facts import (
    Extra,
    PayLimit,
    PickUpPlan,
    ServiceGroup,
    TradeService,
    WholeLine,
    WholePart,
)
from sourcing_app.platform.orders.records import Previewed
from sourcing_app.platform.orders.wire_preview import previewed, promotion
from sourcing_app.platform.transport.fields import Json, decimal, fen, flag, id_text, members, plain, rows, text
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import extended, ids, many, read_members, shape


def previewed_in_full(response: Response) -> object:
    """As ``previewed``, with everything."""
    return whole_preview(previewed(response), response.body, [one for one in rows(response.opened.payload) if one])


@dataclass(frozen=True, slots=True)
class WholePreview(Previewed):
    """A preview with all that is told. consigned: offers that the platform lists as such."""

    parts: tuple[WholePart, ...]
    consigned: tuple[OfferId, ...] = ()
    extras: tuple[Extra, ...] = ()


def whole_preview(preview: Previewed, body: Json, entries: list[Json]) -> WholePreview:
    """A preview with everything. entries: of its parts, in their order."""
    parts = tuple(_part(part, members(entry)) for part, entry in zip(preview.parts, entries, strict=True))
    return extended(WholePreview, replace(preview, parts=parts), **_OF_BODY(body))


def _part(part: PreviewPart, entry: dict[str, Json]) -> WholePart:
    """Its lines are those of the answer, then those that the answer does not mention."""
    cargos = [members(row) for row in rows(entry.get("cargoList"))]
    told = cargos + [{}] * (len(part.lines) - len(cargos))
    lines = tuple(extended(WholeLine, line, **_OF_LINE(row)) for line, row in zip(part.lines, told, strict=True))
    return extended(WholePart, replace(part, lines=lines), **_OF_PART(entry))


def _inverted(value: Json) -> bool | None:
    found = flag(value)
    return None if found is None else not found


_EXTRAS = many(shape(Extra, key=("key", text), value=("value", plain), description=("desc", plain)))
_SERVICE = shape(
    TradeService,
    title=("title", plain), code=("code", text), source_id=("sourceId", id_text), source_kind=("sourceType", text),
    kind=("serviceType", text), unit_price=("unitPrice", fen), quantity=("quantity", decimal),
    group=("groupTitle", plain), group_code=("groupCode", text), tips=("serviceTips", plain), url=("serviceUrl", text),
    sponsor=("sponsorDesc", plain), extra=("extMapStr", text),
)  # fmt: skip
_SERVICES = many(
    shape(
        ServiceGroup,
        title=("groupTitle", plain), code=("groupCode", text), group_id=("outId", id_text),
        help_url=("groupDescLink", text), price=("combinedPrice", fen), price_text=("showCombinedPrice", plain),
        services=("tradeServiceList", many(_SERVICE)), extra=("extraMapStr", text),
    )
)  # fmt: skip
_PLANS = many(shape(PickUpPlan, code=("solutionCode", text), name=("solutionName", plain), cost=("totalCost", fen)))
_OF_LINE = read_members(
    open_offer_id=("openOfferId", text), result_code=("resultCode", text),
    promotions=("cargoPromotionList", many(promotion)), services=("tradeServiceList", _SERVICES),
    red_envelope=("totalFundUsageAmount", fen), freight_coupon=("totalPostFundUsageAmount", fen),
    extras=("extPairList", _EXTRAS),
)  # fmt: skip
_OF_PART = read_members(
    pay_limits=("payChannelInfos", many(shape(PayLimit, channel=("name", text), limit=("amountLimit", fen)))),
    services=("tradeServiceList", _SERVICES), item_discount=("taoSampleSinglePromotion", _inverted),
    red_envelope_used=("totalFundUsageAmount", fen), freight_coupon=("totalPostFundUsageAmount", fen),
    pick_up_offered=("canUseOfficialSolution", flag), pick_up_plans=("officialSolutionModelList", _PLANS),
    extras=("extPairList", _EXTRAS),
)  # fmt: skip
_OF_BODY = read_members(consigned=("consignOfferList", ids(OfferId)), extras=("extPairList", _EXTRAS))
