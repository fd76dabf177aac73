"""Orders: preview, prices, freight, payment, shipping, and the page where one pays."""
