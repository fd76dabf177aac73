"""Invoices: what can be invoiced, to which title, what was asked for and what was issued. Sums are fen on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.ids import OrderId, SkuId, SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class InvoiceType(Word):
    """Kinds of invoices."""

    ORDINARY = "VATAX_COMM"
    SPECIAL = "VATAX_SPEC"


class InvoiceStatus(Word):
    """Where an invoice stands."""

    INIT = "INIT"
    ISSUING = "ISSUING"
    ISSUED = "ISSUED"
    VERIFYING = "VERIFYING"
    VERIFY_FAILED = "VERIFY_FAILED"
    RETURNING = "RETURNING"
    RETURNED = "RETURNED"
    INVALIDING = "INVALIDING"
    VOIDED = "DEPRECATED"
    RED_ISSUING = "RED_ISSUING"
    RED_PART_ISSUED = "RED_PART_ISSUED"
    RED_ALL_ISSUED = "RED_ALL_ISSUED"
    FAILED = "FAILED"
    CLOSED = "CLOSED"


class TitleType(Word):
    """To whom an invoice is made out."""

    PERSONAL = "PERSONAL"
    COMPANY = "COMPANY"
    PUBLIC_BODY = "SOCIAL_ORGANIZATION"
    PARENT = "PARENT_VIRTUAL"


@dataclass(frozen=True, slots=True)
class InvoiceTitle:
    """To whom an invoice is made out. bank and register members are needed for special invoices. Personal data.

    title_id: of a saved one, "" inside an invoice.
    """

    kind: TitleType
    title: str
    taxpayer: str = ""
    bank: str = ""
    bank_account: str = ""
    register_address: str = ""
    register_phone: str = ""
    title_id: str = ""
    is_default: bool = False
    contact: str = ""
    receiver_phone: str = ""
    email: str = ""
    open_uid: str = ""
    created_at: datetime | None = None
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InvoiceTitles:
    """The buyer's saved titles. total: of all pages."""

    titles: tuple[InvoiceTitle, ...]
    total: int
    skipped: int = 0
    page: int | None = None
    page_size: int | None = None


@dataclass(frozen=True, slots=True)
class InvoiceableAmount:
    """How much of an order can be invoiced."""

    order_id: OrderId
    amount: Money


@dataclass(frozen=True, slots=True)
class InvoiceWish:
    """One invoice to ask for. amount: as told by the platform; title: unchanged from the saved ones."""

    order_id: OrderId
    amount: Money
    kind: InvoiceType
    title: InvoiceTitle


@dataclass(frozen=True, slots=True)
class InvoiceOutcome:
    """What became of one wish. code, text: of a refusal; order_completed: None where not told."""

    order_id: OrderId
    ok: bool
    reference: str = ""
    order_completed: bool | None = None
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class InvoicesAsked:
    """What became of all wishes; partial success is normal. doubted: said no to in a way that proves nothing, so that they
    may have been accepted; the requests are listed before any of them is asked for again."""

    accepted: tuple[InvoiceOutcome, ...]
    refused: tuple[InvoiceOutcome, ...] = ()
    doubted: tuple[InvoiceOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line of an invoice request. amount: tax included (fen by its type, not documented); tax_percent: whole percent."""

    title: str
    quantity: int | None
    unit: str
    amount: Money | None
    tax_percent: int | None
    sku_id: SkuId | None = None
    spec_id: SpecId | None = None
    spec_text: str = ""
    reference: str = ""
    invoice_id: str = ""
    buyer_open_uid: str = ""
    seller_open_uid: str = ""


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice, asked for or issued. amount: tax included. order_id: from its reference, None where that is no order.

    number, file_type, file_name, download_url, issued_at: of an issued one; entered_at: by the seller.
    The download's host is not documented: check before opening.
    """

    invoice_id: str
    status: InvoiceStatus
    amount: Money | None
    kind: InvoiceType
    is_red: bool = False
    material: str = ""
    reference: str = ""
    request_no: str = ""
    error_text: str = ""
    deadline: datetime | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    seller_member_id: str = ""
    buyer_title: InvoiceTitle | None = None
    seller_title: InvoiceTitle | None = None
    number: str = ""
    issued_at: datetime | None = None
    download_url: str | None = None
    file_type: str = ""
    file_name: str = ""
    entered_at: datetime | None = None
    source: str = ""
    buyer_open_uid: str = ""
    seller_open_uid: str = ""
    lines: tuple[InvoiceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class InvoiceFilter:
    """Which invoice requests. page from 1, page_size 1 to 100; times aware."""

    order_id: OrderId | None = None
    reference: str | None = None
    statuses: tuple[InvoiceStatus, ...] = ()
    red: bool | None = None
    title_words: str | None = None
    created_from: datetime | None = None
    created_to: datetime | None = None
    modified_from: datetime | None = None
    modified_to: datetime | None = None
    page: int = 1
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class InvoicePage:
    """One page of invoice requests."""

    invoices: tuple[Invoice, ...]
    total: int
    page: int = 1
    skipped: int = 0
    page_size: int | None = None
