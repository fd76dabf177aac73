"""The cart: suppliers and their lines on the left, the platform's previews as receipts and placing on the right.

May import: ui.models, ui.widgets, ui.theme, ui.tasks, usecases, domain, errors.
"""
