"""What sending costs inside China, suppliers' freight rules and mixed-batch rules. Beyond the solution document."""

from __future__ import annotations

from decimal import Decimal

from sourcing_app.domain.freight import (
    Box,
    ChargedBy,
    FreightEstimate,
    FreightPayer,
    FreightPlan,
    FreightQuery,
    FreightRate,
    FreightService,
    FreightTemplate,
    SupplierMix,
    TemplateKind,
)
from sourcing_app.domain.ids import OfferId, SkuId
from sourcing_app.domain.money import Money
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.answers import word
from sourcing_app.platform.transport.calls import CROSSBORDER, LOGISTICS, TRADE, Call
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    decimal,
    each,
    fen,
    flag,
    id_text,
    members,
    plain,
    rows,
    text,
    when,
    yuan,
)
from sourcing_app.platform.transport.gateway import Gateway

ESTIMATE = Call("product.freight.estimate", CROSSBORDER, wrapper="productFreightQueryParamsNew", one_spelling=True)
TEMPLATES = Call("alibaba.logistics.myFreightTemplate.list.get", LOGISTICS)
MIX = Call("alibaba.trade.OpQueryMarketingMixConfig", TRADE)


class Freight:
    """Freight before there is an order."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def estimate(self, query: FreightQuery) -> FreightEstimate:
        """What sending would cost, a guess. Contract product.freight.estimate; yuan as text. Raises Refused."""
        fields: dict[str, object] = {
            "offerId": wire_id(query.offer_id),
            "toProvinceCode": query.province_code,
            "toCityCode": query.city_code,
            "toCountryCode": query.district_code,
            "totalNum": query.quantity,
            "logisticsSkuNumModels": [{"skuId": sku_id, "number": number} for sku_id, number in query.skus],
        }
        return decode_estimate(await self._gateway.read(ESTIMATE, fields))

    async def templates(self, template_id: str, *, rates: bool = True) -> tuple[FreightTemplate, ...]:
        """A supplier's freight rules; 0 stands for words, 1 for "the supplier pays".

        Contract alibaba.logistics.myFreightTemplate.list.get; fees read as fen. Raises Refused.
        """
        fields = {"templateId": template_id, "querySubTemplate": rates, "queryRate": rates}
        return decode_templates(await self._gateway.read(TEMPLATES, fields))

    async def mix_rule(self, member_id: str = "", login: str = "") -> SupplierMix:
        """A supplier's mixed-batch rule, by member id or login.

        Contract alibaba.trade.OpQueryMarketingMixConfig; the amount read as yuan. Raises Refused (500_1: neither given).
        """
        fields = {"sellerMemberId": member_id or None, "sellerLoginId": login or None}
        return decode_mix_rule(await self._gateway.read(MIX, fields))


def decode_estimate(body: Json) -> FreightEstimate:
    """The sum counts only where shipping is not included."""
    row = answers.answered_object(ESTIMATE, body)
    offer_id = id_text(row.get("offerId"))
    included = flag(row.get("freePostage")) is True
    if not offer_id:
        raise unexpected(ESTIMATE, "no offer", body)
    return FreightEstimate(
        offer_id=OfferId(offer_id),
        freight=Money.zero() if included else yuan(row.get("freight")),
        included=included,
        template_id=text(row.get("templateId")),
        template_name=plain(row.get("templateName")),
        template_kind=word(TemplateKind, row.get("templateType")),
        service=word(FreightService, row.get("subTemplateType")),
        service_name=plain(row.get("subTemplateName")),
        charged_by=word(ChargedBy, row.get("chargeType")),
        first_fee=yuan(row.get("firstFee")),
        first_units=decimal(row.get("firstUnit")),
        next_fee=yuan(row.get("nextFee")),
        next_units=decimal(row.get("nextUnit")),
        discount=decimal(row.get("discount")),
        box=_box(row, "singleProduct"),
        boxes=each(rows(row.get("productFreightSkuInfoModels")), _sku_box)[0],
        boxes_count={1: False, 2: True}.get(count(row.get("sizeValueType")) or 0),
    )


def _box(row: dict[str, Json], prefix: str) -> Box:
    def positive(name: str) -> Decimal | None:
        found = decimal(row.get(prefix + name))
        return found if found is not None and found > 0 else None

    return Box(positive("Weight"), positive("Width"), positive("Height"), positive("Length"))


def _sku_box(row: dict[str, Json]) -> tuple[SkuId, Box]:
    sku_id = id_text(row.get("skuId"))
    if not sku_id:
        raise ValueError("no SKU")
    return SkuId(sku_id), _box(row, "singleSku")


def decode_templates(body: Json) -> tuple[FreightTemplate, ...]:
    """A bare ``result`` list, without a success flag."""
    return each(answers.answered_list(TEMPLATES, body, "id"), _template)[0]


def _template(row: dict[str, Json]) -> FreightTemplate:
    template_id = text(row.get("id"))
    if not template_id:
        raise ValueError("no id")
    parts = (members(row.get(f"{name}SubTemplate")) for name in ("express", "logistics", "cod"))
    return FreightTemplate(
        template_id,
        plain(row.get("name")),
        plain(row.get("addressCodeText")),
        text(row.get("fromAreaCode")),
        plain(row.get("remark")),
        word(TemplateKind, row.get("type")),
        text(row.get("status")),
        tuple(_plan(part) for part in parts if part),
        text(row.get("memberId")),
    )


def _plan(part: dict[str, Json]) -> FreightPlan:
    head = members(part.get("subTemplateDTO"))
    return FreightPlan(
        word(FreightService, head.get("serviceType")),
        word(ChargedBy, head.get("chargeType")),
        word(FreightPayer, head.get("serviceChargeType")),
        each(rows(part.get("rateList")), _rate)[0],
        flag(head.get("isSysTemplate")) is True,
        flag(count(head.get("type"))),
    )


def _rate(row: dict[str, Json]) -> FreightRate:
    by_platform = flag(row.get("isSysRate")) is True
    fees = members(row.get("sysRateDTO" if by_platform else "rateDTO")) or members(row.get("rateDTO"))
    regions = tuple(part.strip() for part in plain(row.get("toAreaCodeText")).split("、") if part.strip())
    return FreightRate(
        regions,
        count(fees.get("firstUnit")),
        fen(fees.get("firstUnitFee")),
        count(fees.get("nextUnit")),
        fen(fees.get("leastExpenses")),
        by_platform,
    )


def decode_mix_rule(body: Json) -> SupplierMix:
    """Either threshold is enough."""
    row = answers.answered_object(MIX, body)
    on = flag(row.get("generalHunpi"))
    if on is None:
        raise unexpected(MIX, "neither on nor off", body)
    return SupplierMix(
        on,
        yuan(row.get("mixAmount")),
        count(row.get("mixNumber")),
        text(row.get("memberId")),
        when(row.get("gmtCreate")),
        when(row.get("gmtModified")),
    )
