"""The attribute table of a generated offer, with translations."""

from __future__ import annotations

from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.records import Attribute, ShopOffer
from sourcing_app.sandbox.shop.words import LANGUAGES, Phrase, same, word

IDS = {
    "brand": 2176, "material": 287, "style": 973, "pattern": 1046, "audience": 8614, "function": 6214, "origin": 346,
    "season": 364, "cargo_number": 3939, "imported": 7588, "custom": 182282223,
}  # fmt: skip

PROVINCES: dict[str, Phrase] = {
    zh: dict(zip(LANGUAGES, (zh, en, ja, ko, en, ru, en, en, en), strict=True))
    for zh, en, ja, ko, ru in (
        ("浙江省", "Zhejiang", "浙江省", "저장성", "Чжэцзян"),
        ("广东省", "Guangdong", "広東省", "광둥성", "Гуандун"),
        ("福建省", "Fujian", "福建省", "푸젠성", "Фуцзянь"),
        ("江苏省", "Jiangsu", "江蘇省", "장쑤성", "Цзянсу"),
        ("山东省", "Shandong", "山東省", "산둥성", "Шаньдун"),
        ("河北省", "Hebei", "河北省", "허베이성", "Хэбэй"),
        ("江西省", "Jiangxi", "江西省", "장시성", "Цзянси"),
        ("上海市", "Shanghai", "上海市", "상하이", "Шанхай"),
    )
}


def make_attributes(recipe: Recipe, offer: ShopOffer) -> tuple[Attribute, ...]:
    dice = recipe.dice("attributes")
    title = recipe.title
    rows = [
        _row("brand", word("value", "own_brand")),
        _row("material", title.material),
        _row("style", title.style),
        _row("pattern", word("pattern", recipe.pattern)),
        _row("audience", title.use),
        *(_row("function", feature) for feature in title.features),
        _row("origin", PROVINCES[offer.supplier.region.province]),
        _row("cargo_number", same(offer.cargo_number)),
        _row("imported", word("value", "no")),
        _row("custom", word("value", dice.choice(("yes", "yes", "no")))),
    ]
    if "repeated_attribute" in offer.flags:
        seasons = ("spring", "summer_season", "autumn", "winter_season")
        rows += [_row("season", word("value", key)) for key in seasons[: dice.randrange(2, 5)]]
    return tuple(rows)


def _row(key: str, value: Phrase) -> Attribute:
    return Attribute(IDS[key], word("attribute", key), value)
