"""Everything else the platform says of an order: what no screen needs, and a user of the API may.

Source: contracts alibaba.trade.get.buyerView and alibaba.trade.getBuyerOrderList. Sums are yuan on the wire where no fen
are named. Texts are "" and all else None where not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.money import CNY, Money
from sourcing_app.domain.order import Order, OrderEntry
from sourcing_app.domain.order_parcel_facts import Customs, OrderInvoice, OverseasAddress, OverseasChannel, Shipment
from sourcing_app.domain.order_payment_facts import CreditDebt, OldStage, Payment, Stage
from sourcing_app.domain.order_words import ClosedBy, RatingState, StageGoods, TradeType


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a side of the trade; personal. chat: its WangWang name; sender: whom a distributor names on the parcel."""

    name: str = ""
    company: str = ""
    shop: str = ""
    phone: str = ""
    mobile: str = ""
    fax: str = ""
    email: str = ""
    chat: str = ""
    sender_name: str = ""
    sender_phone: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """The buyer or the seller. sub_login, sub_id: the sub-account that ordered or sold."""

    member_id: str = ""
    login: str = ""
    user_id: str = ""
    sub_login: str = ""
    sub_id: str = ""
    alipay_id: str = ""
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives, as told when ordering. region: province, city, district, town, with spaces between."""

    full_name: str = ""
    region: str = ""
    district_code: str = ""
    town_code: str = ""
    post_code: str = ""
    mobile: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Traits:
    """Marks of an order. credit_chosen: when ordering, no proof that credit paid; price_changed: by the seller."""

    credit_chosen: bool | None
    account_period_until: datetime | None
    pre_order_market: str
    pre_order_by_app: bool | None
    pre_order_app: str
    retail_warehouse: str
    is_caiyuanbao: bool | None
    erp_buyer_user: str
    erp_order: str
    erp_buyer_firm: str
    is_processing: bool | None
    is_customised: bool | None
    ships_alone: bool | None
    freight_insurance: str
    hyperlink: bool | None
    hyperlink_from_warehouse: bool | None
    hyperlink_second_step: bool | None
    hyperlink_ships: str
    lightning_warehouse: bool | None
    door_pick_up_abroad: bool | None
    split_account: bool | None
    official_pick_up_group: bool | None
    official_pick_up: bool | None
    price_changed: bool | None


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A promise of the seller. value: of a delivery promise, the days."""

    text: str
    code: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating."""

    stars: int | None
    text: str
    author: str
    about: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Ratings:
    """Who rated whom."""

    by_buyer: RatingState | None
    by_seller: RatingState | None
    of_buyer: tuple[Rating, ...]
    of_seller: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of an enterprise purchase. price: yuan on the page of an order, fen in the list."""

    name: str
    price: Money | None
    quantity: Decimal | None


@dataclass(frozen=True, slots=True)
class Attribute:
    """A member that was not foreseen."""

    key: str
    value: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Invoicing:
    """What can be invoiced. state: -1 nothing, 0 can be asked for, 1 asked for, 2 issued; seller: 0 ordinary, 1 VAT, 2 both."""

    state: str
    seller: str


@dataclass(frozen=True, slots=True)
class MaskedSource:
    """The end customer's order that this one serves, with a masked receiver. origin: of its address, by part."""

    order_no: str
    supply_order_no: str
    platform: str
    sub_platform: str
    app_key: str
    shop_id: str
    shop: str
    supplier_id: str
    address_key: str
    receiver_name: str
    receiver_mobile: str
    receiver_address: str
    origin: dict[str, str]
    extra: str


@dataclass(frozen=True, slots=True)
class WholeEntry(OrderEntry):
    """A line with all that is told of it. price_change: of the line, fen on the wire; stock_held_until: while unpaid."""

    pictures: tuple[str, ...] = ()
    snapshot_url: str = ""
    offer_number: str = ""
    kind: str = ""
    status_text: str = ""
    goods_state: StageGoods | None = None
    refunded: Money | None = None
    refund_id: str = ""
    after_sale_refund_id: str = ""
    price_change: Money | None = None
    freight_share: Money | None = None
    close_reason: str = ""
    quantity_factor: Decimal | None = None
    weight: Decimal | None = None
    weight_unit: str = ""
    description: str = ""
    sort: int | None = None
    related_code: str = ""
    created_at: datetime | None = None
    modified_at: datetime | None = None
    completed_at: datetime | None = None
    stock_held_until: datetime | None = None
    guarantees: tuple[Guarantee, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeOrder(Order):
    """An order with all that is told of it. pick_up_cost, refund_payment: fen on the wire; red_packet: in the total already.

    confirmed_at: of receipt. unpaid_word: the payment's own id, or the platform's word where there is none yet.
    """

    entries: tuple[WholeEntry, ...] = ()
    currency: str = CNY
    buyer: Party | None = None
    seller: Party | None = None
    seller_level: str = ""
    receiver: Receiver | None = None
    fax: str = ""
    business_kind: str = ""
    trade_type: TradeType | None = None
    trade_mode_text: str = ""
    confirmed_at: datetime | None = None
    pay_channels: tuple[str, ...] = ()
    pay_channel_codes: tuple[str, ...] = ()
    payment_id: str = ""
    payments: tuple[Payment, ...] = ()
    paid_in_one: bool | None = None
    stages: tuple[Stage, ...] = ()
    old_stages: tuple[OldStage, ...] = ()
    stage_agreement: str = ""
    flow_template: str = ""
    red_packet: Money | None = None
    refund_id: str = ""
    refund_payment: Money | None = None
    after_sale_refund_word: str = ""
    credit: CreditDebt | None = None
    traits: Traits | None = None
    memo_colour: MemoColour | None = None
    remark: str = ""
    made_by_seller: bool | None = None
    pre_order_id: str = ""
    closed_by: ClosedBy | None = None
    close_remark: str = ""
    stock_mode: str = ""
    related_code: str = ""
    pick_up_order_id: str = ""
    pick_up_cost: Money | None = None
    shipments: tuple[Shipment, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    ratings: Ratings | None = None
    invoice: OrderInvoice | None = None
    invoicing: Invoicing | None = None
    is_overseas: bool | None = None
    overseas_channel: OverseasChannel | None = None
    overseas_address: OverseasAddress | None = None
    overseas_waybills: tuple[str, ...] = ()
    customs: Customs | None = None
    quotes: tuple[Quote, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    is_masked: bool | None = None
    masked_source: MaskedSource | None = None
