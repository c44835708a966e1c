"""What could be better on a page, in plain words: one module for each subject, all over the same reading of the page.

`content` reads a page of any type into its parts; `pictures`, `headings`, `link_words`, `link_targets`, `tables`,
`reading` and `short_forms` each return findings about them; `whole` asks all of them, and `views` answers the editing
form.
"""
