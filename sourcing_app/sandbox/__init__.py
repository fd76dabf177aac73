"""A marketplace of our own that speaks the platform's protocol over real HTTP: ``python -m sourcing_app.sandbox``.

A program of its own. It imports no other room of the house and reads the contracts by itself, so that a mistake
of the client is not repeated here. Third parties: Starlette, uvicorn, Pillow, the standard library's sqlite3.
"""
