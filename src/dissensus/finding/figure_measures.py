"""What a number measures, put in short words of the text."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from dissensus.finding.figure_owners import FORECASTING, MAKING_UP, receiver
from dissensus.finding.figure_parts import NOMINAL, Parts, changed, peopled, subject_of
from dissensus.finding.figure_phrases import Phrases
from dissensus.finding.figure_predicates import Predicates
from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.tree import Tree

_VOWELS = frozenset("aeiou")
_COURSES = {"up": "rise", "down": "fall"}
_PLAIN = frozenset({"be", "have", "include", "cost"})
"""Verbs that say nothing of what they have as object."""
_LENGTHS = frozenset({"kilometres", "metres", "miles", "feet"})
_POLLED = frozenset({"poll", "survey", "pollster", "support", "backing", "approve", "approval", "favor", "favour"})
_VOTED = frozenset({"vote", "ballot", "caucus", "primary", "runoff", "election", "candidate", "rival"})
_SEVERAL = {"man": "men", "woman": "women", "person": "people"}
_CARRYING = frozenset("approve pass ratify adopt confirm endorse impeach remove oust override convict carry".split())
"""Verbs of a vote that was won, so that the first number is of those in favour."""
_FOR_OTHERS = frozenset({"percent", "%", "third", "quarter", "half", "majority", "number", "share", "proportion"})
_LAID_ON = frozenset({"on", "against", "in", "to"})
_SCORE = re.compile(r"\d+")
_UNDER = frozenset({"under", "in", "at", "behind", "on", "without"})


class Wording:
    """Names units, measures and subjects in one paragraph; the tokens of dates are left out of them."""

    def __init__(self, tree: Tree, doc: Doc, dates: set[int]) -> None:
        self._tree = tree
        self._doc = doc
        self._dates = dates
        self._predicates = Predicates(tree, doc, dates)
        self._phrases = Phrases(tree, doc, dates)

    def end(self, verb: int) -> int:
        """Where the words end that tell what those counted do."""
        return self._predicates.span(verb)[1]

    def denies(self, verb: int) -> bool:
        """Whether a measure tells that those counted do not do something."""
        return self._predicates.denies(verb)

    def unit(self, quantity: Quantity, found: Parts) -> str | None:
        """For counts the noun itself, with "per 100,000 inhabitants" where that follows."""
        if found.thing is None or found.thing < quantity.end or self._tree.pos[found.thing] not in NOMINAL:
            return None
        tree, thing = self._tree, found.thing
        for child in tree.children[thing]:
            if tree.words[child] in ("per", "for") and tree.deps[child] == "prep" and child == thing + 1:
                base = tree.child(child, "pobj")
                if base is not None and any(tree.pos[c] == "NUM" for c in tree.children[base]):
                    return self._text(thing, base + 1)
        return self._text(thing, thing + 1)

    def measure(self, quantity: Quantity, found: Parts) -> str:
        """What is measured or counted: "fishermen killed", "fall in oil output", "share of voters"."""
        tree, thing, verb = self._tree, found.thing, found.verb
        side = self.side(quantity)
        if side:
            return side
        says = measures()
        noun = self._phrases.phrase(thing, quantity) if thing is not None and tree.pos[thing] in NOMINAL else ""
        if quantity.form is Form.DURATION:
            return self._length(quantity, found, noun)
        lemma = tree.lemmas[verb] if verb is not None else ""
        if found.role == "change" and quantity.form is Form.COUNT and verb is not None:
            noun = self._phrases.phrase(changed(tree, verb, thing)) or noun
        lemma = tree.lemmas[verb] if verb is not None else ""
        compared = self.compared(quantity)
        if compared:
            if not noun and verb is not None and lemma != "be":
                return f"{'percent' if quantity.form is Form.PERCENT else 'amount'} {compared}"
            whole = noun or (self._phrases.phrase(subject_of(tree, verb)) if verb is not None else "")
            if compared in _COURSES.values():
                return f"{compared} in {whole}" if whole else compared
            return f"{whole} {compared}".strip()
        if quantity.form is Form.PERCENT and verb is not None and not (noun or found.share) and self._asked(found):
            return self._predicates.that("share", verb)
        if quantity.form is Form.PERCENT and not noun:
            support = self._support(quantity, lemma)
            if support and (found.role != "change" or support in says["margin"].values()):
                return support
            noun = support and "support"
        if found.role == "change" and noun:
            return f"{says['change'].get(lemma, lemma)} {noun}"
        if found.role == "level" and noun and not found.share:
            of = tree.child(quantity.end, "pobj") if tree.words[quantity.end : quantity.end + 1] == ["of"] else None
            whole = self._phrases.phrase(of) if quantity.form is Form.PERCENT else ""
            return f"{noun} as share of {whole}" if whole else noun
        if found.share:
            noun = noun or ("people" if thing is None else tree.words[thing])
            part = lemma in MAKING_UP
            told = found.role == "level" and verb is not None and not part
            whole = self._phrases.phrase(changed(tree, verb, thing)) if told and verb is not None else ""
            if whole:
                return f"{whole} as share of {noun}"
            if found.role == "subject" and verb is not None:
                return self._predicates.that(f"share of {noun}", verb)
            if found.role == "agent" and verb is not None:
                return self._by(f"share of {noun}", verb)
            gained = (
                part or lemma in says["gain"] or lemma == "make" or noun.split()[-1] in ("vote", "votes", "ballots")
            )
            counted = tree.words[thing + 1 : thing + 2] == ["counted"] if thing is not None else False
            return f"share of {noun} {'counted' if counted else '' if gained else self._done(found)}".strip()
        state = tree.words[thing + 1 : thing + 2] if thing is not None and lemma == "leave" else []
        if state and state[0] in says["toll_state"]:
            return noun if noun.endswith(state[0]) else f"{noun} {state[0]}"  # "left 19 people dead"
        whole = self._apart(quantity, found)
        done = self._done(found)
        if whole and not (done and found.role == ""):
            return f"{whole} of {noun}"
        if quantity.form is Form.MONEY and verb is not None and lemma in says["cost"]:
            subject = subject_of(tree, verb)
            whole = self._phrases.phrase(subject)
            return f"cost of {whole}" if whole else "cost"
        if quantity.form is Form.MONEY and not noun and lemma in says["worth"]:
            return says["worth"][lemma]
        if not noun:
            if quantity.form is Form.MONEY and not done and lemma in says["supply"]:
                done = _participle(lemma)  # "paid for it to the tune of five million"
            noun = "amount" if quantity.form is Form.MONEY else quantity.unit or ("people" if done else "number")
            behind = tree.words[quantity.end] if quantity.end < len(tree) else ""
            if behind in says["toll_state"]:
                noun = f"people {behind}"
            elif found.role == "object" and lemma in says["level"] and quantity.form is Form.COUNT:
                return self._phrases.phrase(subject_of(tree, verb) if verb is not None else None) or noun
            elif found.role == "subject" and verb is not None and quantity.form is Form.COUNT:
                noun = self._predicates.that("number", verb)
        elif (
            quantity.form is Form.MEASURE and quantity.unit in _LENGTHS and thing is not None and thing >= quantity.end
        ):
            return f"length of {noun}"
        if quantity.form is Form.COUNT and thing is not None and tree.deps[thing] in ("compound", "nmod"):
            head = tree.heads[thing]
            if head > thing and tree.pos[head] in NOMINAL:
                several = _SEVERAL.get(noun, f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s")
                several = several if tree.words[quantity.end : thing] == ["-"] else noun
                return f"{several} of {tree.words[head]}"
        if quantity.form is Form.COUNT and thing is not None and verb is not None:
            if found.role == "agent":
                return self._by(noun, verb)
            if found.role == "subject" and " that " not in noun and not (quantity.value > 1 and self._single(verb)):
                return self._predicates.that(noun, verb)
            subject = tree.child(verb, "nsubj") if lemma in says["level"] and found.role == "object" else None
            if subject is not None and tree.lemmas[subject] in says["total"]:
                return self._phrases.phrase(subject)  # "the difference was 40,000 votes"
        if not done and thing is not None and quantity.form is Form.COUNT:
            aim = self._phrases.aimed(thing) if thing >= quantity.end else ""
            if not aim and found.role == "" and lemma not in says["toll"]:
                noun = f"{self._laid_on(thing)} {noun}".strip()
            return noun if noun.endswith(aim) else f"{noun} {aim}"
        return noun if noun.endswith(f" {done}") else f"{noun} {done}".strip()

    def _laid_on(self, noun: int) -> str:
        """What is laid on those counted or done in them: "sanctions on" of "imposed sanctions on 40 officials"."""
        tree, at = self._tree, self._tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.words[at] not in _LAID_ON or at > noun:
            return ""
        over = tree.heads[at]
        told = tree.child(over, "dobj") if tree.pos[over] == "VERB" else over
        if told is None or told > at or tree.pos[told] != "NOUN" or tree.deps[told] != "dobj":
            return ""
        return f"{self._phrases.phrase(told)} {tree.words[at]}"

    def _support(self, quantity: Quantity, lemma: str) -> str:
        """What a percentage without a noun is of: how far one leads, votes, or support in a poll."""
        says, at = measures(), quantity.start - 1
        at -= at > 0 and self._tree.words[at] in ("just", "only")
        before = self._tree.words[at] if quantity.start else ""
        told = self._tree.words[quantity.start : quantity.end + 1]
        alone = quantity.unit != "percent" or not ("to" in told or told[-1] == "-")
        if before == "by" and lemma in says["margin"] and alone:
            return says["margin"][lemma]
        if quantity.unit == "percentage points" and self._tree.words[quantity.end : quantity.end + 1] == ["ahead"]:
            return "lead"
        if quantity.unit == "percentage points" and self._tree.words[quantity.end : quantity.end + 1] == ["behind"]:
            return "deficit"
        if quantity.unit != "percent":
            return ""
        told = self._tree.lemmas[self._tree.starts[quantity.number] : self._tree.ends[quantity.number]]
        if not _POLLED.isdisjoint(told):
            return "support"
        if lemma in says["margin"] and lemma not in says["gain"]:
            return "support"  # "leads her with 45 percent"
        return "share of vote" if lemma in says["gain"] or not _VOTED.isdisjoint(told) else ""

    def _asked(self, found: Parts) -> bool:
        """Whether a percentage is of those who do something, whoever they are: "only 14 percent trust Congress"."""
        tree, verb, says = self._tree, found.verb, measures()
        if verb is None or found.role != "subject" or tree.pos[verb] != "VERB":
            return False
        moved = tree.lemmas[verb] in says["change"] or tree.lemmas[verb] in says["level"]
        return not moved and any(tree.deps[c] in ("dobj", "ccomp", "xcomp", "prep") for c in tree.children[verb])

    def compared(self, quantity: Quantity) -> str:
        """What a share is more or less by: "up by 12 percent", "30 percent lower"."""
        if quantity.form not in (Form.PERCENT, Form.MONEY):
            return ""
        words, at = self._tree.words, quantity.start - 1
        at -= at > 0 and words[at] == "by"
        behind = quantity.end
        if at >= self._tree.starts[quantity.number] and words[at] in _COURSES and self._tree.deps[at] != "prt":
            return _COURSES[words[at]]
        if behind < len(words) and (self._tree.tags[behind] in ("JJR", "RBR") or words[behind] in ("below", "above")):
            return words[behind]
        return ""

    def side(self, quantity: Quantity) -> str:
        """For votes, which side they were cast on: "73 votes in favour, 32 against", "approved by 73 votes to 32"."""
        if quantity.form is not Form.COUNT:
            return ""
        tree, at = self._tree, quantity.end
        words = tree.words
        counted = words[at : at + 1] == ["votes"]
        at += counted
        told = tree.lemmas[tree.starts[quantity.number] : tree.ends[quantity.number]]
        if not counted and "vote" not in told and "abstention" not in told:
            return ""
        behind = words[at] if at < len(words) else ""
        if behind == "against":
            return "votes against"
        if behind == "in" and words[at + 1 : at + 2] in (["favor"], ["favour"]):
            return "votes in favour"
        ahead = behind == "to" and tree.tags[at + 1 : at + 2] == ["CD"]
        before = quantity.start - 2
        beaten = before > 0 and words[before + 1] == "to" and (words[before] == "votes" or tree.tags[before] == "CD")
        score = [float(n) for n in _SCORE.findall(" ".join(words[quantity.start : quantity.end]))]
        if len(score) == 2:  # "voted 101-6"
            ahead, beaten = quantity.value == max(score), quantity.value == min(score)
        if not ahead and not beaten:
            return ""
        if _CARRYING.isdisjoint(told):
            return "votes"
        return "votes in favour" if ahead else "votes against"

    def _length(self, quantity: Quantity, found: Parts, noun: str) -> str:
        """What a length of time is the length of."""
        unit = quantity.unit or "time"
        if found.role in ("level", "change") and noun:
            return noun
        if noun:
            return f"{unit} of {noun}"
        if found.verb is not None and self._tree.lemmas[found.verb] == "sentence":
            return f"{unit} of sentence"
        if self._tree.words[quantity.end : quantity.end + 1] == ["in"] and self._tree.pos[quantity.end + 1] == "NOUN":
            return f"{unit} {self._text(quantity.end, min(quantity.end + 2, len(self._tree)))}"
        if found.verb is not None and self._tree.lemmas[found.verb] == "last":
            return "duration"
        if found.verb is not None and self._tree.lemmas[found.verb] == "be":
            return f"{unit} {self._state(found.verb)}".strip()
        if found.verb is not None and self._tree.lemmas[found.verb] not in ("be", "have", "do"):
            return f"{unit} of {_gerund(self._tree.lemmas[found.verb])}"
        return unit

    def _apart(self, quantity: Quantity, found: Parts) -> str:
        """By what one side is ahead, or what those counted undergo: "a majority of 12 seats", "the deaths of 40"."""
        tree, thing = self._tree, found.thing
        if quantity.form is not Form.COUNT or thing is None or tree.words[tree.heads[thing]] not in ("of", "by"):
            return ""
        over = tree.heads[tree.heads[thing]]
        if found.verb is not None and over == found.verb and tree.words[tree.heads[thing]] == "by":
            return measures()["margin"].get(tree.lemmas[over], "")  # "beat her by 400 votes"
        known = tree.lemmas[over] in measures()["gap"] or tree.lemmas[over] in measures()["undergone"]
        return tree.words[over] if known and tree.pos[over] == "NOUN" else ""

    def _state(self, verb: int) -> str:
        """In what someone has been: "in power", "under embargo"."""
        tree = self._tree
        for child in tree.children[verb]:
            noun = tree.child(child, "pobj") if tree.words[child] in _UNDER else None
            if noun is not None and noun - child <= 2:
                return self._text(child, noun + 1)
        return ""

    def _done(self, found: Parts) -> str:
        """What is done to the thing, as a participle: "murdered", "sent"."""
        tree, verb = self._tree, found.verb
        if found.thing is not None and (found.role == "" or (verb is not None and tree.lemmas[verb] == "be")):
            for child in tree.children[found.thing]:
                if tree.deps[child] == "acl" and tree.tags[child] == "VBN":
                    return tree.words[child]
        if verb is None or found.role not in ("object", "passive") or tree.pos[verb] == "AUX":
            return ""
        particle = tree.child(verb, "prt")
        behind = f" {tree.words[particle]}" if particle is not None else ""
        if tree.lemmas[verb] in _PLAIN and found.role != "passive":
            return ""
        as_what = any(tree.words[c] == "as" for c in tree.children[verb])
        if found.role == "passive" and (as_what or tree.child(verb, "xcomp") is not None):
            return self._predicates.predicate(verb)  # "expected to attend caucuses"
        if tree.tags[verb] == "VBN" or found.role == "passive":
            return tree.words[verb] + behind
        return _participle(tree.lemmas[verb]) + behind

    def _single(self, verb: int) -> bool:
        """Whether a verb is told of one only, so that another word is its subject: "a force of 300 men has left"."""
        tree = self._tree
        return tree.tags[verb] == "VBZ" or any(
            tree.tags[c] == "VBZ" for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")
        )

    def _by(self, noun: str, verb: int) -> str:
        """Those by whom something is done: "workers that joined strike" of "the strike was joined by 300 workers"."""
        patient = self._tree.child(verb, "nsubjpass")
        if not self._tree.words[verb].endswith("ed"):
            return noun
        undergone = self._phrases.phrase(patient) if patient is not None and self._tree.pos[patient] in NOMINAL else ""
        return f"{noun} that {self._tree.words[verb]} {undergone}".strip()

    def _only_tells(self, subject: int) -> bool:
        lemma = self._tree.lemmas[subject]
        return lemma in measures()["polling"] or lemma in measures()["telling"]

    def subject(self, quantity: Quantity, found: Parts, measure: str) -> str:
        """Where no actor is known: the phrase of the verb's subject, else of the noun."""
        tree = self._tree
        cast = found.verb is not None and (measure.startswith("votes ") or measure.endswith(" of votes"))
        left = found.verb is not None and tree.lemmas[found.verb] == "leave"
        if found.verb is not None and (
            found.role in ("object", "change", "level") or found.thing is None or cast or left
        ):
            subject = receiver(tree, found) or subject_of(tree, found.verb)
            telling = found.role == "level" and tree.lemmas[found.verb] in FORECASTING
            subject = None if telling or subject in range(quantity.start, quantity.end) else subject
            told = subject is not None and found.thing is not None and self._only_tells(subject)
            if subject is not None and tree.lemmas[subject] in _FOR_OTHERS:
                part = tree.child(subject, "prep")
                whole = tree.child(part, "pobj") if part is not None and tree.words[part] == "of" else None
                subject = whole if whole is not None else subject  # "80 percent of them live on two dollars a day"
            if subject is not None and tree.pos[subject] in NOMINAL and not told:
                words = self._phrases.phrase(subject, quantity)
                if words:
                    return words
        whole = peopled(tree, found.thing)
        if whole is not None:
            return self._phrases.phrase(whole)
        if found.thing is not None and tree.deps[found.thing] in ("compound", "nmod"):
            return self._phrases.phrase(tree.heads[found.thing]) or measure
        return (self._phrases.phrase(found.thing, quantity) if found.thing is not None else "") or measure

    def _text(self, start: int, end: int) -> str:
        return self._doc[start:end].text


def _participle(lemma: str) -> str:
    irregular = measures()["participle"].get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    """With its last letter twice, as short verbs in one vowel and one consonant have it ("ban", "drag")."""
    short = sum(letter in _VOWELS for letter in lemma) == 1 and lemma[-2:-1] in _VOWELS and len(lemma) > 2
    return lemma + lemma[-1] if short and lemma[-1] not in "wxy" + "aeiou" else lemma
