"""Changing a query one thing at a time, and saying what it holds as chips. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import CategoryId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import FilterSection, SearchQuery
from sourcing_app.ui.format import money_text
from sourcing_app.ui.results.result_bar import QueryChip
from sourcing_app.ui.texts import tr


def chips_of(query: SearchQuery, filter_names: Mapping[str, str], category_name: str) -> tuple[QueryChip, ...]:
    """In the order category, price, filters."""
    chips = []
    if query.category_id is not None:
        chips.append(QueryChip("category", category_name or query.category_id, "tag"))
    if query.price_from is not None or query.price_to is not None:
        chips.append(QueryChip("price", price_range_text(query.price_from, query.price_to)))
    chips += [QueryChip(key, filter_names.get(key, key)) for key in query.filters]
    return tuple(chips)


def price_range_text(low: Money | None, high: Money | None) -> str:
    """ "CN¥10.00 to CN¥30.00", "from …", "up to …"."""
    if low is not None and high is not None:
        return f"{money_text(low)} – {money_text(high)}"
    return tr("from {0}").format(money_text(low)) if low is not None else tr("up to {0}").format(money_text(high))


def without(query: SearchQuery, key: str) -> SearchQuery:
    """The query with one chip taken off."""
    if key == "category":
        return replace(query, category_id=None)
    if key == "price":
        return replace(query, price_from=None, price_to=None)
    return replace(query, filters=tuple(each for each in query.filters if each != key))


def without_any(query: SearchQuery) -> SearchQuery:
    """Only words, language and sorting stay."""
    return replace(query, category_id=None, price_from=None, price_to=None, filters=())


def with_filter(query: SearchQuery, key: str, ticked: bool, rivals: tuple[str, ...] = ()) -> SearchQuery:
    """A filter set or taken off. rivals: the other values of its group, of which at most one holds."""
    kept = {each for each in query.filters if each != key and not (ticked and each in rivals)}
    return replace(query, filters=tuple(sorted({*kept, key} if ticked else kept)))


def with_category(query: SearchQuery, category_id: CategoryId | None) -> SearchQuery:
    """Within a category; None for all."""
    return replace(query, category_id=category_id)


def filter_names(sections: tuple[FilterSection, ...]) -> dict[str, str]:
    """key to name, with the group before a value's name where it alone says too little (">=99%")."""
    names = {}
    for section in sections:
        for choice in section.choices:
            names[choice.key] = f"{isolated(choice.group)}: {isolated(choice.name)}" if choice.group else choice.name
    return names


def rivals_of(sections: tuple[FilterSection, ...], key: str) -> tuple[str, ...]:
    """The other values of the group that a key is a value of."""
    choices = [choice for section in sections for choice in section.choices]
    group = next((choice.group for choice in choices if choice.key == key), "")
    return tuple(choice.key for choice in choices if group and choice.group == group and choice.key != key)
