"""The older dialect: flat parameters in, the data envelope out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.buying import buyable, order_made
from tests.support.sandbox import CONTRACTS, RunningSandbox

SEED_CALLS = [
    path.stem for path in sorted(CONTRACTS.glob("*.json")) if "seed_request" in json.loads(path.read_text("utf-8"))
]
WORDS = {"long": 1, "int": 1, "string": "1", "date": "2024-06-14 10:10:10"}


@pytest.fixture
def seed(sandbox: RunningSandbox) -> RunningSandbox:
    sandbox.control("options", dialect="seed")
    return sandbox


def test_flat_parameters_find_an_offer(seed: RunningSandbox) -> None:
    item = buyable(seed, quote_type=1)
    status, body = seed.call("product.search.queryProductDetail", offerId=item.offer_id, country="japan")
    assert (status, body["success"], body["code"], body["result"]) == (200, True, "S0000", True)
    assert body["data"]["offerId"] == item.offer_id
    assert isinstance(body["data"]["productSkuInfos"][0]["skuAttribute"], dict)


def test_a_country_stands_for_its_language(seed: RunningSandbox) -> None:
    item = buyable(seed, quote_type=1)
    _, body = seed.call("product.search.queryProductDetail", offerId=item.offer_id, country="japan")
    seed.control("options", dialect="live")
    param = {"offerId": item.offer_id, "country": "ja"}
    _, live = seed.call("product.search.queryProductDetail", offerDetailParam=param)
    assert body["data"]["subjectTrans"] == live["result"]["result"]["subjectTrans"]


def test_search_rows_have_their_older_name_and_sort_key(seed: RunningSandbox) -> None:
    params = {"keyword": "包", "beginPage": 1, "pageSize": 5, "country": "vietnam", "sort": {"onePPrice": "asc"}}
    _, body = seed.call("product.search.keywordQuery", **params)
    rows = body["data"]["searchOfferModelList"]
    prices = [float(row["priceInfo"]["price"]) for row in rows if row["priceInfo"].get("price")]
    assert len(prices) > 1
    assert prices == sorted(prices)


def test_the_live_wrapper_is_not_understood_in_the_older_dialect(seed: RunningSandbox) -> None:
    _, body = seed.call("product.search.queryProductDetail", offerDetailParam={"offerId": 1, "country": "en"})
    assert body["error_message"] == "Required argument offerId"


def test_flat_parameters_are_not_understood_in_the_live_dialect(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("product.search.queryProductDetail", offerId=1, country="en")
    assert body["error_message"] == "Required argument offerDetailParam"


def test_orders_are_the_same_in_both_dialects(seed: RunningSandbox) -> None:
    order_id = order_made(seed)
    _, body = seed.call("alibaba.trade.get.buyerView", webSite="1688", orderId=order_id)
    assert body["result"]["baseInfo"]["idOfStr"] == str(order_id)


def filled(api: str) -> dict[str, Any]:
    """The older request with something in every required field."""
    request = json.loads((CONTRACTS / f"{api}.json").read_text("utf-8"))["seed_request"]
    flat = {f["name"]: f.get("example", WORDS.get(f["type"], "1")) for f in request["fields"] if f.get("required")}
    wrapper = request.get("wrapper", "").split(" ")
    if not wrapper[0]:
        return flat
    return {wrapper[0]: [flat] if "List<" in request["wrapper"] else flat}


@pytest.mark.parametrize("api", SEED_CALLS)
def test_an_older_request_is_taken_and_answered_in_the_older_envelope(seed: RunningSandbox, api: str) -> None:
    status, body = seed.call(api, **filled(api))
    assert status == 200, body
    assert {"success", "code", "message", "result"} <= set(body)
    assert isinstance(body["result"], bool)
