"""Which numbers say something of politics.

What is counted decides it, and how many there are: seats, arms and laws matter from two on, people from ten on or where
something is done to them, anything else from a hundred on. What does so is told in lexicon/measures.tsv.
"""

from __future__ import annotations

import re

from dissensus.finding.figure_parts import Parts
from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.tree import Tree

_SOME = 10
"""People from this many on matter, whatever they do."""
_MANY = 100
_PARTS_OF_TIME = frozenset({"first", "last", "past", "next", "previous", "final", "coming"})
_EMERGENCY = 911
_CALLS = ("call", "operator", "dispatch", "tape", "center")
_ASKING = frozenset({"conduct", "survey", "interview", "poll", "sample", "question", "include"})
_POLLS = frozenset({"poll", "survey", "pollster", "interview"})
_TOLLS = frozenset(
    {"deaths", "casualties", "fatalities", "victims", "votes", "seats", "abstentions", "arrests", "dead"}
)
_YEARS = range(1900, 2100)
_YEAR = re.compile(r"[12]\d{3}")
_OUTER = frozenset({"top", "bottom"})
_LONG = frozenset({"months", "years", "decades", "centuries"})
_STATES = frozenset({"be", "remain", "stay", "live"})
_UNDER = frozenset({"under", "at", "in"})
_SUFFERED = frozenset({"object", "passive"})
_COURSES = frozenset({"up", "down"})
_STOPS = frozenset({",", ".", ";", ":", ")", "—", "–"})
_LENGTHS = frozenset({"kilometres", "metres", "miles", "feet", "yards", "inches", "centimetres", "millimetres"})
_REACHING = frozenset({"stretch", "extend", "span", "run"})


def telling_count(tree: Tree, quantity: Quantity, found: Parts, people: bool) -> bool:
    """Whether a count with a noun tells something of politics.

    Args:
        tree: the parse of its paragraph.
        quantity: the count.
        found: how it stands in its sentence.
        people: whether the noun stands for people that the text speaks of as an actor.
    """
    thing = found.thing
    if found.role in ("level", "change"):
        return thing is None or tree.pos[thing] != "PRON"  # not "we were at 6 and 7"
    if thing is None or tree.pos[thing] == "PRON":
        return True
    lemma = tree.lemmas[thing]
    if tree.tags[thing] == "NNPS":
        lemma = lemma.lower().removesuffix("s")  # "two Economic Urgent Bills"
    if _after_year(tree, quantity) or tree.tags[min(quantity.end, len(tree) - 1)] == "JJR":
        return False  # "three million fewer voters"
    if tree.words[quantity.end : quantity.end + 1] == ["-"] and quantity.end + 1 == thing:
        return lemma in measures()["size"]  # a "two-state solution" is not two states
    if (
        lemma in measures()["polling"]
        or _sampled(tree, quantity, found)
        or (quantity.value == _EMERGENCY and lemma.startswith(_CALLS))
    ):
        return False
    if quantity.value >= _MANY or lemma in measures()["weighty"]:
        return True
    done = tree.lemmas[found.verb] if found.verb is not None else ""
    if done in measures()["toll"] or tree.words[thing] in measures()["toll_state"]:
        return True
    if done in measures()["deed"] and found.role in _SUFFERED and (people or lemma in measures()["people"]):
        return True
    return quantity.value >= _SOME and (people or lemma in measures()["people"])


def _sampled(tree: Tree, quantity: Quantity, found: Parts) -> bool:
    """Whether those counted are only the ones that a poll asked: "a poll conducted with 418 voters"."""
    if found.verb is None or tree.lemmas[found.verb] not in _ASKING:
        return False
    return not _POLLS.isdisjoint(tree.lemmas[tree.starts[quantity.number] : tree.ends[quantity.number]])


def _after_year(tree: Tree, quantity: Quantity) -> bool:
    """Whether a number is a year that parts a thing from others: "all 2016 presidential candidates"."""
    plain = tree.words[quantity.number].isdigit() and quantity.end - quantity.start == 1
    return plain and int(quantity.value) in _YEARS and bool(quantity.value % 100)


def earlier(tree: Tree, quantity: Quantity, found: Parts, dates: set[int]) -> bool:
    """Whether a value is what something was before, and no year says when: "fell from 30 percent to 20"."""
    before = quantity.start - 1
    verb, thing = found.verb, found.thing
    if thing is None or verb is None:
        within = False
    else:
        within = thing < quantity.start < verb and tree.words[thing + 1] == "of"
    if within and verb is not None:
        moved = found.role == "level" and tree.lemmas[verb] in measures()["change"]
        return moved and any(tree.words[c] == "to" for c in tree.children[verb])  # "reserves of two billion fell to"
    if before < 1 or tree.words[before] != "from" or not (found.role == "level" or tree.words[before - 1] in _COURSES):
        return False
    behind = range(quantity.end, min(quantity.end + 5, len(tree)))
    return not any(at in dates and _YEAR.fullmatch(tree.words[at]) for at in behind)


def bare(tree: Tree, quantity: Quantity, found: Parts, measure: str, subject: str) -> bool:
    """Whether a few are counted of whom nothing is told: "with six presidents in six years"."""
    thing = tree.words[found.thing] if found.thing is not None else ""
    within = found.thing is not None and tree.words[tree.heads[found.thing]] == "in"  # "killed 40 people in two towns"
    told = measure != subject and not (within and not measure.startswith(thing))
    said = told or " " in subject or found.role not in ("", "object")
    said = said or (found.thing is not None and tree.words[tree.heads[found.thing]] == "of")  # "a league of ten states"
    return quantity.form is Form.COUNT and quantity.value < _MANY and not said and measure not in _TOLLS


def telling_share(tree: Tree, quantity: Quantity, found: Parts) -> bool:
    """Whether a share or percentage is of something, and not a name for some of a kind ("the top 1 percent")."""
    before = quantity.start - 1
    if before >= 0 and (tree.words[before] in _OUTER or tree.tags[before] == "JJS"):
        return False
    if before >= 0 and tree.words[before] == "the" and quantity.value in (1, 99) and not found.share:
        return False  # "the 1 percent"
    if quantity.value == _MANY and not found.share and (found.thing is None or found.thing < quantity.start):
        return False  # "he is American 100 percent"
    thing = found.thing
    if thing is None:
        return True
    lemma = tree.lemmas[thing]
    behind = tree.words[thing + 1 : thing + 3]
    counting = not measures()["counting"].keys().isdisjoint((tree.words[thing], *behind))
    if counting or (behind[:1] == ["in"] and behind[1] in _STOPS):
        return False  # "with 80 percent of precincts reporting"
    of = (tree.child(c, "pobj") for c in tree.children[thing] if tree.words[c] == "of")
    told = found.share and found.role == "subject"  # "57 percent of respondents oppose it"
    if not told and any(w in measures()["polling"] for w in (lemma, *(tree.lemmas[n] for n in of if n is not None))):
        return False
    return not (found.share and lemma in measures()["idle"])  # "most of the time"


def telling_sum(tree: Tree, quantity: Quantity, found: Parts, people: bool) -> bool:
    """Whether a sum of money is no price of shares, and not only before a noun for people ("$12-an-hour workers")."""
    if (quantity.unit or "").endswith("per share"):
        return False
    words = tree.words[quantity.start : quantity.end]
    if words[0] in ("a", "an") and "-" in words:
        return False  # "a billion-dollar machine"
    if found.verb is not None and tree.lemmas[found.verb] == "weigh":
        return False  # no money: "weighs 300 pounds"
    thing = found.thing
    if thing is None or thing < quantity.end:
        return True
    several = people and tree.tags[thing] == "NNS"
    return not (several or tree.lemmas[thing] in measures()["people"]) or tree.deps[quantity.number] == "pobj"


def telling_measure(tree: Tree, quantity: Quantity, found: Parts) -> bool:
    """Whether a measure is not only how far off something is, or somebody's weight and height."""
    if found.verb is not None and tree.lemmas[found.verb] in ("weigh", "stand"):
        return False
    if quantity.unit not in _LENGTHS:
        return True
    if quantity.unit in ("millimetres", "centimetres", "inches") and found.role not in ("level", "change"):
        return False  # a calibre
    if found.thing is None:
        return found.verb is not None and tree.lemmas[found.verb] in _REACHING
    return found.thing >= quantity.end or found.role in ("level", "change")


def telling_length(tree: Tree, quantity: Quantity, found: Parts) -> bool:
    """Whether a length of time is that of a sentence, a rule, a war and the like."""
    thing, verb = found.thing, found.verb
    if quantity.start and tree.words[quantity.start - 1] in _PARTS_OF_TIME and quantity.start - 1 != verb:
        return False  # "the first two years of her term"
    if tree.words[quantity.end : quantity.end + 1] == ["since"]:
        return False  # "in the 13 months since she took office"
    if thing is not None and tree.lemmas[thing] in measures()["span"]:
        return True
    within = tree.words[quantity.end : quantity.end + 1] in (["in"], ["of"])
    behind = tree.lemmas[quantity.end + 1 : quantity.end + 4] if within else []
    if any(lemma in measures()["span"] for lemma in behind):
        return True
    if verb is None or tree.words[quantity.start - 1 : quantity.start] in (["of"], ["with"]):
        return False
    if tree.lemmas[verb] == "spend" and tree.tags[quantity.end : quantity.end + 1] == ["VBG"]:
        return False  # "spent seven years dismantling it"
    if tree.lemmas[verb] in measures()["lasting"]:
        return thing is None or thing < quantity.start or quantity.unit in _LONG
    if tree.lemmas[verb] not in _STATES or quantity.unit not in _LONG:
        return False
    told = (n for p in tree.children[verb] if tree.words[p] in _UNDER for n in tree.children[p])
    return any(tree.lemmas[n] in measures()["span"] for n in told)
