"""``Boom``: what a file says as a tree of text, without how it is written."""

Boom = str | dict[str, "Boom"] | list["Boom"]
"""A text, fields by name, or a list. Nothing at all is an empty text, an empty list or an empty mapping alike."""
