"""Messages the platform sends by itself: pushed to a callback address, or held for the catch-up calls."""
