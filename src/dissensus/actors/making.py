"""What a run of capitalised words is made into: the sort its labels tell, its country and sectors, titles before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set

from dissensus.actors.context import focus
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.runs import ACTING, Run
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType

LABEL_TYPES = {
    "PERSON": ActorType.PERSON,
    "ORG": ActorType.MOVEMENT,
    "NORP": ActorType.PEOPLE,
    "GPE": ActorType.PLACE,
    "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE,
}
_STATE_ORGANS = frozenset((ActorType.GOVERNMENT, ActorType.MINISTRY, ActorType.MILITARY, ActorType.POLICE))
"""Bodies that are some state's: one without a country is of the state that the text is about."""
_OF_A_STATE = frozenset(("LEG", "JUD", "MIL", "COP"))
"""Sectors whose people serve a state: a senator or general in a text about one country is that country's."""


def take_titles(work: Work, page: Page, start: int, end: int) -> None:
    """Mark titles and nouns among tokens `[start, end)` as spoken for."""
    for i in range(start, end):
        if i in page.titles or i in page.nouns:
            work.used_nouns.add((page.index, i))


def kinds_of(work: Work, runs: list[Run], given: Set[str]) -> dict[tuple[str, ...], str]:
    """What each string stands for all through the document: the label most of its mentions have."""
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for run in runs:
        vote = votes[run.words]
        if run.introduction.title is not None or run.introduction.sectors:
            vote["PERSON"] += 2
        if run.noun is not None:
            vote["ORG"] += 3
        elif run.words[0] in given and len(run.words) < 4:
            vote["PERSON"] += 2
        if run.label in ACTING:
            vote[run.label if run.label in LABEL_TYPES else "ORG"] += 1
        else:
            vote["PERSON" if _speaks(run) else ""] += 1
    return {name: sorted(vote.items(), key=lambda item: (-item[1], item[0]))[0][0] for name, vote in votes.items()}


def _speaks(run: Run) -> bool:
    return says(run.page, run.root)


def says(page: Page, token: int) -> bool:
    """Whether a token is the subject of a verb of speech."""
    return page.dep[token] == "nsubj" and page.doc[page.head[token]].lemma_ in cues("speech_verb")


def take_person(work: Work, run: Run, actor: Actor, why: Resolution) -> None:
    """Make the mention of a person, with the titles before the name, and remember the full name."""
    work.note_person(actor)
    start = min(run.introduction.start, run.start)
    take_titles(work, run.page, start, run.start)
    work.add(run.page, start, run.end, actor, why, Part.PERSON, run.end - 1 if start < run.start else -1)


def actor_of(work: Work, run: Run, label: str) -> Actor:
    """The actor that a run not in the dictionary stands for; `label`: see `kinds_of`."""
    if run.noun is not None and label != "PERSON":
        type, sectors = ActorType(run.noun.type), run.noun.sectors
        if type in (ActorType.PEOPLE, ActorType.BLOC) or (type is ActorType.PERSON):
            type = ActorType.MOVEMENT
    else:
        type, sectors = LABEL_TYPES.get(label, ActorType.MOVEMENT), ()
    country = run.country or run.introduction.country
    if country is None and type in _STATE_ORGANS:
        country = work.scene if work.scene in (None, work.main_country) else work.main_country
    if type is ActorType.PERSON:
        sectors = run.introduction.sectors
        country = run.introduction.country or country
        title = run.introduction.title
        if (
            country is None
            and title is not None
            and title.office
            and "GOV" in title.sectors
            and not run.introduction.former
        ):
            country = focus(work, run.page, run.start)
        if country is None and sectors and sectors[0] in _OF_A_STATE and not run.introduction.former:
            country = work.main_country if work.scene in (None, work.main_country) else None
        if run.introduction.former:
            sectors = ("ELI",)
    aliases = (run.acronym.upper(),) if run.acronym else ()
    return work.found(work.found_id(run.text), run.text, type, country, sectors, aliases)
