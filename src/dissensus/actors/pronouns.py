"""Pronouns that parsing left open because it did not know who is a person: a second look with the actors at hand.

Only what is sure is taken: one candidate that fits, or one that is a subject among several. "He" and "she" look back
into the sentence before; so do "they" and, as a subject, "it" (see `antecedents`). As an object "it" is seldom an
actor ("denied it"), but where its clause goes on with the object of the one before ("left the party, accusing it").
"""

from __future__ import annotations

from dissensus.actors.antecedents import SUBJECTS, Antecedents
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.namesakes import GENDERS
from dissensus.actors.page import Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType
from dissensus.parsing.reference_local import is_expletive
from dissensus.parsing.tree import tree_of

_NEUTER = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "theirs", "themselves"})
_BODIES = frozenset(set(ActorType) - {ActorType.PERSON, ActorType.PEOPLE, ActorType.PLACE})
_OWNERS = frozenset({"its", "his", "her"})
_TAKING = frozenset({"strip", "deprive", "rob", "divest", "relieve", "cleanse", "rid"})
_ATONING = frozenset({"apologise", "apologize", "atone", "pay", "answer", "compensate", "fight", "look", "ask", "call"})
_OBJECTS = frozenset({"dobj", "dative"})
_TOWARDS = frozenset({"with", "on", "against"})
_OF_DEEDS = frozenset(
    "do make deny regret admit say know mean believe explain repeat see watch put get take call find celebrate justify "
    "deserve do use hold keep turn bring".split()
)
"""Verbs whose object "it" is as well a deed or nothing: "invaded Panama and regretted it"."""
_TWO = 2
_SURE = 0.65
_BY_SUBJECT = 0.55


def find_pronouns(work: Work) -> None:
    """Make mentions of the pronouns that parsing gave no antecedent and the actors settle."""
    back = Antecedents(work)
    for page in work.pages:
        for token, tag in enumerate(page.tag):
            word = page.texts[token].lower()
            if tag not in ("PRP", "PRP$") and not (word == "both" and page.dep[token] in SUBJECTS):
                continue
            if back.settled(page, token):
                continue
            if word == "both":
                _both(work, back, page, token)
            elif word in _THEY or word == "them":
                _they(work, back, page, token, word)
            elif word in GENDERS or word in _NEUTER:
                _one(work, back, page, token, word)


def _both(work: Work, back: Antecedents, page: Page, token: int) -> None:
    """The two whom "both" takes up as a subject: "Both used violence"."""
    if len(back.several(page, token)[0]) == _TWO:
        _they(work, back, page, token, "both")


def _they(work: Work, back: Antecedents, page: Page, token: int, word: str) -> None:
    found, how = back.other(page, token) if word == "them" else back.several(page, token)
    if not found:
        return
    names = " and ".join(draft.actor.name for draft in found)
    why = Resolution("pronoun", _BY_SUBJECT, f"{word}: {names}, {how}")
    work.add(page, token, token + 1, found[0].actor, why, found[0].part, token)
    if len(found) > 1:
        work.several[page.index, token] = [
            Draft(page, token, token + 1, token, draft.actor, why, draft.part) for draft in found
        ]


def _one(work: Work, back: Antecedents, page: Page, token: int, word: str) -> None:
    if word == "it" and not _acts(page, token):
        body = _object_before(work, page, token)
        if body is not None:
            why = Resolution("pronoun", _BY_SUBJECT, f"it: {body.actor.name}, to whom the clause before does something")
            work.add(page, token, token + 1, body.actor, why, body.part, token)
        return
    found = _antecedent(work, back, page, token, word)
    if found is None and word == "it":
        draft, how = back.one(page, token)
        found = (draft, Resolution("pronoun", _BY_SUBJECT, f"it: {draft.actor.name}, {how}")) if draft else None
    if found is not None:
        draft, why = found
        work.add(page, token, token + 1, draft.actor, why, draft.part, token)


def _object_before(work: Work, page: Page, token: int) -> Draft | None:
    """Whom "it" as an object means where the subject goes on with it: "left the party, accusing it of fraud"."""
    verb = page.head[token]
    if page.dep[token] not in _OBJECTS or page.doc[verb].lemma_.lower() in _OF_DEEDS:
        return None
    children = [i for i in range(page.sentence_start(token), token) if page.head[i] == verb]
    if any(page.dep[i] in SUBJECTS or page.dep[i] == "mark" for i in children):
        return None
    above = page.head[verb]
    open_clause = page.tag[verb] == "VBG" or any(page.dep[i] == "aux" and page.texts[i] == "to" for i in children)
    if page.dep[verb] == "pcomp" and page.dep[above] == "prep":
        above = page.head[above]
    elif page.dep[verb] != "conj" and not (page.dep[verb] in ("advcl", "xcomp") and open_clause):
        return None
    if page.pos[above] != "VERB" or above >= token:
        return None
    if page.dep[verb] == "conj" and (page.tag[verb] == "VBG") != (page.tag[above] == "VBG"):
        return None  # "made them leave it and forcing it", as it is parsed
    thing = next((i for i in range(above + 1, verb) if page.head[i] == above and page.dep[i] == "dobj"), None)
    if thing is None:
        link = next((i for i in range(above + 1, verb) if page.head[i] == above and page.texts[i] in _TOWARDS), None)
        thing = next((i for i in range(link + 1, verb) if page.head[i] == link), None) if link is not None else None
    held = work.at(page, thing) if thing is not None else None
    return held if held is not None and held.head == thing and _fits(work, held, "") else None


def _acts(page: Page, token: int) -> bool:
    """Whether "it" does what a body does, rather than what a plan or an event does: "it announced", not "it cost"."""
    verb = page.head[token]
    if page.dep[token] != "nsubj" or page.pos[verb] != "VERB" or is_expletive(tree_of(page.doc), token):
        return False
    return page.doc[verb].lemma_.lower() not in cues("thing_verb")


def _antecedent(work: Work, back: Antecedents, page: Page, token: int, word: str) -> tuple[Draft, Resolution] | None:
    gender = GENDERS.get(word, "")
    first = page.sentence_start(token)
    near = _candidates(work, back, page, first, token, gender)
    if near and gender and page.dep[token] in _OBJECTS:
        own = {d.actor.id for d in near if page.head[d.head] == page.head[token] and page.dep[d.head] in SUBJECTS}
        near = [d for d in near if d.actor.id not in own]  # "Ruiz granted him asylum": not himself
    if near == [] and gender and first > 0:
        near = _candidates(work, back, page, page.sentence_start(first - 1), first, gender)
    if near == [] and gender:
        ahead = _named_ahead(work, page, token, gender)
        if ahead is not None:
            return ahead, Resolution("pronoun", _BY_SUBJECT, f"{word}: {ahead.actor.name}, named right after")
    if near is None:
        return None
    if word == "him" and len({d.actor.id for d in near}) > 1:
        own = {d.actor.id for d in near if page.head[d.head] == page.head[token]}  # the subject of its own verb
        near = [d for d in near if d.actor.id not in own]
    candidates = {d.actor.id for d in near}
    if len(candidates) == 1:
        return near[-1], Resolution("pronoun", _SURE, f"{word}: only {near[-1].actor.name} fits")
    if word == "its" and _opens_late_clause(page, token):
        return None
    if near and word in _OWNERS and _of_the_object(page, token):
        return near[-1], Resolution("pronoun", _BY_SUBJECT, f"{word}: {near[-1].actor.name}, to whom it is done")
    subjects = [d for d in near if page.dep[d.head] in SUBJECTS]
    if len({d.actor.id for d in subjects}) == 1 and not _told_to_another(page, subjects[-1], near, token):
        return subjects[-1], Resolution("pronoun", _BY_SUBJECT, f"{word}: {subjects[-1].actor.name}, the subject")
    return None


def _opens_late_clause(page: Page, token: int) -> bool:
    """Whether either of two may be meant: "Peru broke with Chile after its embassy ..."."""
    subject = page.head[token]
    verb = page.head[subject]
    return page.dep[subject] in SUBJECTS and page.dep[verb] == "advcl" and page.head[verb] < verb


def _named_ahead(work: Work, page: Page, token: int, gender: str) -> Draft | None:
    """The subject that follows the clause or phrase in which a pronoun opens a sentence: "In his speech, Ruiz"."""
    top = token
    while page.head[top] != top and page.dep[top] not in ("advcl", "prep"):
        top = page.head[top]
    if page.dep[top] not in ("advcl", "prep"):
        return None
    verb = page.head[top]
    while page.dep[top] == "prep" and page.pos[verb] != "VERB" and page.head[verb] != verb:
        top, verb = verb, page.head[verb]
    if page.dep[verb] != "ROOT" or verb <= token:
        return None
    for i in range(token + 1, verb):
        if page.head[i] == verb and page.dep[i] in SUBJECTS:
            held = work.at(page, i)
            comma = "," in page.texts[token + 1 : i]
            return held if comma and held is not None and held.head == i and _fits(work, held, gender) else None
    return None


def _of_the_object(page: Page, token: int) -> bool:
    """Whether a possession is named as the ground or the loss of the one acted on: "strip the party of its seats"."""
    preposition = page.head[page.head[token]]
    if page.dep[page.head[token]] != "pobj":
        return False
    over = page.head[preposition]
    if page.pos[over] != "VERB":
        over = page.head[over]
    word, verb = page.texts[preposition].lower(), page.doc[over].lemma_.lower()
    return (word == "of" and verb in _TAKING) or (word == "for" and verb not in _ATONING)


def _told_to_another(page: Page, subject: Draft, near: list[Draft], token: int) -> bool:
    """Whether a pronoun stands in what a subject tells someone else, or in a clause that describes a noun.

    "Ruiz told Paz that he ..." may mean either, and so may "those who carry out its orders".
    """
    verb = page.head[subject.head]
    told = any(page.head[d.head] == verb and page.dep[d.head] in ("dobj", "dative") for d in near)
    top = token
    while page.head[top] != top and top != verb:
        if page.dep[top] == "relcl" or (told and page.dep[top] in ("ccomp", "xcomp")):
            return True
        top = page.head[top]
    return False


def _candidates(work: Work, back: Antecedents, page: Page, start: int, end: int, gender: str) -> list[Draft] | None:
    """Whom a stretch of a page names that a pronoun may mean; None where it holds another such that is not settled."""
    found: list[Draft] = []
    for i in range(start, end):
        held = work.at(page, i)
        if held is None and gender and GENDERS.get(page.texts[i].lower()) == gender and page.tag[i] == "PRP":
            held = back.stands_for(page, i)
            if held is None:
                return None
        if held is not None and (held.page is not page or held.end <= end) and (not found or found[-1] is not held):
            found.append(held)
    return [draft for draft in found if _fits(work, draft, gender)]


def _fits(work: Work, draft: Draft, gender: str) -> bool:
    if not gender:
        return (
            draft.actor.type in _BODIES
            and draft.part is not Part.DEMONYM
            and not work.dictionary.is_ideology(draft.actor.id)
        )
    if draft.actor.type is not ActorType.PERSON:
        return False
    return work.dictionary.gender_of(draft.actor.id) in ("", gender)
