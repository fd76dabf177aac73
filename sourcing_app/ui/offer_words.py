"""What an offer's card, its page and the comparison say of it in the same words. Pure."""

from __future__ import annotations

from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import exact_count, money_text, percent_text
from sourcing_app.ui.texts import tr


def sales_words(offer: OfferSummary) -> list[str]:
    """How an offer sells, in the words that card, page and comparison have in common."""
    parts = []
    if offer.score is not None:
        parts.append(tr("score {0}").format(f"{offer.score:.1f}"))
    if offer.sold_30_days is not None:
        parts.append(tr("{0} sold in 30 days").format(exact_count(offer.sold_30_days)))
    if offer.repurchase_rate is not None:
        parts.append(tr("repurchase rate {0}").format(percent_text(offer.repurchase_rate)))
    return parts


def outside_words(offer: OfferSummary, low: Money | None, high: Money | None) -> str:
    """Why an offer stands among results of a price filter that its price is not within; "" where it is.

    The platform filters by the price before a promotion (contract product.search.keywordQuery, priceStart).
    """

    def is_within(price: Money | None) -> bool:
        return price is None or ((low is None or price >= low) and (high is None or price <= high))

    if is_within(offer.unit_price):
        return ""
    if offer.list_price is not None and is_within(offer.list_price):
        return tr("promotion; {0} before").format(money_text(offer.list_price))
    return tr("1688 found it, at another price than asked for")
