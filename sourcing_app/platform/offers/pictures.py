"""Uploading the photo that is searched with."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from sourcing_app.domain.ids import ImageId
from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.errors import NO_PICTURE_ID, Refused
from sourcing_app.platform.transport import calls
from sourcing_app.platform.transport.envelope import open_reply, refusal
from sourcing_app.platform.transport.fields import id_text

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway


class Pictures:
    """Pictures at the platform."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def upload(self, picture: PreparedPicture) -> ImageId:
        """The id of the uploaded picture, for some hours. No id, or "0", is a refusal whatever the flag says (quirks.md, 23).

        Contract: product.image.upload. Raises Refused and what ``Gateway.read`` raises; an upload may be repeated.
        """
        fields = {"imageBase64": b64encode(picture.jpeg).decode("ascii")}
        opened = open_reply(await self._gateway.read(calls.IMAGE_UPLOAD, fields), calls.IMAGE_UPLOAD.reply)
        image_id = id_text(opened.payload)
        if opened.ok and not image_id:
            raise Refused(NO_PICTURE_ID, opened.text, opened.request_id, calls.IMAGE_UPLOAD.name, is_read=True)
        if not opened.ok:
            raise refusal(calls.IMAGE_UPLOAD, opened)
        return ImageId(image_id)
