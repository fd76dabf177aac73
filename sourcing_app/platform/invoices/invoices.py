"""Invoices of orders: what can be invoiced, asking for it, what was asked and issued. Beyond the solution document.

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
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import TRADE, Call, Kind
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import unexpected
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
from sourcing_app.platform.transport.gateway import Gateway
from sourcing_app.platform.transport.shapes import denominated

AMOUNTS = Call("trade.invoiceAmount.getList", TRADE, one_spelling=True)
TITLES = Call("trade.invoiceTitle.getPageList", TRADE, one_spelling=True)
APPLY = Call(
    "trade.invoice.apply",
    TRADE,
    Kind.WRITE,
    one_spelling=True,
    definite={
        "KINGSUNS_BASIC_PARAM_CHECK_ERROR": "contract, errors: input missing [documented]",
        "PARAM_INVALID": "contract, errors: a parameter is wrong [documented]",
        "ORDER_CANCELED_ERROR": "contract, errors: the order is cancelled [documented]",
        "INVOICE_NOT_SUPPORT_SPEC": "contract, errors: no special invoice for it [documented]",
        "INVOICE_NOT_SUPPORT_COMMON": "contract, errors: no ordinary invoice for it [documented]",
    },
)
"""Not definite: INVOICE_ALREADY_APPLIED (also of a doubled request), APPLY_CREATE_INVOICE_EXCEPTION (any failure)."""
ASKED = Call("trade.invoiceApply.getPageListBuyerView", TRADE, one_spelling=True)
ISSUED = Call("trade.invoice.getListBuyerView", TRADE, one_spelling=True)


class Invoices:
    """Invoices, from the buyer's side."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def amounts(self, order_ids: tuple[OrderId, ...]) -> tuple[InvoiceableAmount, ...]:
        """How much of each order can be invoiced. Contract trade.invoiceAmount.getList; fen. Raises Refused."""
        fields = {"input": {"orderIds": [wire_id(order_id) for order_id in order_ids]}}
        return decode_amounts(await self._gateway.read(AMOUNTS, fields))

    async def titles(self, page: int = 1, page_size: int = 50, kind: TitleType | None = None) -> InvoiceTitles:
        """The saved titles, page from 1, at most 100. Contract trade.invoiceTitle.getPageList. Raises Refused."""
        fields = {"input": {"page": page, "pageSize": page_size, "titleType": kind.value if kind else None}}
        return decode_titles(await self._gateway.read(TITLES, fields))

    async def apply(self, wishes: tuple[InvoiceWish, ...]) -> InvoicesAsked:
        """Ask for invoices; each wish is accepted or refused on its own. Sent once.

        Contract trade.invoice.apply; fen. Raises Refused when none was looked at (PARAM_INVALID, ...).
        """
        fields = {"input": {"invoiceApplyModelList": [_wish_fields(wish) for wish in wishes]}}
        return decode_applied(await self._gateway.write(APPLY, fields))

    async def asked(self, which: InvoiceFilter) -> InvoicePage:
        """What was asked for, one page. Contract trade.invoiceApply.getPageListBuyerView; fen, milliseconds. Raises Refused."""
        return decode_asked(await self._gateway.read(ASKED, {"input": _filter_fields(which)}))

    async def issued(self, order_id: OrderId) -> tuple[Invoice, ...]:
        """What was issued for an order. Contract trade.invoice.getListBuyerView; fen, milliseconds. Raises Refused."""
        return decode_issued(await self._gateway.read(ISSUED, {"input": {"orderId": wire_id(order_id)}}))


def _wish_fields(wish: InvoiceWish) -> dict[str, object]:
    return {
        "orderId": wire_id(wish.order_id),
        "amount": wish.amount.fen,
        "invoiceType": wish.kind.value,
        "purchaserInvoiceTitleModel": _title_fields(wish.title),
    }


def _title_fields(title: InvoiceTitle) -> dict[str, object]:
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


def _filter_fields(which: InvoiceFilter) -> dict[str, object]:
    return {
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


def decode_amounts(body: Json) -> tuple[InvoiceableAmount, ...]:
    """Rows of an order and its sum."""
    payload = answers.answered_object(AMOUNTS, body)
    return each(rows(payload.get("orderInvoiceAmountModelList")), _amount)[0]


def _amount(row: dict[str, Json]) -> InvoiceableAmount:
    order_id, amount = id_text(row.get("orderId")), fen(row.get("amount"))
    if not order_id or amount is None:
        raise ValueError("no order or no sum")
    return InvoiceableAmount(OrderId(order_id), amount)


def decode_titles(body: Json) -> InvoiceTitles:
    """Company titles first, then personal ones."""
    payload = answers.answered_object(TITLES, body)
    listed = rows(payload.get("companyInvoiceTitles")) + rows(payload.get("personalInvoiceTitles"))
    titles, skipped = each(listed, _title)
    outer = members(members(body).get("result"))
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


def decode_applied(body: Json) -> InvoicesAsked:
    """Partial success is normal; a wish in neither list stays unknown, and so does an answer without lists."""
    payload = answers.answered_object(APPLY, body)
    accepted, _ = each(rows(payload.get("successList")), _outcome)
    refused, _ = each(rows(payload.get("failedList")), _outcome)
    noes = refused + tuple(outcome for outcome in accepted if not outcome.ok)
    definite = tuple(outcome for outcome in noes if APPLY.is_definite(outcome.code, outcome.text))
    if not accepted and not refused:
        raise unexpected(APPLY, "nothing accepted, nothing refused", body)
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


def decode_asked(body: Json) -> InvoicePage:
    """The counts lie beside the rows."""
    payload = answers.answered_object(ASKED, body)
    invoices, skipped = each(rows(payload.get("resultList")), _invoice)
    return InvoicePage(
        invoices,
        at_least(payload.get("totalRecords"), len(invoices)),
        at_least(payload.get("pageIndex"), 1),
        skipped,
        count(payload.get("sizePerPage")),
    )


def decode_issued(body: Json) -> tuple[Invoice, ...]:
    """A plain list."""
    return each(answers.answered_list(ISSUED, body, "bizStatus"), _invoice)[0]


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
