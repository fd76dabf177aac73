"""The tabs, in their order. Each page, and the modules behind it, is loaded when it is first needed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.page import PageEntry
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.texts import tr


def page_entries(loader: PictureLoader, edits: CartEdits) -> tuple[PageEntry, ...]:
    """For the main window. edits: the window's one cart, shared by the product and the cart page."""
    return (
        PageEntry("search", tr("Search"), "search", partial(SearchPage, loader)),
        PageEntry("photo", tr("Photo search"), "camera", partial(_photo_page, loader)),
        PageEntry("offer", tr("Product"), "box", partial(_product_page, loader, edits)),
        PageEntry("cart", tr("Cart"), "cart", partial(_cart_page, loader, edits)),
        PageEntry("orders", tr("Orders"), "receipt", partial(_orders_page, loader)),
        PageEntry("compare", tr("Compare"), "compare", partial(_compare_page, loader)),
    )


def _photo_page(loader: PictureLoader) -> QWidget:
    from sourcing_app.ui.image_search.view import PhotoPage

    return PhotoPage(loader)


def _product_page(loader: PictureLoader, edits: CartEdits) -> QWidget:
    from sourcing_app.ui.offer.view import ProductPage

    return ProductPage(loader, edits)


def _cart_page(loader: PictureLoader, edits: CartEdits) -> QWidget:
    from sourcing_app.ui.cart.view import CartPage

    return CartPage(loader, edits)


def _orders_page(loader: PictureLoader) -> QWidget:
    from sourcing_app.ui.orders.view import OrdersPage

    return OrdersPage(loader)


def _compare_page(loader: PictureLoader) -> QWidget:
    from sourcing_app.ui.compare.view import ComparePage

    return ComparePage(loader)
