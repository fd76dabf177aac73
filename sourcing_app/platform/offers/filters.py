"""The filter configuration: from the wire, and the fixed lists for a gateway that does not offer it."""

from __future__ import annotations

from sourcing_app.domain.offer import FilterChoice, FilterConfig, FilterSection
from sourcing_app.platform.transport.fields import Json, each, members, optional, plain, rows, text


def filter_sections(payload: Json) -> tuple[FilterSection, ...]:
    """The sections of type filter; the one of sort keys is left out. Contract: product.filterData.queryConfig."""
    found = rows(payload)
    wanted = [group for group in found if text(members(group).get("configType")) == "filter"]
    sections, _ = each(wanted, _section)
    return tuple(section for section in sections if section.choices)


def filter_config(payload: Json) -> FilterConfig:
    """All of it, the sort keys too."""
    sorts, _ = each([group for group in rows(payload) if text(members(group).get("configType")) == "sort"], _section)
    return FilterConfig(filter_sections(payload), tuple(choice for section in sorts for choice in section.choices))


def _section(group: dict[str, Json]) -> FilterSection:
    choices: list[FilterChoice] = []
    for item in map(members, rows(group.get("configList"))):
        name = plain(item.get("filterName"))
        if key := optional(item.get("choiceKey")):
            choices.append(FilterChoice(key, name or key))
        for value in map(members, rows(item.get("valueList"))):
            if key := optional(value.get("choiceKey")):
                choices.append(FilterChoice(key, plain(value.get("choiceName")) or key, name))
    return FilterSection(plain(group.get("configName")), tuple(choices))


def _group(name: str, **choices: str) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(key, label, name) for key, label in choices.items())


FIXED_FILTERS: tuple[FilterSection, ...] = (
    FilterSection(
        "Service Quality",
        (
            FilterChoice("certifiedFactory", "Certified factory"),
            *_group(
                "Overall experience score", totalEpScoreLv1="5 stars", totalEpScoreLv2="4.5 to 5 stars",
                totalEpScoreLv3="4 to 4.5 stars", totalEpScoreLv4="below 4 stars",
            ),
            *_group(
                "Picked up within 24 h", getRate24HLv3="at least 99 %", getRate24HLv2="at least 95 %",
                getRate24HLv1="below 95 %",
            ),
            *_group(
                "Picked up within 48 h", getRate48HLv3="at least 99 %", getRate48HLv2="at least 95 %",
                getRate48HLv1="below 95 %",
            ),
        ),
    ),
    FilterSection(
        "Service Assurance",
        (
            FilterChoice("freeCredit", "Credit purchase without fee"),
            FilterChoice("shipInToday", "Ships today"),
            FilterChoice("shipIn24Hours", "Ships within 24 h"),
            FilterChoice("shipIn48Hours", "Ships within 48 h"),
            FilterChoice("noReason7DReturn", "7-day return"),
            FilterChoice("isOnePsale", "One-piece dropship"),
            FilterChoice("isOnePsaleFreePost", "One piece with free shipping"),
            FilterChoice("dyCiphertext", "Masked label printing Douyin"),
            FilterChoice("ksCiphertext", "Masked label printing Kuaishou"),
        ),
    ),
    FilterSection(
        "Pools and novelty",
        (
            FilterChoice("1688Selection", "1688 selection"),
            FilterChoice("jxhy", "Curated distribution supply"),
            FilterChoice("new7", "New within 7 days"),
            FilterChoice("new30", "New within 30 days"),
            FilterChoice("isQqyx", "Global selection"),
            FilterChoice("isSelect", "Cross-border select pool"),
        ),
    ),
)  # fmt: skip
"""Source: enums.json, filter_groups."""
