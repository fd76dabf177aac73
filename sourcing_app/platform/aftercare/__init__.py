"""What a buyer does with an order after it was placed, besides paying and refunds."""
