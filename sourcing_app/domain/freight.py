"""What sending costs inside China, and the rules it is reckoned by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.ids import OfferId, SkuId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class TemplateKind(Word):
    """Who set the freight rules. Source: contract product.freight.estimate, templateType."""

    SELLER_PAYS = "1"
    OWN = "2"
    OFFICIAL = "3"


class FreightService(Word):
    """How it is sent."""

    EXPRESS = "0"
    FREIGHT = "1"
    CASH_ON_DELIVERY = "2"
    OFFICIAL = "3"


class ChargedBy(Word):
    """What freight counts."""

    WEIGHT = "0"
    PIECES = "1"
    VOLUME = "2"


class FreightPayer(Word):
    """Who pays the freight."""

    SELLER = "0"
    BUYER = "1"


@dataclass(frozen=True, slots=True)
class FreightQuery:
    """What is to be sent where. Codes are China's division codes; skus: pieces of each, empty for an offer without SKUs."""

    offer_id: OfferId
    province_code: str
    city_code: str
    district_code: str
    quantity: int
    skus: tuple[tuple[SkuId, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Weight and size of one piece: kilograms and centimetres, None where not declared."""

    weight_kg: Decimal | None = None
    width_cm: Decimal | None = None
    height_cm: Decimal | None = None
    length_cm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FreightEstimate:
    """A guess of the freight; the order preview binds. freight: zero when included; None where it cannot be told.

    first_units, next_units: pieces or kilograms by charged_by. boxes: of each SKU; boxes_count: whether they
    do, or the one box.
    Source: contract product.freight.estimate.
    """

    offer_id: OfferId
    freight: Money | None
    included: bool
    template_id: str = ""
    template_name: str = ""
    template_kind: TemplateKind | None = None
    service: FreightService | None = None
    service_name: str = ""
    charged_by: ChargedBy | None = None
    first_fee: Money | None = None
    first_units: Decimal | None = None
    next_fee: Money | None = None
    next_units: Decimal | None = None
    discount: Decimal | None = None
    box: Box = Box()
    boxes: tuple[tuple[SkuId, Box], ...] = ()
    boxes_count: bool | None = None


@dataclass(frozen=True, slots=True)
class FreightRate:
    """What sending to some regions costs. first_units, next_units: grams or pieces; fees: fen by their type, not documented."""

    regions: tuple[str, ...]
    first_units: int | None
    first_fee: Money | None
    next_units: int | None
    minimum: Money | None = None
    by_platform: bool = False


@dataclass(frozen=True, slots=True)
class FreightPlan:
    """The rules for one way of sending. is_extra: of an additional service, not of the sending itself."""

    service: FreightService | None
    charged_by: ChargedBy | None
    payer: FreightPayer | None
    rates: tuple[FreightRate, ...] = ()
    by_platform: bool = False
    is_extra: bool | None = None


@dataclass(frozen=True, slots=True)
class FreightTemplate:
    """A seller's freight rules. Template 0: freight is described in words; 1: the seller pays.

    Source: contract alibaba.logistics.myFreightTemplate.list.get.
    """

    template_id: str
    name: str
    origin: str = ""
    origin_code: str = ""
    remark: str = ""
    kind: TemplateKind | None = None
    status: str = ""
    plans: tuple[FreightPlan, ...] = ()
    member_id: str = ""


@dataclass(frozen=True, slots=True)
class SupplierMix:
    """A supplier's mixed-batch rule: reaching either threshold is enough. on False: no such rule.

    Source: contract alibaba.trade.OpQueryMarketingMixConfig (amount: yuan by its size, not documented).
    """

    on: bool
    min_amount: Money | None
    min_pieces: int | None
    member_id: str = ""
    created_at: datetime | None = None
    modified_at: datetime | None = None
