"""The tree of categories, with translated names where the platform has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sourcing_app.domain.category import ROOT, Category, CategoryFeature
from sourcing_app.domain.ids import CategoryId
from sourcing_app.errors import NotPermitted, Refused
from sourcing_app.platform.transport import answers, calls, dialects
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    each,
    flag,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
)
from sourcing_app.platform.transport.shapes import ids, many, read_members, shape

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway


class Categories:
    """Categories by id or by name. Raises what ``Gateway.read`` raises."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._untranslated = False

    async def get(self, category_id: CategoryId, language: str) -> Category:
        """One category with its children's ids; ROOT gives the top. Raises Refused for an unknown id.

        Contract: category.translation.getById; alibaba.category.get (Chinese only) where that is not offered.
        """
        return (await self._family(category_id, language))[0]

    async def children(self, category_id: CategoryId, language: str) -> tuple[Category, ...]:
        """The categories below one, in the platform's order; () below a leaf. Contracts: as ``get``."""
        return (await self._family(category_id, language))[1]

    async def find(self, words: str, language: str) -> tuple[Category, ...]:
        """Categories whose Chinese or translated name matches. Contract: category.translation.getByKeyword."""
        call = calls.CATEGORY_BY_KEYWORD
        fields = {"cateName": words, "language": language}
        return each(answers.answered_list(call, await self._gateway.read(call, fields), "categoryId"), _translated)[0]

    async def _family(self, category_id: CategoryId, language: str) -> tuple[Category, tuple[Category, ...]]:
        if not self._untranslated:
            try:
                return await self._translated_family(category_id, language)
            except NotPermitted:
                self._untranslated = True
            except Refused as error:
                if error.code != "gw.APIUnsupported":
                    raise
                self._untranslated = True
        return await self._chinese_family(category_id)

    async def _translated_family(self, category_id: CategoryId, language: str) -> tuple[Category, tuple[Category, ...]]:
        call = calls.CATEGORY_BY_ID
        fields = {"categoryId": dialects.wire_id(category_id), "language": language}
        node = members(await self._gateway.ask(call, fields))
        children = each(rows(node.get("children")), _translated)[0]
        if not node:
            raise unexpected(call, "no category", node)
        return _with_children(_translated({"categoryId": category_id, **node}), children), children

    async def _chinese_family(self, category_id: CategoryId) -> tuple[Category, tuple[Category, ...]]:
        """With ROOT the top level is below one element without a name, or the list itself."""
        call = calls.CATEGORY_GET
        payload = members(await self._gateway.ask(call, {"categoryID": dialects.wire_id(category_id)}))
        found = [item for item in rows(payload.get("categoryInfo")) if item.__class__ is dict]
        if not found:
            raise unexpected(call, "no category", payload)
        own = next((item for item in found if (id_text(item.get("categoryID")) or ROOT) == category_id), found[0])
        below = rows(own.get("childCategorys")) or [item for item in found if item is not own]
        if len(found) > 1 and category_id == ROOT and own.get("categoryID") not in (0, "0"):
            own, below = {"categoryID": 0, "isLeaf": False}, found
        level = (count(own.get("level")) or 0) + 1
        children = each(below, lambda row: _chinese(row, category_id, level))[0]
        return _with_children(_chinese(own, None, level - 1), children), children


def _with_children(category: Category, children: tuple[Category, ...]) -> Category:
    return replace(
        category,
        is_leaf=category.is_leaf and not children,
        children=tuple(child.category_id for child in children) or category.children,
    )


def _translated(row: dict[str, Json]) -> Category:
    """A node of the translated calls: leaf and level come as text or as themselves."""
    own = CategoryId(id_text(row.get("categoryId")) or ROOT)
    parent = id_text(row.get("parentCateId"))
    return Category(
        own,
        plain(row.get("chineseName")),
        optional(row.get("translatedName")),
        None if own == ROOT else CategoryId(parent or ROOT),
        count(row.get("level")) or 0,
        flag(row.get("leaf")) is True,
        language=text(row.get("language")),
    )


def _chinese(row: dict[str, Json], parent: CategoryId | None, level: int) -> Category:
    """A node of alibaba.category.get: ``categoryID`` for itself, ``id`` for children."""
    own = CategoryId(id_text(row.get("categoryID") or row.get("id")) or ROOT)
    told = next((found for item in rows(row.get("parentIDs")) if (found := id_text(item))), "")
    above = None if own == ROOT else parent or CategoryId(told or ROOT)
    return Category(
        own, plain(row.get("name")), None, above, level, flag(row.get("isLeaf")) is True, **_OF_CHINESE(row)
    )


_FEATURE = shape(
    CategoryFeature,
    key=("key", text), value=("value", plain), status=("status", text), inherited=("hierarchy", flag),
)  # fmt: skip
_OF_CHINESE = read_members(
    children=("childIDs", ids(CategoryId)), kind=("categoryType", text), min_quantity=("minOrderQuantity", count),
    can_be_processed=("isSupportProcessing", flag), features=("featureInfos", many(_FEATURE)),
)  # fmt: skip
