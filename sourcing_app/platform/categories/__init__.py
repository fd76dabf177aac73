"""The tree of categories, with translated names where the platform has them."""
