"""Chinese by its sound: ``beibao`` finds 背包.

Titles are indexed by syllable; a typed word is cut into syllables in every way it can be (``xian`` is 先 and 西安).
pypinyin takes a third of a second and 40 MB to load, and no other thread runs for half of that, so a window would freeze:
the indexer asks a process of its own, which ends when it has answered.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from sourcing_app.store.terms import dense_text

_MOST_READINGS = 8
_LONGEST = 6
_LONGEST_WORD = 48
_PATIENCE_S = 60.0

_INITIALS_BY_FINAL = {
    "a": "b p m f d t n l g k h zh ch sh z c s w y -",
    "o": "b p m f l w y -",
    "e": "m d t n l g k h zh ch sh r z c s y -",
    "ai": "b p m d t n l g k h zh ch sh z c s w -",
    "ei": "b p m f d t n l g k h zh sh z w -",
    "ao": "b p m d t n l g k h zh ch sh r z c s y -",
    "ou": "p m f d t n l g k h zh ch sh r z c s y -",
    "an": "b p m f d t n l g k h zh ch sh r z c s w y -",
    "en": "b p m f d n g k h zh ch sh r z c s w -",
    "ang": "b p m f d t n l g k h zh ch sh r z c s w y -",
    "eng": "b p m f d t n l g k h zh ch sh r z c s w -",
    "ong": "d t n l g k h zh ch r z c s y",
    "i": "b p m d t n l j q x zh ch sh r z c s y",
    "ia": "d l j q x",
    "ie": "b p m d t n l j q x",
    "iao": "b p m d t n l j q x",
    "iu": "m d n l j q x",
    "ian": "b p m d t n l j q x",
    "in": "b p m n l j q x y",
    "iang": "n l j q x",
    "ing": "b p m d t n l j q x y",
    "iong": "j q x",
    "u": "b p m f d t n l g k h zh ch sh r z c s j q x w y",
    "ua": "g k h zh ch sh r",
    "uo": "d t n l g k h zh ch sh r z c s",
    "uai": "g k h zh ch sh",
    "ui": "d t g k h zh ch sh r z c s",
    "uan": "d t n l g k h zh ch sh r z c s j q x y",
    "un": "d t n l g k h zh ch sh r z c s j q x y",
    "uang": "g k h zh ch sh",
    "ue": "n l j q x y",
    "v": "n l",
    "er": "-",
}
SYLLABLES = frozenset(
    ("" if initial == "-" else initial) + final
    for final, initials in _INITIALS_BY_FINAL.items()
    for initial in initials.split()
)
"""All syllables of standard Chinese, ü written v, üe written ue."""


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a word of the letters a to z into syllables, at most eight; () when it is no pinyin."""
    if len(word) > _LONGEST_WORD:
        return ()
    cuts: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(word) + 1):
        found: list[tuple[str, ...]] = []
        for start in range(max(0, end - _LONGEST), end):
            if word[start:end] in SYLLABLES:
                found += [(*before, word[start:end]) for before in cuts[start]]
        cuts.append(sorted(found, key=len)[:_MOST_READINGS])
    return tuple(cuts[-1]) if word else ()


def pinyin_expression(words: tuple[str, ...]) -> str:
    """The FTS5 expression that finds titles that sound like all of these words; "" when one is no pinyin."""
    ways = [readings(word.replace("ve", "ue")) for word in words]
    if not words or not all(ways):
        return ""
    return " AND ".join("(" + " OR ".join(f'"{" ".join(way)}"' for way in each) + ")" for each in ways)


def syllables_of(title: str) -> str:
    """The syllables of a title's Chinese, blank between, "。" where it is interrupted. Loads pypinyin at the first call."""
    return " 。 ".join(_spoken(run) for run in dense_text(title).split())


@lru_cache(maxsize=8192)
def _spoken(run: str) -> str:
    """Of Chinese without a gap. Many suppliers use the same words, and asking costs a tenth of a millisecond."""
    import pypinyin  # only where it is needed: see the module's docstring

    return " ".join(pypinyin.lazy_pinyin(run, errors="ignore")).replace("ve", "ue")


def spoken_here(titles: list[str]) -> list[str]:
    """The syllables of each title. Loads pypinyin into this process."""
    return [syllables_of(title) for title in titles]


def spoken_elsewhere(titles: list[str]) -> list[str]:
    """The same (blocking), worked out in a process of its own. Raises OSError, subprocess.SubprocessError, ValueError."""
    if getattr(sys, "frozen", False):
        return spoken_here(titles)
    return [str(each) for each in answered_elsewhere(__name__, titles)]


def answered_elsewhere(module: str, texts: list[str]) -> list[Any]:
    """What a module of this room prints about texts (JSON) when it is run as a process of its own (blocking).

    Raises OSError, subprocess.SubprocessError, ValueError.
    """
    done = subprocess.run(
        [sys.executable, "-m", module],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        timeout=_PATIENCE_S,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    answers = json.loads(done.stdout)
    if not isinstance(answers, list) or len(answers) != len(texts):
        raise ValueError("not as many answers as texts")
    return answers


if __name__ == "__main__":
    print(json.dumps(spoken_here(json.load(sys.stdin))))
