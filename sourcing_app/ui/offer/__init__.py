"""The product page: open offers as document tabs, gallery, facts, and the grid in which quantities are chosen.

May import: ui.cart.edits (the cart it fills), ui.models, ui.widgets, ui.theme, ui.tasks, usecases, domain, errors.
"""
