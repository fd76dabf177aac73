"""Five text sizes of the system's font, with families behind it that have every script we show."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication


class TextSize(Enum):
    """Pixels at a system text size of 13 px."""

    CAPTION = 12
    BODY = 13
    STRONG = 15
    TITLE = 20
    HERO = 28


_LATIN = ("Noto Sans", "DejaVu Sans")
_CHINESE = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
_JAPANESE = ("Hiragino Sans", "Yu Gothic UI", "Meiryo UI", "Noto Sans CJK JP")
_KOREAN = ("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR")
_THAI = ("Thonburi", "Leelawadee UI", "Noto Sans Thai", "Noto Sans Thai Looped")
_FIRST = {"ja": _JAPANESE, "ko": _KOREAN, "th": _THAI}


def families(system: str, language: str = "en") -> list[str]:
    """The system's family, then fallbacks; the language decides whose shapes shared Chinese characters take."""
    chain = [system, *_LATIN, *_FIRST.get(language, ()), *_CHINESE, *_JAPANESE, *_KOREAN, *_THAI]
    if system in ("Sans Serif", "Sans"):
        chain.insert(0, "Noto Sans")
    return list(dict.fromkeys(chain))


def system_scale(system_px: int) -> float:
    """How much larger than usual the person wants text: 1.0 up to 14 px, then in proportion."""
    return system_px / 13 if system_px > 14 else 1.0


def text_scale() -> float:
    """The scale that the application's font was set up with."""
    return QGuiApplication.font().pixelSize() / TextSize.BODY.value if QGuiApplication.font().pixelSize() > 0 else 1.0


def scaled(pixels: float) -> int:
    """A length that has to grow with the text in it; as it is where the system's text has its usual size."""
    return round(pixels * text_scale())


def base_font(system: QFont, language: str = "en") -> QFont:
    """Body text, made from the system's font as it was before ours."""
    font = QFont(system)
    font.setFamilies(families(system.family(), language))
    font.setPixelSize(round(TextSize.BODY.value * system_scale(QFontInfo(system).pixelSize())))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def font(size: TextSize = TextSize.BODY, *, strong: bool = False, figures: bool = False) -> QFont:
    """One of the five. strong: half bold; figures: all digits equally wide, for numbers under each other."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(round(size.value * text_scale()))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
