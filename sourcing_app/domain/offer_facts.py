"""Everything else the platform says of an offer: what no screen needs, and a user of the API may.

Source: contracts product.search.keywordQuery, product.search.imageQuery, product.search.querySellerOfferList and
product.search.queryProductDetail. Prices are yuan; foreign ones are in the currency that was asked for ("XXX" where none
was). Rates are fractions. Texts are "" and all else None where not told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.ids import CategoryId, SkuId, SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import (
    MixRule,
    Offer,
    OfferPage,
    OfferSummary,
    PriceTier,
    Shipping,
    Sku,
    SpecAttribute,
)
from sourcing_app.domain.picture import Region


@dataclass(frozen=True, slots=True)
class InvoiceSupport:
    """What invoices the seller gives. kinds, taxpayer: the platform's Chinese words."""

    online: bool | None
    fast: bool | None
    kinds: tuple[str, ...]
    taxpayer: str


@dataclass(frozen=True, slots=True)
class Demand:
    """How many put an offer into their cart and how many paid, in the last days."""

    carts_7_days: int | None
    buyers_7_days: int | None
    carts_30_days: int | None
    buyers_30_days: int | None


@dataclass(frozen=True, slots=True)
class RecentRates:
    """How an offer shipped in the last seven days."""

    perfect: Decimal | None
    picked_up_24h: Decimal | None
    delayed: Decimal | None


@dataclass(frozen=True, slots=True)
class OfferQuality:
    """What buyers made of an offer in 30 days. services: cross-border ones, by the platform's letters."""

    good_ratings: Decimal | None
    quality_refunds: Decimal | None
    repurchases: Decimal | None
    picked_up_24h: Decimal | None
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeSummary(OfferSummary):
    """A search result with all that is told of it. usual_price, promotion_price: whether or not a promotion holds.

    dropship_price: one piece, freight included, whether or not it is offered. is_select: of the cross-border pool.
    sold_90_days: told for related offers, in place of sold_30_days.
    """

    usual_price: Money | None = None
    promotion_price: Money | None = None
    dropship_price: Money | None = None
    supply_dropship_price: Money | None = None
    supply_wholesale_price: Money | None = None
    has_promotion: bool | None = None
    promotion_kind: str = ""
    translated_picture_url: str = ""
    white_picture_url: str = ""
    is_patented: bool | None = None
    is_select: bool | None = None
    modified: datetime | None = None
    token: str = ""
    sold_7_days: int | None = None
    sold_90_days: int | None = None
    demand: Demand | None = None
    recent_rates: RecentRates | None = None
    quality: OfferQuality | None = None
    invoices: InvoiceSupport | None = None
    company: str = ""
    company_address: str = ""


@dataclass(frozen=True, slots=True)
class WholeOfferPage(OfferPage):
    """A page of a search. told_page, total_pages: what the platform says. searched: of a picture, in its pixels."""

    offers: tuple[WholeSummary, ...]
    total_pages: int | None = None
    told_page: int | None = None
    searched: Region | None = None


@dataclass(frozen=True, slots=True)
class ForeignPrices:
    """Prices in the currency asked for."""

    price: Money | None
    promotion: Money | None
    retail: Money | None


@dataclass(frozen=True, slots=True)
class WholeSpecAttribute(SpecAttribute):
    """One thing that tells SKUs apart, with its number and its translated picture."""

    attribute_id: str = ""
    translated_picture_url: str | None = None


@dataclass(frozen=True, slots=True)
class WholeSku(Sku):
    """An SKU with all its prices. one_piece_price: freight included; distribution_price: for resellers."""

    attributes: tuple[WholeSpecAttribute, ...]
    usual_price: Money | None = None
    promotion_price: Money | None = None
    one_piece_price: Money | None = None
    distribution_price: Money | None = None
    dropship_price: Money | None = None
    supply_dropship_price: Money | None = None
    supply_wholesale_price: Money | None = None
    retail_price: Money | None = None
    foreign: ForeignPrices | None = None


@dataclass(frozen=True, slots=True)
class WholeTier(PriceTier):
    """A price by quantity, with and without the promotion."""

    usual_price: Money | None = None
    promotion_price: Money | None = None
    foreign: ForeignPrices | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """Terms for resellers. one_piece_price: freight included where ``freight_included``."""

    freight_included: bool | None
    min_quantity: int | None
    one_piece_price: Money | None
    price: Money | None


@dataclass(frozen=True, slots=True)
class Size:
    """What a unit measures as told, absurd values included. measured_by: the platform's Chinese words."""

    weight_g: Decimal | None
    length_cm: Decimal | None
    width_cm: Decimal | None
    height_cm: Decimal | None
    measured_by: str = ""


@dataclass(frozen=True, slots=True)
class SkuSize:
    """What one SKU measures, by the seller, by the platform and by a guess of the platform with its certainty."""

    sku_id: SkuId
    spec_id: SpecId
    told: Size
    official: Size | None = None
    guessed_weight_g: Decimal | None = None
    guess_certainty: Decimal | None = None


@dataclass(frozen=True, slots=True)
class WholeShipping(Shipping):
    """How an offer ships, with every measure. official: by the platform; skus: from both lists of the answer."""

    told: Size | None = None
    official: Size | None = None
    skus: tuple[SkuSize, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the offer."""

    name: str
    code: str
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One value of one attribute, as the platform lists them."""

    attribute_id: str
    name: str
    value: str
    name_translated: str
    value_translated: str


@dataclass(frozen=True, slots=True)
class WholeOffer(Offer):
    """An offer with all that is told of it. listed_tiers: also where each SKU has its price; mix: also where it is off.

    collected_48h, quality_refunds: of the seller, in 30 days.
    """

    skus: tuple[WholeSku, ...]
    shipping: WholeShipping = field(default_factory=WholeShipping)
    status: str = ""
    category_name: str = ""
    category_ids: tuple[CategoryId, ...] = ()
    attribute_values: tuple[AttributeValue, ...] = ()
    tags: dict[str, bool] = field(default_factory=dict)
    listed_tiers: tuple[WholeTier, ...] = ()
    distribution: Distribution | None = None
    dropship_price: Money | None = None
    supply_dropship_price: Money | None = None
    retail_price: Money | None = None
    foreign: ForeignPrices | None = None
    has_promotion: bool | None = None
    promotion_kind: str = ""
    mix: MixRule | None = None
    item_number: str = ""
    white_picture_url: str = ""
    pictures_translated: tuple[str, ...] = ()
    white_picture_translated_url: str = ""
    description_translated: str = ""
    detail_video_url: str = ""
    certificates: tuple[Certificate, ...] = ()
    invoices: InvoiceSupport | None = None
    collected_48h: Decimal | None = None
    quality_refunds: Decimal | None = None
    is_select: bool | None = None
    created: datetime | None = None
    trace: str = ""
