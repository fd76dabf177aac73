"""An offer that was picked to be compared: its id, and what only its card tells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import OfferSummary


@dataclass(frozen=True, slots=True)
class Pick:
    """sold_30_days, repurchase_rate: as its card had them when it was picked; the offer's page does not tell them."""

    offer_id: OfferId
    sold_30_days: int | None = None
    repurchase_rate: Decimal | None = None

    @classmethod
    def of(cls, offer: OfferSummary) -> Pick:
        """From a card."""
        return cls(offer.offer_id, offer.sold_30_days, offer.repurchase_rate)
