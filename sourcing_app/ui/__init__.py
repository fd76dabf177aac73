"""The only room that knows Qt: presenters, Qt models, views, widgets, the theme.

May import: usecases, domain, errors. Third parties: PySide6; nh3 for sellers' HTML.
"""
