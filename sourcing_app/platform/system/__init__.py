"""The platform's clock, and tokens for codes and refresh tokens."""
