"""The shared calendar: events, cluster meetings and the year's programme.

Imports `hub.notices` and below, never another content app.
"""
