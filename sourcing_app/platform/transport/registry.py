"""All calls of the platform by name, each with the method that makes it and the function that reads its answer.

For the command line, for the page of all calls, and for the test that misses none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from sourcing_app.domain.ids import OrderId
from sourcing_app.platform.downstream import downstream
from sourcing_app.platform.invoices import invoices
from sourcing_app.platform.logistics import carriers
from sourcing_app.platform.members import members
from sourcing_app.platform.messages import messages
from sourcing_app.platform.offers import discovery, following, freight, insights
from sourcing_app.platform.orders import aftercare
from sourcing_app.platform.payments import cashiers, credit
from sourcing_app.platform.refunds import refunds
from sourcing_app.platform.transport import answers, calls, replay, system
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.fields import Json, id_text
from sourcing_app.platform.transport.fields import members as members_of

Decode = Callable[[Json, Mapping[str, object]], object]


@dataclass(frozen=True, slots=True)
class Method:
    """One call. where: resource and method of ``Platform`` that make it; decode: its answer, given what was asked
    (business fields as the contract names them, out of their wrapper)."""

    call: Call
    where: str
    decode: Decode

    @property
    def name(self) -> str:
        """As the contract file is called."""
        return self.call.full_name


def _alone(decode: Callable[[Json], object]) -> Decode:
    """For answers that can be read without knowing the question."""
    return lambda body, _: decode(body)


def _withheld(body: Json, fields: Mapping[str, object]) -> object:
    inner = members_of(fields.get("tradeWithholdPreparePayParam")) or fields
    order_id = id_text(inner.get("orderId"))
    return credit.decode_withheld(body, OrderId(order_id) if order_id else None)


def _yes(call: Call, where: str) -> Method:
    """For writes that are answered with yes or no."""
    return Method(call, where, _alone(lambda body: answers.done(call, body)))


METHODS: tuple[Method, ...] = (
    Method(calls.CATEGORY_GET, "categories.get", replay.category),
    Method(calls.CATEGORY_BY_ID, "categories.get", replay.translated_category),
    Method(calls.CATEGORY_BY_KEYWORD, "categories.find", replay.categories_named),
    Method(calls.KEYWORD_QUERY, "offers.search", replay.search),
    Method(calls.IMAGE_UPLOAD, "pictures.upload", replay.upload),
    Method(calls.IMAGE_QUERY, "offers.search_by_picture", replay.search_by_picture),
    Method(calls.PRODUCT_DETAIL, "offers.get", replay.offer),
    Method(calls.FILTER_CONFIG, "offers.filters", replay.filters),
    Method(calls.ORDER_PREVIEW, "orders.preview", replay.preview),
    Method(calls.ORDER_CREATE, "orders.create", replay.create),
    Method(calls.ORDER_GET, "orders.get", replay.order),
    Method(calls.ORDER_LIST, "orders.list", replay.orders),
    Method(calls.ORDER_CANCEL, "orders.cancel", replay.cancel),
    Method(calls.LOGISTICS_INFOS, "logistics.parcels", replay.parcels),
    Method(calls.LOGISTICS_TRACE, "traces.of_order", replay.trace),
    _yes(downstream.ORDER, "downstream.report_order"),
    _yes(downstream.RELATION, "downstream.relate"),
    _yes(downstream.ORDER_STATUS, "downstream.report_order_status"),
    _yes(downstream.SHIPMENT, "downstream.report_shipment"),
    _yes(downstream.SHIPMENT_STATUS, "downstream.report_shipment_status"),
    Method(calls.ALIPAY_LINK, "payments.link", replay.pay_link),
    Method(cashiers.CROSS_BORDER_LINK, "cashiers.cross_border",
           lambda body, fields: cashiers.decode_cross_border(body, replay.order_ids(fields))),
    Method(cashiers.CREDIT_LINK, "cashiers.credit",
           lambda body, fields: cashiers.decode_credit(body, replay.order_ids(fields))),
    Method(credit.TERMS, "credit.terms", _alone(credit.decode_terms)),
    Method(calls.PAY_WAYS, "payments.ways", replay.pay_ways),
    Method(credit.AGREEMENTS, "credit.agreements", _alone(credit.decode_agreements)),
    Method(credit.WITHHOLD, "credit.withhold", _withheld),
    Method(calls.ADDRESSES, "addresses.saved", replay.saved_addresses),
    Method(calls.ADDRESS_PARSE, "addresses.parse", replay.parsed_address),
    Method(carriers.ALL, "carriers.all", _alone(carriers.decode_carriers)),
    Method(refunds.OF_ORDER, "refunds.of_order", _alone(refunds.decode_of_order)),
    Method(refunds.HISTORY, "refunds.history", _alone(refunds.decode_history)),
    Method(refunds.GET, "refunds.get", _alone(refunds.decode_refund)),
    Method(refunds.LIST, "refunds.list", _alone(refunds.decode_list)),
    Method(refunds.ORDER_OF_CLAIM, "refunds.order_of_claim", _alone(refunds.decode_order_of_claim)),
    Method(refunds.APPLY, "refunds.apply", _alone(refunds.decode_created)),
    Method(refunds.REASONS, "refunds.reasons", _alone(refunds.decode_reasons)),
    Method(refunds.UPLOAD_VOUCHER, "refunds.upload_voucher", _alone(refunds.decode_voucher)),
    Method(refunds.SEND_BACK, "refunds.send_back", _alone(refunds.decode_sent_back)),
    Method(members.REGISTER, "members.register", _alone(members.decode_registered)),
    Method(messages.HELD, "messages.held", _alone(messages.decode_held)),
    Method(messages.CONFIRM, "messages.confirm", _alone(messages.decode_confirmed)),
    Method(messages.TAKE, "messages.take", _alone(messages.decode_taken)),
    Method(calls.CURRENT_TIME, "system.clock", _alone(system.decode_time)),
    Method(system.GET_TOKEN, "system.exchange", _alone(system.decode_tokens)),
    Method(system.POSTPONE, "system.postpone", _alone(system.decode_tokens)),
    Method(members.ME, "members.me", _alone(members.decode_me)),
    Method(members.SUB_ACCOUNTS, "members.sub_accounts", _alone(members.decode_sub_accounts)),
    Method(members.CHAT_LINK, "members.chat_link", _alone(members.decode_chat_link)),
    Method(discovery.OF_SUPPLIER, "discovery.of_supplier", discovery.decode_of_supplier),
    Method(discovery.RECOMMENDED, "discovery.recommended", discovery.decode_recommended),
    Method(discovery.RELATED, "discovery.related", discovery.decode_related),
    Method(discovery.NAVIGATION, "discovery.navigation", _alone(discovery.decode_navigation)),
    Method(discovery.HOT_KEYWORDS, "discovery.hot_keywords", _alone(discovery.decode_hot_keywords)),
    Method(discovery.RANKING, "discovery.ranking", _alone(discovery.decode_ranking)),
    Method(insights.SALES, "insights.sales", _alone(insights.decode_sales)),
    Method(insights.REPURCHASES, "insights.repurchases", _alone(insights.decode_repurchases)),
    Method(insights.PRICES, "insights.prices", _alone(insights.decode_prices)),
    Method(freight.ESTIMATE, "freight.estimate", _alone(freight.decode_estimate)),
    Method(freight.TEMPLATES, "freight.templates", _alone(freight.decode_templates)),
    Method(freight.MIX, "freight.mix_rule", _alone(freight.decode_mix_rule)),
    Method(following.FOLLOW, "following.follow", _alone(following.decode_followed)),
    Method(following.UNFOLLOW, "following.unfollow", _alone(following.decode_unfollowed)),
    Method(following.CLAIM, "following.claim_coupons", _alone(following.decode_claimed)),
    Method(cashiers.COMBINED_LINK, "cashiers.combined",
           lambda body, fields: cashiers.decode_combined(body, replay.order_ids(fields))),
    Method(cashiers.CHECK, "cashiers.check", _alone(cashiers.decode_check)),
    _yes(aftercare.CONFIRM_RECEIPT, "aftercare.confirm_receipt"),
    _yes(aftercare.URGE, "aftercare.urge"),
    _yes(aftercare.MEMO, "aftercare.write_memo"),
    _yes(aftercare.MESSAGE, "aftercare.send_message"),
    _yes(aftercare.CHANGE_ADDRESS, "aftercare.ask_for_address"),
    _yes(aftercare.DELETE, "aftercare.delete"),
    Method(invoices.AMOUNTS, "invoices.amounts", _alone(invoices.decode_amounts)),
    Method(invoices.TITLES, "invoices.titles", _alone(invoices.decode_titles)),
    Method(invoices.APPLY, "invoices.apply", _alone(invoices.decode_applied)),
    Method(invoices.ASKED, "invoices.asked", _alone(invoices.decode_asked)),
    Method(invoices.ISSUED, "invoices.issued", _alone(invoices.decode_issued)),
)  # fmt: skip

ALL_CALLS: tuple[Call, ...] = tuple(method.call for method in METHODS)


@cache
def methods() -> dict[str, Method]:
    """Every method under the name of its contract, such as "product.search.keywordQuery"."""
    return {method.name: method for method in METHODS}


def by_name() -> dict[str, Call]:
    """Every call under the name of its contract."""
    return {method.name: method.call for method in METHODS}
