"""The confidential work of clusters: referrals, panels, funding and reviews, under a narrower rule of its own.

Imports `hub.notices` and below, never another content app.
"""
