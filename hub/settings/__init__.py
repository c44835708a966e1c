"""Settings by environment: `base` for all, then `dev`, `demo`, `test` or `production` on top of it.

Every value that differs from machine to machine comes from an environment variable; the README has the table.
"""
