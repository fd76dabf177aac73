"""Categories from the wire, Chinese and translated. Section 1.1."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.category import ROOT, Category, CategoryFamily, CategoryFeature
from sourcing_app.domain.ids import CategoryId
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
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
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import ids, many, read_members, shape


def chinese_fields(category_id: CategoryId) -> Fields:
    """One category, ROOT for the top."""
    return {"categoryID": wire_id(category_id)}


def translated_fields(category_id: CategoryId, language: str) -> Fields:
    """One category, ROOT for the top. language: of the names."""
    return {"categoryId": wire_id(category_id), "language": language}


def name_fields(words: str, language: str) -> Fields:
    """words: of the Chinese or translated name."""
    return {"cateName": words, "language": language}


def named(response: Response) -> tuple[Category, ...]:
    """Categories whose name matches."""
    return each(response.strict_list("categoryId"), _translated)[0]


def translated_family(response: Response) -> CategoryFamily:
    """The category asked for, which the answer need not name, and its children. Raises UnexpectedReply without one."""
    node = members(response.payload())
    if not node:
        raise response.unexpected("no category")
    children = each(rows(node.get("children")), _translated)[0]
    own = {"categoryId": id_text(response.asked.get("categoryId")) or ROOT, **node}
    return CategoryFamily(_with_children(_translated(own), children), children)


def chinese_family(response: Response) -> CategoryFamily:
    """With ROOT the top level is below one element without a name, or the list itself."""
    asked = CategoryId(id_text(response.asked.get("categoryID")) or ROOT)
    found = [item for item in rows(members(response.payload()).get("categoryInfo")) if item.__class__ is dict]
    if not found:
        raise response.unexpected("no category")
    own = next((item for item in found if (id_text(item.get("categoryID")) or ROOT) == asked), found[0])
    below = rows(own.get("childCategorys")) or [item for item in found if item is not own]
    if len(found) > 1 and asked == ROOT and own.get("categoryID") not in (0, "0"):
        own, below = {"categoryID": 0, "isLeaf": False}, found
    level = (count(own.get("level")) or 0) + 1
    children = each(below, lambda row: _chinese(row, asked, level))[0]
    return CategoryFamily(_with_children(_chinese(own, None, level - 1), children), children)


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
