"""Followed offers and claimed coupons: parameters out, answers in."""

from __future__ import annotations

from sourcing_app.domain.coupon import ClaimedCoupons
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import OfferId
from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import id_text, rows
from sourcing_app.platform.transport.response import Response

_ALREADY = "已存在"


def offer_fields(offer_id: OfferId) -> Fields:
    """The offer."""
    return {"offerId": offer_id}


def followed(response: Response) -> Done:
    """A refusal because it is followed already is a yes."""
    try:
        return response.done()
    except (Refused, UnprovenNo) as refused:
        if _ALREADY not in refused.text:
            raise
        return Done(refused.text, refused.request_id or "")


def coupon_fields(offer_ids: tuple[OfferId, ...]) -> Fields:
    """The offers whose best coupons are wanted."""
    return {"offerIds": [wire_id(offer_id) for offer_id in offer_ids]}


def claimed(response: Response) -> ClaimedCoupons:
    """None claimed is an empty list."""
    response.done()
    payload = response.strict()
    found = payload.get("couponIds") if isinstance(payload, dict) else None
    return ClaimedCoupons(tuple(one for one in map(id_text, rows(found)) if one))
