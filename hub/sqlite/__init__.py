"""Django's SQLite backend with a fair queue in front of the write lock. Imports none of our other packages."""
