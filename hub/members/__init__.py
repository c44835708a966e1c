"""People: who they are, how they sign in, what they say about themselves.

The lowest layer of the house together with `hub.look`, `hub.serving`, `hub.sqlite` and `hub.worker`:
it imports none of our other packages.
"""
