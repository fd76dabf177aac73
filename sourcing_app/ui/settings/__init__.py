"""Settings, the first run, connecting an account. May import what ``ui`` may, and ``sourcing_app.config.settings``."""
