"""What is done to the public pages and tells somebody, touches several rows or is audited: one verb a function."""
