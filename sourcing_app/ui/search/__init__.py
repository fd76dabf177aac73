"""The Search tab: words, categories, filters, price, sorting; the results as cards or rows.

May import: ui.results, ui.widgets, ui.theme, ui.tasks, usecases, domain, errors.
"""
