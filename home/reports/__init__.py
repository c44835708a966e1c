"""What editors and publishers can look up in the back office: which pages help, and which are to be read again."""
