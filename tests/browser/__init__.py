"""Journeys in a real Chromium through the demonstration, served as `make demo` serves it."""
