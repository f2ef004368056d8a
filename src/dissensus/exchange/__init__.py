"""Formats of the field, out of the record; one file a format, found through a registry."""
