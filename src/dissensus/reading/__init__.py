"""The first room: a path, a folder, a feed or an archive becomes documents."""

from dissensus.reading.article import ReadFailure
from dissensus.reading.documents import documents, read_bytes, read_one, read_paths
from dissensus.reading.metadata import Metadata
from dissensus.reading.walk import Source, Total, count_paths, sources

__all__ = [
    "Metadata",
    "ReadFailure",
    "Source",
    "Total",
    "count_paths",
    "documents",
    "read_bytes",
    "read_one",
    "read_paths",
    "sources",
]
