"""All that the window can do with one account: the use cases as they are, given at once when an account is entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sourcing_app.domain.account import Account
    from sourcing_app.domain.preferences import Preferences
    from sourcing_app.usecases.browse import BrowseCategories, LoadFilters
    from sourcing_app.usecases.cancel_order import CancelOrder
    from sourcing_app.usecases.edit_cart import EditCart
    from sourcing_app.usecases.fetch_picture import FetchPicture
    from sourcing_app.usecases.find_parts import FindParts, TurnPhoto
    from sourcing_app.usecases.find_photos import FindPhotos
    from sourcing_app.usecases.list_addresses import ListAddresses
    from sourcing_app.usecases.list_orders import ListOrders
    from sourcing_app.usecases.open_offer import OpenOffer
    from sourcing_app.usecases.open_order import OpenOrder
    from sourcing_app.usecases.pay_orders import PayOrders
    from sourcing_app.usecases.place_order import PlaceOrder
    from sourcing_app.usecases.preview_order import PreviewOrder
    from sourcing_app.usecases.search_by_picture import SearchByPicture
    from sourcing_app.usecases.search_history import SearchHistory
    from sourcing_app.usecases.search_offers import SearchOffers
    from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
    from sourcing_app.usecases.track_orders import TrackOrders


@dataclass(frozen=True, slots=True)
class UseCases:
    """Made once when an account is entered; another account, or other preferences, are other use cases."""

    account: Account
    preferences: Preferences
    search_offers: SearchOffers
    search_history: SearchHistory
    load_filters: LoadFilters
    browse_categories: BrowseCategories
    search_by_picture: SearchByPicture
    find_parts: FindParts
    turn_photo: TurnPhoto
    find_photos: FindPhotos
    fetch_picture: FetchPicture
    open_offer: OpenOffer
    edit_cart: EditCart
    list_addresses: ListAddresses
    preview_order: PreviewOrder
    place_order: PlaceOrder
    settle_unknown_orders: SettleUnknownOrders
    list_orders: ListOrders
    track_orders: TrackOrders
    open_order: OpenOrder
    pay_orders: PayOrders
    cancel_order: CancelOrder
