"""The shop: what the marketplace sells. Same seed, same shop.

Reads ``resources/sandbox/`` or a folder given with ``--catalogue``. Third party: Pillow, for the pictures.
"""
