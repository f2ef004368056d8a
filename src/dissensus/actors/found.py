"""From runs of capitalised words to actors: persons by name and family name, bodies, places; one string, one actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dissensus.actors.introduction import before
from dissensus.actors.lexicon import cues
from dissensus.actors.making import actor_of, kinds_of, says, take_person, take_titles
from dissensus.actors.mentions import Resolution
from dissensus.actors.namesakes import pronouns_behind
from dissensus.actors.page import PROPN
from dissensus.actors.runs import Run, acronym_behind, collect_runs, runs_of_persons
from dissensus.actors.singles import find_singles
from dissensus.actors.words import words
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType

_GENERATIONS = frozenset(("ii", "iii", "iv", "jr", "sr"))
"""What stands behind names and is none."""
_PLACES = frozenset((ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE))


def find_found(work: Work) -> None:
    """Make the mentions of all actors that stand in no dictionary, and of known persons by parts of their names."""
    introduce_known(work)
    runs = collect_runs(work)
    tails = _tails(work)
    names = []
    for run in runs:
        if len(run.words) > 1 and not _rest_of_name(work, run, tails):
            names.append(run)
    seen = Counter(run.words for run in names if not run.headline)
    types = kinds_of(work, names, work.dictionary.given_names)
    # The longest first: a full name tells whose the shorter one is, even where it comes later.
    for run in sorted(names, key=lambda run: len(run.words) < 3):
        if not run.headline or seen[run.words]:
            _name(work, run, types[run.words])
    _acronyms_of_known(work)
    pronouns = pronouns_behind(work)
    _persons_not_places(work, pronouns)
    singles = [run for run in runs if len(run.words) == 1]
    find_singles(work, singles + runs_of_persons(work, runs), pronouns)


def introduce_known(work: Work) -> None:
    """Let persons of the dictionary take in the titles before their names."""
    for draft in list(work.drafts):
        if draft.part is Part.PERSON:
            intro = before(work, draft.page, draft.start)
            take_titles(work, draft.page, intro.start, draft.start)
            if intro.start < draft.start:
                work.widen(draft, intro.start, draft.end)


def _tails(work: Work) -> dict[tuple[str, ...], Actor | None]:
    """The last two or more words of the longer names of bodies in the document; None where two bodies share them."""
    tails: dict[tuple[str, ...], Actor | None] = {}
    for draft in work.drafts:
        if draft.part is not Part.BODY or draft.end - draft.start < 3:
            continue
        name = tuple(word for form in draft.page.forms[draft.start : draft.end] for word in form.words)
        for size in range(2, len(name)):
            held = tails.setdefault(name[-size:], draft.actor)
            if held is not None and held.id != draft.actor.id:
                tails[name[-size:]] = None
    return tails


def _rest_of_name(work: Work, run: Run, tails: dict[tuple[str, ...], Actor | None]) -> bool:
    """Whether a run is the end of a body's longer name; makes its mention: "the Permanent Council"."""
    actor = tails.get(run.words)
    if actor is None or run.headline:
        return False
    why = Resolution("part of name", 0.8, f"{run.text}: the end of the name of {actor.name}, in the document")
    work.add(run.page, run.start, run.end, actor, why, Part.BODY)
    return True


def _name(work: Work, run: Run, label: str) -> None:
    """A name of two or more words."""
    if (run.noun is None and (run.words[-1] in cues("not_actor") or run.words[0] in cues("not_actor"))) or all(
        word in cues("never_alone") for word in run.words
    ):
        return
    if any(word.isdigit() for word in run.words) and run.noun is None:
        return
    if label in ("PERSON", "") or run.introduction.title is not None:
        known = _known_person(work, run)
        if known is not None:
            actor, why = known
            take_person(work, run, actor, why)
            return
    if label == "" and run.noun is None:
        if not _looks_like_person(run):
            return
        label = "PERSON"
    actor = actor_of(work, run, label)
    if actor.type is ActorType.PERSON:
        work.note_person(actor)
        take_person(work, run, actor, Resolution("found", 0.7, f"{run.text}: a person by name, in no dictionary"))
        return
    part = Part.PLACE if actor.type is ActorType.PLACE else Part.BODY
    why = Resolution("found", 0.65, f"{run.text}: taken for a {actor.type.replace('_', ' ')} by its words")
    work.add(run.page, run.start, run.end, actor, why, part)
    if run.acronym:
        work.acronyms.setdefault(run.acronym, actor)


def _looks_like_person(run: Run) -> bool:
    page = run.page
    if not 2 <= len(run.words) <= 4 or any(form.upper for form in page.forms[run.start : run.end]):
        return False
    return page.dep[run.root] in ("nsubj", "nsubjpass", "poss", "dobj", "pobj", "dative") and all(
        page.pos[i] == PROPN for i in range(run.start, run.end)
    )


def _known_person(work: Work, run: Run) -> tuple[Actor, Resolution] | None:
    """A person named before or in the dictionary whose given and family name are among the words."""
    dictionary = work.dictionary
    first = run.words[0]
    whole = work.persons.get(run.words, ())
    if len(whole) == 1:
        detail = f"{run.text}: the family names of {whole[0].name}, named in the document"
        return whole[0], Resolution("surname", 0.9, detail)
    for size in (2, 1):
        for i in range(len(run.words) - size, 0, -1):
            key = run.words[i : i + size]
            for actor in work.persons.get(key, ()):
                given = words(actor.name)[0]
                if given == first or (len(first) == 1 and given.startswith(first)):
                    detail = f"{run.text}: {actor.name}, named in the document, with other parts of the name"
                    return actor, Resolution("name variant", 0.9, detail)
            for id in dictionary.surnames.get(key, ()) if key[0] not in _GENERATIONS else ():
                actor = dictionary.actor(id)
                last = i + size == len(run.words)
                if words(actor.name)[0] == first and (last or _may_be(run.words, words(actor.name))):
                    return actor, Resolution(
                        "name variant", 0.85, f"{run.text}: {actor.name} with other parts of the name"
                    )
    return None


def _may_be(written: tuple[str, ...], known: Sequence[str]) -> bool:
    """Whether two names may be one person's: not where each has a word that the other lacks."""
    return set(written) <= set(known) or set(known) <= set(written)


def _persons_not_places(work: Work, pronouns: dict[tuple[int, int], str]) -> None:
    """A place name in a text with a person of that family name is that person where it is spoken of as one.

    So it is where spaCy takes it for a person, a "she" or "he" takes it up, or it speaks soon after the full name.
    """
    for draft in work.drafts:
        page = draft.page
        if draft.end - draft.start > 1 or draft.actor.type not in _PLACES:
            continue
        named = work.persons.get(page.forms[draft.start].words)
        if named and (
            page.ent[draft.start] == "PERSON"
            or (page.index, draft.start) in pronouns
            or (says(page, draft.head) and any(held.actor is named[0] for held in work.before(page, draft.start, 1)))
        ):
            draft.actor, draft.part = named[0], Part.PERSON
            draft.why = Resolution("surname", 0.8, f"family name of {named[0].name}, named in full in the document")


def _acronyms_of_known(work: Work) -> None:
    for draft in work.drafts:
        if draft.part is not Part.DEMONYM:
            acronym = acronym_behind(draft)
            state = draft.actor.type is ActorType.COUNTRY
            if acronym and (not state or acronym[0] == words(draft.actor.name)[0][0]):
                work.acronyms.setdefault(acronym, draft.actor)
