"""What stands in the places that pronouns look back to: the subjects of the clauses around and of the sentence before.

"They" looks for several or for a body of people, "it" for one body or state. The subject of the clause around comes
first, then, for a subject, the one of the sentence before; "them" and "their" look for the plural noun told last.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.lexicon import cues
from dissensus.actors.page import Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType
from dissensus.parsing.parsed import BlockKind
from dissensus.parsing.people import load_people

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLAUSES = frozenset(("VERB", "AUX"))
_CROWDS = frozenset(
    (ActorType.PEOPLE, ActorType.ARMED_GROUP, ActorType.POLICE, ActorType.MILITARY, ActorType.MOVEMENT,
     ActorType.PARTY, ActorType.UNION)
)  # fmt: skip
"""Bodies that "they" takes up as readily as "it"."""
_FARTHEST = 2
"""How many sentences back "they" may look."""
_SEVERAL = ("NNS", "NNPS")
_NOT_ONE = frozenset((ActorType.PERSON, ActorType.PEOPLE, ActorType.PLACE))


class Antecedents:
    """Looks back from pronouns; knows what the pronouns before them were taken for."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._pages = {page.index: page for page in work.pages}
        self._kinds = {paragraph.index: paragraph.kind for paragraph in work.parsed.paragraphs}
        self._settled = {
            (found.pronoun.paragraph, found.pronoun.start): found.antecedent for found in work.parsed.references
        }

    def settled(self, page: Page, token: int) -> bool:
        """Whether parsing or an actor's own words have told what a token stands for."""
        return (page.index, token) in self._settled or self._work.at(page, token) is not None

    def stands_for(self, page: Page, token: int) -> Draft | None:
        """What parsing took a pronoun for, as a mention that stands where the pronoun does."""
        antecedent = self._settled.get((page.index, token))
        if antecedent is None or antecedent.paragraph not in self._pages:
            return None
        held = self._work.at(self._pages[antecedent.paragraph], antecedent.end - 1)
        return Draft(page, token, token + 1, token, held.actor, held.why, held.part) if held is not None else None

    def several(self, page: Page, token: int) -> tuple[list[Draft], str]:
        """Whom "they" or "their" at a token means, and how that was told; empty where it is not sure."""
        owns = page.dep[token] == "poss"
        for subject in self._subjects_around(page, token):
            found = self._standing_at(page, subject)
            if self._many(found):
                return found, "subject of the clause around"
            if found and not owns:
                # "Ruiz said that they ...": not Ruiz, and perhaps someone told before
                return self.only_crowd(page, token) if _behind(page, token) else ([], "")
        if owns:
            asked = self._asked(page, token)
            return ([asked], "who is asked to do it") if asked is not None else self.other(page, token)
        if _behind(page, token):
            found, how = self.only_crowd(page, token)
            if found:
                return found, how
        return self._told_before(page, token)

    def _asked(self, page: Page, token: int) -> Draft | None:
        """Who is to do what an infinitive tells: "we call on the unions to state their terms"."""
        verb = page.head[page.head[token]]
        if page.dep[verb] not in ("xcomp", "ccomp", "advcl") or page.texts[max(verb - 1, 0)].lower() != "to":
            return None
        over = page.head[verb]
        for i in range(verb - 1, over, -1):
            direct = page.head[i] == over and page.dep[i] == "dobj"
            if direct or (page.dep[i] == "pobj" and page.head[page.head[i]] == over):
                held = self._work.at(page, i)
                return held if held is not None and _plural(held) else None
        return None

    def _told_before(self, page: Page, token: int) -> tuple[list[Draft], str]:
        """Whom the sentences before are about: subjects, and who is brought in ("there were ...", "we have ...")."""
        for _ in range(_FARTHEST):
            before = self._sentence_before(page, token)
            if before is None:
                break
            page, token, end = before
            for place, how in ((_main_subject(*before), "subject of"), (_brought_in(*before), "brought in by")):
                found = self._standing_at(page, place) if place is not None else []
                if self._many(found):
                    return found, f"{how} the sentence before"
                if found:
                    return [], ""
            if any(self._many([held]) for i in range(token, end) if (held := self._work.at(page, i)) is not None):
                break
        return [], ""

    def other(self, page: Page, token: int) -> tuple[list[Draft], str]:
        """Whom "them" means: those whom the last plural noun before names, if not the subject of its own verb."""
        barred = next(self._subjects_around(page, token), None)
        for i in range(token - 1, page.sentence_start(token) - 1, -1):
            if page.tag[i] in ("NNS", "NNPS") and i != barred:
                held = self._work.at(page, i)
                if held is None or held.head != i:
                    return [], ""
                return self._work.several.get((page.index, i), [held]), "the plural told last"
        return [], ""

    def one(self, page: Page, token: int) -> tuple[Draft | None, str]:
        """Which body "it" at the head of a sentence means: the subject of the sentence before."""
        if next(self._subjects_around(page, token), None) is not None:
            return None, ""
        before = self._sentence_before(page, token)
        subject = _main_subject(*before) if before is not None else None
        if before is None or subject is None:
            return None, ""
        found = self._standing_at(before[0], subject)
        if len(found) != 1 or found[0].actor.type in _NOT_ONE:
            return None, ""
        if _plural(found[0]) and before[0].tag[subject] != "NN":
            return None, ""  # "the party" and "the opposition" are one, "the Sandinistas" are not
        return found[0], "subject of the sentence before"

    def only_crowd(self, page: Page, token: int) -> tuple[list[Draft], str]:
        """Whom "they" in a clause behind another means: the only people told, where the subject is not of many.

        "The regime jailed the protesters as they marched", "to silence the people as they called for change".
        """
        around = list(self._subjects_around(page, token))
        if not around or any(self._is_many_at(page, subject) for subject in around):
            return [], ""
        crowds: dict[str, Draft] = {}
        for i in range(page.sentence_start(token), token):
            held = self._work.at(page, i)
            if held is not None and held.head == i and held.end <= token and _plural(held):
                crowds.setdefault(held.actor.id, held)
        return (list(crowds.values()), "the only people told") if len(crowds) == 1 else ([], "")

    def _is_many_at(self, page: Page, subject: int) -> bool:
        """Whether a subject is plural, anyone of a kind ("a candidate"), joined to others or not told by a noun."""
        if page.doc[subject].lemma_.lower() in load_people().persons or page.tag[subject] in (
            *_SEVERAL,
            "PRP",
            "WP",
            "WDT",
            "DT",
            "CD",
        ):
            return True
        return any(_joined(page, i, subject) for i in range(subject + 1, min(subject + 25, len(page.texts))))

    def _subjects_around(self, page: Page, token: int) -> Iterator[int]:
        """The subjects of the clauses around a token, innermost first, without the one that it is or is part of."""
        first = page.sentence_start(token)
        below = token
        while page.head[below] != below:
            above = page.head[below]
            if page.pos[above] in _CLAUSES:
                for i in range(min(above, token) - 1, first - 1, -1):
                    if page.head[i] == above and page.dep[i] in SUBJECTS and i != below:
                        yield i
                        break
            below = above

    def _standing_at(self, page: Page, token: int) -> list[Draft]:
        """The actors that the noun phrase at a token names, with those joined to it."""
        drafts = []
        heads = [token, *(i for i in range(token + 1, min(token + 25, len(page.texts))) if _joined(page, i, token))]
        for head in heads:
            held = self._work.at(page, head) or self.stands_for(page, head)
            if held is not None and held not in drafts:
                drafts += self._work.several.get((page.index, head), [held])
        return drafts

    def _sentence_before(self, page: Page, token: int) -> tuple[Page, int, int] | None:
        """The sentence before a token's, in its paragraph or as the last of the paragraph before."""
        first = page.sentence_start(token)
        if first > 0:
            return page, page.sentence_start(first - 1), first
        before = self._pages.get(page.index - 1)
        if before is None or self._kinds.get(before.index) is not BlockKind.BODY or not before.texts:
            return None
        return before, before.sentence_start(len(before.texts) - 1), len(before.texts)

    @staticmethod
    def _many(drafts: list[Draft]) -> bool:
        return len(drafts) > 1 or any(_plural(draft) for draft in drafts)


def _behind(page: Page, token: int) -> bool:
    """Whether a subject does what people do, in a clause of time or reason behind another: "as they marched"."""
    verb = page.head[token]
    late = page.dep[verb] == "advcl" and page.head[verb] < verb
    return late and page.pos[verb] == "VERB" and page.doc[verb].lemma_.lower() not in cues("thing_verb")


def _plural(draft: Draft) -> bool:
    if draft.part in (Part.DEMONYM, Part.PLACE):
        return False
    return draft.actor.type in _CROWDS or draft.page.tag[draft.head] in ("NNS", "NNPS")


def _joined(page: Page, i: int, first: int) -> bool:
    """Whether a token is joined to another by "and" or a comma, at whatever distance."""
    while page.dep[i] == "conj" and page.head[i] > first:
        i = page.head[i]
    return page.dep[i] == "conj" and page.head[i] == first


def _main_subject(page: Page, start: int, end: int) -> int | None:
    """The subject of the chief verb of a sentence."""
    for i in range(start, end):
        if page.dep[i] in SUBJECTS and page.dep[page.head[i]] in ("ROOT", "csubj"):
            return i
    return None


def _brought_in(page: Page, start: int, end: int) -> int | None:
    """Whom a sentence brings in: "there were protesters", "you have the miners", "one of them is the union"."""
    for i in range(start, end):
        if page.dep[i] == "ROOT" and page.doc[i].lemma_ in ("be", "have", "exist", "see", "get"):
            for j in range(i + 1, end):
                if page.head[j] == i and page.dep[j] in ("attr", "dobj"):
                    return j
    return None
