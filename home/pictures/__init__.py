"""Pictures on public pages: the sizes they are shown in, made in the background and never while a reader waits.

`uses` lists the sizes, `shown` finds those that are made, `making` makes them. What else Wagtail asks for about
pictures stands here too: the upload form and how a picture is turned and freed of what a camera adds.
"""
