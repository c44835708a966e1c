"""What people do that is more than saving a form: one function for each, whole or not at all, safe to repeat."""
