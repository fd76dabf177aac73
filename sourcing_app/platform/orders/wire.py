"""Orders: what is asked for, and list rows and details alike from the wire. Totals are yuan, discounts fen.

Source: contracts alibaba.trade.getBuyerOrderList and alibaba.trade.get.buyerView.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import EntryId, OfferId, OrderId, ParcelId, SkuId, SpecId
from sourcing_app.domain.order import Order, OrderEntry, OrderFilter, OrderPage, OrderStatus
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    currency_of,
    decimal,
    each,
    fen,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    when,
    yuan,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import denominated

_OUT_ORDER_ID = "outOrderId"


WEB_SITE = "1688"
MAX_PAGE_SIZE = 50


def list_fields(which: OrderFilter) -> Fields:
    """One page of orders."""
    return {
        "page": which.page,
        "pageSize": max(1, min(which.page_size, MAX_PAGE_SIZE)),
        "orderStatus": which.status.value if which.status else None,
        "createStartTime": which.created_from,
        "createEndTime": which.created_to,
        "modifyStartTime": which.modified_from,
        "outOrderId": which.out_order_id,
    }


def listed(response: Response) -> OrderPage:
    """One page of orders, without parcels. A yes without any, or a total of none, is none."""
    found = listed_rows(response)
    return page_of(response, len(found), *each(found, lambda row: order_of(row, is_detail=False)))


def listed_rows(response: Response) -> list[Json]:
    """What stands for orders in an answer. Raises UnexpectedReply."""
    payload = response.payload()
    if payload is None and (_total(response) == 0 or response.is_flagged_yes):
        return []
    if isinstance(payload, dict):
        payload = [payload] if "baseInfo" in payload else payload.get("result")
    if not isinstance(payload, list):
        raise response.unexpected("no list")
    return payload


def _total(response: Response) -> int | None:
    top = members(response.body)
    return count(top.get("totalRecord", members(top.get("result")).get("totalRecord")))


def page_of(response: Response, told: int, orders: tuple[Order, ...], skipped: int) -> OrderPage:
    """told: how many rows there were, readable or not."""
    (page, size), total = response.page("page"), _total(response)
    before = (page - 1) * size + told
    more = bool(told) and (before < total if total is not None else told >= size)
    return OrderPage(orders, before if total is None else total, page, more, skipped)


def order_fields(order_id: OrderId) -> Fields:
    """One order."""
    return {"webSite": WEB_SITE, "orderId": order_id, "includeFields": "GuaranteesTerms,NativeLogistics"}


def order(response: Response) -> Order:
    """The order of an answer. Raises UnexpectedReply without an id or a total."""
    return response.record(lambda row: order_of(row, is_detail=True), response.object())


def cancel_fields(order_id: OrderId, reason: str, remark: str = "") -> Fields:
    """An unpaid order. reason: "buyerCancel" or "other"."""
    return {"webSite": WEB_SITE, "tradeID": order_id, "cancelReason": reason, "remark": remark or None}


def order_of(row: dict[str, Json], *, is_detail: bool) -> Order:
    """One order. Raises ValueError without an id or a total: such a row cannot be shown or paid."""
    base = members(row.get("baseInfo")) or row
    get = base.get
    order_id, total = id_text(get("idOfStr")) or id_text(get("id")), yuan(get("totalAmount"))
    if not order_id or total is None:
        raise ValueError("no order id or no total")
    word = text(get("status"))
    seller = members(get("sellerContact"))
    native = members(row.get("nativeLogistics"))
    created_at = when(get("createTime"))
    found = Order(
        order_id=OrderId(order_id),
        status=OrderStatus.of(word),
        status_word=word,
        supplier_name=plain(seller.get("companyName") or seller.get("shopName") or get("sellerLoginId")),
        supplier_id=text(get("sellerID")),
        total=total,
        goods=yuan(get("sumProductPayment")),
        freight=yuan(get("shippingFee")),
        created_at=created_at,
        entries=each(rows(row.get("productItems")), entry_of)[0],
        discount=fen(get("discount")),
        refunded=yuan(get("refund")),
        modified_at=when(get("modifyTime")),
        paid_at=when(get("payTime")),
        shipped_at=when(get("allDeliveredTime")),
        received_at=when(get("receivingTime") or get("confirmedTime")),
        completed_at=when(get("completeTime")),
        pay_before=_pay_before(base, created_at),
        out_order_id=_out_order_id(base, row),
        address=_address(native, members(get("receiverInfo"))),
        trade_mode=text(get("tradeTypeCode")),
        refund_word=text(get("refundStatus") or get("refundStatusForAs")),
        close_reason=text(get("closeReason")),
        memo=plain(get("buyerMemo")),
        message=plain(get("buyerFeedback")),
        parcel_ids=_parcel_ids(native),
        is_detail=is_detail,
    )
    return denominated(found, currency_of(get("currency")))


def entry_of(row: dict[str, Json]) -> OrderEntry:
    """One line. Ids as text where the wire has them so: numbers beside them may be rounded. Quantity may have decimals.

    Raises ValueError without an id or a quantity.
    """
    get = row.get
    entry_id = id_text(get("subItemIDString")) or id_text(get("subItemID"))
    quantity = decimal(get("quantity"))
    if not entry_id or quantity is None:
        raise ValueError("no entry id or no quantity")
    offer_id, sku_id, spec_id = id_text(get("productID")), id_text(get("skuID")), text(get("specId"))
    pictures = [picture_address(item) for item in rows(get("productImgUrl"))]
    word = text(get("status"))
    return OrderEntry(
        entry_id=EntryId(entry_id),
        offer_id=OfferId(offer_id) if offer_id else None,
        sku_id=SkuId(sku_id) if sku_id else None,
        spec_id=SpecId(spec_id) if spec_id else None,
        title=plain(get("name")),
        spec_text=_spec_text(get("skuInfos")),
        picture_url=next((item for item in reversed(pictures) if item), None),
        quantity=quantity,
        unit=plain(get("unit")),
        unit_price=yuan(get("price")),
        amount=yuan(get("itemAmount")),
        status=OrderStatus.of(word),
        status_word=word,
        refund_word=text(get("refundStatus")),
        item_number=optional(get("cargoNumber") or get("productCargoNumber")),
    )


def _spec_text(value: Json) -> str:
    """Names and values, as in "颜色: 白色; 尺码: XL"."""
    pairs = [(plain(members(item).get("name")), plain(members(item).get("value"))) for item in rows(value)]
    return "; ".join(f"{name}: {worth}" if name else worth for name, worth in pairs if worth)


def _pay_before(base: dict[str, Json], created_at: datetime | None) -> datetime | None:
    """payTimeout: seconds after creation while payTimeoutType is 0."""
    seconds = count(base.get("payTimeout"))
    if created_at is None or seconds is None or not 0 < seconds < 10**9 or count(base.get("payTimeoutType")):
        return None
    return created_at + timedelta(seconds=seconds)


def _out_order_id(base: dict[str, Json], row: dict[str, Json]) -> str | None:
    """From the order itself, or from the extended attributes, which come as a list or an object in two spellings."""
    if found := optional(base.get(_OUT_ORDER_ID) or row.get(_OUT_ORDER_ID)):
        return found
    for name in ("extAttributes", "exAttributes"):
        for holder in (row, base):
            for item in map(members, rows(holder.get(name))):
                if _OUT_ORDER_ID in item or item.get("key") == _OUT_ORDER_ID:
                    return optional(item.get(_OUT_ORDER_ID) or item.get("value"))
    return None


def _address(native: dict[str, Json], receiver: dict[str, Json]) -> Address | None:
    region = [*plain(receiver.get("toArea")).split(), "", "", "", ""]
    name = plain(native.get("contactPerson") or receiver.get("toFullName"))
    if not name and not native:
        return None
    return Address(
        full_name=name,
        province=plain(native.get("province")) or region[0],
        city=plain(native.get("city")) or region[1],
        area=plain(native.get("area")) or region[2],
        street=plain(native.get("address")),
        town=plain(native.get("town")) or region[3],
        mobile=text(native.get("mobile") or receiver.get("toMobile")),
        phone=text(native.get("telephone") or receiver.get("toPhone")),
        post_code=text(native.get("zip") or receiver.get("toPost")),
        area_code=text(native.get("areaCode") or receiver.get("toDivisionCode")),
        town_code=text(native.get("townCode") or receiver.get("toTownCode")),
    )


def _parcel_ids(native: dict[str, Json]) -> tuple[ParcelId, ...]:
    found = [text(members(item).get("logisticsCode")) for item in rows(native.get("logisticsItems"))]
    return tuple(ParcelId(item) for item in dict.fromkeys(found) if item)
