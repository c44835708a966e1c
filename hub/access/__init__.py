"""The one rule of who may see what, asked by every list, page, count, feed, file and e-mail.

Imports `hub.clusters` and below.
"""
