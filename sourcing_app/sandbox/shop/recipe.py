"""How one generated offer comes about: the choices made for it, before any record or picture is made."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sourcing_app.sandbox.shop.categories import Leaf
from sourcing_app.sandbox.shop.titles import TitleWords
from sourcing_app.sandbox.shop.words import word, words

PATTERNS = ("plain", "plain", "stripes", "dots", "checks", "flowers", "gradient", "waves", "stars", "band")
METALS = ("gold", "silver_colour", "gold", "silver_colour", "white", "black", "red", "green", "blue", "purple")
WOODS = ("brown", "khaki", "beige", "black", "white", "grey", "green", "navy")
PATTERNLESS = frozenset(
    {
        "ring", "necklace", "earrings", "watch", "sunglasses", "cable", "knife", "pan", "pot", "chair", "headphones",
        "mouse", "cube", "ball", "glass",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Recipe:
    """seed and number of the offer, its leaf, its words, the colours on offer (first: that of the main picture).

    twist: a number from which the drawing takes its variations.
    """

    seed: int
    index: int
    leaf: Leaf
    title: TitleWords
    colours: tuple[str, ...]
    pattern: str
    material: str
    twist: int

    def dice(self, purpose: str) -> Random:
        return Random(f"{self.seed}:{purpose}:{self.index}")


def make_recipe(seed: int, index: int, leaf: Leaf) -> Recipe:
    dice = Random(f"{seed}:recipe:{index}")
    material = dice.choice(leaf.materials)
    pattern = "plain" if leaf.form in PATTERNLESS else dice.choice(PATTERNS)
    features = tuple(word("feature", key) for key in dice.sample(leaf.features, min(2, len(leaf.features))))
    title = TitleWords(
        noun=leaf.noun,
        material=word("material", material),
        style=word("style", dice.choice(leaf.styles)),
        pattern=None if pattern == "plain" and dice.random() < 0.6 else word("pattern", pattern),
        features=features[: dice.choice((1, 2, 2))],
        use=word("use", dice.choice(leaf.uses)),
        trades=tuple(word("trade", key) for key in dice.sample(list(words()["trade"]), dice.choice((1, 1, 2)))),
        code=f"{chr(65 + dice.randrange(24))}{chr(65 + dice.randrange(24))}{dice.randrange(100, 9999)}",
    )
    return Recipe(seed, index, leaf, title, _colours(dice, leaf), pattern, material, dice.randrange(1 << 30))


def _colours(dice: Random, leaf: Leaf) -> tuple[str, ...]:
    every = list(words()["colour"])
    if leaf.form in ("ring", "necklace", "earrings", "watch"):
        every = list(dict.fromkeys(METALS))
    elif leaf.form in ("chair", "blocks") and dice.random() < 0.6:
        every = list(WOODS)
    return tuple(dice.sample(every, min(len(every), dice.choice((1, 2, 3, 4, 5, 6, 8, 10)))))
