"""Pronouns that parsing left open because it did not know who is a person: a second look with the actors at hand.

Only what is sure is taken: one candidate that fits, or one that is a subject among several. "He" and "she" look back
into the sentence before; "its", and "it" as a subject, stay in their own. As an object "it" is seldom an actor
("denied it").
"""

from __future__ import annotations

from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset(set(ActorType) - {ActorType.PERSON, ActorType.PEOPLE, ActorType.PLACE})
_SURE = 0.65
_BY_SUBJECT = 0.55


def find_pronouns(work: Work) -> None:
    """Make mentions of the pronouns that parsing gave no antecedent and the actors settle."""
    settled = {(r.pronoun.paragraph, r.pronoun.start) for r in work.parsed.references}
    for page in work.pages:
        for token, form in enumerate(page.forms):
            word = form.text.lower()
            if word not in _GENDERS and word not in _NEUTER:
                continue
            if word == "it" and page.dep[token] not in _SUBJECTS:
                continue
            if page.tag[token] not in ("PRP", "PRP$") or (page.index, token) in settled or work.at(page, token):
                continue
            found = _antecedent(work, page, token, word)
            if found is not None:
                draft, why = found
                work.add(page, token, token + 1, draft.actor, why, draft.part, token)


def _antecedent(work: Work, page: Page, token: int, word: str) -> tuple[Draft, Resolution] | None:
    gender = _GENDERS.get(word, "")
    first = _sentence_start(page, token)
    near = [d for d in _between(work, page, first, token) if _fits(work, d, gender)]
    if not near and gender and first > 0:
        near = [d for d in _between(work, page, _sentence_start(page, first - 1), first) if _fits(work, d, gender)]
    if word == "him" and len({d.actor.id for d in near}) > 1:
        near = [d for d in near if page.head[d.head] != page.head[token]]  # not the subject of its own verb
    candidates = {d.actor.id for d in near}
    if len(candidates) == 1:
        return near[-1], Resolution("pronoun", _SURE, f"{word}: only {near[-1].actor.name} fits")
    subjects = [d for d in near if page.dep[d.head] in _SUBJECTS]
    if len({d.actor.id for d in subjects}) == 1:
        return subjects[-1], Resolution("pronoun", _BY_SUBJECT, f"{word}: {subjects[-1].actor.name}, the subject")
    return None


def _fits(work: Work, draft: Draft, gender: str) -> bool:
    if not gender:
        return draft.actor.type in _BODIES and draft.part is not Part.DEMONYM
    if draft.actor.type is not ActorType.PERSON:
        return False
    return work.dictionary.gender_of(draft.actor.id) in ("", gender)


def _between(work: Work, page: Page, start: int, end: int) -> list[Draft]:
    """The outermost mentions in a stretch of a page, in order."""
    found: list[Draft] = []
    for i in range(start, end):
        held = work.at(page, i)
        if held is not None and held.end <= end and (not found or found[-1] is not held):
            found.append(held)
    return found


def _sentence_start(page: Page, token: int) -> int:
    while token > 0 and not page.sent_start[token]:
        token -= 1
    return token
