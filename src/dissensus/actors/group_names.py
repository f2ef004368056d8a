"""What groups without a proper name are called: which of the words before a noun tell what sort of group it is."""

from __future__ import annotations

from dissensus.actors.lexicon import cues
from dissensus.actors.page import ADJ, ADP, ADV, CCONJ, NOUN, PROPN, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work


def as_written(work: Work, page: Page, i: int) -> str:
    """A word as it goes into a name: small, unless it is a name itself."""
    form = page.forms[i]
    named = page.ent[i] == "NORP" or page.pos[i] == PROPN or work.at(page, i) is not None
    if form.upper or (form.capital and named and page.pos[i] != NOUN and not page.sent_start[i]):
        return form.text
    return form.text.lower()


def describes(work: Work, page: Page, i: int) -> bool:
    """Whether a word before a noun tells what sort of group it is: "striking", not "many" or "US-backed"."""
    if page.texts[i].lower() in cues("idle_adjective") or work.at(page, i) is not None or _tells_age(page, i):
        return False
    if (
        page.tag[i] in ("VBN", "VBG", "JJ")
        and i > 0
        and page.texts[i - 1] == "-"
        and page.texts[i].lower() in cues("linked_participle")
    ):
        return False
    if page.tag[i] == "VBG" and i > 0 and page.pos[i - 1] in (CCONJ, ADP):
        return False
    if page.texts[i] == "-":
        return (
            0 < i < len(page.texts) - 1
            and page.texts[i + 1].lower() not in cues("linked_participle")
            and work.at(page, i - 1) is None
        )
    if (
        i + 2 < len(page.texts)
        and page.texts[i + 1] == "-"
        and page.texts[i + 2].lower() not in cues("linked_participle")
    ):
        return page.pos[i] in (ADJ, ADV, NOUN, PROPN)
    return page.pos[i] == ADJ or page.dep[i] in ("compound", "amod", "nmod")


def judges(page: Page, i: int) -> bool:
    """Whether a word tells not which group it is but how it is: "fierce", not "fierce-looking"."""
    return page.texts[i].lower() in cues("judging") and page.texts[i + 1 : i + 2] != ["-"]


def _tells_age(page: Page, i: int) -> bool:
    """Whether a word is one of "seven-year-old"."""
    return any(page.texts[max(0, j) : j + 3] == ["year", "-", "old"] for j in range(i - 2, i + 2))


def join_words(words: list[str]) -> str:
    """Words as one name, with the words that hyphens part put together again."""
    return " ".join(words).replace(" - ", "-").strip(" -")


def named_after(phrase: NounPhrase, telling: str) -> str:
    """The name of a group of no state, by whoever it belongs to or where it is: "Ana Ruiz supporters"."""
    if phrase.owners:
        return f"{_adjective(phrase.owners[0])} {telling}"
    holder = phrase.possessor
    if holder is None and phrase.preposition == "of" and phrase.complements[0].part in (Part.PERSON, Part.BODY):
        holder = phrase.complements[0]
    if holder is not None:
        return f"{holder.actor.name} {telling}"
    if phrase.complements:
        return f"{telling} {phrase.preposition} {phrase.complements[0].actor.name}"
    return telling


def _adjective(owner: Draft) -> str:
    return " ".join(owner.page.texts[owner.start : owner.end])
