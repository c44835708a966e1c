"""Pages that the law asks for: the cookies this site sets, and the parts of an accessibility statement."""
