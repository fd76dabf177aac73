"""Invoices: parameters out, answers in.

Sums are fen, most times epoch milliseconds.
"""

from __future__ import annotations

from datetime import datetime

from sourcing_app.domain.ids import OrderId, SkuId, SpecId
from sourcing_app.domain.invoice import (
    Invoice,
    InvoiceableAmount,
    InvoiceFilter,
    InvoiceLine,
    InvoiceOutcome,
    InvoicePage,
    InvoicesAsked,
    InvoiceStatus,
    InvoiceTitle,
    InvoiceTitles,
    InvoiceType,
    InvoiceWish,
    TitleType,
)
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    count,
    currency_of,
    each,
    fen,
    flag,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import denominated


def amount_fields(order_ids: tuple[OrderId, ...]) -> Fields:
    """The orders."""
    return {"input": {"orderIds": [wire_id(order_id) for order_id in order_ids]}}


def title_fields(page: int = 1, page_size: int = 50, kind: TitleType | None = None) -> Fields:
    """The saved titles, page from 1, at most 100 a page."""
    return {"input": {"page": page, "pageSize": page_size, "titleType": kind.value if kind else None}}


def wish_fields(wishes: tuple[InvoiceWish, ...]) -> Fields:
    """The invoices asked for; each is accepted or refused on its own."""
    return {"input": {"invoiceApplyModelList": [_wish(wish) for wish in wishes]}}


def issued_fields(order_id: OrderId) -> Fields:
    """The order."""
    return {"input": {"orderId": wire_id(order_id)}}


def _wish(wish: InvoiceWish) -> Fields:
    return {
        "orderId": wire_id(wish.order_id),
        "amount": wish.amount.fen,
        "invoiceType": wish.kind.value,
        "purchaserInvoiceTitleModel": _title_of_wish(wish.title),
    }


def _title_of_wish(title: InvoiceTitle) -> Fields:
    return {
        "titleType": title.kind.value,
        "title": title.title,
        "taxpayerIdentify": title.taxpayer or None,
        "bankName": title.bank or None,
        "bankAccountId": title.bank_account or None,
        "registerAddress": title.register_address or None,
        "registerPhone": title.register_phone or None,
    }


def _milliseconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp() * 1000) if moment is not None else None


def asked_fields(which: InvoiceFilter) -> Fields:
    """One page of what was asked for."""
    fields: Fields = {
        "page": which.page,
        "pageSize": which.page_size,
        "orderId": which.order_id,
        "outBizId": which.reference,
        "bizStatusList": [status.value for status in which.statuses] or None,
        "isRedInvoice": which.red,
        "fuzzyInvoiceTitle": which.title_words,
        "createMillTimeStart": _milliseconds(which.created_from),
        "createMillTimeEnd": _milliseconds(which.created_to),
        "modifyMillTimeStart": _milliseconds(which.modified_from),
        "modifyMillTimeEnd": _milliseconds(which.modified_to),
    }
    return {"input": fields}


def amounts(response: Response) -> tuple[InvoiceableAmount, ...]:
    """Rows of an order and its sum."""
    payload = response.strict_object()
    return each(rows(payload.get("orderInvoiceAmountModelList")), _amount)[0]


def _amount(row: dict[str, Json]) -> InvoiceableAmount:
    order_id, amount = id_text(row.get("orderId")), fen(row.get("amount"))
    if not order_id or amount is None:
        raise ValueError("no order or no sum")
    return InvoiceableAmount(OrderId(order_id), amount)


def titles(response: Response) -> InvoiceTitles:
    """Company titles first, then personal ones."""
    payload = response.strict_object()
    listed = rows(payload.get("companyInvoiceTitles")) + rows(payload.get("personalInvoiceTitles"))
    titles, skipped = each(listed, _title)
    outer = members(members(response.body).get("result"))
    total = at_least(outer.get("totalNum"), len(titles))
    return InvoiceTitles(titles, total, skipped, count(outer.get("currentPage")), count(outer.get("pageSize")))


def _title(row: dict[str, Json]) -> InvoiceTitle:
    name = plain(row.get("title"))
    if not name:
        raise ValueError("no title")
    return InvoiceTitle(
        TitleType(text(row.get("titleType"))),
        name,
        text(row.get("taxpayerIdentify")),
        plain(row.get("bankName")),
        text(row.get("bankAccountId")),
        plain(row.get("registerAddress")),
        text(row.get("registerPhone")),
        id_text(row.get("invoiceTitleId")),
        flag(row.get("isDefault")) is True,
        plain(row.get("name")),
        text(row.get("receiverPhone")),
        text(row.get("email")),
        text(row.get("openUid") or row.get("OpenUid")),
        when(row.get("gmtCreate")),
        when(row.get("gmtModified")),
    )


def applied(response: Response) -> InvoicesAsked:
    """Partial success is normal; a wish in neither list stays unknown, and so does an answer without lists."""
    payload = response.strict_object()
    accepted, _ = each(rows(payload.get("successList")), _outcome)
    refused, _ = each(rows(payload.get("failedList")), _outcome)
    noes = refused + tuple(outcome for outcome in accepted if not outcome.ok)
    definite = tuple(outcome for outcome in noes if response.endpoint.is_definite(outcome.code, outcome.text))
    if not accepted and not refused:
        raise response.unexpected("nothing accepted, nothing refused")
    doubted = tuple(outcome for outcome in noes if outcome not in definite)
    return InvoicesAsked(tuple(outcome for outcome in accepted if outcome.ok), definite, doubted)


def _outcome(row: dict[str, Json]) -> InvoiceOutcome:
    order_id = id_text(row.get("orderId")) or id_text(row.get("outBizId"))
    if not order_id:
        raise ValueError("no order")
    return InvoiceOutcome(
        OrderId(order_id),
        flag(row.get("result")) is True and not text(row.get("errorCode")),
        id_text(row.get("outBizId")),
        flag(row.get("tradeOrderCompleted")),
        text(row.get("errorCode")),
        plain(row.get("errorDesc")),
    )


def asked(response: Response) -> InvoicePage:
    """The counts lie beside the rows."""
    payload = response.strict_object()
    invoices, skipped = each(rows(payload.get("resultList")), _invoice)
    return InvoicePage(
        invoices,
        at_least(payload.get("totalRecords"), len(invoices)),
        at_least(payload.get("pageIndex"), 1),
        skipped,
        count(payload.get("sizePerPage")),
    )


def issued(response: Response) -> tuple[Invoice, ...]:
    """A plain list."""
    return each(response.strict_list("bizStatus"), _invoice)[0]


def _invoice(row: dict[str, Json]) -> Invoice:
    invoice_id, status = id_text(row.get("id")), text(row.get("bizStatus"))
    if not invoice_id or not status:
        raise ValueError("no id or no state")
    return Invoice(
        invoice_id=invoice_id,
        status=InvoiceStatus(status),
        amount=fen(row.get("amount")),
        kind=InvoiceType(text(row.get("invoiceType"))),
        is_red=flag(row.get("isRedInvoice")) is True,
        material=text(row.get("invoiceMaterial")),
        reference=id_text(row.get("outBizId")),
        request_no=id_text(row.get("requestNo")),
        error_text=plain(row.get("invoiceErrMsg")),
        deadline=when(row.get("invoiceDeadline")),
        created_at=when(row.get("gmtCreate")),
        modified_at=when(row.get("gmtModified")),
        seller_member_id=text(row.get("sellerMemberId")),
        buyer_title=_title_inside(row.get("purchaserInvoiceTitleModel")),
        seller_title=_title_inside(row.get("sellerInvoiceTitleModel")),
        number=id_text(row.get("invoiceNo")),
        issued_at=when(row.get("invoiceDate")) or when(row.get("sellerInputInvoiceTime")),
        download_url=optional(row.get("invoiceDownloadUrl")),
        file_type=text(row.get("invoiceFileType")),
        file_name=plain(row.get("ossInvoiceFileName")),
        entered_at=when(row.get("sellerInputInvoiceTime")),
        source=text(row.get("source")),
        buyer_open_uid=text(row.get("purchaserOpenUid")),
        seller_open_uid=text(row.get("sellerOpenUid")),
        lines=each(rows(row.get("invoiceDetailDTOList")), _line)[0],
    )


def _title_inside(value: Json) -> InvoiceTitle | None:
    row = members(value)
    return _title(row) if plain(row.get("title")) else None


def _line(row: dict[str, Json]) -> InvoiceLine:
    sku_id, spec_id = id_text(row.get("skuId")), text(row.get("specId"))
    line = InvoiceLine(
        plain(row.get("cargoName")),
        count(row.get("quantity")),
        plain(row.get("unit")),
        fen(row.get("invoiceAmountWithTax")),
        count(row.get("taxRate")),
        SkuId(sku_id) if sku_id else None,
        SpecId(spec_id) if spec_id else None,
        plain(row.get("specifications")),
        id_text(row.get("subOutBizId")),
        id_text(row.get("relatedInvoiceId")),
        text(row.get("purchaserOpenUid")),
        text(row.get("sellerOpenUid")),
    )
    return denominated(line, currency_of(row.get("currency")))
