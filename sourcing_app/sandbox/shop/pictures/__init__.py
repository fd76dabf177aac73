"""Product photos drawn by our own code: forms, colours, patterns, light and shadow. Third party: Pillow."""
