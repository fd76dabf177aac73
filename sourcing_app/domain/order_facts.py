"""Everything else the platform says of an order: what no screen needs, and a user of the API may.

Source: contracts alibaba.trade.get.buyerView and alibaba.trade.getBuyerOrderList. Sums are yuan on the wire where no fen
are named. Texts are "" and all else None where not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.ids import EntryId, ParcelId
from sourcing_app.domain.invoice import InvoiceStatus
from sourcing_app.domain.money import CNY, Money
from sourcing_app.domain.order import Order, OrderEntry
from sourcing_app.domain.order_words import (
    ClosedBy,
    CreditSource,
    Handover,
    NoParcelReason,
    PaperKind,
    PaymentState,
    RatingState,
    StageGoods,
    StagePay,
    TradeType,
)
from sourcing_app.domain.payment import PayChannelCode


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
class Stage:
    """One instalment of an order (trade 4.0): paid when every stage is. price_change: negative where it became cheaper."""

    number: int | None
    name: str
    is_last: bool | None
    is_active: bool | None
    pay_state: StagePay | None
    goods_state: StageGoods | None
    starts_at: datetime | None
    paid_at: datetime | None
    ended_at: datetime | None
    due: Money | None
    paid: Money | None
    goods: Money | None
    price_change: Money | None
    discount: Money | None
    freight: Money | None
    freight_paid: Money | None


@dataclass(frozen=True, slots=True)
class OldStage:
    """One instalment of an order of trade 3.0. The units of its sums are not documented: their decimals say yuan.

    due: without freight; due_in_all: with freight and price change. pay_timeout, confirm_timeout: no unit is documented.
    """

    stage_id: str
    number: int | None
    name: str
    state: str
    pay_state: StagePay | None
    is_last: bool | None
    seller_has_money: bool | None
    due: Money | None
    due_in_all: Money | None
    discount: Money | None
    line_discount: Money | None
    unit_price: Money | None
    quantity: int | None
    freight: Money | None
    price_change: Money | None
    created_at: datetime | None
    modified_at: datetime | None
    entered_at: datetime | None
    paid_at: datetime | None
    seller_acted_at: datetime | None
    ended_at: datetime | None
    message: str
    message_path: str
    picture_path: str
    template_id: str
    seller_action: str
    pay_timeout: int | None
    confirm_timeout: int | None
    needs_shipping: bool | None
    needs_seller_action: bool | None
    pays_seller_after_confirm: bool | None
    needs_seller_call: bool | None
    pays_at_once: bool | None


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of an order. paid_at is no proof of a payment, its state is. stage_id: of the instalment it belongs to."""

    state: PaymentState | None
    way: PayChannelCode | None
    way_text: str
    amount: Money | None
    stage_id: str
    paid_at: datetime | None
    condition: str
    due_text: str
    by_card: bool | None
    express: bool | None


@dataclass(frozen=True, slots=True)
class CreditDebt:
    """What was paid on the platform's credit and must be paid back. The wire's unit is taken for fen."""

    paid: Money | None
    owed: Money | None
    state: str
    state_text: str
    created_at: datetime | None
    repay_by: datetime | None
    grace_until: datetime | None
    source: CreditSource | None


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
class OrderInvoice:
    """The invoice asked for with an order. amount: fen on the wire, tax included; receiver: of the paper; personal."""

    title: str
    kind: PaperKind | None
    status: InvoiceStatus | None
    amount: Money | None
    invoice_id: str
    order_id: str
    taxpayer: str
    receiver_name: str
    receiver_mobile: str
    receiver_phone: str
    receiver_post_code: str
    receiver_area_code: str
    receiver_area: str
    receiver_street: str
    bank: str
    bank_account: str
    register_area_code: str
    register_area: str
    register_phone: str
    register_street: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """A parcel, as the order names it. sender, receiver: (province, city, district, street, post code, phone, mobile)."""

    shipment_id: str
    parcel_id: ParcelId
    waybill: str
    carrier_id: str
    carrier_code: str
    carrier: str
    kind: Handover | None
    status: str
    entry_ids: tuple[EntryId, ...]
    delivered_at: datetime | None
    created_at: datetime | None
    modified_at: datetime | None
    freight: Money | None
    from_province: str
    from_city: str
    from_district: str
    from_street: str
    from_post_code: str
    from_phone: str
    from_mobile: str
    to_province: str
    to_city: str
    to_district: str
    to_street: str
    to_post_code: str
    to_phone: str
    to_mobile: str
    other_carrier: str
    other_phone: str
    other_waybill: str
    no_parcel: NoParcelReason | None


@dataclass(frozen=True, slots=True)
class OverseasChannel:
    """How an order goes on from the consolidation warehouse."""

    channel: str
    channel_id: str
    company_id: str
    company: str
    country_code: str
    country: str
    email: str


@dataclass(frozen=True, slots=True)
class OverseasAddress:
    """Where an order ends, abroad; personal."""

    country: str
    province: str
    city: str
    district: str
    street: str
    post_code: str
    mobile: str
    phone: str
    warehouse_contact: str
    warehouse: str


@dataclass(frozen=True, slots=True)
class CustomsItem:
    """A declared good. value: in the currency declared; weight: no unit is documented."""

    sku: str
    name: str
    name_english: str
    value: Money | None
    quantity: Decimal | None
    weight: Decimal | None


@dataclass(frozen=True, slots=True)
class Customs:
    """A customs declaration. kind: "1" is a declaration, others are not documented."""

    declaration_id: str
    kind: str
    order_id: str
    buyer_id: str
    created_at: datetime | None
    modified_at: datetime | None
    items: tuple[CustomsItem, ...]


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
