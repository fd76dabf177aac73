"""The words of enumerations: the platform's stand in its documents, ours are written down here."""

from __future__ import annotations

import re
from enum import Enum

import pytest

from sourcing_app.domain.words import Word
from tests.support.contract import FOLDER
from tests.support.defaults import classes_of

OURS: dict[str, list[object]] = {
    "Dialect": ["live", "seed"],
    "IntentState": ["sending", "created", "refused", "unknown", "absent"],
    "Opening": [1, 2, 3],
    "OrderSort": ["newest", "order", "supplier", "status", "total", "since"],
    "Problem": [
        "below_minimum", "off_lot", "above_stock", "mix_not_met", "too_large", "gone", "price_unknown", "too_many_lines",
    ],
    "QuoteType": [0, 1, 2],
    "Source": ["glossary", "trade", "dictionary", "nobody"],
}  # fmt: skip
"""Words of our own; those that lie on the disk are in tests/store/test_stored_words.py as well."""

UNDOCUMENTED = {"OrderStatus": [""], "SortKey": [""]}
"""What we call a state or an order that the platform did not name."""

ENUMS = {each.__name__: each for each in classes_of("domain") if issubclass(each, Enum) and each is not Word}


def documented() -> set[str]:
    """Every word in the platform's documents."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.parent.rglob("*.json"))]
    return {word for text in texts for word in re.findall(r"[A-Za-z0-9_]+", text)}


def test_words_of_our_own_stay_what_they_are() -> None:
    own = {name: [member.value for member in ENUMS[name]] for name in OURS}
    assert own == OURS


def test_every_word_of_the_platform_stands_in_its_documents() -> None:
    known = documented()
    strange = {
        name: [each.value for each in enum if each.value not in known and each.value not in UNDOCUMENTED.get(name, [])]
        for name, enum in ENUMS.items()
        if name not in OURS
    }
    assert {name: values for name, values in strange.items() if values} == {}


@pytest.mark.parametrize("name", sorted(name for name, enum in ENUMS.items() if issubclass(enum, Word)))
def test_a_word_that_is_not_known_is_kept_as_it_came(name: str) -> None:
    enum = ENUMS[name]
    new = enum("BRAND_NEW")
    assert isinstance(new, Word) and str(new) == "BRAND_NEW" == new.value and not new.is_known
    assert new not in list(enum) and new == enum("BRAND_NEW") and hash(new) == hash(enum("BRAND_NEW"))
    assert all(isinstance(each, Word) and each.is_known and enum(each.value) is each for each in enum)
    with pytest.raises(ValueError, match="3"):
        enum(3)
