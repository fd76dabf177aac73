"""The cart: put in, change, take out, undo, and look again at what it costs now."""

from __future__ import annotations

from collections.abc import Callable

from sourcing_app.domain.cart import MAX_QUANTITY, Cart, CartLine, recheck_line
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.offer import Offer
from sourcing_app.errors import InvalidInput, OfferGone
from sourcing_app.platform.offers import calls as offer_calls
from sourcing_app.usecases.keeping import keep
from sourcing_app.usecases.session import Session


class EditCart:
    """The cart of one account. Every verb gives the cart as it then is, on the disk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def load(self) -> Cart:
        """The cart."""
        return await self._session.ledger.cart.load(self._session.key)

    async def add(self, lines: tuple[CartLine, ...]) -> Cart:
        """Puts lines in (``domain.cart.lines_from_offer`` makes them); a SKU that is in already gets more."""
        return await self._session.ledger.cart.put(self._session.key, lines)

    async def set_quantity(self, offer_id: OfferId, spec_id: SpecId, quantity: int) -> Cart:
        """Changes one line. Rules are shown, not enforced; only what is no quantity is refused.

        Raises InvalidInput: quantity "not_positive", "too_large".
        """
        if quantity < 1:
            raise InvalidInput("quantity", "not_positive")
        if quantity > MAX_QUANTITY:
            raise InvalidInput("quantity", "too_large", largest=MAX_QUANTITY)
        return await self._session.ledger.cart.set_quantity(self._session.key, (offer_id, spec_id), quantity)

    async def remove(self, keys: tuple[tuple[OfferId, SpecId], ...]) -> Cart:
        """Takes lines out."""
        return await self._session.ledger.cart.remove(self._session.key, keys)

    async def change(self, change: Callable[[Cart], Cart]) -> Cart:
        """Undo: makes another cart of the one there is at that moment, which may have changed since it was shown."""
        return await self._session.ledger.cart.change(self._session.key, change)

    async def recheck(self) -> Cart:
        """Reads every offer of the cart again: price, stock and terms as they are now. Raises what reading raises;
        what was read until then is kept."""
        cart = await self.load()
        for offer_id in dict.fromkeys(line.offer_id for line in cart.lines):
            offer = await self._read(offer_id)
            now = self._session.clock()
            lines = tuple(recheck_line(line, offer, now) for line in cart.lines if line.offer_id == offer_id)
            await self._session.ledger.cart.refresh(self._session.key, lines)
        return await self.load()

    async def _read(self, offer_id: OfferId) -> Offer | None:
        session = self._session
        try:
            offer = await session.platform.send(offer_calls.DETAIL, offer_id, session.language)
        except OfferGone:
            return None
        await keep(session.cache.offers.save(session.key, offer, session.language, session.clock()))
        return offer
