"""Offers: search by words and picture, detail, categories, filters, freight estimates, trends."""
