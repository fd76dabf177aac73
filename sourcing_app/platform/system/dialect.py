"""Which dialect a gateway speaks, by asking it."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.account import Dialect
from sourcing_app.errors import NotPermitted, Refused, SignInNeeded, UnexpectedReply
from sourcing_app.platform.offers.calls import DETAIL
from sourcing_app.platform.transport.gateway import Gateway

_LIVE_QUESTION = replace(DETAIL, one_spelling=True)


async def spoken_dialect(gateway: Gateway) -> Dialect | None:
    """Which dialect the gateway speaks: it says what it misses in a question of the live spelling. None where the app may
    not ask, or the answer does not tell.

    Contract product.search.queryProductDetail; the offer asked for need not exist. Raises Unreachable, Throttled.
    """
    try:
        await gateway.read(_LIVE_QUESTION, {"offerId": 1, "country": "en"})
    except (NotPermitted, SignInNeeded, UnexpectedReply):
        return None
    except Refused as refused:
        return Dialect.SEED if refused.code == "gw.ParamMissing" and "offerId" in refused.text else None
    return Dialect.LIVE
