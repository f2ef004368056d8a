"""Texts to measure on: the examples, and the corpus beside the checkout where it is there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT.parent / "shared" / "corpus", ROOT / "examples" / "bolivia-2019")

_ACTORS = ("Bolivia", "Peru", "Chile", "Ecuador", "Brazil", "Cuba", "Mexico", "Panama", "Haiti", "Uruguay")
_DEEDS = ("condemned", "praised", "visited", "threatened", "supported", "sanctioned", "accused", "invaded")
_WHEN = ("on Monday", "in 2019", "last year", "in March 2021", "two weeks ago", "on 4 May 2018")


def articles() -> list[str]:
    """Real running text, one string a document."""
    return [
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".md")
    ]


def copies(words: int) -> list[str]:
    """Articles over and over until there are so many words; each copy ends in a line of its own."""
    originals = articles()
    made: list[str] = []
    count = 0
    while count < words:
        text = originals[len(made) % len(originals)]
        made.append(f"{text}\n\nCopy number {len(made)}.\n")
        count += len(text.split())
    return made


def short_documents(count: int, seed: int = 1) -> Iterator[str]:
    """Made-up news in brief: three to six sentences each."""
    chance = random.Random(seed)
    for number in range(count):
        lines = []
        for _ in range(chance.randint(3, 6)):
            one, other = chance.sample(_ACTORS, 2)
            deed, when = chance.choice(_DEEDS), chance.choice(_WHEN)
            hurt = chance.randint(2, 900)
            lines.append(f"The government of {one} {deed} {other} {when}, and {hurt} people were hurt.")
        yield f"Brief {number}\n\n" + " ".join(lines) + "\n"


def write(folder: Path, texts: list[str] | Iterator[str]) -> None:
    """One file a text."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
