"""Owing and being debited: credit terms of suppliers, agreements to pay without a password. Sections 4.4, 4.6, 4.7."""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.payment import Agreement, CreditTerms, CreditTermsPage, Withheld, WithholdChannel
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import TRADE, Call, Kind, Reply
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    each,
    fen,
    flag,
    members,
    optional,
    plain,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.gateway import Gateway

TERMS = Call("alibaba.accountPeriod.list.buyerView", TRADE, section="4.4", reply=Reply.RESULT_LIST)
AGREEMENTS = Call("alibaba.trade.pay.protocolPay.isopen", TRADE, section="4.6")
WITHHOLD = Call("alibaba.trade.pay.protocolPay.preparePay", TRADE, Kind.MONEY, "4.7", one_spelling=True)


class Credit:
    """Credit lines and payments without a password."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def terms(self, page: int = 1, supplier_login: str | None = None) -> CreditTermsPage:
        """Credit terms that suppliers granted, ten a page, page from 1.

        Contract alibaba.accountPeriod.list.buyerView; sums in fen. Raises Refused.
        """
        return decode_terms(await self._gateway.read(TERMS, {"pageIndex": page, "sellerLoginId": supplier_login}))

    async def agreements(self) -> tuple[Agreement, ...]:
        """Which channels may be debited without a password. Contract alibaba.trade.pay.protocolPay.isopen. Raises Refused."""
        return decode_agreements(await self._gateway.read(AGREEMENTS))

    async def withhold(
        self, order_id: OrderId, channel: WithholdChannel, amount: Money, request_id: str | None = None
    ) -> Withheld:
        """Debit the buyer for one order, without a password: money moves. Sent once.

        Contract alibaba.trade.pay.protocolPay.preparePay; amount in fen, sent so that a changed price is not paid unseen;
        the channel is always named, since the platform would try credit first. Raises Refused: not paid. Withheld.paid
        False, Unreachable, UnexpectedReply: unknown, only the order tells; at most three tries, each after reading it.
        """
        fields: dict[str, object] = {
            "tradeWithholdPreparePayParam": {
                "orderId": wire_id(order_id),
                "payChannel": channel.value,
                "payAmount": amount.fen,
                "opRequestId": request_id,
            }
        }
        return decode_withheld(await self._gateway.write(WITHHOLD, fields), order_id)


def decode_terms(body: Json) -> CreditTermsPage:
    """4.4: ``resultList`` is an object in spite of its name, its count a text."""
    payload = answers.answered_object(TERMS, body)
    terms, skipped = each(rows(payload.get("accountPeriodList")), _terms)
    return CreditTermsPage(terms, at_least(payload.get("totalCount"), len(terms)), skipped)


def _terms(row: dict[str, Json]) -> CreditTerms:
    login = text(row.get("sellerLoginId"))
    if not login:
        raise ValueError("no supplier")
    return CreditTerms(
        login,
        plain(row.get("sellerCompanyName")),
        fen(row.get("quota")),
        fen(row.get("surplusQuota")),
        plain(row.get("statusStr")),
        plain(row.get("tapDateStr")),
        at_least(row.get("tapOverdue"), 0),
        when(row.get("gmtQuota")),
    )


def decode_agreements(body: Json) -> tuple[Agreement, ...]:
    """4.6: the flags are the texts true and false; anything but true is no."""
    found, _ = each(rows(answers.answered_object(AGREEMENTS, body).get("paymentAgreements")), _agreement)
    return found


def _agreement(row: dict[str, Json]) -> Agreement:
    channel = text(row.get("payChannel")).lower()
    if not channel:
        raise ValueError("no channel")
    return Agreement(
        WithholdChannel(channel),
        flag(row.get("signedStatus")) is True,
        flag(row.get("bindingStatus")) is True,
        optional(row.get("signUrl")),
        optional(row.get("agreementNo")),
    )


def decode_withheld(body: Json, order_id: OrderId | None = None) -> Withheld:
    """4.7: three meanings of success; only ``paySuccess`` true, below a success, is a payment."""
    payload = members(answers.answer(WITHHOLD, body))
    paid = flag(payload.get("paySuccess"))
    if paid is None:
        raise unexpected(WITHHOLD, "neither paid nor not", body)
    if paid and True not in (
        flag(members(members(body).get("result")).get("success")),
        flag(members(body).get("success")),
    ):
        raise unexpected(WITHHOLD, "paid without a yes", body)
    return Withheld(order_id, paid, answers.word(WithholdChannel, text(payload.get("payChannel")).lower()))
