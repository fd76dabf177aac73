"""Answers that cannot be true, and whether two pictures are one."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QImage

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.ui.image_search.answer_watch import LEAST_OFFERS, Answer, AnswerWatch
from sourcing_app.ui.picture_print import PicturePrint, print_of
from tests.sandbox.shop.photos import picture_and_mask, recompressed

ALIKE, OTHER = PicturePrint(0, bytes(588)), PicturePrint((1 << 128) - 1, bytes(588))
LIST = tuple(OfferId(str(number)) for number in range(LEAST_OFFERS))
EVERYTHING = SearchQuery()


def test_the_same_answer_to_pictures_that_look_different_is_doubtful() -> None:
    watch = AnswerWatch()
    assert not watch.is_doubtful(Answer(ALIKE, EVERYTHING, LIST))
    assert not watch.is_doubtful(Answer(ALIKE, EVERYTHING, LIST)), "the same photo once more"
    assert not watch.is_doubtful(Answer(OTHER, EVERYTHING, LIST[::-1])), "in another order"
    assert watch.is_doubtful(Answer(OTHER, EVERYTHING, LIST))
    assert watch.is_doubtful(Answer(ALIKE, EVERYTHING, LIST)), "and asked again, the first is as doubtful"


@pytest.mark.parametrize(
    ("query", "offers"), [(SearchQuery(keyword="red"), LIST), (EVERYTHING, LIST[:-1]), (EVERYTHING, ())]
)
def test_an_answer_to_another_question_or_too_short_to_tell_is_not(
    query: SearchQuery, offers: tuple[OfferId, ...]
) -> None:
    watch = AnswerWatch()
    watch.is_doubtful(Answer(ALIKE, EVERYTHING, LIST))
    watch.is_doubtful(Answer(ALIKE, EVERYTHING, LIST[:-1]))
    watch.is_doubtful(Answer(ALIKE, EVERYTHING, ()))
    assert not watch.is_doubtful(Answer(OTHER, query, offers))


@pytest.fixture(scope="module")
def pictures() -> list[Image.Image]:
    """Of eight offers of each of six kinds."""
    shop, kinds = Shop.generated(), {}
    for offer in shop.listed:
        kinds.setdefault(offer.category.key, []).append(offer)
    chosen = Random(4).sample([each for each in kinds.values() if len(each) >= 8], 6)
    return [picture_and_mask(shop.recipes[offer.index])[0].convert("RGB") for kind in chosen for offer in kind[:8]]


def seen(image: Image.Image) -> PicturePrint:
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return print_of(QImage.fromData(kept.getvalue()))


def marked(image: Image.Image) -> Image.Image:
    made = image.copy()
    ImageDraw.Draw(made).rectangle((400, 560, 630, 620), fill=(255, 255, 255))
    return made


def test_a_picture_saved_again_smaller_or_with_a_mark_is_the_same_one(pictures: list[Image.Image]) -> None:
    for image in pictures:
        first = seen(image.resize((220, 220)))
        for again in (recompressed(image, 30), recompressed(image.resize((150, 150)), 60), marked(image)):
            assert first.is_like(seen(again))


def test_pictures_of_other_things_of_a_kind_are_not_the_same_one(pictures: list[Image.Image]) -> None:
    prints = [seen(image.resize((220, 220))) for image in pictures]
    pairs = [(one, other) for at, one in enumerate(prints) for other in prints[:at]]
    assert not any(one.is_like(other) for one, other in pairs)
