"""Reads the tables of words of a language from the folder that the program ships them in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sourcing_app.domain.reading.fixed_words import FixedWords
from sourcing_app.domain.reading.tables import FAMILIES, Tables, read_table
from sourcing_app.domain.reading.trade_words import TradeWords

LANGUAGES = ("en", "ja")
"""Those with tables of words; a buyer of another language reads English."""


def read_tables(language: str, folder: Path) -> Tables:
    """All families of a language (blocking: some tens of milliseconds). A file that is missing or unreadable is empty."""
    code = language if language in LANGUAGES else "en"
    families = {name: _table(folder / code / f"{name}.tsv") for name in (*FAMILIES, "kanji")}
    return Tables(code, families, _table(folder / "surnames.tsv"), _table(folder / "sounds.tsv"))


@cache
def fixed_words(language: str, folder: Path) -> FixedWords:
    """The fixed words of a language, read once (blocking)."""
    return FixedWords(_tables(language, folder))


@cache
def trade_words(language: str, folder: Path) -> TradeWords:
    """The words of the trade in a language, read once (blocking)."""
    return TradeWords(_tables(language, folder))


@cache
def _tables(language: str, folder: Path) -> Tables:
    return read_tables(language, folder)


def _table(path: Path) -> dict[str, str]:
    try:
        return read_table(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
