"""Reports about the orders of our own customers."""
