"""Schools, clusters and who belongs to which, with the requests and decisions that led there.

Imports `hub.members` and below.
"""
