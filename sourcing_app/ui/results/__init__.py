"""Offers found, wherever they come from: the page of results that search and photo search are made of.

May import: ui.theme, ui.widgets, ui.pictures, ui.format, ui.notices, ui.tasks, usecases, domain, errors.
"""
