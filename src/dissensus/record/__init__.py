"""The record: one SQLite file that holds documents, actors and statements."""
