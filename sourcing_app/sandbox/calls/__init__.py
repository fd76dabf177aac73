"""One file for each family of calls. Importing this package's modules fills the registry."""
