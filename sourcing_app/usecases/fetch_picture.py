"""Get the picture behind an address that is not the platform's, after a person has seen which host will be asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

GetPicture = Callable[[str], Awaitable[bytes]]
"""Raises PictureUnreadable. ``client.web_pictures.WebPictures.get`` in the program."""


class FetchPicture:
    """One picture after another."""

    def __init__(self, get_picture: GetPicture) -> None:
        self._get_picture = get_picture

    async def __call__(self, address: str) -> bytes:
        """The file as it is. Raises PictureUnreadable, its reason one of "web_...", as in ``client/web_pictures.py``."""
        return await self._get_picture(address)
