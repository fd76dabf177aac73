"""How an offer developed, day by day."""
