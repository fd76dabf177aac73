"""Mirrors and turns a photo that is prepared already: the same pixels, another way up."""

from __future__ import annotations

from PIL import Image

from sourcing_app.domain.picture import Orientation, PreparedPicture
from sourcing_app.imaging.decoding import Decoded, decode
from sourcing_app.imaging.prepare import encoded

_TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
"""By quarters clockwise; Pillow counts the other way round."""


def turned(picture: PreparedPicture, orientation: Orientation) -> PreparedPicture:
    """The photo as it is looked at. Always made from the upright one: each JPEG of a JPEG loses a little."""
    image = decode(picture.jpeg).image
    if orientation.is_mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if orientation.quarters:
        image = image.transpose(_TURNS[orientation.quarters])
    size = (picture.source_width, picture.source_height)
    source_size = size if orientation.quarters % 2 == 0 else (size[1], size[0])
    return encoded(Decoded(image, source_size, picture.is_incomplete), picture.source_name)
