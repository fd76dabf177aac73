"""Following offers, which makes their messages come, and claiming coupons for them. Beyond the solution document."""

from __future__ import annotations

from sourcing_app.domain.coupon import ClaimedCoupons
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import OfferId
from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import CROSSBORDER, MARKETING, Call, Kind
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import Json, id_text, rows
from sourcing_app.platform.transport.gateway import Gateway

FOLLOW = Call("product.kjdistribute.addRelation", CROSSBORDER, Kind.WRITE, needs_token=False, one_spelling=True)
UNFOLLOW = Call("product.kjdistribute.removeRelation", CROSSBORDER, Kind.WRITE, one_spelling=True)
CLAIM = Call("coupon.optimal.claim", MARKETING, Kind.WRITE)

_ALREADY = "已存在"


class Following:
    """Followed offers and coupons: writes for the account, only when a person asked for them."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def follow(self, offer_id: OfferId) -> Done:
        """Follow an offer; one already followed counts as done. Contract product.kjdistribute.addRelation. Raises Refused."""
        return decode_followed(await self._gateway.write(FOLLOW, {"offerId": offer_id}))

    async def unfollow(self, offer_id: OfferId) -> Done:
        """Do not follow an offer any more. Contract product.kjdistribute.removeRelation. Raises Refused."""
        return decode_unfollowed(await self._gateway.write(UNFOLLOW, {"offerId": offer_id}))

    async def claim_coupons(self, offer_ids: tuple[OfferId, ...]) -> ClaimedCoupons:
        """Take the best coupons for these offers; preview the order again afterwards. Contract coupon.optimal.claim."""
        fields = {"offerIds": [wire_id(offer_id) for offer_id in offer_ids]}
        return decode_claimed(await self._gateway.write(CLAIM, fields))


def decode_followed(body: Json) -> Done:
    """A refusal because it is followed already is a yes."""
    try:
        return answers.done(FOLLOW, body)
    except (Refused, UnprovenNo) as refused:
        if _ALREADY not in refused.text:
            raise
        return Done(refused.text, refused.request_id or "")


def decode_unfollowed(body: Json) -> Done:
    """``msg`` instead of ``message``."""
    return answers.done(UNFOLLOW, body)


def decode_claimed(body: Json) -> ClaimedCoupons:
    """None claimed is an empty list."""
    answers.done(CLAIM, body)
    payload = answers.answer(CLAIM, body)
    found = payload.get("couponIds") if isinstance(payload, dict) else None
    return ClaimedCoupons(tuple(one for one in map(id_text, rows(found)) if one))
