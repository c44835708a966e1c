"""Makers of test data. What a test does not mention must not matter to it."""
