"""What is due to whom: the inbox, e-mail, digests and announcements.

Imports `hub.access` and below; knows people and addresses, never topics or resources.
"""
