"""The product page: open offers as document tabs, gallery, facts, and the grid in which quantities are chosen."""
