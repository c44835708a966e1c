"""Documents that editors upload: the form that looks into them, how they are listed on pages, and how
they are sent."""
