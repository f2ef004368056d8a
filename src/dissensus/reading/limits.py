"""How much is read at most, in one place. What goes over a limit is refused with a line that names the limit."""

from __future__ import annotations

MEGABYTE = 1_000_000

FILE_BYTES = 200 * MEGABYTE
"""A file that must be held whole: text, page, PDF, Word file, mail, and one member of an archive."""
DOCUMENT_CHARACTERS = 20_000_000
"""The text of one document."""
LINE_BYTES = 4 * DOCUMENT_CHARACTERS
"""One line of a file that is read line by line: UTF-8 takes at most four bytes a character."""
ARCHIVE_MEMBERS = 200_000
ARCHIVE_BYTES = 4_000 * MEGABYTE
"""All members of an archive together, unpacked."""
ARCHIVE_RATIO = 200
"""Unpacked over packed size, of a member or of an archive. Prose packs some three times, never a hundred."""
RATIO_MATTERS_FROM = 10 * MEGABYTE
"""Below this unpacked size a high ratio is harmless."""
ARCHIVE_DEPTH = 2
"""An archive, and archives in it; no deeper."""
SAMPLE_BYTES = 1 << 18
"""How much of a file is looked at to tell its kind and its encoding."""
FRONT_MATTER_CHARACTERS = 65_536
CHUNK_BYTES = 1 << 20
