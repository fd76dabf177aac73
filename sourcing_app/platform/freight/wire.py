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
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
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
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import word


def estimate_fields(query: FreightQuery) -> Fields:
    """What is to be sent, and where to."""
    return {
        "offerId": wire_id(query.offer_id),
        "toProvinceCode": query.province_code,
        "toCityCode": query.city_code,
        "toCountryCode": query.district_code,
        "totalNum": query.quantity,
        "logisticsSkuNumModels": [{"skuId": sku_id, "number": number} for sku_id, number in query.skus],
    }


def template_fields(template_id: str, *, rates: bool = True) -> Fields:
    """A supplier's freight rules; 0 stands for words, 1 for "the supplier pays"."""
    return {"templateId": template_id, "querySubTemplate": rates, "queryRate": rates}


def mix_fields(member_id: str = "", login: str = "") -> Fields:
    """The supplier, by member id or login."""
    return {"sellerMemberId": member_id or None, "sellerLoginId": login or None}


def estimate(response: Response) -> FreightEstimate:
    """A guess, in yuan as text. The sum counts only where shipping is not included."""
    row = response.strict_object()
    offer_id = id_text(row.get("offerId"))
    included = flag(row.get("freePostage")) is True
    if not offer_id:
        raise response.unexpected("no offer")
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


def templates(response: Response) -> tuple[FreightTemplate, ...]:
    """A bare ``result`` list, without a success flag; fees read as fen."""
    return each(response.strict_list("id"), _template)[0]


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


def mix_rule(response: Response) -> SupplierMix:
    """Either threshold is enough; the amount is read as yuan."""
    row = response.strict_object()
    on = flag(row.get("generalHunpi"))
    if on is None:
        raise response.unexpected("neither on nor off")
    return SupplierMix(
        on,
        yuan(row.get("mixAmount")),
        count(row.get("mixNumber")),
        text(row.get("memberId")),
        when(row.get("gmtCreate")),
        when(row.get("gmtModified")),
    )
