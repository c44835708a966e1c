"""The public pages that LA editors publish: page types, blocks, site settings and navigation.

Stands at the top of the house: may import the content apps and everything below them.
"""
