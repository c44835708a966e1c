"""A believable demonstration: the invented council of Northmere with its pages, people and pictures.

What the pages say is in `words/`, one file for each; `loading.py` says in which order everything is made. Stands on
top of the house: it may import everything, nothing imports it. `launch/` stands apart: it prepares and serves the
demonstration before there is any package to import.
"""
