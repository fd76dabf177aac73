"""The shop: what the marketplace sells. Same seed, same shop.

Reads ``resources/sandbox/`` or a folder given with ``--catalogue``. Third party: Pillow, for the pictures.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sourcing_app.sandbox.shop.shop import Shop


def open_shop(catalogue: Path | None, state_dir: Path) -> Shop:
    """The built-in shop, or the one in a folder. Pictures and uploads are kept below ``state_dir``.

    Raises: CatalogueError where the folder is not a catalogue.
    """
    from sourcing_app.sandbox.shop.folder import load_shop
    from sourcing_app.sandbox.shop.shop import Shop

    shop = Shop.generated() if catalogue is None else load_shop(catalogue)
    shop.open_gallery(state_dir)
    return shop
