"""The promises the site keeps, and the proof."""
