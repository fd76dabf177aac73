"""The shipped tables of words, for tests."""

from __future__ import annotations

from sourcing_app.config.settings import resource
from sourcing_app.domain.reading.fixed_words import FixedWords
from sourcing_app.domain.reading.tables import Tables
from sourcing_app.domain.reading.trade_words import TradeWords
from sourcing_app.store import word_files

LANGUAGES = word_files.LANGUAGES
FOLDER = resource("words")


def tables(language: str) -> Tables:
    return word_files.read_tables(language, FOLDER)


def fixed_words(language: str) -> FixedWords:
    return word_files.fixed_words(language, FOLDER)


def trade_words(language: str) -> TradeWords:
    return word_files.trade_words(language, FOLDER)
