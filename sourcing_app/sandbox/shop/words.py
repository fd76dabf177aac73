"""The shop's vocabulary: every word with its translations, as titles and attributes use them.

Source: ``resources/sandbox/words.txt``, one word a line, one column a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from sourcing_app.sandbox.resources import resource

FOLDER = resource("sandbox")
LANGUAGES = ("zh", "en", "ja", "ko", "vi", "ru", "es", "th", "id")

Phrase: TypeAlias = Mapping[str, str]
"""One meaning in all languages: language code -> text. Languages may be missing; Chinese never is."""

COUNTRIES = {
    "japan": "ja", "vietnam": "vi", "malaysia": "en", "korea": "ko", "thailand": "th", "indonesia": "id",
    "singapore": "en", "philippines": "en", "russia": "ru", "france": "fr", "portugal": "pt", "brazil": "pt",
    "spain": "es", "mexico": "es", "america": "en", "china": "zh",
}  # fmt: skip


@cache
def words() -> dict[str, dict[str, Phrase]]:
    """Section -> key -> phrase, in the file's order."""
    sections: dict[str, dict[str, Phrase]] = {}
    current: dict[str, Phrase] = {}
    for line in (FOLDER / "words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            key, *texts = line.split("|")
            current[key] = dict(zip(LANGUAGES, texts, strict=True))
    return sections


def word(section: str, key: str) -> Phrase:
    return words()[section][key]


def same(text: str) -> Phrase:
    """A text that is the same in every language: ``500ml``, ``XL``, ``iPhone 15``."""
    return dict.fromkeys(LANGUAGES, text)


def say(phrase: Phrase, language: str) -> str:
    """The phrase in a language, English where that is missing, Chinese where that is missing too."""
    return phrase.get(language) or phrase.get("en") or phrase["zh"]


def language_of(country: str | None) -> str:
    """Language code of the wire's ``country``: a code (``ja``), a locale (``en_US``) or a name (``japan``)."""
    text = (country or "zh").strip().lower()
    return COUNTRIES.get(text, text.replace("-", "_").split("_")[0])
