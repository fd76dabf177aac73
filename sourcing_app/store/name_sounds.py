"""How the characters of names are read: the syllable of each, for people, streets and companies.

A name is no running text: a character with several readings that stands in no known phrase has the one that names have
(长 is chang, not zhang). pypinyin costs 53 MB and a third of a second: it is loaded in a process of its own.
"""

from __future__ import annotations

import json
import sys

from sourcing_app.store.pinyin import answered_elsewhere

_IN_NAMES = {
    "长": "chang",
    "重": "zhong",
    "朝": "chao",
    "盛": "sheng",
    "乐": "le",
    "会": "hui",
    "单": "dan",
    "行": "hang",
}
_IN_NAMES |= {"都": "du", "大": "da", "石": "shi", "系": "xi", "还": "huan", "了": "liao", "地": "di", "得": "de"}
_IN_NAMES |= {
    "藏": "zang",
    "发": "fa",
    "好": "hao",
    "和": "he",
    "卡": "ka",
    "奇": "qi",
    "强": "qiang",
    "曲": "qu",
    "少": "shao",
}
_IN_NAMES |= {
    "宿": "su",
    "万": "wan",
    "为": "wei",
    "兴": "xing",
    "应": "ying",
    "正": "zheng",
    "传": "chuan",
    "仔": "zi",
    "冲": "chong",
}
_LONGEST_PHRASE = 4


def sounds_here(names: list[str]) -> list[list[str]]:
    """The syllables of each name, one a character; none where one has no reading. Loads pypinyin into this process."""
    return [_sounds(name) for name in names]


def sounds_elsewhere(names: list[str]) -> list[list[str]]:
    """The same (blocking), worked out in a process of its own. Raises OSError, subprocess.SubprocessError, ValueError."""
    if getattr(sys, "frozen", False):
        return sounds_here(names)
    return [[str(each) for each in name] for name in answered_elsewhere(__name__, names)]


def _sounds(name: str) -> list[str]:
    import pypinyin  # only where it is needed: see the module's docstring
    from pypinyin.constants import PHRASES_DICT

    read = pypinyin.lazy_pinyin(name)
    in_phrase = [False] * len(name)
    for start in range(len(name)):
        for end in range(start + 2, min(len(name), start + _LONGEST_PHRASE) + 1):
            if name[start:end] in PHRASES_DICT:
                in_phrase[start:end] = [True] * (end - start)
    if len(read) != len(name):
        return []
    return [
        syllable if known else _IN_NAMES.get(character, syllable)
        for character, syllable, known in zip(name, read, in_phrase, strict=True)
    ]


if __name__ == "__main__":
    print(json.dumps(sounds_here(json.load(sys.stdin))))
