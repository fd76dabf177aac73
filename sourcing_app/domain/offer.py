"""What a supplier lists for sale: the card, the page, its SKUs and its prices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum

from sourcing_app.domain.ids import CategoryId, OfferId, SkuId, SpecId, SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.domain.picture import Region


class QuoteType(Enum):
    """How an offer is priced. Source: enums.json, quoteType; quirks.md, 26."""

    BY_RANGE = 0
    """By the quantity of the whole offer; SKUs carry no price."""
    BY_SKU = 1
    """Each SKU has its own price; quantity does not matter."""
    BY_RANGE_WITH_SKUS = 2
    """By the quantity of the whole offer, though there are SKUs."""


@dataclass(frozen=True, slots=True)
class SupplierScore:
    """What the platform says of a supplier. Scores 0 to 5; repeat_rate a fraction (0.22 is 22 %); years of paid membership.

    Every member is None where the platform gave none. Source: contract product.search.keywordQuery, SellerDataInfo.
    """

    service: Decimal | None = None
    logistics: Decimal | None = None
    disputes: Decimal | None = None
    goods: Decimal | None = None
    after_sales: Decimal | None = None
    consulting: Decimal | None = None
    repeat_rate: Decimal | None = None
    medal: int | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How an offer ships. promise: "shipIn24Hours", "shipIn48Hours" or None; rates are fractions of the last 30 days."""

    promise: str | None = None
    perfect_rate: Decimal | None = None
    pickup_24h_rate: Decimal | None = None
    quality_return_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OfferSummary:
    """One search result: enough to draw a card, never enough to order.

    unit_price: for one sale unit at the smallest quantity; None if the platform gave none. Where a promotion price
    holds, it is the promotion price, and list_price is the one before.
    one_piece_price: dropshipping price for one piece, freight included; None if not offered.
    min_quantity: sale units, at least 1. repurchase_rate: a fraction. sold_30_days: sale units. score: 0 to 5.
    seller_marks: "super_factory", "powerful_merchants", "tp_member"; offer_marks: "yx" (selected), "select".
    similarity: 0 to 1 where the search gave one (picture search), else None. trace: to pass back unchanged. seller: the
    shop's name, "" where not told (picture search alone tells it).
    Source: contract product.search.keywordQuery, rows of result.data.
    """

    offer_id: OfferId
    title: str
    title_translated: str | None
    picture_url: str
    unit_price: Money | None
    list_price: Money | None = None
    one_piece_price: Money | None = None
    min_quantity: int = 1
    sold_30_days: int | None = None
    repurchase_rate: Decimal | None = None
    score: Decimal | None = None
    is_selected_supply: bool = False
    one_piece: bool = False
    seller_marks: tuple[str, ...] = ()
    offer_marks: tuple[str, ...] = ()
    category_ids: tuple[CategoryId, ...] = ()
    supplier_score: SupplierScore | None = None
    fulfilment: Fulfilment | None = None
    page_url: str | None = None
    created: datetime | None = None
    similarity: Decimal | None = None
    trace: str | None = None
    seller: str = ""


@dataclass(frozen=True, slots=True)
class OfferPage:
    """One page of a search. total: the platform's estimate; skipped: rows that could not be read (never a lost page).

    has_more: False on the last page, an empty page, or at the platform's depth limit (about 2,000 offers). found: things that
    the platform sees in the picture it was asked for, in its pixels.
    """

    offers: tuple[OfferSummary, ...]
    total: int
    page: int
    page_size: int
    has_more: bool
    skipped: int = 0
    found: tuple[Region, ...] = ()


class SortKey(Enum):
    """What the platform can sort by. Source: contract product.search.keywordQuery, offerQueryParam.sort (live spelling)."""

    BEST = ""
    PRICE = "price"
    REPURCHASE = "rePurchaseRate"
    SALES = "monthSold"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for, besides a keyword or a picture. Equal queries are the same search (cache key).

    filters: choice keys of the filter configuration, sorted; language: of the translation ("en", "ja", ...).
    """

    keyword: str = ""
    category_id: CategoryId | None = None
    filters: tuple[str, ...] = ()
    price_from: Money | None = None
    price_to: Money | None = None
    sort: SortKey = SortKey.BEST
    descending: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One thing that can be ticked. group: the filter it is a value of ("" for a tick box of its own)."""

    key: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class FilterSection:
    """A headed group of choices, in the platform's order. Source: contract product.filterData.queryConfig."""

    name: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class FilterConfig:
    """All that a search can be narrowed and sorted by. sorts: keys, each up or down. Source: as ``FilterSection``."""

    filters: tuple[FilterSection, ...]
    sorts: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class PriceTier:
    """From this many sale units (of the whole offer) a unit costs this much."""

    from_quantity: int
    unit_price: Money


def reached_tier(tiers: tuple[PriceTier, ...], quantity: int) -> PriceTier | None:
    """The tier that a quantity over all SKUs reaches; the first one below it; None without tiers."""
    reached = [tier for tier in tiers if tier.from_quantity <= max(quantity, 1)]
    return reached[-1] if reached else next(iter(tiers), None)


def following_tier(tiers: tuple[PriceTier, ...], quantity: int) -> PriceTier | None:
    """The next tier above a quantity, or None at the last one."""
    return next((tier for tier in tiers if tier.from_quantity > max(quantity, 1)), None)


@dataclass(frozen=True, slots=True)
class SpecAttribute:
    """One thing that tells SKUs apart. value: Chinese as the seller wrote it, sent back unchanged; picture_url: of this value."""

    name: str
    value: str
    name_translated: str | None = None
    value_translated: str | None = None
    picture_url: str | None = None


@dataclass(frozen=True, slots=True)
class Sku:
    """One orderable variant. unit_price: None when the offer is quoted by quantity. stock: sale units, may be fictitious."""

    sku_id: SkuId
    spec_id: SpecId
    attributes: tuple[SpecAttribute, ...]
    stock: int
    unit_price: Money | None = None
    list_price: Money | None = None
    item_number: str | None = None


@dataclass(frozen=True, slots=True)
class OfferAttribute:
    """A property of the offer, values joined in the platform's order (it sends one row per value)."""

    name: str
    values: tuple[str, ...]
    name_translated: str | None = None
    values_translated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supplier:
    """The party we buy from. supplier_id: the masked ``sellerOpenId``."""

    supplier_id: SupplierId
    name: str
    score: SupplierScore = field(default_factory=SupplierScore)
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MixRule:
    """Mixed batch: the minimum may be met over several offers of the supplier, by yuan or by pieces. None: no such way.

    Source: contract product.search.queryProductDetail, sellerMixSetting; quirks.md, 29.
    """

    min_amount: Money | None
    min_pieces: int | None


@dataclass(frozen=True, slots=True)
class Shipping:
    """Where an offer ships from and what a unit weighs. weight_g: grams, None where absurd (above 100 kg) or not given;
    sizes in millimetres; measured_by: the platform's word for who measured."""

    origin: str | None = None
    weight_g: int | None = None
    size_mm: tuple[int, int, int] | None = None
    measured_by: str | None = None
    promise: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The page of an offer: all that is needed to choose SKUs and quantities.

    pictures: full size addresses, at least one. description_html: the seller's own HTML, hostile until cleaned.
    tiers: ascending by quantity; empty when each SKU has its price. skus: empty for an offer without variants, which
    is then ordered by its id alone with ``stock`` and ``unit_price_for``. lot_size: quantities are multiples of it; 1 for none.
    sold_total: sale units ever sold. available: False when it cannot be ordered now.
    Source: contract product.search.queryProductDetail.
    """

    offer_id: OfferId
    title: str
    title_translated: str | None
    pictures: tuple[str, ...]
    supplier: Supplier
    quote_type: QuoteType
    tiers: tuple[PriceTier, ...]
    skus: tuple[Sku, ...]
    min_quantity: int
    lot_size: int
    stock: int
    unit: str
    unit_translated: str | None = None
    mix_rule: MixRule | None = None
    category_id: CategoryId | None = None
    attributes: tuple[OfferAttribute, ...] = ()
    description_html: str = ""
    shipping: Shipping = field(default_factory=Shipping)
    sold_total: int | None = None
    score: Decimal | None = None
    marks: tuple[str, ...] = ()
    is_selected_supply: bool = False
    one_piece: bool = False
    invoice_types: tuple[str, ...] = ()
    selling_points: tuple[str, ...] = ()
    video_url: str | None = None
    page_url: str | None = None
    available: bool = True
    channel_prices: dict[SkuId, Money] = field(default_factory=dict)

    def sku(self, spec_id: SpecId) -> Sku | None:
        """The SKU of this spec, or None."""
        return next((sku for sku in self.skus if sku.spec_id == spec_id), None)

    def unit_price_for(self, spec_id: SpecId, offer_quantity: int) -> Money | None:
        """What a unit costs when this many are taken over all SKUs. The order preview has the final word.

        A channel price beats both; then the SKU's own price (quoted by SKU) or the tier reached.
        Source: contract product.search.queryProductDetail, quirks.
        """
        sku = self.sku(spec_id)
        if sku is not None and sku.sku_id in self.channel_prices:
            return self.channel_prices[sku.sku_id]
        if self.quote_type is QuoteType.BY_SKU and sku is not None and sku.unit_price is not None:
            return sku.unit_price
        tier = reached_tier(self.tiers, offer_quantity)
        if tier is not None:
            return tier.unit_price
        return sku.unit_price if sku is not None else None

    def stock_of(self, spec_id: SpecId) -> int:
        """Sale units that can be ordered; 0 for an unknown spec."""
        if not self.skus:
            return self.stock
        sku = self.sku(spec_id)
        return sku.stock if sku is not None else 0
