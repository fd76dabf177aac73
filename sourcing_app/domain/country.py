"""Languages, countries and dialling areas of the platform, as types that keep an unknown value.

Source: enums.json, country and mobileArea (sections 9.1 and 9.2 of the solution document). On the live gateway
``country`` means a language in searches and a country in a registration.
"""

from __future__ import annotations

from sourcing_app.domain.words import Word


class Language(Word):
    """What titles are translated to. A language must be activated for the app."""

    ENGLISH = "en"
    JAPANESE = "ja"
    KOREAN = "ko"
    RUSSIAN = "ru"
    VIETNAMESE = "vi"
    THAI = "th"
    INDONESIAN = "id"
    FRENCH = "fr"
    PORTUGUESE = "pt"
    SPANISH = "es"
    ARABIC = "ar"
    CHINESE = "zh"


class Country(Word):
    """Where end users live. The document lists three and continues with dots."""

    JAPAN = "japan"
    VIETNAM = "vietnam"
    MALAYSIA = "malaysia"


class MobileArea(Word):
    """Where a mobile number is from: two capitals. The document lists three and continues with dots."""

    JAPAN = "JP"
    VIETNAM = "VN"
    MALAYSIA = "MY"


class MemoColour(Word):
    """The flag of a private order memo. Source: contract alibaba.order.memoAdd."""

    RED = "1"
    BLUE = "2"
    GREEN = "3"
    YELLOW = "4"
