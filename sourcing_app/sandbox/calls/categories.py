"""The category tree in Chinese and translated. Source: contracts alibaba.category.get, category.translation.*."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.records import ShopCategory
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.shop.text_index import folded
from sourcing_app.sandbox.shop.words import LANGUAGES, language_of, say


@answers("alibaba.category.get")
def category_get(call: Call) -> JsonValue:
    shop, category_id = call.world.shop, int(call.params["categoryID"])
    category = shop.category(category_id)
    if category is None and category_id != 0:
        raise BusinessNo({"succes": "false", "errorCode": "500_1", "errorMsg": f"类目不存在: {category_id}"})
    info: dict[str, Any] = {
        "categoryID": category_id,
        "name": category.name["zh"] if category else "",
        "isLeaf": bool(category and category.level == 3),
        "parentIDs": [category.parent_id] if category else [],
        "childCategorys": [
            {"id": child.category_id, "name": child.name["zh"], "isLeaf": child.level == 3, "categoryType": "1"}
            for child in shop.children(category_id)
        ],
        "featureInfos": [],
        "categoryType": "1",
    }
    if category:
        info |= {"minOrderQuantity": 1, "isSupportProcessing": category.level == 3}
    return {"categoryInfo": [info], "succes": "true"}


@answers("category.translation.getById")
def translation_by_id(call: Call) -> JsonValue:
    shop, category_id = call.world.shop, int(call.params["categoryId"])
    language = _language(call)
    category = shop.category(category_id)
    if category is None and category_id != 0:
        raise BusinessNo({"result": {"success": False, "code": "CATEGORY_NOT_FOUND", "message": "类目不存在"}})
    children = [_row(child, language) | {"fromCache": True} for child in shop.children(category_id)]
    if category is None:
        root = {
            "categoryId": 0,
            "chineseName": "",
            "translatedName": "",
            "language": language,
            "leaf": "false",
            "level": "0",
        }
        return _done(root | {"parentCateId": "0", "fromCache": True, "children": children})
    row = _row(category, language) | {"fromCache": True, "children": children or None}
    return _done(row | {"leaf": "true" if category.level == 3 else "false", "parentCateId": str(category.parent_id)})


@answers("category.translation.getByKeyword")
def translation_by_keyword(call: Call) -> JsonValue:
    language, wanted = _language(call), folded(str(call.params["cateName"]).strip())
    rows = [_row(category, language) for category in _named_like(call.world.shop, wanted, language)]
    return _done(rows)


def _named_like(shop: Shop, wanted: str, language: str) -> list[ShopCategory]:
    """Chinese names and translated ones, wherever the text stands in them."""
    if not wanted:
        return []
    return [
        category
        for category in shop.categories
        if wanted in folded(category.name["zh"]) or wanted in folded(say(category.name, language))
    ]


def _language(call: Call) -> str:
    language = language_of(call.params.get("language"))
    if language not in (*LANGUAGES, "fr", "pt", "ar"):
        body = {"success": False, "code": "LANGUAGE_NOT_SUPPORTED", "message": f"不支持的语言: {language}"}
        raise BusinessNo({"result": body})
    return language


def _row(category: ShopCategory, language: str) -> dict[str, Any]:
    return {
        "categoryId": category.category_id,
        "chineseName": category.name["zh"],
        "translatedName": say(category.name, language),
        "language": language,
        "leaf": category.level == 3,
        "level": str(category.level),
        "parentCateId": category.parent_id,
    }


def _done(result: Any) -> dict[str, Any]:
    return {"result": {"success": True, "code": "S0000", "message": "成功", "result": result}}
