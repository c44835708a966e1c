"""What editors and publishers can look up in the back office about the public pages."""
