"""What every page is drawn with: shapes and icons, the council's accent, form markup and the gallery of parts.

Knows nothing of content and imports none of our other packages.
"""
