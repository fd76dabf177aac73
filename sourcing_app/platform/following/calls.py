"""Following offers, which makes their messages come, and claiming coupons for them: writes for the account, only when a
person asked for them. Beyond the solution document.
"""

from __future__ import annotations

from sourcing_app.platform.following import wire
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import CROSSBORDER, MARKETING, Kind

FOLLOW = Call(
    "product.kjdistribute.addRelation",
    CROSSBORDER,
    Kind.WRITE,
    needs_token=False,
    one_spelling=True,
    write=wire.offer_fields,
    read=wire.followed,
)
UNFOLLOW = Call(
    "product.kjdistribute.removeRelation",
    CROSSBORDER,
    Kind.WRITE,
    one_spelling=True,
    write=wire.offer_fields,
    read=done,
)
CLAIM_COUPONS = Call("coupon.optimal.claim", MARKETING, Kind.WRITE, write=wire.coupon_fields, read=wire.claimed)
"""Takes the best coupons for these offers; preview the order again afterwards."""
