"""Documents that editors upload: the form that looks into them, the words about them, and how they are sent."""
