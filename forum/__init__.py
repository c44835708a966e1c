"""The place to talk: forums, topics and posts.

Imports `hub.notices` and below, never another content app.
"""
