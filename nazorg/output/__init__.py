"""Values to text, in every form there is. The only user of rich and jinja2."""
