"""Categories: a tree of three levels."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.ids import CategoryId

ROOT = CategoryId("0")
"""The parent of the top level. Source: contract alibaba.category.get."""


@dataclass(frozen=True, slots=True)
class CategoryFeature:
    """A mark of a category. inherited: by those below it; status: no values are documented."""

    key: str
    value: str
    status: str = ""
    inherited: bool | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """One node. name: Chinese; name_translated: None where the platform has none; children: in the platform's order.

    language: of the translation; kind, min_quantity, can_be_processed, features: of the Chinese call alone.
    """

    category_id: CategoryId
    name: str
    name_translated: str | None
    parent_id: CategoryId | None
    level: int
    is_leaf: bool
    children: tuple[CategoryId, ...] = ()
    language: str = ""
    kind: str = ""
    min_quantity: int | None = None
    can_be_processed: bool | None = None
    features: tuple[CategoryFeature, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryFamily:
    """A category and those right below it, in the platform's order."""

    category: Category
    children: tuple[Category, ...] = ()
