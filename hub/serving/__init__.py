"""What stands between the network and the views: logs, security policy, the cache of guests' pages, health.

Knows nothing of content and imports none of our packages but `hub.worker`.
"""
