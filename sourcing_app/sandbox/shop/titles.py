"""Titles as sellers write them: a row of words, put together in the order of each language."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.words import Phrase, say


@dataclass(frozen=True)
class TitleWords:
    """The words of one title. ``code``: a model number that makes the title its offer's own."""

    noun: Phrase
    material: Phrase
    style: Phrase
    pattern: Phrase | None
    features: tuple[Phrase, ...]
    use: Phrase
    trades: tuple[Phrase, ...]
    code: str

    def phrases(self) -> tuple[Phrase, ...]:
        """All words, the noun first, without the model number."""
        found = (self.noun, self.material, self.style, self.pattern, *self.features, self.use, *self.trades)
        return tuple(phrase for phrase in found if phrase)

    def title(self, language: str) -> str:
        if language == "zh":
            return self._chinese()
        if language in ("ja", "ko"):
            return " ".join(self._texts(language, modifiers_first=True))
        if language in ("en", "fr", "pt", "ar"):
            return self._english()
        if language in ("ru", "es", "vi", "id"):
            return self._noun_first(language)
        return " ".join(self._texts(language, modifiers_first=False))

    def _texts(self, language: str, *, modifiers_first: bool) -> list[str]:
        before = [self.style, self.material, self.pattern]
        if not modifiers_first:
            before.reverse()
        around = [say(phrase, language) for phrase in before if phrase]
        noun = say(self.noun, language)
        rest = [say(phrase, language) for phrase in (*self.features, self.use, *self.trades)]
        named = [*around, noun] if modifiers_first else [noun, *around]
        return [*named, self.code, *rest]

    def _chinese(self) -> str:
        """Sellers run the words together and end with the trade words."""
        pattern = self.pattern["zh"] if self.pattern else ""
        features = "".join(feature["zh"] for feature in self.features)
        trades = "".join(trade["zh"] for trade in self.trades)
        return (
            f"{self.style['zh']}{self.material['zh']}{pattern}{self.noun['zh']}{features}{self.use['zh']}"
            f"{self.code}{trades}"
        )

    def _english(self) -> str:
        around = [say(phrase, "en") for phrase in (self.style, self.pattern, self.material, self.noun) if phrase]
        rest = [say(phrase, "en") for phrase in (*self.features, self.use, *self.trades)]
        head = " ".join(around)
        return f"{head[0].upper()}{head[1:]} {self.code}, {', '.join(rest)}"

    def _noun_first(self, language: str) -> str:
        parts = [self.noun, self.material, self.pattern, self.style]
        head = " ".join(say(phrase, language) for phrase in parts if phrase)
        rest = [say(phrase, language) for phrase in (*self.features, self.use, *self.trades)]
        return f"{head[0].upper()}{head[1:]} {self.code}, {', '.join(rest)}"
