"""Following offers, and claiming coupons for them."""
