"""A believable demonstration: the invented council of Northmere with its pages, people and pictures.

Stands at the top of the house beside `home` and `search`; nothing imports it.
"""
