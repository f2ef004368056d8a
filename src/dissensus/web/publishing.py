"""A record's pages as a folder of files: for any host, or handed over on a stick, without a server."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dissensus.errors import DissensusError, InputError
from dissensus.record.record import Record
from dissensus.web.pages import folder as built_pages
from dissensus.web.published_answers import Progress, write_answers

_INDEX: Final = "data/index.js"
_BEGINS: Final = "window.dissensusData = "
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing runs but the scripts beside the page, whatever a document holds."""


class Published(NamedTuple):
    """What was written."""

    documents: int
    statements: int
    files: int
    bytes: int


def publish(record: Path, out: Path, progress: Callable[[Progress], None] = lambda _: None) -> Published:
    """Write the pages of a record into a folder, which is there whole or not at all.

    Args:
        record: the file.
        out: a new or empty folder, or one that was published into before and holds nothing else: it is replaced.
        progress: called after each step.

    Raises:
        RecordError: the record cannot be opened.
        InputError: the folder holds something else.
        DissensusError: the pages were not built, the record changed meanwhile, or the folder cannot be written.
    """
    pages = built_pages()
    if pages is None:
        raise DissensusError("the pages were not built into this installation; in a checkout, `make pages` builds them")
    Record(record).close()
    out = out.resolve()
    _check(out, pages, record)
    try:
        with _replaced(out) as folder:
            _copy(pages, folder)
            index = write_answers(record, folder / "data", progress)
            (folder / _INDEX).write_text(f"{_BEGINS}{index.written()};\n", encoding="utf-8")
            files = [path for path in folder.rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise DissensusError(f"cannot be written ({why}); choose another folder", where=str(out)) from error
    return Published(index.documents, index.statements, len(files), size)


def _check(out: Path, pages: Path, record: Path) -> None:
    """That nothing is lost when a folder is replaced.

    Raises:
        InputError: something would be.
    """
    if out.exists() and not out.is_dir():
        raise InputError("is a file; choose a folder", where=str(out))
    if not out.parent.is_dir():
        raise InputError("cannot be made: the folder above it does not exist; make it first", where=str(out))
    held = {path.name for path in out.iterdir()} if out.exists() else set()
    if not held:
        return
    index = out / _INDEX
    if not index.is_file() or not index.read_text(encoding="utf-8", errors="replace").startswith(_BEGINS):
        raise InputError("holds something else; choose a new or an empty folder", where=str(out))
    others = sorted(held - {path.name for path in pages.iterdir()} - {"data"})
    if others or record.resolve().is_relative_to(out):
        what = others[0] if others else record.name
        raise InputError(f"holds {what} besides what was published; move it away first", where=str(out))


@contextlib.contextmanager
def _replaced(out: Path) -> Iterator[Path]:
    """A folder beside `out` to write into, which takes its place at the end; when something fails, it is removed."""
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    before = folder.with_name(f"{folder.name}.before")
    try:
        yield folder
        mask = os.umask(0)
        os.umask(mask)
        folder.chmod(0o777 & ~mask)
        if out.exists():
            out.rename(before)
        folder.rename(out)
    except BaseException:
        if before.exists() and not out.exists():
            before.rename(out)
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(before, ignore_errors=True)


def _copy(pages: Path, folder: Path) -> None:
    """Copy the pages, and have them load the data before they begin."""
    shutil.copytree(pages, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    index = folder / "index.html"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />'
    script = f'<script src="{_INDEX}" defer></script>'
    whole = index.read_text(encoding="utf-8").replace("<title>", f"{policy}\n    {script}\n    <title>", 1)
    index.write_text(whole, encoding="utf-8")
    (folder / "data").mkdir()
