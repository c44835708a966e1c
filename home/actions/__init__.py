"""Everything that can happen to the public pages beyond an editor's own saving: one function each, named by a verb."""
