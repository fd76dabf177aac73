"""Categories: a tree of three levels."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.ids import CategoryId

ROOT = CategoryId("0")
"""The parent of the top level. Source: contract alibaba.category.get."""


@dataclass(frozen=True, slots=True)
class Category:
    """One node. name: Chinese; name_translated: None where the platform has none; children: in the platform's order."""

    category_id: CategoryId
    name: str
    name_translated: str | None
    parent_id: CategoryId | None
    level: int
    is_leaf: bool
    children: tuple[CategoryId, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryFamily:
    """A category and those right below it, in the platform's order."""

    category: Category
    children: tuple[Category, ...] = ()
