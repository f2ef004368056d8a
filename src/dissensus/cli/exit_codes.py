"""What the command line exits with; the codes of errors stand with their classes in `dissensus.errors`."""

from __future__ import annotations

EXIT_CODES: dict[int, str] = {
    0: "done; for read, also when only some files could be read (but see --strict)",
    1: "another error",
    2: "the command was not understood",
    3: "nothing could be read, or with --strict not everything",
    4: "the record is missing, no record, too new, busy, or may not be written",
    5: "no such statement, actor, document, source or matter in the record",
    6: "a line of a dictionary or lexicon breaks the rules in its header",
    130: "stopped by Ctrl-C; what was read is kept",
}

EPILOG = "\b\nExit codes:\n" + "\n".join(f"{code:4}  {meaning}" for code, meaning in EXIT_CODES.items())
