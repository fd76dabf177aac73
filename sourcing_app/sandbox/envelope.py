"""The two dialects and the legal oddities: how a live body looks in the older envelope, and how untidy it may be.

Source: the contracts' seed_request, seed_sample_response and mapping_seed_to_live; quirks.md section 1.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from sourcing_app.sandbox.contracts import FOLDER, BadArgument, Contract, Field, from_scalar_text

SORT_KEYS = {"onePPrice": "price", "monthSoldOut": "monthSold"}

RENAMES: dict[str, dict[str, str | None]] = {
    "account.user.register": {"outLoginName": "outLoginId"},
    "order.relation.write": {
        "nationalSubOrderId": "orderId",
        "nationalOrderId": "parentOrderId",
        "cbuSubOrderId": "purchaseOrderId",
        "cbuOrderId": "purchaseParentOrderId",
    },
    "trade.cross.logisticsOrderSync": {"logisticsOrderId": "orderId", "endTime": "signTime"},
    "trade.cross.orderSync": {
        "payStatus": "status",
        "outUserId": "outMemberId",
        "offerId": "productId",
        "subOrderList": "subOrderParamList",
    },
}

TEXT_IDS = {"trade.cross.orderSync", "trade.cross.logisticsOrderSync", "order.relation.write"}


@cache
def languages() -> dict[str, str]:
    """Country name of the older dialect -> language code of the live one."""
    enums = json.loads((FOLDER / "enums.json").read_text(encoding="utf-8"))
    found: dict[str, str] = enums["country"]["country_to_language"]
    return found


def speaks_seed(contract: Contract) -> bool:
    return contract.seed is not None


def fold_seed(contract: Contract, texts: dict[str, str], *, strict: bool) -> list[dict[str, Any]]:
    """Flat parameters of the older dialect, as the live call's parameters; several calls for a list of pairs.

    Raises BadArgument.
    """
    assert contract.seed is not None and contract.wrapper is not None
    if contract.seed_wrapper is None:
        objects = [_flat_object(contract.seed, texts, strict=strict)]
    else:
        objects = _wrapped_objects(contract, texts, strict=strict)
    return [{contract.wrapper.name: _renamed(contract.name, one)} for one in objects]


def _flat_object(fields: tuple[Field, ...], texts: dict[str, str], *, strict: bool) -> dict[str, Any]:
    for field in fields:
        if strict and field.required and field.name not in texts:
            raise BadArgument(field.name, missing=True)
    known = {field.name: field for field in fields}
    return {name: from_scalar_text(known[name], text) for name, text in texts.items() if name in known}


def _wrapped_objects(contract: Contract, texts: dict[str, str], *, strict: bool) -> list[dict[str, Any]]:
    name = contract.seed_wrapper or ""
    if name not in texts:
        raise BadArgument(name, missing=True)
    try:
        value = json.loads(texts[name])
    except ValueError:
        raise BadArgument(name, missing=False, why="not a JSON text") from None
    objects = value if isinstance(value, list) else [value]
    for one in objects:
        if not isinstance(one, dict):
            raise BadArgument(name, missing=False, why="an object is needed")
        for field in contract.seed or ():
            if strict and field.required and one.get(field.name) is None:
                raise BadArgument(field.name, missing=True)
    return objects


def _renamed(api: str, one: dict[str, Any]) -> dict[str, Any]:
    names = RENAMES.get(api, {})
    live = {names.get(name) or name: value for name, value in one.items()}
    if api in TEXT_IDS:
        live = {name: str(v) if isinstance(v, int) and name.endswith("Id") else v for name, v in live.items()}
    if api.startswith("product.") and live.get("country") in languages():
        live["country"] = languages()[live["country"]]
    if isinstance(live.get("sort"), str):
        for seed_key, live_key in SORT_KEYS.items():
            live["sort"] = live["sort"].replace(f'"{seed_key}"', f'"{live_key}"')
    for name, value in list(live.items()):
        if name == "subOrderParamList" and isinstance(value, list):
            live[name] = [_renamed(api, item) for item in value if isinstance(item, dict)]
    return live


def seed_body(contract: Contract, live: Any) -> Any:
    """The live double wrap in the older ``data`` envelope."""
    if not speaks_seed(contract) or not isinstance(live, dict) or not isinstance(live.get("result"), dict):
        return live
    inner = live["result"]
    good = inner.get("success") in (True, "true")
    body: dict[str, Any] = {
        "success": good,
        "code": "S0000" if good else inner.get("code") or inner.get("retCode"),
        "message": "success" if good else inner.get("message") or inner.get("retMsg"),
    }
    if good and "data" in contract.raw["seed_sample_response"]:
        body["data"] = _seed_payload(inner.get("result", True))
    return body | {"result": good}


def _seed_payload(payload: Any) -> Any:
    if not isinstance(payload, dict):
        return payload
    seed = dict(payload)
    if isinstance(seed.get("data"), list):
        seed["searchOfferModelList"] = seed.pop("data")
    if isinstance(seed.get("productSkuInfos"), list):
        seed["productSkuInfos"] = [_seed_sku(sku) for sku in seed["productSkuInfos"]]
    sale = seed.get("productSaleInfo")
    if isinstance(sale, dict) and "priceRangeList" in sale:
        sale = dict(sale)
        sale["priceRanges"] = sale.pop("priceRangeList")
        seed["productSaleInfo"] = sale
    return seed


def _seed_sku(sku: dict[str, Any]) -> dict[str, Any]:
    """Each SKU had one attribute object. A second attribute's words are joined into its value."""
    seed = dict(sku)
    rows = seed.pop("skuAttributes", None) or []
    if rows:
        first = dict(rows[0])
        first["attributeID"] = first.pop("attributeId", None)
        for member in ("value", "valueTrans"):
            words = [str(row[member]) for row in rows if row.get(member)]
            if words:
                first[member] = " / ".join(words)
        seed["skuAttribute"] = first
    return seed


def untidy_body(body: Any, oddity: str) -> Any:
    """``untidy`` below the outermost members: an empty ``result`` list keeps its meaning."""
    if not isinstance(body, dict):
        return untidy(body, oddity)
    return {name: untidy(item, oddity) if item not in ("", [], {}) else item for name, item in body.items()}


def untidy(value: Any, oddity: str) -> Any:
    """The same reply with legal oddities: nothing that matters is lost, only its form changes.

    text_booleans: true and false become words. nulls: empty lists and texts become null, and a Java ``class``
    key leaks in. missing: they are left out. all: words, and nulls.
    """
    if isinstance(value, bool):
        return ("true" if value else "false") if oddity in ("text_booleans", "all") else value
    if isinstance(value, list):
        return [untidy(item, oddity) for item in value]
    if not isinstance(value, dict):
        return value
    if oddity == "text_booleans":
        return {name: untidy(item, oddity) for name, item in value.items()}
    tidy = {name: item for name, item in value.items() if item not in ("", [], {}, None)}
    if oddity == "missing":
        return {name: untidy(item, oddity) for name, item in tidy.items()}
    if tidy and all(name.isdigit() for name in tidy):
        return tidy  # a map from ids, not a model with members
    odd: dict[str, Any] = {name: untidy(tidy.get(name), oddity) for name in value}
    return odd | {"class": "com.alibaba.china.openapi.client.Model"}
