"""Words as the local search compares them, and the terms an offer is found by.

Scripts written without spaces (Chinese, kana, hangul, Thai) are cut into all their one- and two-character pieces: one or
two characters are then one term, and longer words a phrase of overlapping pairs, so that a search finds exactly the rows
that a substring scan would. Other scripts are whole words, found by their beginning.
"""

from __future__ import annotations

import re
import unicodedata

from sourcing_app.domain.reading.variants import TO_SIMPLIFIED

_DENSE = (
    "\u0e00-\u0e7f\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_PIECES = re.compile(f"([{_DENSE}]+)|([^\\W_{_DENSE}]+)")
_LATIN_MARKS = re.compile("(?<=[a-z\u0300-\u036f])[\u0300-\u036f]+")
_SHORTEST_NUMBER = 2
_GAP = "。"
"""A term that no text has: it keeps phrases from reaching over a gap."""


def fold(text: str) -> str:
    """Any case, width, accent and Chinese script made equal. Half characters are dropped."""
    folded = text if text.isascii() else _fold_wide(text)
    return folded.lower()


def _fold_wide(text: str) -> str:
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    decomposed = unicodedata.normalize("NFKD", whole).casefold()
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", decomposed)).translate(TO_SIMPLIFIED)


def terms_of(text: str) -> tuple[str, str]:
    """The terms of a text, blank between: (pieces of dense scripts, words of the others)."""
    dense: list[str] = []
    words: list[str] = []
    single: dict[str, None] = {}
    for run, word in _PIECES.findall(fold(text)):
        if word:
            words.append(word)
            continue
        dense += [run[at : at + 2] for at in range(len(run) - 1)]
        dense.append(_GAP)
        single.update(dict.fromkeys(run))
    return " ".join([*dense, *single]), " ".join(words)


def dense_text(text: str) -> str:
    """What of a text is Chinese or written like it, a gap between runs: what has pinyin."""
    return " ".join(run for run, _ in _PIECES.findall(fold(text)) if run)


def match_expression(words: str) -> str:
    """The FTS5 expression that finds offers with all of these words; "" when there is nothing to look for."""
    return " AND ".join(_condition(run, word) for run, word in _PIECES.findall(fold(words)))


def order_terms(text: str) -> tuple[str, str, str]:
    """The terms of an order's text: as ``terms_of``, and the ends of its numbers: ids and waybills are known by them, so
    each is kept backwards too."""
    lines = "\n".join(dict.fromkeys(text.splitlines()))
    dense, words = terms_of(lines)
    return dense, words, " ".join(word[::-1] for word in dict.fromkeys(words.split()) if _is_number(word))


def order_expression(words: str) -> str:
    """The FTS5 expression that finds orders with all of these words, numbers by their beginning or their end."""
    return " AND ".join(_order_condition(run, word) for run, word in _PIECES.findall(fold(words)))


def _order_condition(run: str, word: str) -> str:
    if not _is_number(word):
        return _condition(run, word)
    return f'(words : "{word}" * OR tails : "{word[::-1]}" *)'


def _is_number(word: str) -> bool:
    """Whether it is told apart by its end: an id, a waybill, an item number."""
    return len(word) > _SHORTEST_NUMBER and any(each.isdigit() for each in word)


def _condition(run: str, word: str) -> str:
    if word:
        return f'words : "{word}" *'
    if len(run) == 1:
        return f'dense : "{run}"'
    pairs = " ".join(run[at : at + 2] for at in range(len(run) - 1))
    return f'dense : "{pairs}"'


def latin_words(words: str) -> tuple[str, ...]:
    """The words when all of them may be pinyin (letters a to z only), else nothing."""
    pieces = fold(words).replace("'", " ").split()
    return tuple(pieces) if pieces and all(piece.isascii() and piece.isalpha() for piece in pieces) else ()
