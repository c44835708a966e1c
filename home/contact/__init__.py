"""Writing to the council: the form as editors build it, what keeps machines out, and the letter that is sent."""
