"""The library: tagged items, their files and their reviews.

Imports `hub.notices` and below, never another content app.
"""
