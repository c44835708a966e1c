"""Reports of the back office about the public pages."""
