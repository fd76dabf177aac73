"""What the shop consists of. Money is in fen, weights in grams, sizes in centimetres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sourcing_app.sandbox.shop.words import Phrase


@dataclass(frozen=True)
class ShopCategory:
    """A node of the tree. ``parent_id`` 0: first level. ``level`` counts from 1."""

    category_id: int
    parent_id: int
    level: int
    name: Phrase
    key: str


@dataclass(frozen=True, slots=True)
class Region:
    """A place in China. ``area_code``: division code of the district."""

    province: str
    city: str
    district: str
    area_code: str

    @property
    def text(self) -> str:
        return self.province + self.city


@dataclass(frozen=True, slots=True)
class MixRule:
    """Mixed batch: several offers of one seller together reach ``amount_yuan`` or ``pieces``."""

    amount_yuan: int
    pieces: int


@dataclass(frozen=True)
class ShopSupplier:
    """A seller. ``open_id`` is the masked id of product calls, ``member_id`` that of trade calls."""

    number: int
    member_id: str
    login_id: str
    open_id: str
    company: str
    region: Region
    years: int
    medal: int
    scores: tuple[float, ...]
    repeat_rate: float
    identities: tuple[str, ...]
    mix: MixRule | None
    template_id: int
    collect_24h: float
    collect_48h: float
    since: datetime


@dataclass(frozen=True, slots=True)
class PriceStep:
    """From ``start_quantity`` pieces on, one costs ``price_fen`` (or ``promotion_fen`` if that is set)."""

    start_quantity: int
    price_fen: int
    promotion_fen: int | None = None


@dataclass(frozen=True, slots=True)
class SkuValue:
    """One attribute of a SKU. ``image``: picture name, only on the attribute that carries pictures."""

    attribute_id: int
    name: Phrase
    value: Phrase
    image: str | None = None


@dataclass(frozen=True, slots=True)
class ShopSku:
    """One orderable variant. ``price_fen`` None: the offer is priced by quantity, or only a promotion price is
    known."""

    sku_id: int
    spec_id: str
    price_fen: int | None
    stock: int
    attributes: tuple[SkuValue, ...]
    promotion_fen: int | None = None
    channel_fen: int | None = None
    consign_fen: int | None = None
    cargo_number: str = ""
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """One row of the attribute table; an attribute with two values has two rows."""

    attribute_id: int
    name: Phrase
    value: Phrase


@dataclass(frozen=True, slots=True)
class OfferDetails:
    """What only the offer's own page shows; made when first asked for.

    description: HTML with ``{base}`` where the address of the picture server goes.
    """

    skus: tuple[ShopSku, ...]
    attributes: tuple[Attribute, ...]
    images: tuple[str, ...]
    white_image: str | None
    description: str


@dataclass(frozen=True)
class ShopOffer:
    """One offer.

    quote_type: 0 no SKUs and priced by quantity, 1 price on the SKU, 2 SKUs and priced by quantity.
    price_fen: list price at the smallest quantity of the cheapest SKU; what search shows.
    lot_size: pieces a lot, None if sold singly. rates and scores are fractions or 0-5.
    flags: see generation; tells which oddities of the platform this offer shows.
    status: "published", "delisted" (answers 已下架), "gone" (SP0056) or "forbidden".
    """

    offer_id: int
    index: int
    supplier: ShopSupplier
    category: ShopCategory
    path: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    title: Callable[[str], str]
    quote_type: int
    price_fen: int
    tiers: tuple[PriceStep, ...]
    promotion_fen: int | None
    consign_fen: int | None
    min_quantity: int
    lot_size: int | None
    stock: int
    unit: Phrase
    weight_g: int | None
    size_cm: tuple[float, float, float] | None
    main_image: str
    month_sold: int
    week_sold: int
    total_sold: int
    repurchase: float
    score: float
    marks: frozenset[str]
    ship_hours: int | None
    created: datetime
    modified: datetime
    free_shipping: bool
    status: str
    flags: frozenset[str]
    cargo_number: str
    source: Callable[[ShopOffer], OfferDetails] = field(repr=False, compare=False)

    @property
    def title_zh(self) -> str:
        return self.title("zh")

    @property
    def category_id(self) -> int:
        return self.category.category_id

    @property
    def mix(self) -> MixRule | None:
        """The seller's mixed-batch rule, where this offer takes part in it."""
        return self.supplier.mix if "mix" in self.marks else None

    @property
    def weight_kg(self) -> float | None:
        return None if self.weight_g is None else self.weight_g / 1000

    @cached_property
    def details(self) -> OfferDetails:
        return self.source(self)

    @cached_property
    def skus(self) -> tuple[ShopSku, ...]:
        return self.details.skus

    @property
    def images(self) -> tuple[str, ...]:
        return self.details.images

    def sku(self, spec_id: str) -> ShopSku | None:
        return next((sku for sku in self.skus if sku.spec_id == spec_id), None)

    def sku_by_id(self, sku_id: int) -> ShopSku | None:
        return next((sku for sku in self.skus if sku.sku_id == sku_id), None)
