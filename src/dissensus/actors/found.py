"""From runs of capitalised words to actors: persons by name and family name, bodies, places; one string, one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set

from dissensus.actors.context import focus
from dissensus.actors.evidence import choose_person
from dissensus.actors.introduction import before
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import PROPN, Page
from dissensus.actors.runs import ACTING, Run, acronym_behind, collect_runs, runs_of_persons
from dissensus.actors.words import words
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType

_LABEL_TYPES = {
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
    types = _types(work, names, work.dictionary.given_names)
    # The longest first: a full name tells whose the shorter one is, even where it comes later.
    for run in sorted(names, key=lambda run: len(run.words) < 3):
        if not run.headline or seen[run.words]:
            _name(work, run, types[run.words])
    _acronyms_of_known(work)
    _persons_not_places(work)
    singles = [run for run in runs if len(run.words) == 1]
    _singles(work, singles + runs_of_persons(work, runs))


def introduce_known(work: Work) -> None:
    """Let persons of the dictionary take in the titles before their names."""
    for draft in list(work.drafts):
        if draft.part is Part.PERSON:
            intro = before(work, draft.page, draft.start)
            _take_titles(work, draft.page, intro.start, draft.start)
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


def _take_titles(work: Work, page: Page, start: int, end: int) -> None:
    for i in range(start, end):
        if i in page.titles or i in page.nouns:
            work.used_nouns.add((page.index, i))


def _types(work: Work, runs: list[Run], given: Set[str]) -> dict[tuple[str, ...], str]:
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
            vote[run.label if run.label in _LABEL_TYPES else "ORG"] += 1
        else:
            vote["PERSON" if _speaks(run) else ""] += 1
    return {name: sorted(vote.items(), key=lambda item: (-item[1], item[0]))[0][0] for name, vote in votes.items()}


def _speaks(run: Run) -> bool:
    page = run.page
    return page.dep[run.root] == "nsubj" and page.doc[page.head[run.root]].lemma_ in cues("speech_verb")


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
            _person(work, run, actor, why)
            return
    if label == "" and run.noun is None:
        if not _looks_like_person(run):
            return
        label = "PERSON"
    actor = _actor_of(work, run, label)
    if actor.type is ActorType.PERSON:
        work.note_person(actor)
        _person(work, run, actor, Resolution("found", 0.7, f"{run.text}: a person by name, in no dictionary"))
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
            for id in dictionary.surnames.get(key, ()):
                actor = dictionary.actor(id)
                if words(actor.name)[0] == first:
                    return actor, Resolution(
                        "name variant", 0.85, f"{run.text}: {actor.name} with other parts of the name"
                    )
    return None


def _person(work: Work, run: Run, actor: Actor, why: Resolution) -> None:
    work.note_person(actor)
    start = min(run.introduction.start, run.start)
    _take_titles(work, run.page, start, run.start)
    work.add(run.page, start, run.end, actor, why, Part.PERSON, run.end - 1 if start < run.start else -1)


def _actor_of(work: Work, run: Run, label: str) -> Actor:
    if run.noun is not None and label != "PERSON":
        type, sectors = ActorType(run.noun.type), run.noun.sectors
        if type in (ActorType.PEOPLE, ActorType.BLOC) or (type is ActorType.PERSON):
            type = ActorType.MOVEMENT
    else:
        type, sectors = _LABEL_TYPES.get(label, ActorType.MOVEMENT), ()
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


def _persons_not_places(work: Work) -> None:
    """A place name that spaCy takes for a person, in a text with a person of that family name, is that person."""
    for draft in work.drafts:
        page = draft.page
        if draft.end - draft.start > 1 or page.ent[draft.start] != "PERSON":
            continue
        if draft.actor.type not in (ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE):
            continue
        named = work.persons.get(page.forms[draft.start].words)
        if named:
            draft.actor, draft.part = named[0], Part.PERSON
            draft.why = Resolution("surname", 0.8, f"family name of {named[0].name}, named in full in the document")


def _acronyms_of_known(work: Work) -> None:
    for draft in work.drafts:
        if draft.part is not Part.DEMONYM:
            acronym = acronym_behind(draft)
            state = draft.actor.type is ActorType.COUNTRY
            if acronym and (not state or acronym[0] == words(draft.actor.name)[0][0]):
                work.acronyms.setdefault(acronym, draft.actor)


def _singles(work: Work, runs: list[Run]) -> None:
    """Names of one word: family names, acronyms, and what spaCy takes for names more than once or in a clear place."""
    # A word that only ever begins sentences may owe its capital to that.
    counts = Counter(run.words for run in runs if not run.headline and not run.page.sent_start[run.start])
    labels = _types(work, runs, frozenset())
    decided: dict[tuple[str, ...], tuple[Actor, Resolution] | None] = {}
    for run in runs:
        key = run.words
        if (run.label == "DATE" and key not in work.persons) or (key[0] in cues("never_alone") and not _titled(run)):
            continue
        if _behind_given_name(work, run):
            continue
        found = _family_name(work, run)
        if found is None and key in decided and not _titled(run):
            found = decided[key]
            if found is None:
                continue
        if found is None:
            found = _acronym(work, run) or _lone(work, run, labels[key], counts[key])
        if key not in decided or found is not None:
            decided[key] = found
        if found is None:
            continue
        actor, why = found
        if actor.type is ActorType.PERSON:
            _person(work, run, actor, why)
        else:
            part = Part.PLACE if actor.type is ActorType.PLACE else Part.BODY
            work.add(run.page, run.start, run.end, actor, why, part)


def _titled(run: Run) -> bool:
    return run.introduction.title is not None


def _behind_given_name(work: Work, run: Run) -> bool:
    """Whether a mention ends right before, with which spaCy sees one name: the rest of a name we cut."""
    held = work.at(run.page, run.start - 1) if run.start else None
    return (
        held is not None
        and held.part is Part.PERSON
        and held.end == run.start
        and run.page.ent[run.start] == "PERSON" == run.page.ent[run.start - 1]
    )


def _family_name(work: Work, run: Run) -> tuple[Actor, Resolution] | None:
    word = run.words[0]
    named = work.persons.get(run.words)
    intro = run.introduction
    if named:
        fitting = [actor for actor in named if intro.country is None or actor.country in (None, intro.country)]
        if fitting:
            actor = _nearest(work, run, fitting)
            return actor, Resolution("surname", 0.92, f"family name of {actor.name}, named in full in the document")
    ids = work.dictionary.surnames.get(run.words)
    page = run.page
    if not ids or not page.forms[run.start].capital:
        return None
    common = word in work.dictionary.lexicon.common_surnames
    following = page.nouns.get(run.end)
    governs = following is not None and following.noun.arm in ("government", "presidency")
    if common and not governs and not _titled(run):
        # Most likely another word, or a town of that name.
        if run.headline and not page.forms[run.start].upper:
            return None
        at_home = any(work.countries[work.dictionary.country_of(id) or ""] for id in ids)
        if run.label in ("GPE", "LOC", "FAC", "DATE") and not at_home:
            return None
    title = intro.title
    choice = choose_person(
        work,
        ids,
        common=common,
        country=intro.country,
        titled=title is not None or governs,
        office=title.office if title else "head_of_state" if governs else "",
    )
    if choice is None:
        return None
    actor = work.dictionary.actor(choice.actor)
    return actor, Resolution("surname", choice.score, f"family name of {actor.name}: {choice.reason}")


def _nearest(work: Work, run: Run, actors: list[Actor]) -> Actor:
    """Of several persons with one family name the one named last before the run; else the first named after."""
    if len(actors) == 1:
        return actors[0]
    wanted = {actor.id for actor in actors}
    here = (run.page.index, run.start)
    drafts = [draft for draft in work.drafts if draft.actor.id in wanted]
    prior = [draft for draft in drafts if (draft.page.index, draft.start) < here]
    if prior:
        return max(prior, key=lambda draft: (draft.page.index, draft.start)).actor
    return min(drafts, key=lambda draft: (draft.page.index, draft.start)).actor if drafts else actors[0]


def _acronym(work: Work, run: Run) -> tuple[Actor, Resolution] | None:
    if not run.page.forms[run.start].upper:
        return None
    held = work.acronyms.get(run.words[0])
    if held is not None:
        return held, Resolution("acronym", 0.93, f"{run.text} is given as short for {held.name}")
    # "MST (Landless Workers' Movement)": the reverse order.
    page = run.page
    if page.texts[run.end : run.end + 1] != ["("]:
        return None
    inside = work.at(page, run.end + 1)
    if inside is None or inside.start != run.end + 1 or page.texts[inside.end : inside.end + 1] != [")"]:
        return None
    if inside.part not in (Part.BODY, Part.ROLE):
        return None
    work.acronyms[run.words[0]] = inside.actor
    return inside.actor, Resolution("acronym", 0.93, f"{run.text} is given as short for {inside.actor.name}")


def _lone(work: Work, run: Run, label: str, count: int) -> tuple[Actor, Resolution] | None:
    """A name of one word that nothing explains."""
    page, form = run.page, run.page.forms[run.start]
    if not count and (run.headline or label not in ("PERSON", "GPE")):
        return None
    if (
        run.words[0] in cues("not_actor")
        or not run.words[0].isalpha()
        or (len(run.words[0]) < 3 and not (form.upper and count > 1))
    ):
        return None
    if page.pos[run.start] == "ADJ" and page.dep[run.start] == "amod" and label != "GPE":
        return None  # "a Reaganesque approach"
    if page.nouns.get(run.start) is not None or (label == "NORP" and page.dep[run.start] == "amod"):
        return None
    if run.words in work.dictionary.surnames:
        label = "PERSON"
    if label not in _LABEL_TYPES:
        if not (form.upper and count > 1):
            return None
        label = "ORG"
    if label in ("NORP", "FAC", "LOC") and count < 2 and page.pos[run.start] != PROPN:
        return None
    if form.upper and label in ("PERSON", "GPE"):
        label = "ORG"
    actor = _actor_of(work, run, label)
    return actor, Resolution(
        "found", 0.5, f"{run.text}: taken for a {actor.type.replace('_', ' ')} by its place in the sentence"
    )
