"""Invoices, from the buyer's side: what can be invoiced, asking for it, what was asked and issued. Beyond the solution document.

Sums are fen, most times epoch milliseconds.
"""

from __future__ import annotations

from sourcing_app.platform.invoices import wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import TRADE, Kind

AMOUNTS = Call("trade.invoiceAmount.getList", TRADE, one_spelling=True, write=wire.amount_fields, read=wire.amounts)
"""How much of each order can be invoiced."""

TITLES = Call("trade.invoiceTitle.getPageList", TRADE, one_spelling=True, write=wire.title_fields, read=wire.titles)
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
    write=wire.wish_fields,
    read=wire.applied,
)
"""Not definite: INVOICE_ALREADY_APPLIED (also of a doubled request), APPLY_CREATE_INVOICE_EXCEPTION (any failure)."""

ASKED = Call(
    "trade.invoiceApply.getPageListBuyerView", TRADE, one_spelling=True, write=wire.asked_fields, read=wire.asked
)
ISSUED = Call("trade.invoice.getListBuyerView", TRADE, one_spelling=True, write=wire.issued_fields, read=wire.issued)
