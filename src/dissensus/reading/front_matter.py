"""Front matter: a block of YAML between two lines of `---` at the beginning of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dissensus.errors import UnreadableError
from dissensus.reading import limits
from dissensus.reading.metadata import NOTHING, Metadata, by_field, of_fields

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def front_matter(text: str) -> tuple[Metadata, str]:
    """What front matter says, and the text after it. Without front matter, nothing and the text.

    Raises:
        UnreadableError: the block has our fields' names in it and is no valid YAML.
    """
    if not text.startswith("---"):
        return NOTHING, text
    match = _BLOCK.match(text[: limits.FRONT_MATTER_CHARACTERS])
    if not match:
        return NOTHING, text
    import yaml

    try:
        values = yaml.load(match[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        if not re.search(r"^\w[\w-]*:", match[1], re.MULTILINE):
            return NOTHING, text  # a text that merely begins with a rule
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 2}" if mark else ""
        raise UnreadableError(
            f"its front matter is no valid YAML{line}: quote values that have colons in them"
        ) from error
    if not isinstance(values, Mapping):
        return NOTHING, text
    known = by_field({str(name): value for name, value in values.items()})
    return of_fields(known), text[match.end() :].lstrip("\n")
