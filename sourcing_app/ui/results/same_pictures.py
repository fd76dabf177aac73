"""Offers of several sellers with one and the same picture, as one line of what they ask for. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import count_text, money_text
from sourcing_app.ui.picture_print import PicturePrint
from sourcing_app.ui.texts import tr


@dataclass(frozen=True, slots=True)
class SameGroup:
    """At least two offers, in the platform's order."""

    offers: tuple[OfferSummary, ...]

    def sellers_text(self) -> str:
        """How many sellers; offers where their sellers are not told."""
        names = {offer.seller for offer in self.offers}
        if "" in names:
            return tr("Same picture · {0} offers").format(len(self.offers))
        return tr("Same picture · {0} sellers").format(len(names))

    def spread_text(self) -> str:
        """From the lowest to the highest price, and minimum."""
        minimums = [offer.min_quantity for offer in self.offers]
        least, most = count_text(min(minimums)), count_text(max(minimums))
        parts = [f"≥{least}" if least == most else f"≥{least}–{most}"]
        prices = [offer.unit_price for offer in self.offers if offer.unit_price is not None]
        if prices:
            low, high = min(prices, key=_amount), max(prices, key=_amount)
            parts.insert(0, money_text(low) if low == high else f"{money_text(low)} – {money_text(high)}")
        return " · ".join(parts)


def _amount(price: Money) -> Decimal:
    return price.amount


def groups_of(offers: Iterable[OfferSummary], prints: Mapping[str, PicturePrint]) -> tuple[SameGroup, ...]:
    """prints: by the address of the picture; an offer without one stands alone."""
    piles: list[tuple[PicturePrint, list[OfferSummary]]] = []
    for offer in offers:
        own = prints.get(offer.picture_url)
        if own is None:
            continue
        pile = next((pile for first, pile in piles if first == own or first.is_like(own)), None)
        if pile is None:
            piles.append((own, [offer]))
        else:
            pile.append(offer)
    return tuple(SameGroup(tuple(pile)) for _, pile in piles if len(pile) > 1)
