"""Names of the filters and sorts in the languages of the shop. Source: contract product.filterData.queryConfig."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.shop.words import FOLDER, LANGUAGES, Phrase, say


def filter_groups(language: str) -> list[dict[str, Any]]:
    """The reply's groups. ``filters.txt``: ``[type]`` heads a group, ``+`` begins a choice list, ``-`` is one choice."""
    groups: list[dict[str, Any]] = []
    for line in (FOLDER / "filters.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, *texts = line.split("|")
        phrase: Phrase = dict(zip(LANGUAGES, texts, strict=True))
        name = say(phrase, language)
        if key.startswith("["):
            groups.append({"configList": [], "configName": name, "configType": key.strip("[]")})
        elif key == "+":
            groups[-1]["configList"].append({"filterName": name, "type": "1", "valueList": []})
        elif key.startswith("-"):
            groups[-1]["configList"][-1]["valueList"].append({"choiceKey": key[1:], "choiceName": name})
        else:
            kind = "2" if groups[-1]["configType"] == "sort" else "0"
            groups[-1]["configList"].append({"choiceKey": key, "filterName": name, "type": kind})
    return groups
