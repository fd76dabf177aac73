"""An answer in hand, read by the very methods that would have asked for it: for the command line and for tests.

The resources of the main job read their answers inside their methods; here they are given a gateway that has the answer
already. Nothing is sent, nothing waits.
"""

from __future__ import annotations

import time
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from sourcing_app.domain.account import Account
from sourcing_app.domain.address import Address
from sourcing_app.domain.category import ROOT, CategoryFamily
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import AccountKey, AddressId, CategoryId, ImageId, OfferId, OrderId, SpecId, SupplierId
from sourcing_app.domain.intent import CreateRequest
from sourcing_app.domain.logistics import OrderTrace
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.order import OrderFilter
from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.domain.preview import OrderLine
from sourcing_app.platform.logistics import traces
from sourcing_app.platform.logistics.logistics import Logistics
from sourcing_app.platform.offers.categories import Categories
from sourcing_app.platform.offers.filters import filter_config
from sourcing_app.platform.offers.offers import Offers
from sourcing_app.platform.offers.pictures import Pictures
from sourcing_app.platform.orders.addresses import Addresses
from sourcing_app.platform.orders.created_facts import whole_result
from sourcing_app.platform.orders.orders import Orders
from sourcing_app.platform.payments.payments import Payments
from sourcing_app.platform.transport import answers, calls
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.envelope import object_of, payload_of
from sourcing_app.platform.transport.fields import Json, at_least, count, id_text, members, rows, text
from sourcing_app.platform.transport.gateway import Gateway

T = TypeVar("T")
Fields = Mapping[str, object]

_NO_PICTURE = PreparedPicture(b"", 1, 1, "", 1, 1)
_NOBODY = Account("https://localhost", "")


class Replay:
    """A gateway with one answer, given to every question."""

    def __init__(self, body: Json) -> None:
        self.account = _NOBODY
        self._body = body

    async def read(self, call: Call, fields: Fields | None = None) -> Json:
        """The answer."""
        return self._body

    async def write(self, call: Call, fields: Fields | None = None, *_: object, **__: object) -> Json:
        """The answer."""
        return self._body

    async def ask(self, call: Call, fields: Fields | None = None) -> Any:
        """Its payload. Raises Refused."""
        return payload_of(call, self._body)

    async def ask_object(self, call: Call, fields: Fields | None = None) -> dict[str, Json]:
        """Its payload, an object. Raises Refused, UnexpectedReply."""
        return object_of(call, self._body)

    tell = ask


def _gateway(body: Json) -> Gateway:
    return cast("Gateway", Replay(body))


def _now(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast("T", stop.value)
    coroutine.close()
    raise RuntimeError("a replay waits for nothing")


def _page(fields: Fields, name: str = "beginPage") -> tuple[int, int]:
    return max(1, at_least(fields.get(name), 1)), max(1, count(fields.get("pageSize")) or 20)


def search(body: Json, fields: Fields) -> object:
    """2.1."""
    return _now(Offers(_gateway(body)).search(SearchQuery(), *_page(fields), whole=True))


def search_by_picture(body: Json, fields: Fields) -> object:
    """2.3."""
    return _now(Offers(_gateway(body)).search_by_picture(ImageId("0"), SearchQuery(), *_page(fields), whole=True))


def upload(body: Json, fields: Fields) -> object:
    """2.2."""
    return _now(Pictures(_gateway(body)).upload(_NO_PICTURE))


def offer(body: Json, fields: Fields) -> object:
    """2.4."""
    asked = OfferId(id_text(fields.get("offerId")))
    return _now(Offers(_gateway(body)).whole(asked, "en", text(fields.get("currency"))))


def filters(body: Json, fields: Fields) -> object:
    """2.5: what the platform said, without the fixed lists that stand in for it elsewhere."""
    return filter_config(answers.answered_list(calls.FILTER_CONFIG, body, "configList"))


def category(body: Json, fields: Fields) -> object:
    """1.1, Chinese."""
    source = Categories(_gateway(body))
    return CategoryFamily(*_now(source._chinese_family(_category_id(fields.get("categoryID")))))


def translated_category(body: Json, fields: Fields) -> object:
    """1.1, translated."""
    source = Categories(_gateway(body))
    return CategoryFamily(*_now(source._translated_family(_category_id(fields.get("categoryId")), "en")))


def _category_id(value: object) -> CategoryId:
    return CategoryId(id_text(value) or ROOT)


def categories_named(body: Json, fields: Fields) -> object:
    """1.1, by name."""
    return _now(Categories(_gateway(body)).find("", ""))


def preview(body: Json, fields: Fields) -> object:
    """3.1: the platform does not echo quantities, so the lines asked for are part of what it says."""
    lines = tuple(_line(members(row)) for row in rows(fields.get("cargoParamList")))
    orders = Orders(_gateway(body), time.time)
    found = _now(orders.preview(lines, _address(members(fields.get("addressParam"))), SupplierId(""), "", whole=True))
    return replace(found, account=AccountKey(""))


def _line(row: dict[str, Json]) -> OrderLine:
    offer_id = id_text(row.get("offerId")) or text(row.get("openOfferId"))
    return OrderLine(OfferId(offer_id), SpecId(text(row.get("specId"))), max(1, count(row.get("quantity")) or 1))


def _address(row: dict[str, Json]) -> Address:
    saved = id_text(row.get("addressId"))
    return Address(
        full_name=text(row.get("fullName")),
        province=text(row.get("provinceText")),
        city=text(row.get("cityText")),
        area=text(row.get("areaText")),
        street=text(row.get("address")),
        town=text(row.get("townText")),
        address_id=AddressId(saved) if saved else None,
        mobile=text(row.get("mobile")),
        phone=text(row.get("phone")),
        post_code=text(row.get("postCode")),
        area_code=text(row.get("districtCode")) or text(row.get("addressCode")),
    )


def create(body: Json, fields: Fields) -> object:
    """3.2."""
    made = _now(Orders(_gateway(body), time.time).create(CreateRequest("", ())))
    return whole_result(made, body, text(fields.get("outOrderId")))


def order(body: Json, fields: Fields) -> object:
    """3.3."""
    return _now(Orders(_gateway(body), time.time).get(_order_id(fields), whole=True))


def orders(body: Json, fields: Fields) -> object:
    """3.4."""
    page, size = _page(fields, "page")
    return _now(Orders(_gateway(body), time.time).list(OrderFilter(page=page, page_size=size), whole=True))


def cancel(body: Json, fields: Fields) -> Done:
    """3.5: only an explicit yes is one."""
    return answers.done(calls.ORDER_CANCEL, body)


def parcels(body: Json, fields: Fields) -> object:
    """3.6."""
    return _now(Logistics(_gateway(body)).parcels(_order_id(fields), whole=True))


def trace(body: Json, fields: Fields) -> OrderTrace:
    """3.7."""
    return traces.decode_trace(body, _order_id(fields))


def pay_link(body: Json, fields: Fields) -> object:
    """4.1."""
    return _now(Payments(_gateway(body)).link(order_ids(fields) or (OrderId("0"),)))


def pay_ways(body: Json, fields: Fields) -> object:
    """4.5."""
    return _now(Payments(_gateway(body)).ways(_order_id(fields)))


def saved_addresses(body: Json, fields: Fields) -> object:
    """5.1."""
    return _now(Addresses(_gateway(body)).saved())


def parsed_address(body: Json, fields: Fields) -> object:
    """5.2."""
    answers.answer(calls.ADDRESS_PARSE, body)
    return _now(Addresses(_gateway(body)).parse(text(fields.get("addressInfo"))))


def _order_id(fields: Fields) -> OrderId:
    return OrderId(id_text(fields.get("orderId")))


def order_ids(fields: Fields) -> tuple[OrderId, ...]:
    """The orders asked about, under either name."""
    listed = rows(fields.get("orderIdList") or fields.get("orderIds"))
    return tuple(OrderId(found) for found in map(id_text, listed) if found)
