"""Numbers with political meaning: how many, how much, of what and whose.

A number matters unless it is a date, an ordinal or a name, or counts something idle ("two sides": the nouns are in
lexicon/measures.tsv). "The two countries" points back to what was said and counts nothing anew. A length of time
matters when it says how long something lasts ("for 12 years", "a five-year sentence"), not when it only tells when
("two years later").
"""

from __future__ import annotations

from dataclasses import replace

from dissensus.actors.mentions import ActorMention, Resolved
from dissensus.finding.figure_evidence import evidence
from dissensus.finding.figure_found import FoundFigure
from dissensus.finding.figure_lists import gapped
from dissensus.finding.figure_measures import Wording
from dissensus.finding.figure_owners import Owners
from dissensus.finding.figure_parts import Parts, parts
from dissensus.finding.figure_weight import (
    bare,
    earlier,
    telling_count,
    telling_length,
    telling_measure,
    telling_share,
    telling_sum,
)
from dissensus.finding.lexicons import governors
from dissensus.finding.numerals import DASHES, measures, number_words
from dissensus.finding.quantities import Form, Quantity, find_quantities
from dissensus.model import ActorType, When
from dissensus.parsing.date_words import DIGIT, pieces
from dissensus.parsing.parsed import DateMention, Paragraph, Parsed, TokenSpan
from dissensus.parsing.tree import Tree, tree_of

_CONFIDENCE = {
    Form.COUNT: 0.8,
    Form.MONEY: 0.9,
    Form.PERCENT: 0.9,
    Form.MEASURE: 0.85,
    Form.SHARE: 0.75,
    Form.DURATION: 0.5,
    Form.MULTIPLE: 0.7,
}
_TELLING_WHEN = frozenset(
    {"old", "-", "later", "earlier", "before", "after", "younger", "older", "low", "lows", "high", "highs"}
)
"""Words behind a length of time that only say when, or how old."""
_BACK = frozenset({"the", "these", "those", "both", "other", "such"})
_FEW = 3
_WHOLE = frozenset({"full", "good", "entire", "whole", "remaining", "other", "some", "only"})
_MOST_YEARS = 100
"""More than anyone lives."""
_ROUNDS = 20
_STANDING = frozenset({ActorType.PERSON, ActorType.PARTY})
"""Who stands for election: a bare percentage of theirs is of those behind them."""
_RECENT = frozenset({"past", "last", "next", "previous"})
_ASIDE = frozenset("— – (".split())


def find_figures(parsed: Parsed, resolved: Resolved) -> list[FoundFigure]:
    """The figures of a document in the order of the text; both ends of a range share their words."""
    dates: dict[int, list[DateMention]] = {}
    for mention in parsed.dates:
        dates.setdefault(mention.span.paragraph, []).append(mention)
    found: list[FoundFigure] = []
    for paragraph in parsed.paragraphs:
        if len(paragraph.doc) and _has_number(tree_of(paragraph.doc)):
            found.extend(_Finder(parsed, resolved, paragraph, dates.get(paragraph.index, [])).find())
    return found


def _has_number(tree: Tree) -> bool:
    """Whether a paragraph has a digit or a number word; most have none."""
    return not number_words().isdisjoint(tree.words) or DIGIT.search(" ".join(tree.words)) is not None


class _Finder:
    def __init__(self, parsed: Parsed, resolved: Resolved, paragraph: Paragraph, dates: list[DateMention]) -> None:
        self._parsed = parsed
        self._resolved = resolved
        self._paragraph = paragraph
        self._dates = dates
        self._tree: Tree = tree_of(paragraph.doc)
        self._dated = {token for mention in dates for token in range(mention.span.start, mention.span.end)}
        self._wording = Wording(self._tree, paragraph.doc, self._dated)

    def find(self) -> list[FoundFigure]:
        tree = self._tree
        quantities = find_quantities(pieces(tree), tree, self._taken())
        if not quantities:
            return []
        owners = Owners(self._parsed, self._resolved, self._paragraph, tree)
        found: list[FoundFigure] = []
        for quantity in quantities:
            placed = parts(tree, quantity)
            likewise = gapped(tree, quantity, found[-1] if found else None, owners)
            if likewise is not None:
                found.append(replace(likewise, date=self._date(quantity, placed) or likewise.date))
            elif self._matters(quantity, placed):
                named = self._named_behind(quantity, owners) or self._named_before(quantity, owners)
                if named is not None and quantity.form is Form.PERCENT:
                    placed = replace(placed, thing=None)
                made = self._figure(quantity, placed, named or owners.owner(placed, quantity))
                idle = made.measure == made.subject and (
                    made.measure == "amount" or (made.measure == "number" and placed.thing is None)
                )
                alone = quantity.form is Form.PERCENT and made.measure in ("support", "share of vote")
                lost = quantity.form is Form.PERCENT and made.measure.startswith("percent")
                idle = idle or (
                    isinstance(made.subject, str) and bare(tree, quantity, placed, made.measure, made.subject)
                )
                if not idle and not lost and not (alone and made.subject == made.measure):
                    found.append(made)  # "sixty percent" of nothing that is told says nothing
        return found

    def _taken(self) -> set[int]:
        """Tokens of dates; "since it began thirty years ago" tells a length of time too."""
        taken: set[int] = set()
        for mention in self._dates:
            span = mention.span
            words = self._tree.words
            lasting = words[span.end - 1] == "ago" and "since" in words[self._tree.starts[span.start] : span.start]
            lasting = lasting or (words[span.start] == "last" and self._tree.pos[span.start] == "VERB")
            if not lasting:
                taken.update(range(span.start, span.end))
        return taken

    # -- which numbers matter ---------------------------------------------------------------------------------------

    def _matters(self, quantity: Quantity, found: Parts) -> bool:
        behind = self._tree.words[quantity.end : quantity.end + 2]
        if len(behind) > 1 and behind[0] in DASHES and behind[1].startswith("to"):
            return False  # "a 5-to-4 majority"
        if self._tree.words[quantity.start - 1 : quantity.start] == ["within"]:
            return False  # "is within $4 million of her rival"
        words = self._tree.words[quantity.start : quantity.end + 1]
        if quantity.worded and "or" in words and quantity.value <= _FEW:
            return False  # "one or two" is a manner of speaking
        if self._tells_age(quantity, found) or earlier(self._tree, quantity, found, self._dated):
            return False
        if quantity.form is Form.DURATION:
            return self._lasts(quantity, found)
        if quantity.form is Form.SHARE and not self._of_a_whole(quantity, found):
            return False
        if quantity.form is Form.MULTIPLE:
            thing = found.thing
            return thing is not None and self._tree.pos[thing] == "NOUN" and not self._is_share(quantity, thing)
        if quantity.form in (Form.SHARE, Form.PERCENT) and not telling_share(self._tree, quantity, found):
            return False
        thing = found.thing
        people = thing is not None and (self._paragraph.index, thing) in self._resolved.by_head
        if found.role in ("change", "level") and thing is not None and self._is_share(quantity, thing):
            return False
        if quantity.form is Form.MONEY:
            return telling_sum(self._tree, quantity, found, people)
        if quantity.form is not Form.COUNT:
            return quantity.form is not Form.MEASURE or telling_measure(self._tree, quantity, found)
        before = self._tree.words[quantity.start - 1] if quantity.start else ""
        if before in _RECENT and quantity.value <= _ROUNDS:
            return False  # "in the past nine elections"
        if before == "top" or quantity.value == 0 or (quantity.value == 1 and not self._one(quantity, found)):
            return False
        if thing is None:
            return self._bare(quantity, found)
        tree = self._tree
        between = range(quantity.end, thing + 1)
        if tree.lemmas[thing] in measures()["idle"]:
            return False
        if any(tree.tags[token] == "JJS" or tree.words[token] in measures()["idle"] for token in between):
            return False
        if tree.words[quantity.start] in ("a", "an") and tree.words[quantity.end : quantity.end + 1] == ["of"]:
            return False  # "a thousand of your best" is a manner of speaking
        apart = any(tree.deps[child] in ("relcl", "acl", "prep") for child in tree.children[thing])
        if before in _BACK and (quantity.value <= _FEW or (quantity.worded and not apart)):
            return False
        named = tree.deps[quantity.number] == "nummod" and tree.heads[quantity.number] < quantity.start
        named = named or (tree.pos[quantity.start - 1] == "PROPN" and self._in_name(quantity))
        return not named and telling_count(tree, quantity, found, people)

    def _tells_age(self, quantity: Quantity, found: Parts) -> bool:
        """Whether a bare number says how old someone is: "at 38 is the youngest", "at 38 she won"."""
        tree, at = self._tree, quantity.start - 1
        if quantity.form is not Form.COUNT or at < 1 or tree.words[at] != "at" or quantity.value >= _MOST_YEARS:
            return False
        thing = found.thing
        counted = thing is not None and thing >= quantity.end and tree.pos[thing] != "PRON"
        verb = tree.lemmas[tree.heads[at]]
        if found.role == "level" and verb != "be":
            return False  # "put the death toll at 40"
        return not counted and (verb == "be" or verb not in measures()["level"])

    def _is_share(self, quantity: Quantity, thing: int) -> bool:
        """Whether what rises or falls is a price at an exchange, also that of a company: "Acme rose 1 percent"."""
        if self._tree.lemmas[thing] in measures()["market"]:
            return thing < quantity.start
        mention = self._resolved.by_head.get((self._paragraph.index, thing))
        return mention is not None and mention.actor.type is ActorType.COMPANY

    def _of_a_whole(self, quantity: Quantity, found: Parts) -> bool:
        """Not of a stretch of time: "the latter half of the 1970s"."""
        if self._tree.pos[quantity.start] == "PROPN":
            return False  # a name that ends in a number
        before = self._tree.words[quantity.start - 1] if quantity.start else ""
        if before in ("by", "in") and self._tree.words[quantity.start] == "half":
            return found.role == "change"  # "cut it in half", not "split it in half"
        if quantity.start and self._tree.tags[quantity.start - 1] == "JJ" and before not in _WHOLE:
            return False  # "the economic half of the plan"
        return before not in ("first", "second", "latter", "last", "early", "late")

    def _in_name(self, quantity: Quantity) -> bool:
        """Whether a number stands inside a name: "Boeing 737 flights"."""
        tree, before = self._tree, quantity.start - 1
        together = before >= 0 and tree.heads[before] == tree.heads[quantity.number]
        return together and tree.deps[before] in ("compound", "nmod") and not quantity.worded

    def _one(self, quantity: Quantity, found: Parts) -> bool:
        """One counts when it is a person to whom something is done."""
        if found.thing is None or found.verb is None:
            return False
        return (
            self._tree.lemmas[found.thing] in measures()["people"]
            and self._tree.lemmas[found.verb] in measures()["toll"]
            and found.thing >= quantity.end
            and found.role in ("object", "passive", "subject")
        )

    def _bare(self, quantity: Quantity, found: Parts) -> bool:
        """A number without a noun counts behind or before a verb of harm, and as "12 dead"."""
        tree = self._tree
        behind = tree.lemmas[quantity.end] if quantity.end < len(tree) else ""
        if self._wording.side(quantity):
            return True
        if behind in measures()["toll_state"] or (behind and tree.words[quantity.end] in measures()["toll_state"]):
            return True
        before = tree.words[quantity.start - 1] if quantity.start else ""
        if (before == "," and behind in (",", ".", "", '"')) or before in _BACK:
            return False  # somebody's age; "the three" points back
        if found.verb is not None and tree.lemmas[found.verb] == "be" and found.role != "passive":
            return False
        plain_year = quantity.value == int(quantity.value) and 1800 <= quantity.value <= 2100
        if plain_year and "," not in tree.words[quantity.number]:
            return False
        if found.verb is None or not found.role:
            return False
        if not quantity.worded and found.role in ("subject", "passive"):
            return True
        toll = tree.lemmas[found.verb] in measures()["toll"]
        change = tree.lemmas[found.verb] in measures()["change"] or tree.lemmas[found.verb] in measures()["level"]
        return (toll and found.role != "level") or (change and not quantity.worded)

    def _lasts(self, quantity: Quantity, found: Parts) -> bool:
        tree = self._tree
        after = tree.words[quantity.end] if quantity.end < len(tree) else ""
        if after in _TELLING_WHEN:
            return False
        if after == "ago" or (found.role in ("level", "change") and found.thing is not None):
            return True
        if quantity.unit in ("hours", "minutes", "seconds") and quantity.value < 24:
            return False
        return telling_length(tree, quantity, found)

    # -- what is found ----------------------------------------------------------------------------------------------

    def _named_before(self, quantity: Quantity, owners: Owners) -> ActorMention | str | None:
        """Whose a number is by a name right before it: "A won 53 percent, B 41 percent"."""
        before = quantity.start - 1
        if before <= self._tree.starts[quantity.number]:
            return None
        if quantity.form is Form.COUNT and self._tree.words[before] in _ASIDE:
            return owners.actor(before - 1)  # "the Cubans — 12,000 members of a movement —"
        if quantity.form is not Form.PERCENT:
            return None
        if self._tree.words[before] in ("(", "with") and self._tree.pos[before - 1] == "PROPN":
            before -= 1  # "ahead of B with 27 percent", "B (27 percent)"
            over = self._tree.words[self._tree.heads[before]]
            if self._tree.words[before + 1] == "(" or (self._tree.deps[before] == "pobj" and over in ("of", "by")):
                return owners.actor(before) or self._text(before, before + 1)
            return None
        listed = self._tree.words[self._tree.left[before] - 1] in (",", "and")
        beside = self._tree.deps[before] not in ("dobj", "dative", "pobj") or (listed and self._tree.left[before] > 0)
        if not beside or self._tree.pos[before] != "PROPN":
            return None
        return owners.actor(before) or (self._text(before, before + 1) if listed else None)

    def _named_behind(self, quantity: Quantity, owners: Owners) -> ActorMention | None:
        """Whose a share is by a name behind "for": "against 14 percent for B"."""
        tree, at = self._tree, quantity.end
        if quantity.form is not Form.PERCENT or tree.words[at : at + 1] != ["for"]:
            return None
        named = tree.child(at, "pobj")
        return owners.actor(named) if named is not None and tree.pos[named] == "PROPN" else None

    def _figure(self, quantity: Quantity, found: Parts, owner: ActorMention | str | None) -> FoundFigure:
        paragraph = self._paragraph.index
        measure = self._wording.measure(quantity, self._supported(quantity, found, owner))
        standing = isinstance(owner, ActorMention) and owner.actor.type in _STANDING
        alone = measure.startswith("percent") and not self._wording.compared(quantity)
        if alone and quantity.unit == "percent" and standing and found.role != "change":
            measure = "support"
        tree, verb = self._tree, found.verb
        told = verb if verb is not None and found.role == "subject" and measure.find(" that ") > 0 else None
        start, end = evidence(tree, quantity, found, self._wording.end(told) if told is not None else 0)
        words = [self._text(quantity.start, quantity.end)]
        words += [self._tree.lemmas[token] for token in (found.thing, found.verb) if token is not None]
        confidence = _CONFIDENCE[quantity.form] - 0.2 * quantity.worded - 0.1 * (found.thing is None)
        return FoundFigure(
            span=TokenSpan(paragraph, start, end),
            number=TokenSpan(paragraph, quantity.start, quantity.end),
            value=quantity.value,
            unit=quantity.unit or self._wording.unit(quantity, found),
            approximate=quantity.approximate,
            measure=measure,
            subject=owner or self._wording.subject(quantity, found, measure),
            date=self._date(quantity, found),
            rule=f"figure.{quantity.form}" + (f".{found.role}" if found.role in ("change", "level") else ""),
            words=tuple(words),
            confidence=round(confidence, 2),
            token=self._teller(quantity, found),
            refused=told is not None and self._wording.denies(told),
        )

    def _teller(self, quantity: Quantity, found: Parts) -> int:
        """From where holder and commitment are told: what is pledged or asked for is told as pledged or asked for."""
        tree, verb = self._tree, found.verb
        if verb is not None and (
            (found.role in ("object", "passive") and self._is_made_known(verb))
            or (found.role == "subject" and self._wording.denies(verb))
        ):
            return verb
        return next((i for i in range(quantity.start, quantity.end) if tree.pos[i] == "NUM"), quantity.start)

    def _is_made_known(self, verb: int) -> bool:
        """Whether a verb tells what is asked for, pledged or barred: "demanded two million", "barred six deputies"."""
        entry = governors().get((self._tree.lemmas[verb], "v"))
        passive = self._tree.child(verb, "nsubjpass") is not None
        meant = entry is not None and entry.effect not in ("allege", "factual")
        return meant and not (passive and self._tree.child(verb, "xcomp", "ccomp") is not None)

    def _supported(self, quantity: Quantity, found: Parts, owner: ActorMention | str | None) -> Parts:
        """Without the thing where that is who stands for election, and the percentage is of those behind them."""
        thing = found.thing
        if quantity.form is not Form.PERCENT or thing is None or owner is None or found.share:
            return found
        mention = self._resolved.by_head.get((self._paragraph.index, thing))
        named = mention is not None and mention.actor.type in _STANDING and self._tree.pos[thing] == "PROPN"
        return replace(found, thing=None) if named else found

    def _date(self, quantity: Quantity, found: Parts) -> When | None:
        """A date at the same verb or one above it, or beside the number; none from another clause."""
        tree = self._tree
        verbs = set() if found.verb is None else {found.verb, *tree.ancestors(found.verb)}
        best: tuple[int, When] | None = None
        for mention in self._dates:
            span = mention.span
            if quantity.end <= span.start <= quantity.end + 1 and mention.when != When():
                return mention.when  # "to 90 percent in 2019"
            apart = span.end <= quantity.start or quantity.end <= span.start
            if not apart or tree.starts[span.start] != tree.starts[quantity.start] or mention.when == When():
                continue
            distance = max(span.start - quantity.end, quantity.start - span.end, 0)
            if found.role in ("level", "change") and tree.words[span.start - 1] in ("from", "than"):
                continue  # what it was before
            above = next((token for token in tree.ancestors(span.end - 1) if tree.pos[token] in ("VERB", "AUX")), None)
            if (above in verbs or distance <= 3) and (best is None or distance < best[0]):
                best = distance, mention.when
        return best[1] if best else None

    def _text(self, start: int, end: int) -> str:
        return self._paragraph.doc[start:end].text
