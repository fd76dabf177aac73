"""Whole orders from the wire: what ``order_rows.py`` reads, and all else that is told.

Source: contracts alibaba.trade.get.buyerView and alibaba.trade.getBuyerOrderList. Fen or yuan by member, see ``order_facts``
in ``domain``.
"""

from __future__ import annotations

from collections.abc import Callable

from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.ids import EntryId
from sourcing_app.domain.invoice import InvoiceStatus
from sourcing_app.domain.money import Money
from sourcing_app.domain.order_facts import (
    Attribute,
    Contact,
    Guarantee,
    Invoicing,
    MaskedSource,
    Party,
    Quote,
    Rating,
    Ratings,
    Receiver,
    Traits,
    WholeEntry,
    WholeOrder,
)
from sourcing_app.domain.order_parcel_facts import (
    Customs,
    CustomsItem,
    OrderInvoice,
    OverseasAddress,
    OverseasChannel,
    Shipment,
)
from sourcing_app.domain.order_payment_facts import CreditDebt, OldStage, Payment, Stage
from sourcing_app.domain.order_words import (
    ClosedBy,
    CreditSource,
    Handover,
    NoParcelReason,
    PaperKind,
    PaymentState,
    RatingState,
    StageGoods,
    StagePay,
    TradeType,
)
from sourcing_app.domain.payment import PayChannelCode
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.orders.wire import entry_of, listed_rows, order_of, page_of
from sourcing_app.platform.transport.envelope import LEAKED
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    currency_of,
    decimal,
    each,
    fen,
    flag,
    id_text,
    members,
    plain,
    rows,
    text,
    texts,
    when,
    yuan,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import denominated, extended, ids, many, one, read_members, shape, word_of


def listed_in_full(response: Response) -> object:
    """As ``listed``, with everything."""
    found = listed_rows(response)
    return page_of(response, len(found), *each(found, lambda row: whole_order(row, is_detail=False)))


def order_in_full(response: Response) -> object:
    """As ``order``, with everything."""
    return response.record(lambda row: whole_order(row, is_detail=True), response.object())


def whole_order(row: dict[str, Json], *, is_detail: bool) -> WholeOrder:
    """One order with everything. Raises ValueError without an id or a total."""
    base = members(row.get("baseInfo")) or row
    order = extended(
        WholeOrder,
        order_of(row, is_detail=is_detail),
        **_OF_BASE(base) | _OF_ROW(row),
        entries=many(whole_entry)(row.get("productItems")),
        buyer=_BUYER(base),
        seller=_SELLER(base),
        quotes=many(_QUOTE_IN_YUAN if is_detail else _QUOTE_IN_FEN)(row.get("quoteList")),
        attributes=_attributes(row, base),
    )
    return denominated(order, order.currency)


def whole_entry(row: dict[str, Json]) -> WholeEntry:
    """One line with everything. Raises ValueError without an id or a quantity."""
    return extended(WholeEntry, entry_of(row), **_OF_ENTRY(row))


def _pictures(value: Json) -> tuple[str, ...]:
    return tuple(found for item in rows(value) if (found := picture_address(item)))


def _upper(kind: Callable[[Json], InvoiceStatus | None]) -> Callable[[Json], InvoiceStatus | None]:
    """The page has the words in capitals, its sample does not."""
    return lambda value: kind(text(value).upper())


def _is_active(value: Json) -> bool | None:
    return flag(count(value))


def _origin(value: Json, path: str = "") -> dict[str, str]:
    """The parts of a masked address by their path, such as "province.name"."""
    found: dict[str, str] = {}
    for name, inner in members(value).items():
        if name in LEAKED:
            continue
        if isinstance(inner, dict):
            found |= _origin(inner, f"{path}{name}.")
        elif told := plain(inner):
            found[path + name] = told
    return found


def _attributes(row: dict[str, Json], base: dict[str, Json]) -> tuple[Attribute, ...]:
    """A list of keys and values, or one object of them, in two spellings. Source: contract, TradeInfo.extAttributes."""
    found: dict[str, Attribute] = {}
    for holder in (row, base):
        for name in ("extAttributes", "exAttributes"):
            for item in map(members, rows(holder.get(name))):
                for told in [_ATTRIBUTE(item)] if "key" in item else [Attribute(k, plain(v)) for k, v in item.items()]:
                    found.setdefault(told.key, told)
    return tuple(found.values())


_ATTRIBUTE = shape(Attribute, key=("key", text), value=("value", plain), description=("description", plain))

_CONTACT = shape(
    Contact,
    name=("name", plain), company=("companyName", plain), shop=("shopName", plain), phone=("phone", text),
    mobile=("mobile", text), fax=("fax", text), email=("email", text), chat=("imInPlatform", plain),
    sender_name=("wgSenderName", plain), sender_phone=("wgSenderPhone", text),
)  # fmt: skip
_BUYER = shape(
    Party,
    member_id=("buyerID", text), login=("buyerLoginId", plain), user_id=("buyerUserId", id_text),
    sub_login=("subBuyerLoginId", plain), sub_id=("buyerSubID", id_text), alipay_id=("buyerAlipayId", id_text),
    contact=("buyerContact", one(_CONTACT)),
)  # fmt: skip
_SELLER = shape(
    Party,
    member_id=("sellerID", text), login=("sellerLoginId", plain), user_id=("sellerUserId", id_text),
    sub_id=("sellerSubID", id_text), alipay_id=("sellerAlipayId", id_text), contact=("sellerContact", one(_CONTACT)),
)  # fmt: skip
_RECEIVER = shape(
    Receiver,
    full_name=("toFullName", plain), region=("toArea", plain), district_code=("toDivisionCode", text),
    town_code=("toTownCode", text), post_code=("toPost", text), mobile=("toMobile", text), phone=("toPhone", text),
)  # fmt: skip
_STAGE = shape(
    Stage,
    number=("stepNo", count), name=("stepName", plain), is_last=("lastStep", flag),
    is_active=("activeStatus", _is_active), pay_state=("payStatus", word_of(StagePay)),
    goods_state=("logisticsStatus", word_of(StageGoods)), starts_at=("gmtStart", when), paid_at=("gmtPay", when),
    ended_at=("gmtEnd", when), due=("payFee", yuan), paid=("paidFee", yuan), goods=("goodsFee", yuan),
    price_change=("adjustFee", yuan), discount=("discountFee", yuan), freight=("postFee", yuan),
    freight_paid=("paidPostFee", yuan),
)  # fmt: skip
_OLD_STAGE = shape(
    OldStage,
    stage_id=("stepOrderId", id_text), number=("stepNo", count), name=("stepName", plain),
    state=("stepOrderStatus", text), pay_state=("stepPayStatus", word_of(StagePay)), is_last=("lastStep", flag),
    seller_has_money=("hasDisbursed", flag), due=("payFee", yuan), due_in_all=("actualPayFee", yuan),
    discount=("discountFee", yuan), line_discount=("itemDiscountFee", yuan), unit_price=("price", yuan),
    quantity=("amount", count), freight=("postFee", yuan), price_change=("adjustFee", yuan),
    created_at=("gmtCreate", when), modified_at=("gmtModified", when), entered_at=("enterTime", when),
    paid_at=("payTime", when), seller_acted_at=("sellerActionTime", when), ended_at=("endTime", when),
    message=("message", plain), message_path=("messagePath", text), picture_path=("picturePath", text),
    template_id=("templateId", id_text), seller_action=("sellerActionName", plain),
    pay_timeout=("buyerPayTimeout", count), confirm_timeout=("buyerConfirmTimeout", count),
    needs_shipping=("needLogistics", flag), needs_seller_action=("needSellerAction", flag),
    pays_seller_after_confirm=("transferAfterConfirm", flag), needs_seller_call=("needSellerCallNext", flag),
    pays_at_once=("instantPay", flag),
)  # fmt: skip
_PAYMENT = shape(
    Payment,
    state=("payStatus", word_of(PaymentState)), way=("payWay", word_of(PayChannelCode)), way_text=("payWayDesc", plain),
    amount=("phasAmount|phaseAmount", yuan), stage_id=("phase", id_text), paid_at=("payTime", when),
    condition=("phaseCondition", plain), due_text=("phaseDate", text), by_card=("cardPay", flag),
    express=("expressPay", flag),
)  # fmt: skip
_CREDIT = shape(
    CreditDebt,
    paid=("payAmount", fen), owed=("restRepayAmount", fen), state=("status", text), state_text=("statusStr", plain),
    created_at=("createTime", when), repay_by=("lastRepayTime|gracePeriodEndTime", when),
    grace_until=("gracePeriodEndTime", when), source=("repaySource", word_of(CreditSource)),
)  # fmt: skip
_TRAITS = shape(
    Traits,
    credit_chosen=("creditOrder", flag), account_period_until=("accountPeriodTime", when),
    pre_order_market=("preOrderInfo.marketName", plain), pre_order_by_app=("preOrderInfo.createPreOrderApp", flag),
    pre_order_app=("preOrderInfo.appkey", text), retail_warehouse=("lstOrderInfo.lstWarehouseType", text),
    is_caiyuanbao=("odsCyd", flag), erp_buyer_user=("erpBuyerUserId", text), erp_order=("erpOrderId", text),
    erp_buyer_firm=("erpBuyerOrgId", text), is_processing=("isCz", flag), is_customised=("isDz|dz", flag),
    ships_alone=("dropshipping", flag), freight_insurance=("shippingInsurance", text), hyperlink=("hyperLinkOrder", flag),
    hyperlink_from_warehouse=("hyperLinkCangFaOrder", flag), hyperlink_second_step=("hyperLinkSecondStepOrder", flag),
    hyperlink_ships=("hyperLinkShipType", text), lightning_warehouse=("lightningWarehouse", flag),
    door_pick_up_abroad=("aeDoorPickUp", flag), split_account=("fz", flag),
    official_pick_up_group=("tgOfficialPickUp", flag), official_pick_up=("officialPickUp", flag),
    price_changed=("abnormalPriceChange", flag),
)  # fmt: skip
_GUARANTEE = shape(
    Guarantee,
    text=("assuranceInfo", plain), code=("assuranceType", text), name=("qualityAssuranceType", plain),
    value=("value", text),
)  # fmt: skip
_RATING = shape(
    Rating,
    stars=("starLevel", count), text=("content", plain), author=("posterNick", plain), about=("receiverNick", plain),
    at=("publishTime", when),
)  # fmt: skip
_RATINGS = shape(
    Ratings,
    by_buyer=("buyerRateStatus", word_of(RatingState)), by_seller=("sellerRateStatus", word_of(RatingState)),
    of_buyer=("buyerRateList", many(_RATING)), of_seller=("sellerRateList", many(_RATING)),
)  # fmt: skip
_INVOICE = shape(
    OrderInvoice,
    title=("invoiceCompanyName", plain), kind=("invoiceType", word_of(PaperKind)),
    status=("status", _upper(word_of(InvoiceStatus))), amount=("amount", fen), invoice_id=("localInvoiceId", id_text),
    order_id=("orderId", id_text), taxpayer=("taxpayerIdentify", text), receiver_name=("receiveName", plain),
    receiver_mobile=("receiveMobile", text), receiver_phone=("receivePhone", text),
    receiver_post_code=("receivePost", text), receiver_area_code=("receiveCode", text),
    receiver_area=("receiveCodeText", plain), receiver_street=("receiveStreet", plain), bank=("registerBank", plain),
    bank_account=("registerAccountId", text), register_area_code=("registerCode", text),
    register_area=("registerCodeText", plain), register_phone=("registerPhone", text),
    register_street=("registerStreet", plain),
)  # fmt: skip
_SHIPMENT = shape(
    Shipment,
    shipment_id=("id", id_text), parcel_id=("logisticsCode", text), waybill=("logisticsBillNo", plain),
    carrier_id=("logisticsCompanyId", id_text), carrier_code=("logisticsCompanyNo", text),
    carrier=("logisticsCompanyName", plain), kind=("type", word_of(Handover)), status=("status", text),
    entry_ids=("subItemIds", ids(EntryId)), delivered_at=("deliveredTime", when), created_at=("gmtCreate", when),
    modified_at=("gmtModified", when), freight=("carriage", yuan),
    from_province=("fromProvince", plain), from_city=("fromCity", plain), from_district=("fromArea", plain),
    from_street=("fromAddress", plain), from_post_code=("fromPost", text), from_phone=("fromPhone", text),
    from_mobile=("fromMobile", text), to_province=("toProvince", plain), to_city=("toCity", plain),
    to_district=("toArea", plain), to_street=("toAddress", plain), to_post_code=("toPost", text),
    to_phone=("toPhone", text), to_mobile=("toMobile", text), other_carrier=("noLogisticsName", plain),
    other_phone=("noLogisticsTel", text), other_waybill=("noLogisticsBillNo", text),
    no_parcel=("noLogisticsCondition", word_of(NoParcelReason)),
)  # fmt: skip
_CHANNEL = shape(
    OverseasChannel,
    channel=("channelName", plain), channel_id=("channelId", id_text), company_id=("shippingCompanyId", id_text),
    company=("shippingCompanyName", plain), country_code=("countryCode", text), country=("country", plain),
    email=("email", text),
)  # fmt: skip
_OVERSEAS = shape(
    OverseasAddress,
    country=("countryName", plain), province=("provinceName", plain), city=("cityName", plain),
    district=("areaName", plain), street=("addressDetail", plain), post_code=("postCode", text),
    mobile=("mobile", text), phone=("fixedPhone", text), warehouse_contact=("warehouseContactName", plain),
    warehouse=("warehouseName", plain),
)  # fmt: skip
_CUSTOMS_TEXTS = read_members(
    sku=("sku", text), name=("cName", plain), name_english=("enName", plain), quantity=("quantity", decimal),
    weight=("weight", decimal),
)  # fmt: skip


def _customs_item(row: Json) -> CustomsItem:
    worth = decimal(members(row).get("amount"))
    currency = currency_of(members(row).get("currency"))
    return CustomsItem(**_CUSTOMS_TEXTS(row), value=None if worth is None else Money(worth, currency))


_CUSTOMS = shape(
    Customs,
    declaration_id=("id", id_text), kind=("type", text), order_id=("orderId", id_text), buyer_id=("buyerId", id_text),
    created_at=("gmtCreate", when), modified_at=("gmtModified", when), items=("attributes", many(_customs_item)),
)  # fmt: skip
_QUOTE_IN_YUAN = shape(
    Quote, name=("productQuoteName", plain), price=("price", yuan), quantity=("count", decimal)
)  # fmt: skip
_QUOTE_IN_FEN = shape(Quote, name=("productQuoteName", plain), price=("price", fen), quantity=("count", decimal))
_INVOICING = shape(Invoicing, state=("tradeInvoiceStatus", text), seller=("sellerInvoiceType", text))
_MASKED = shape(
    MaskedSource,
    order_no=("outPlatformOrderNo", text), supply_order_no=("outPlatformSupplyOrderNo", text),
    platform=("outPlatformCode", text), sub_platform=("outPlatformSubCode", text), app_key=("outPlatformAppkey", text),
    shop_id=("outShopId", text), shop=("outShopName", plain), supplier_id=("outSupplierId", text),
    address_key=("oaid", text), receiver_name=("encryptReceiverName", text),
    receiver_mobile=("encryptReceiverMobile", text), receiver_address=("encryptReceiverAddress", text),
    origin=("outOriginAddress", _origin), extra=("outPatformExtraInfo|outPlatformExtraInfo", text),
)  # fmt: skip

_OF_ENTRY = read_members(
    pictures=("productImgUrl", _pictures), snapshot_url=("productSnapshotUrl", text),
    offer_number=("productCargoNumber", plain), kind=("type", text), status_text=("statusStr", plain),
    goods_state=("logisticsStatus", word_of(StageGoods)), refunded=("refund", yuan), refund_id=("refundId", id_text),
    after_sale_refund_id=("refundIdForAs", id_text), price_change=("entryDiscount", fen),
    freight_share=("sharePostage", yuan), close_reason=("closeReason", text),
    quantity_factor=("quantityFactor", decimal), weight=("weight", decimal), weight_unit=("weightUnit", text),
    description=("description", plain), sort=("sort", count), related_code=("relatedCode", text),
    created_at=("gmtCreate", when), modified_at=("gmtModified", when), completed_at=("gmtCompleted", when),
    stock_held_until=("gmtPayExpireTime", when), guarantees=("guaranteesTerms", many(_GUARANTEE)),
)  # fmt: skip
_OF_BASE = read_members(
    currency=("currency", currency_of), seller_level=("sellerCreditLevel", text), receiver=("receiverInfo", one(_RECEIVER)),
    business_kind=("businessType", text), trade_type=("tradeType", word_of(TradeType)),
    trade_mode_text=("tradeTypeDesc", plain), confirmed_at=("confirmedTime", when),
    pay_channels=("payChannelList", texts), pay_channel_codes=("payChannelCodeList", texts),
    payment_id=("alipayTradeId", text), paid_in_one=("stepPayAll", flag), stages=("newStepOrderList", many(_STAGE)),
    old_stages=("stepOrderList", many(_OLD_STAGE)), stage_agreement=("stepAgreementPath", text),
    flow_template=("flowTemplateCode", text), red_packet=("couponFee", yuan), refund_id=("refundId", id_text),
    refund_payment=("refundPayment", fen), after_sale_refund_word=("refundStatusForAs", text),
    memo_colour=("buyerRemarkIcon", word_of(MemoColour)), remark=("remark", plain), made_by_seller=("sellerOrder", flag),
    pre_order_id=("preOrderId", id_text), closed_by=("closeOperateType", word_of(ClosedBy)),
    close_remark=("closeRemark", plain), stock_mode=("inventoryMode", text), related_code=("relatedCode", text),
    pick_up_order_id=("officialSolutionOrderId", id_text), pick_up_cost=("officialSolutionCost", fen),
    is_overseas=("overSeaOrder", flag),
)  # fmt: skip
_OF_ROW = read_members(
    fax=("nativeLogistics.fax", text),
    shipments=("nativeLogistics.logisticsItems", many(_SHIPMENT)), payments=("tradeTerms", many(_PAYMENT)),
    credit=("orderBizInfo.creditOrderDetail", one(_CREDIT)), traits=("orderBizInfo", one(_TRAITS)),
    guarantees=("guaranteesTerms", many(_GUARANTEE)), ratings=("orderRateInfo", one(_RATINGS)),
    invoice=("orderInvoiceInfo", one(_INVOICE)), invoicing=("invoicingSettingModel", one(_INVOICING)),
    overseas_channel=("overseasExtraAddress", one(_CHANNEL)),
    overseas_address=("overseaLogisticsInfo.overseasTransportUserAddrInfo", one(_OVERSEAS)),
    overseas_waybills=("overseaLogisticsInfo.overseasLogisticsIds", texts), customs=("customs", one(_CUSTOMS)),
    is_masked=("fromEncryptOrder", flag), masked_source=("encryptOutOrderInfo", one(_MASKED)),
)  # fmt: skip
