"""Search by a photo: prepare it off the loop, upload it once, search as often as wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import ImageId
from sourcing_app.domain.offer import OfferPage, SearchQuery
from sourcing_app.domain.picture import PhotoSource, PreparedPicture, Region
from sourcing_app.errors import InvalidInput, Refused
from sourcing_app.platform.offers import calls as offer_calls
from sourcing_app.usecases.keeping import keep
from sourcing_app.usecases.search_offers import PAGE_SIZE, check_prices, sendable_keyword
from sourcing_app.usecases.session import Session

PreparePhoto = Callable[[PhotoSource], PreparedPicture]
"""Blocking; raises PictureUnreadable. A ``PhotoWorker`` of ``imaging.worker`` in the program."""


def _nothing_to_stop() -> None:
    """Where photos are prepared in no time."""


class SearchByPicture:
    """One picture search after another."""

    def __init__(
        self, session: Session, prepare_photo: PreparePhoto, stop_preparing: Callable[[], None] = _nothing_to_stop
    ) -> None:
        self._session = session
        self._prepare_photo = prepare_photo
        self._stop_preparing = stop_preparing
        self._uploaded: dict[str, ImageId] = {}
        self._uploading: dict[str, asyncio.Task[ImageId]] = {}

    async def prepare(self, source: PhotoSource) -> PreparedPicture:
        """The photo ready to be uploaded, made off the GUI thread. Raises PictureUnreadable, "cancelled" after
        ``cancel_preparing``."""
        return await asyncio.to_thread(self._prepare_photo, source)

    def cancel_preparing(self) -> None:
        """Nobody waits any more for the photo that is being prepared; returns at once."""
        self._stop_preparing()

    async def upload(self, picture: PreparedPicture) -> None:
        """Begin before it is known which part of it counts: a search that comes meanwhile waits for this upload."""
        if picture.sha256 not in self._uploaded:
            await self._upload(picture)

    async def __call__(
        self, picture: PreparedPicture, query: SearchQuery, page: int = 1, region: Region | None = None
    ) -> OfferPage:
        """Offers that look like the picture (or the region of it), most alike first. The picture joins the recent ones."""
        check_prices(query)
        query = replace(query, keyword=sendable_keyword(query.keyword))
        _check_region(picture, region)
        session = self._session
        known = self._uploaded.get(picture.sha256)
        try:
            image_id = known or await self._upload(picture)
            found = await session.platform.send(offer_calls.IMAGE_QUERY, image_id, query, page, PAGE_SIZE, region)
        except Refused:
            if known is None:
                raise
            image_id = await self._upload(picture)  # uploads do not live for ever
            found = await session.platform.send(offer_calls.IMAGE_QUERY, image_id, query, page, PAGE_SIZE, region)
        await keep(session.cache.offers.save_summaries(session.key, found.offers, session.clock()))
        return found

    async def recent(self, limit: int = 12) -> tuple[Aged[PreparedPicture], ...]:
        """The photos last searched with, newest first."""
        return await self._session.ledger.searches.recent_photos(self._session.key, limit)

    async def forget(self, sha256: str) -> None:
        """Takes one photo out of the recent ones."""
        await self._session.ledger.searches.forget_photo(self._session.key, sha256)

    async def _upload(self, picture: PreparedPicture) -> ImageId:
        """Once at a time for each photo, however many wait for it."""
        running = self._uploading.get(picture.sha256)
        if running is None:
            running = asyncio.get_running_loop().create_task(self._send(picture))
            self._uploading[picture.sha256] = running
            running.add_done_callback(partial(self._end_upload, picture.sha256))
        return await asyncio.shield(running)

    def _end_upload(self, sha256: str, ended: asyncio.Task[ImageId]) -> None:
        self._uploading.pop(sha256, None)
        if not ended.cancelled():
            ended.exception()  # told to whoever waits; nobody may

    async def _send(self, picture: PreparedPicture) -> ImageId:
        session = self._session
        await keep(session.ledger.searches.add_photo(session.key, picture, session.clock()))
        image_id = await session.platform.send(offer_calls.IMAGE_UPLOAD, picture)
        self._uploaded[picture.sha256] = image_id
        return image_id


def _check_region(picture: PreparedPicture, region: Region | None) -> None:
    """Raises InvalidInput: region "outside", "empty"."""
    if region is None:
        return
    if region.left >= region.right or region.top >= region.bottom:
        raise InvalidInput("region", "empty")
    if region.left < 0 or region.top < 0 or region.right > picture.width or region.bottom > picture.height:
        raise InvalidInput("region", "outside")
