"""One search over everything the asker may see. Owns no content: it asks each source for its own.

Stands at the top beside `home`: may import the content apps and everything below them.
"""
