"""nazorg: aftercare of ex-detainees, as files in a git repository."""

__version__ = "0.1.0"
