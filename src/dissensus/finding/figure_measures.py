"""What a number measures, put in short words of the text."""

from __future__ import annotations

from spacy.tokens import Doc

from dissensus.finding.figure_parts import NOMINAL, Parts, changed, peopled, subject_of
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
_EMPTY = frozenset({"say", "tell", "make", "need", "have", "see", "add", "mean", "want", "think", "report", "note"})
"""Verbs that tell nothing of those who do them unless their object is told."""
_CARRYING = frozenset("approve pass ratify adopt confirm endorse impeach remove oust override convict carry".split())
"""Verbs of a vote that was won, so that the first number is of those in favour."""
_COMPLEMENTS = ("xcomp", "dobj", "prep", "acomp")
_PHRASE = 6
"""Most words of a noun phrase that are kept."""


class Wording:
    """Names units, measures and subjects in one paragraph; the tokens of dates are left out of them."""

    def __init__(self, tree: Tree, doc: Doc, dates: set[int]) -> None:
        self._tree = tree
        self._doc = doc
        self._dates = dates

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
        noun = self._phrase(thing, quantity) if thing is not None and tree.pos[thing] in NOMINAL else ""
        if quantity.form is Form.DURATION:
            return self._length(quantity, found, noun)
        lemma = tree.lemmas[verb] if verb is not None else ""
        if found.role == "change" and quantity.form is Form.COUNT and verb is not None:
            noun = self._phrase(changed(tree, verb, thing)) or noun
        lemma = tree.lemmas[verb] if verb is not None else ""
        compared = self._compared(quantity)
        if compared:
            if not noun and verb is not None and lemma != "be":
                return f"{'percent' if quantity.form is Form.PERCENT else 'amount'} {compared}"
            whole = noun or (self._phrase(subject_of(tree, verb)) if verb is not None else "")
            if compared in _COURSES.values():
                return f"{compared} in {whole}" if whole else compared
            return f"{whole} {compared}".strip()
        if quantity.form is Form.PERCENT and not noun:
            support = self._support(quantity, lemma)
            if support and (found.role != "change" or support in says["margin"].values()):
                return support
            noun = support and "support"
        if found.role == "change" and noun:
            return f"{says['change'].get(lemma, lemma)} {noun}"
        if found.role == "level" and noun and not found.share:
            return noun
        if found.share:
            noun = noun or ("people" if thing is None else tree.words[thing])
            whole = self._phrase(changed(tree, verb, thing)) if found.role == "level" and verb is not None else ""
            if whole:
                return f"{whole} as share of {noun}"
            if found.role == "subject" and verb is not None:
                return f"share of {noun} that {self._predicate(verb)}"
            gained = lemma in says["gain"] or lemma == "make" or noun.split()[-1] in ("vote", "votes", "ballots")
            return f"share of {noun} {'' if gained else self._done(found)}".strip()
        done = self._done(found)
        if quantity.form is Form.MONEY and verb is not None and lemma in says["cost"]:
            subject = subject_of(tree, verb)
            whole = self._phrase(subject)
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
                return self._phrase(subject_of(tree, verb) if verb is not None else None) or noun
            elif found.role == "subject" and verb is not None and quantity.form is Form.COUNT:
                noun = f"number that {self._predicate(verb)}"
        elif (
            quantity.form is Form.MEASURE and quantity.unit in _LENGTHS and thing is not None and thing >= quantity.end
        ):
            return f"length of {noun}"
        if quantity.form is Form.COUNT and thing is not None and tree.deps[thing] in ("compound", "nmod"):
            head = tree.heads[thing]
            if head > thing and tree.pos[head] in NOMINAL:
                several = _SEVERAL.get(noun, f"{noun}s") if tree.words[quantity.end : thing] == ["-"] else noun
                return f"{several} of {tree.words[head]}"
        if quantity.form is Form.COUNT and thing is not None and verb is not None:
            if found.role == "subject" and tree.pos[verb] == "VERB" and lemma not in _EMPTY and " that " not in noun:
                that = "" if tree.tags[verb] == "VBG" else "that "
                return f"{noun} {that}{self._predicate(verb)}"
            subject = tree.child(verb, "nsubj") if lemma in says["level"] and found.role == "object" else None
            if subject is not None and tree.lemmas[subject] in says["total"]:
                return self._phrase(subject)  # "the difference was 40,000 votes"
        return f"{noun} {done}".strip()

    def _support(self, quantity: Quantity, lemma: str) -> str:
        """What a percentage without a noun is of: how far one leads, votes, or support in a poll."""
        says, at = measures(), quantity.start - 1
        at -= at > 0 and self._tree.words[at] in ("just", "only")
        before = self._tree.words[at] if quantity.start else ""
        told = self._tree.words[quantity.start : quantity.end + 1]
        alone = quantity.unit != "percent" or not ("to" in told or told[-1] == "-")
        if before == "by" and lemma in says["margin"] and alone:
            return says["margin"][lemma]
        if quantity.unit != "percent":
            return ""
        told = self._tree.lemmas[self._tree.starts[quantity.number] : self._tree.ends[quantity.number]]
        if not _POLLED.isdisjoint(told):
            return "support"
        return "share of vote" if lemma in says["gain"] or not _VOTED.isdisjoint(told) else ""

    def _compared(self, quantity: Quantity) -> str:
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
        if found.verb is not None and self._tree.lemmas[found.verb] not in ("be", "have", "do"):
            return f"{unit} of {_gerund(self._tree.lemmas[found.verb])}"
        return unit

    def _done(self, found: Parts) -> str:
        """What is done to the thing, as a participle: "murdered", "sent"."""
        tree, verb = self._tree, found.verb
        if found.thing is not None and found.role == "":
            for child in tree.children[found.thing]:
                if tree.deps[child] == "acl" and tree.tags[child] == "VBN":
                    return tree.words[child]
        if verb is None or found.role not in ("object", "passive") or tree.pos[verb] == "AUX":
            return ""
        particle = tree.child(verb, "prt")
        behind = f" {tree.words[particle]}" if particle is not None else ""
        if tree.lemmas[verb] in _PLAIN and found.role != "passive":
            return ""
        if tree.tags[verb] == "VBN" or found.role == "passive":
            return tree.words[verb] + behind
        return _participle(tree.lemmas[verb]) + behind

    def _predicate(self, verb: int) -> str:
        tree = self._tree
        end = verb + 1
        inner = [c for c in tree.children[verb] if c > verb and tree.deps[c] in _COMPLEMENTS]
        inner = inner[: 1 + (inner != [] and tree.deps[inner[0]] == "acomp")]  # "went hungry in the north"
        for c in inner:
            if c - end > 2:
                break
            behind = tree.child(c, "dobj", "pobj")
            end = behind + 1 if behind is not None and behind - verb <= _PHRASE else c + 1
        if not self._dates.isdisjoint(range(verb, end)):
            end = verb + 1
        return self._text(verb, end)

    def _phrase(self, noun: int | None, quantity: Quantity | None = None) -> str:
        """A noun with what stands before it, without articles and the number, and what it is joined to by "and"."""
        tree = self._tree
        if noun is None:
            return ""
        start = max(tree.left[noun], noun - _PHRASE + 1)
        if quantity is not None and start < quantity.end <= noun + 1:
            start = quantity.end
            start += tree.words[start] == "of"  # "38 of 257 seats"
            if tree.words[start : start + 2] in (["or", "so"], ["or", "more"], ["or", "less"], ["or", "fewer"]):
                start += 2
        words = [token for token in range(start, noun + 1) if self._speaks(token)]
        kept = [self._text(token, token + 1) for token in words]
        for place in range(len(words) - 1, 0, -1):
            if words[place - 1] == words[place] - 2 and tree.words[words[place] - 1] == "-":
                kept[place - 1 : place + 1] = [f"{kept[place - 1]}-{kept[place]}"]
        joined = tree.child(noun, "conj")
        if joined == noun + 2 and tree.words[noun + 1] == "and" and tree.pos[joined] in NOMINAL:
            kept += ["and", tree.words[joined]]
        behind = tree.child(noun, "prep")
        if behind == noun + 1 and tree.words[behind] == "of":
            of = tree.child(behind, "pobj")
            apart = quantity is None or not noun < quantity.start <= noun + 3
            told = range(behind, of + 1) if of is not None else range(0)
            apart = apart and not any(tree.pos[t] in ("NUM", "SYM") or tree.tags[t] == "PRP$" for t in told)
            if of is not None and of - noun <= 4 and apart:
                kept.append(self._text(behind, of + 1))
        return " ".join(kept)

    def _speaks(self, token: int) -> bool:
        """Whether a word of a noun phrase is worth keeping."""
        tree = self._tree
        if tree.pos[token] in ("DET", "PUNCT", "SPACE", "NUM", "PRON", "SYM") or tree.words[token] in ("-", "'s", "%"):
            return False
        return token not in self._dates

    def _only_tells(self, subject: int) -> bool:
        lemma = self._tree.lemmas[subject]
        return lemma in measures()["polling"] or lemma in measures()["telling"]

    def subject(self, quantity: Quantity, found: Parts, measure: str) -> str:
        """Where no actor is known: the phrase of the verb's subject, else of the noun."""
        tree = self._tree
        if found.verb is not None and (found.role in ("object", "change", "level") or found.thing is None):
            subject = subject_of(tree, found.verb)
            subject = None if subject in range(quantity.start, quantity.end) else subject
            told = subject is not None and found.thing is not None and self._only_tells(subject)
            if subject is not None and tree.pos[subject] in NOMINAL and not told:
                words = self._phrase(subject, quantity)
                if words:
                    return words
        whole = peopled(tree, found.thing)
        if whole is not None:
            return self._phrase(whole)
        if found.thing is not None and tree.deps[found.thing] in ("compound", "nmod"):
            return self._phrase(tree.heads[found.thing]) or measure
        return (self._phrase(found.thing, quantity) if found.thing is not None else "") or measure

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
