"""Fen or yuan, by member: what every contract says of its sums, written down by hand, against what ``api call`` prints."""

from __future__ import annotations

import copy
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import Any

import pytest

from tests.contracts.full import full_answer, leaves, spelt
from tests.contracts.test_answers import exact
from tests.contracts.test_completeness import printed
from tests.support.contract import all_names

_ORDER_FEN = ("*.baseInfo.discount", "*.refundPayment", "*.officialSolutionCost", "*.entryDiscount", "*.orderInvoiceInfo.amount",
              "*.creditOrderDetail.*Amount")  # fmt: skip
_ORDER_YUAN = ("*.totalAmount", "*.sumProductPayment", "*.shippingFee", "*.refund", "*.couponFee", "*.itemAmount",
               "*.productItems.#.price", "*.sharePostage", "*.phasAmount", "*.carriage", "*.newStepOrderList.#.*Fee",
               "*.stepOrderList.#.*Fee", "*.stepOrderList.#.price", "*.customs.attributes.#.amount")  # fmt: skip
_REFUND_FEN = ("*.apply*Payment", "*.applyCarriage", "*.applyExpect", "*.canRefundPayment", "*.refundPayment",
               "*.refundCarriage", "*.frozenFund", "*.prepaidBalance", "*.refundOfficialSolutionCost")  # fmt: skip
_SEARCH_YUAN = ("*.priceInfo.*rice",)
UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "alibaba.accountPeriod.list.buyerView": {"fen": ("*.quota", "*.surplusQuota")},
    "alibaba.createOrder.preview": {
        "fen": ("*.sumPayment", "*.sumPaymentNoCarriage", "*.sumCarriage", "*.discountFee", "*.additionalFee",
                "*.amountLimit", "*.totalCost", "*.total*FundUsageAmount", "*.unitPrice", "*.combinedPrice"),
        "yuan": ("*.cargoList.#.amount", "*.finalUnitPrice"),
    },
    "alibaba.logistics.myFreightTemplate.list.get": {"fen": ("*.rateDTO.firstUnitFee", "*.rateDTO.leastExpenses")},
    "alibaba.trade.OpQueryMarketingMixConfig": {"yuan": ("*.mixAmount",)},
    "alibaba.trade.createCrossOrder": {
        "fen": ("*.totalSuccessAmount", "*.postFee", "*.orderAmmount", "*.discount", "*.sumPaymentNoCarriageFromClient")
    },
    "alibaba.trade.createRefund": {"fen": ("*.innerPostFee", "*.refundOfficialSolutionCost")},
    "alibaba.trade.get.buyerView": {"fen": _ORDER_FEN, "yuan": (*_ORDER_YUAN, "*.quoteList.#.price")},
    "alibaba.trade.getBuyerOrderList": {"fen": (*_ORDER_FEN, "*.quoteList.#.price"), "yuan": _ORDER_YUAN},
    "alibaba.trade.payWay.query": {"fen": ("*.payFee",)},
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus": {"fen": _REFUND_FEN},
    "alibaba.trade.refund.OpQueryOrderRefund": {"fen": _REFUND_FEN},
    "alibaba.trade.refund.buyer.queryOrderRefundList": {"fen": _REFUND_FEN},
    "product.analyze.getThirtyDayMedianPriceTrendNew": {"yuan": ("*.value",)},
    "product.freight.estimate": {"yuan": ("*.freight", "*.firstFee", "*.nextFee")},
    "product.related.recommend": {"yuan": _SEARCH_YUAN},
    "product.search.imageQuery": {"yuan": _SEARCH_YUAN},
    "product.search.keywordQuery": {"yuan": _SEARCH_YUAN},
    "product.search.offerRecommend": {"yuan": _SEARCH_YUAN},
    "product.search.querySellerOfferList": {"yuan": _SEARCH_YUAN},
    "product.search.queryProductDetail": {
        "yuan": ("*.price", "*Price", "*.mixAmount"),
    },
    "trade.invoice.getListBuyerView": {"fen": ("*.amount", "*.invoiceAmountWithTax")},
    "trade.invoiceAmount.getList": {"fen": ("*.amount",)},
    "trade.invoiceApply.getPageListBuyerView": {"fen": ("*.amount", "*.invoiceAmountWithTax")},
    "trade.orderpay.analysis": {"fen": ("*.totalPayFee",)},
}  # fmt: skip
"""Source: each contract's money_unit; where it says that the unit is not stated, its type decides: whole numbers are fen."""


def unit_read(name: str, body: Any, path: tuple[str | int, ...]) -> str | None:
    """In what unit a number there is read; None where it is no money."""
    changed = copy.deepcopy(body)
    holder = changed
    for part in path[:-1]:
        holder = holder[part]
    value = holder[path[-1]]
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str) or not _is_number(value):
        return None
    holder[path[-1]] = "9876543" if isinstance(value, str) else 9876543
    found = printed(name, changed)
    return "fen" if '"amount": "98765.43"' in found else "yuan" if '"amount": "9876543.00"' in found else None


def _is_number(value: object) -> bool:
    return str(value).strip("%").replace(".", "", 1).removeprefix("-").isdigit()


def unit_said(name: str, member: str) -> str | None:
    return next(
        (unit for unit, said in UNITS.get(name, {}).items() if any(fnmatchcase(member, one) for one in said)), None
    )


@pytest.mark.parametrize("name", all_names())
def test_every_sum_is_read_in_the_unit_its_contract_says(name: str) -> None:
    body = exact(full_answer(name))
    read = {(spelt(path), unit) for path in leaves(body) if (unit := unit_read(name, body, path)) is not None}
    assert {(member, unit_said(name, member)) for member, _ in read} == read
    assert {unit for _, unit in read} == set(UNITS.get(name, {}))
