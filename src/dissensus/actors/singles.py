"""Names of one word: family names, acronyms, and what spaCy takes for names in a clear place."""

from __future__ import annotations

from collections import Counter

from dissensus.actors.evidence import choose_person
from dissensus.actors.kin import kin_of
from dissensus.actors.lexicon import cues
from dissensus.actors.making import LABEL_TYPES, actor_of, kinds_of, take_person
from dissensus.actors.mentions import Resolution
from dissensus.actors.namesakes import beside, gender_of
from dissensus.actors.page import PROPN
from dissensus.actors.runs import Run
from dissensus.actors.words import words
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType, Origin

_CHIEFLY = 3
"""How many times as often as any other the one that a text is about has been named."""


def find_singles(work: Work, runs: list[Run], pronouns: dict[tuple[int, int], str]) -> None:
    """Names of one word: family names, acronyms, and what spaCy takes for names more than once or in a clear place."""
    # A word that only ever begins sentences may owe its capital to that.
    counts = Counter(run.words for run in runs if not run.headline and not run.page.sent_start[run.start])
    labels = kinds_of(work, runs, frozenset())
    decided: dict[tuple[str, ...], tuple[Actor, Resolution] | None] = {}
    of_years: dict[tuple[str, ...], tuple[int, tuple[Actor, Resolution]]] = {}
    for run in runs:
        key = run.words
        if (run.label == "DATE" and key not in work.persons) or (key[0] in cues("never_alone") and not _titled(run)):
            continue
        if _behind_given_name(work, run):
            continue
        found = kin_of(work, run) or _family_name(work, run, pronouns.get((run.page.index, run.end - 1), ""))
        if found is not None and found[1].rule == "surname" and not work.persons.get(key):
            found = _of_same_years(work, run, found, of_years)
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
        if why.rule == "kin":
            work.add(run.page, run.start, run.end, actor, why, Part.PERSON)  # the family name alone is the other's
        elif actor.type is ActorType.PERSON:
            take_person(work, run, actor, why)
            if _titled(run) and actor.origin is Origin.FOUND and actor not in work.persons[key]:
                work.persons[key].append(actor)  # whoever is brought in by a title bears the name from then on
        else:
            part = Part.PLACE if actor.type is ActorType.PLACE else Part.BODY
            work.add(run.page, run.start, run.end, actor, why, part)


def _of_same_years(
    work: Work,
    run: Run,
    found: tuple[Actor, Resolution],
    of_years: dict[tuple[str, ...], tuple[int, tuple[Actor, Resolution]]],
) -> tuple[Actor, Resolution]:
    """Whom a family name means right behind a sentence with a year that decided it: "In 1992 Ruiz ... Ruiz also"."""
    page = run.page
    if work.tells_of_years(page, run.start):
        of_years[run.words] = page.index, found
        return found
    before = of_years.get(run.words)
    if before is None or _titled(run) or run.introduction.country or page.index > before[0] + 1:
        return found
    of_years[run.words] = page.index, before[1]
    return before[1]


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


def _family_name(work: Work, run: Run, pronoun: str) -> tuple[Actor, Resolution] | None:
    """Whom a family name alone means; `pronoun`: the gender of the pronouns that take it up, if any."""
    word, page = run.words[0], run.page
    named = work.persons.get(run.words)
    ids = _both_names(work, run) or work.dictionary.surnames.get(run.words, [])
    intro = run.introduction
    if named:
        fitting = [actor for actor in named if intro.country is None or actor.country in (None, intro.country)]
        genders = {actor.id: gender_of(work.dictionary, actor) for actor in fitting}
        address = beside(intro, "", governs=False).gender
        fitting = [actor for actor in fitting if not address or genders[actor.id] in ("", address)]
        fitting = [actor for actor in fitting if pronoun and genders[actor.id] == pronoun] or fitting
        if fitting:
            actor = _nearest(work, run, fitting)
            return actor, Resolution("surname", 0.92, f"family name of {actor.name}, named in full in the document")
    if not ids or not page.forms[run.start].capital or _in_case(run) or _of_family(run):
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
    date = (work.date_near(page, run.start) or "") if work.tells_of_years(page, run.start) else ""
    told = beside(intro, pronoun, governs=governs)._replace(date=date)
    choice = choose_person(work, ids, told, common=common)
    if choice is None:
        return None
    actor = work.dictionary.actor(choice.actor)
    return actor, Resolution("surname", choice.score, f"family name of {actor.name}: {choice.reason}")


def _both_names(work: Work, run: Run) -> list[str]:
    """The persons whose two family names stand here, of which the first was not seen as a name: "Padrino López"."""
    page, at = run.page, run.start
    if not at or page.sent_start[at] or not page.forms[at - 1].capital or work.at(page, at - 1) is not None:
        return []
    return work.dictionary.surnames.get((*words(page.texts[at - 1]), *run.words), [])


def _of_family(run: Run) -> bool:
    """Whether several of a name are meant: "the Mirabal sisters"."""
    following = run.page.texts[run.end : run.end + 1]
    return bool(following) and following[0].lower() in ("sisters", "brothers", "family", "clan", "dynasty", "twins")


def _in_case(run: Run) -> bool:
    """Whether a name is that of a party to a lawsuit: "Miller v. Ruiz"."""
    texts = run.page.texts
    return "v." in (texts[run.start - 1] if run.start else "", *texts[run.end : run.end + 1])


def _nearest(work: Work, run: Run, actors: list[Actor]) -> Actor:
    """Of several persons with one family name the one the text is about, or named last before; else the first after.

    Papers leave the given name out for the one an article is about, and for others only right behind it.
    """
    if len(actors) == 1:
        return actors[0]
    wanted = {actor.id for actor in actors}
    here = (run.page.index, run.start)
    drafts = [draft for draft in work.drafts if draft.actor.id in wanted and draft.why.rule != "kin"]
    prior = [draft for draft in drafts if (draft.page.index, draft.start) < here]
    if prior:
        (most, times), *others = Counter(draft.actor.id for draft in prior).most_common(2)
        if times >= _CHIEFLY * (others[0][1] if others else 1):
            return next(actor for actor in actors if actor.id == most)
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
    if label not in LABEL_TYPES:
        if not (form.upper and count > 1):
            return None
        label = "ORG"
    if label in ("NORP", "FAC", "LOC") and count < 2 and page.pos[run.start] != PROPN:
        return None
    if form.upper and label in ("PERSON", "GPE"):
        label = "ORG"
    actor = actor_of(work, run, label)
    return actor, Resolution(
        "found", 0.5, f"{run.text}: taken for a {actor.type.replace('_', ' ')} by its place in the sentence"
    )
