"""What a record says of what nobody told: nothing, but where this table says otherwise."""

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.freight import Box
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SortKey
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.order_summary import OrderSort
from sourcing_app.domain.refund import RefundKind
from tests.support.defaults import decided

DECIDED = {
    "Account.dialect": Dialect.LIVE,
    "AccountForm.dialect": Dialect.LIVE,
    "AccountForm.gateway_url": "https://gw.open.1688.com",
    "FreightEstimate.box": Box(None, None, None, None),
    "InvoiceFilter.page": 1,
    "InvoiceFilter.page_size": 20,
    "InvoicePage.page": 1,
    "MessageFilter.page": 1,
    "MessageFilter.page_size": 50,
    "Money.currency": "CNY",
    "Offer.available": True,
    "OfferSummary.min_quantity": 1,
    "OrderEntry.status": OrderStatus.UNKNOWN,
    "OrderFilter.page": 1,
    "OrderFilter.page_size": 20,
    "OrderView.sort": OrderSort.NEWEST,
    "PictureFormat.is_read": True,
    "Preferences.offer_language": "en",
    "Preferences.refresh_minutes": 5,
    "PreviewLine.ok": True,
    "PreviewLine.reduction": Money.zero(),
    "PreviewPart.ok": True,
    "PreviewPart.red_envelope": Money.zero(),
    "RefundFilter.kind": RefundKind.ANY,
    "RefundFilter.page_size": 20,
    "SearchQuery.language": "en",
    "SearchQuery.sort": SortKey.BEST,
    "TradeMode.usable": True,
    "WholeEntry.status": OrderStatus.UNKNOWN,
    "WholeLine.ok": True,
    "WholeLine.reduction": Money.zero(),
    "WholeOffer.available": True,
    "WholeOrder.currency": "CNY",
    "WholePart.ok": True,
    "WholePart.red_envelope": Money.zero(),
    "WholeSummary.min_quantity": 1,
}


def test_what_nobody_told_is_empty_unless_it_is_decided_here() -> None:
    assert decided("domain") == DECIDED
