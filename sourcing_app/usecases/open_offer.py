"""The page of an offer."""

from __future__ import annotations

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import Offer, OfferSummary
from sourcing_app.errors import StoreUnavailable
from sourcing_app.platform.offers import calls as offer_calls
from sourcing_app.usecases.keeping import keep
from sourcing_app.usecases.session import Session


class OpenOffer:
    """Offers by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, offer_id: OfferId) -> Offer:
        """The offer as it is now, kept for later. Raises OfferGone."""
        session = self._session
        offer = await session.platform.send(offer_calls.DETAIL, offer_id, session.language)
        await keep(session.cache.offers.save(session.key, offer, session.language, session.clock()))
        return offer

    async def cached(self, offer_id: OfferId) -> Aged[Offer] | None:
        """The offer as last seen in this language."""
        try:
            return await self._session.cache.offers.load(self._session.key, offer_id, self._session.language)
        except StoreUnavailable:
            return None

    async def card(self, offer_id: OfferId) -> OfferSummary | None:
        """Its card as last seen in a list: what the page of an offer does not tell (sales of 30 days, repurchases)."""
        try:
            return await self._session.cache.offers.load_summary(self._session.key, offer_id)
        except StoreUnavailable:
            return None
