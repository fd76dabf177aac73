"""Messages of the platform: fetch, decode, confirm, check a signature."""
