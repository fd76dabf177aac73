"""The Photo search tab: a photo in, the part of it that counts, what looks like it beside it.

May import: ui.results, ui.widgets, ui.theme, ui.tasks, usecases, domain, errors.
"""
