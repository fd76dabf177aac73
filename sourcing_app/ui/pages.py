"""The tabs, in their order. Each page, and the modules behind it, is loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sourcing_app.ui.page import Page, PageEntry
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.ui.cart.edits import CartEdits
    from sourcing_app.ui.cart.view import CartPage
    from sourcing_app.ui.compare.view import ComparePage
    from sourcing_app.ui.image_search.view import PhotoPage
    from sourcing_app.ui.offer.view import ProductPage
    from sourcing_app.ui.orders.view import OrdersPage
    from sourcing_app.ui.pictures import PictureLoader


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page of the window, by its type; in the order of the tabs."""

    search: PageEntry[SearchPage]
    photo: PageEntry[PhotoPage]
    offer: PageEntry[ProductPage]
    cart: PageEntry[CartPage]
    orders: PageEntry[OrdersPage]
    compare: PageEntry[ComparePage]

    def __iter__(self) -> Iterator[PageEntry[Page]]:
        return iter((self.search, self.photo, self.offer, self.cart, self.orders, self.compare))


def page_entries(loader: PictureLoader, edits: CartEdits) -> Pages:
    """For the main window. edits: the window's one cart, shared by the product and the cart page."""
    return Pages(
        PageEntry(PageKey.SEARCH, tr("Search"), "search", partial(SearchPage, loader)),
        PageEntry(PageKey.PHOTO, tr("Photo search"), "camera", partial(_photo_page, loader)),
        PageEntry(PageKey.OFFER, tr("Product"), "box", partial(_product_page, loader, edits)),
        PageEntry(PageKey.CART, tr("Cart"), "cart", partial(_cart_page, loader, edits)),
        PageEntry(PageKey.ORDERS, tr("Orders"), "receipt", partial(_orders_page, loader)),
        PageEntry(PageKey.COMPARE, tr("Compare"), "compare", partial(_compare_page, loader)),
    )


def _photo_page(loader: PictureLoader) -> PhotoPage:
    from sourcing_app.ui.image_search.view import PhotoPage

    return PhotoPage(loader)


def _product_page(loader: PictureLoader, edits: CartEdits) -> ProductPage:
    from sourcing_app.ui.offer.view import ProductPage

    return ProductPage(loader, edits)


def _cart_page(loader: PictureLoader, edits: CartEdits) -> CartPage:
    from sourcing_app.ui.cart.view import CartPage

    return CartPage(loader, edits)


def _orders_page(loader: PictureLoader) -> OrdersPage:
    from sourcing_app.ui.orders.view import OrdersPage

    return OrdersPage(loader)


def _compare_page(loader: PictureLoader) -> ComparePage:
    from sourcing_app.ui.compare.view import ComparePage

    return ComparePage(loader)
