import base64

import pytest

from sourcing_app.domain.category import ROOT
from sourcing_app.domain.ids import CategoryId, OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.errors import InvalidInput, OfferGone, Unreachable
from sourcing_app.usecases.browse import BrowseCategories, LoadFilters
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.open_offer import OpenOffer
from sourcing_app.usecases.search_by_picture import SearchByPicture
from sourcing_app.usecases.search_history import SearchHistory
from sourcing_app.usecases.search_offers import LONGEST_KEYWORD, SearchOffers, check_query, clean_keyword
from tests.usecases.desk import Desk

QUERY = SearchQuery("bag")


async def test_results_seen_before_come_from_disk_with_their_age(desk: Desk) -> None:
    search = SearchOffers(desk.session)
    assert await search.cached(QUERY) is None
    page = await search(QUERY)
    cached = await search.cached(SearchQuery("  bag "))
    assert page.offers and cached is not None and cached.value == page


async def test_offers_seen_are_found_offline(desk: Desk) -> None:
    search = SearchOffers(desk.session)
    page = await search(QUERY)
    await desk.session.platform.close()
    word = page.offers[0].title[:2]
    assert page.offers[0].offer_id in [offer.offer_id for offer in await search.local(word, 500)]


async def test_what_was_searched_is_remembered_once_newest_first(desk: Desk) -> None:
    search, history = SearchOffers(desk.session), SearchHistory(desk.session)
    for keyword in ("bag", "cup", "bag"):
        await search(SearchQuery(keyword))
    assert await history.recent() == ("bag", "cup") and await history.recent("C") == ("cup",)
    await history.forget("bag")
    assert await history.recent() == ("cup",)
    await history.clear()
    assert await history.recent() == ()


async def test_a_search_is_saved_with_its_filters(desk: Desk) -> None:
    history = SearchHistory(desk.session)
    query = SearchQuery("bag", filters=("a", "b"), price_to=Money.from_yuan("9.90"))
    await history.save(query, " Bags ")
    (saved,) = await history.saved()
    assert (saved.name, saved.query) == ("Bags", query)
    await history.remove_saved("Bags")
    assert await history.saved() == ()
    with pytest.raises(InvalidInput):
        await history.save(query, " ")


@pytest.mark.parametrize(
    ("query", "field", "reason"),
    [
        (SearchQuery(""), "keyword", "empty"),
        (SearchQuery(" \t\u200b\x00"), "keyword", "empty"),
        (SearchQuery("x" * (LONGEST_KEYWORD + 1)), "keyword", "too_long"),
        (SearchQuery("/home/anna/tasche"), "keyword", "local_file"),
        (SearchQuery("IMG_0001.HEIC"), "keyword", "local_file"),
        (SearchQuery("x", price_from=Money.from_fen(2), price_to=Money.from_fen(1)), "price", "reversed"),
        (SearchQuery("x", price_from=Money.from_fen(-1)), "price", "negative"),
    ],
)
def test_a_query_that_cannot_be_sent_says_which_field(query: SearchQuery, field: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        check_query(query)
    assert (raised.value.field, raised.value.reason) == (field, reason)


async def test_words_beside_a_photo_name_no_file_of_this_computer(desk: Desk) -> None:
    picture = PreparedPicture(b"x", 100, 100, "0" * 64, 100, 100)
    with pytest.raises(InvalidInput, match="local_file"):
        await SearchByPicture(desk.session, lambda _: picture)(picture, SearchQuery("C:\\Users\\Anna"))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  双肩  背包\n", "双肩 背包"),
        ("a\x00b\ud800", "ab"),
        ("😀 cup", "😀 cup"),
        ("\u202eabc", "abc"),
        ("ＵＳＢ", "ＵＳＢ"),
    ],
)
def test_a_keyword_loses_only_what_cannot_be_seen(text: str, clean: str) -> None:
    assert clean_keyword(text) == clean


def test_a_category_alone_is_a_search() -> None:
    assert check_query(SearchQuery(category_id=CategoryId("1"), filters=("b", "a", "b"))).filters == ("a", "b")


async def test_a_full_cache_does_not_lose_the_results(desk: Desk) -> None:
    await desk.session.cache.searches._database.read(lambda connection: connection.execute("PRAGMA query_only = ON"))
    assert (await SearchOffers(desk.session)(QUERY)).offers


async def test_an_offer_is_kept_for_later(desk: Desk) -> None:
    what = await desk.buyable()
    opened = OpenOffer(desk.session)
    offer = await opened(OfferId(str(what.offer_id)))
    cached = await opened.cached(offer.offer_id)
    assert cached is not None and cached.value == offer


async def test_an_offer_that_does_not_exist_is_gone(desk: Desk) -> None:
    with pytest.raises(OfferGone):
        await OpenOffer(desk.session)(OfferId("999999999999"))


async def test_categories_filters_and_addresses_stay_readable_offline(desk: Desk) -> None:
    browse, filters, addresses = BrowseCategories(desk.session), LoadFilters(desk.session), ListAddresses(desk.session)
    seen = (await browse.children(ROOT), await filters(), await addresses())
    assert all(seen) and seen[2][0].is_default
    desk.fault("*", "html", times=0)
    assert (await browse.children(ROOT), await filters(), await addresses.cached()) == seen
    assert (await browse.cached(ROOT), await filters.cached()) == seen[:2]
    with pytest.raises(Unreachable):
        await browse.children(seen[0][0].category_id)


PICTURE = PreparedPicture(b"\xff\xd8\xff", 100, 80, "ab" * 32, 200, 160, "photo.jpg")


@pytest.mark.parametrize(
    ("region", "reason"),
    [(Region(0, 0, 0, 5), "empty"), (Region(0, 0, 101, 5), "outside"), (Region(-1, 0, 5, 5), "outside")],
)
async def test_a_region_outside_the_picture_is_refused(desk: Desk, region: Region, reason: str) -> None:
    search = SearchByPicture(desk.session, lambda source: PICTURE)
    with pytest.raises(InvalidInput) as raised:
        await search(PICTURE, SearchQuery(), region=region)
    assert raised.value.reason == reason


async def test_a_photo_is_prepared_uploaded_once_and_remembered(desk: Desk) -> None:
    what = await desk.buyable()
    offer = await OpenOffer(desk.session)(OfferId(str(what.offer_id)))
    jpeg = desk.sandbox.page(offer.pictures[0]).content
    picture = PreparedPicture(jpeg, 800, 800, base64.b16encode(jpeg[:32]).decode(), 800, 800)
    search = SearchByPicture(desk.session, lambda source: picture)
    prepared = await search.prepare(jpeg)
    page = await search(prepared, SearchQuery())
    await search(prepared, SearchQuery(), region=Region(0, 0, 400, 400))
    uploads = desk.sandbox.look("calls", api="product.image.upload")["calls"]
    assert page.offers and len(uploads) == 1
    (recent,) = await search.recent()
    assert recent.value == picture
    await search.forget(picture.sha256)
    assert await search.recent() == ()
