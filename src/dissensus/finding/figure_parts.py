"""What a number in a sentence counts, and the verb it stands with, read off the parse."""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Form, Quantity
from dissensus.finding.tree import VERBAL
from dissensus.parsing.relative import noun_described
from dissensus.parsing.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "npadvmod"})
_WITHIN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "VERB", "SYM"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_ACTIVE_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PUTTING = frozenset({"put", "place", "set", "fix", "estimate", "peg", "cap"})
"""Verbs by which someone says how much something is: "put the toll at 40"."""
_STANDS = frozenset({"run", "sit", "settle", "hold", "peak", "start", "begin", "close"})
"""Verbs that tell a level with "at"."""
_PEOPLED = frozenset({"country", "nation", "state", "city", "region", "province", "town", "continent", "island"})
_PREFIXES = frozenset({"ex", "non", "anti", "pro", "vice", "co", "first", "mid", "half"})
_AT = frozenset({"at", "above", "below", "over", "under", "near", "around", "beyond"})
_WHOLES = frozenset({"average", "total", "estimate", "combination", "majority", "minority", "plurality"})
"""Nouns behind which "of" has the number itself."""
_CHANCES = frozenset(
    "ability attempt authority bid capacity chance commitment decision deal desire effort failure hope intention "
    "mandate means momentum money need offer opportunity order permission plan pledge power pressure promise proposal "
    "readiness refusal request right strength support threat vote vow way willingness".split()
)
"""What someone has for doing something: "the votes to pass it"."""
_STANDING = frozenset(
    {"winner", "victor", "loser", "candidate", "president", "frontrunner", "runner", "second", "third"}
)
_NEAR = 10
_DEPTH = 6
"""Steps that a missing subject is sought through."""


@dataclass(frozen=True, slots=True)
class Parts:
    """How a quantity stands in its sentence.

    Attributes:
        thing: the noun counted, or that the amount is the measure of.
        verb: the verb that number and noun stand with.
        role: their place at the verb: `object`, `subject`, `passive`, `level` ("reached 40 percent", "fell to 12"),
            `change` ("fell 7 percent"), `agent` ("approved by two thirds"), or empty.
        share: whether the amount is a share of the thing ("67 percent of Ecuadorians").
    """

    thing: int | None
    verb: int | None
    role: str
    share: bool = False


def parts(tree: Tree, quantity: Quantity) -> Parts:
    """Find the noun and the verb of a quantity."""
    if quantity.form is Form.MULTIPLE:
        return Parts(changed(tree, quantity.number, None), quantity.number, "change")
    top = _top(tree, quantity)
    verb, role, at = _governor(tree, top, quantity)
    if role == "change" and quantity.start and tree.words[quantity.start - 1] == "to":
        role = "level"  # "is ticking up to 43 percent"
    if quantity.form is Form.COUNT:
        whole = tree.heads[top]
        over = tree.heads[tree.heads[whole]]
        if tree.words[tree.heads[whole]] == "of" and tree.tags[over] == "CD" and over < top < whole:
            return Parts(whole, None, "")  # "won 20 of the 108 seats": there are 108
        if tree.deps[top] == "quantmod" and tree.tags[whole] == "CD" and tree.words[top + 1] == "of":
            verb, role, _ = _governor(tree, tree.heads[whole], quantity)
            return Parts(tree.heads[whole], verb, role)  # "holds 38 of 257 seats"
        thing = _counted(tree, top, quantity)
        if thing is not None and thing != at and tree.words[tree.heads[thing]] != "of":
            verb, role, _ = _governor(tree, thing, quantity)
        if thing is None and role in ("level", "change") and verb is not None:
            thing = changed(tree, verb, top)
        if thing is None:
            return _brought_to(tree, quantity) or Parts(None, verb, role)
        if tree.words[quantity.start - 1] == "of" and tree.deps[quantity.start - 2 : quantity.start - 1] == [
            "quantmod"
        ]:
            return Parts(thing, verb, "")
        return Parts(thing, verb, role)
    behind_of = _behind(tree, range(quantity.start, quantity.end), ("of",))
    if quantity.form is Form.MONEY and behind_of is None:
        given = tree.child(top, "relcl")
        if given is not None and tree.child(given, "nsubj") is not None:
            return Parts(None, given, "object")  # "the $9 million that X pledged"
        given = tree.child(top, "acl")
        if given is not None and tree.tags[given] == "VBN" and given > top:
            return Parts(None, given, "passive")  # "the $9 million raised by X"
    if quantity.form is Form.SHARE and tree.deps[top] in ("predet", "det") and tree.heads[top] >= quantity.end:
        whole = tree.heads[top]
        verb, role, _ = _governor(tree, whole, quantity)
        return Parts(whole, verb, role, share=True)  # "lost half its value"
    if quantity.form in (Form.PERCENT, Form.SHARE):
        size = _sized(tree, top) if behind_of is not None and quantity.form is Form.PERCENT else None
        if size is not None:
            return Parts(size, verb, "level")  # "a deficit of 3 percent of GDP"
        if behind_of is not None:
            return Parts(behind_of, verb, role, share=True)
        told = tree.child(top, "relcl")
        if told is not None and tree.words[top + 1] == "who":
            return Parts(None, told, "subject", share=True)  # "62 percent who rejected it"
    if tree.deps[top] in _INSIDE and tree.heads[top] >= quantity.end and tree.pos[tree.heads[top]] in NOMINAL:
        thing = tree.heads[top]
        while tree.deps[thing] == "compound" and tree.heads[thing] > thing:
            thing = tree.heads[thing]
        over = tree.heads[tree.heads[thing]] if tree.deps[thing] == "pobj" else thing
        over = over if quantity.start <= over < quantity.end else thing  # "one of every four voters"
        verb, role, _ = _governor(tree, over, quantity)
        return Parts(thing, verb, role, share=quantity.form is Form.SHARE and tree.tags[thing] in ("NNS", "NNPS"))
    if tree.words[quantity.start - 1 : quantity.start] == ["worth"] and tree.pos[quantity.start - 2] in NOMINAL:
        verb, role, _ = _governor(tree, quantity.start - 2, quantity)
        return Parts(quantity.start - 2, verb, role)  # "sold goods worth 12 million"
    if behind_of is None:
        behind_of = _behind(tree, range(quantity.start, quantity.end), ("in", "worth")) or _kind(tree, quantity)
        behind_of = behind_of if quantity.form is Form.MONEY else None
    if behind_of is None and tree.words[quantity.end : quantity.end + 1] == ["of"]:
        behind_of = tree.child(quantity.end, "pobj")  # where the parser hangs "of" on the verb
    if behind_of is not None:
        return Parts(behind_of, verb, role)
    if tree.words[top] in _AT and tree.pos[tree.heads[top]] in NOMINAL and tree.heads[top] < top:
        return Parts(tree.heads[top], verb, "level")  # "with inflation above 100 percent"
    preposition = tree.heads[top]
    beside = preposition - 1
    near = tree.deps[top] == "pobj" and beside >= 0 and tree.pos[beside] in NOMINAL
    if near and tree.words[preposition] in _AT:
        return Parts(beside, verb, "level")  # "inflation at 40 percent", also where the verb is left out
    if role in ("level", "change") and verb is not None:
        return Parts(changed(tree, verb, top), verb, role)
    if tree.deps[top] == "pobj":
        noun = tree.heads[tree.heads[top]]
        stands = quantity.form is Form.PERCENT and (
            tree.lemmas[noun] in _STANDING or tree.words[tree.heads[top]] == "with"
        )
        if tree.pos[noun] in NOMINAL and tree.lemmas[noun] not in measures()["idle"] and not stands:
            return Parts(noun, verb, "" if quantity.form is Form.DURATION else "level")
    if tree.deps[top] in ("appos", "npadvmod") and tree.pos[tree.heads[top]] in NOMINAL:
        return Parts(tree.heads[top], verb, role)
    same = _same_whole(tree, verb) if quantity.form is Form.PERCENT and role == "subject" else None
    if same is not None:
        return Parts(same, verb, role, share=True)
    return _brought_to(tree, quantity) or Parts(None, verb, role)


def _kind(tree: Tree, quantity: Quantity) -> int | None:
    """What sort of money it is, where the parser hangs "in" on the verb: "gave them two million in aid"."""
    if tree.words[quantity.end : quantity.end + 1] != ["in"]:
        return None
    noun = tree.child(quantity.end, "pobj")
    bare = noun is not None and all(
        tree.deps[c] in ("amod", "compound", "prep", "cc", "conj") for c in tree.children[noun]
    )
    return noun if noun is not None and bare and tree.pos[noun] == "NOUN" else None


def _sized(tree: Tree, top: int) -> int | None:
    """What has the size that "of" tells: "a deficit of 3 percent", "had a deficit last year of 3 percent"."""
    of = tree.heads[top]
    if tree.deps[top] != "pobj" or tree.words[of] != "of":
        return None
    over = tree.heads[of]
    noun = tree.child(over, "dobj") if tree.pos[over] in VERBAL else over
    if noun is None or noun > top or tree.pos[noun] != "NOUN" or tree.lemmas[noun] in _WHOLES:
        return None
    return noun


def _same_whole(tree: Tree, verb: int | None) -> int | None:
    """Of whom the verb before told a percentage: "45 percent of voters back her, and 42 percent trust him"."""
    if verb is None or tree.deps[verb] not in ("conj", "advcl", "ccomp"):
        return None
    subject = tree.child(tree.heads[verb], "nsubj")
    if subject is None or tree.words[subject] not in ("percent", "%"):
        return None
    return _behind(tree, range(tree.left[subject], subject + 1), ("of",))


def _brought_to(tree: Tree, quantity: Quantity) -> Parts | None:
    """What is brought to an amount that the parser hangs elsewhere: "cut the rate in half to below 20%"."""
    before = range(quantity.start - 1, max(tree.starts[quantity.number], quantity.start - _NEAR) - 1, -1)
    if quantity.form is Form.DURATION or "to" not in tree.words[max(0, quantity.start - 2) : quantity.start + 1]:
        return None
    for verb in before:
        if tree.lemmas[verb] not in measures()["change"] or tree.pos[verb] not in VERBAL:
            continue
        thing = changed(tree, verb, None)
        if thing is not None and thing < quantity.start:
            return Parts(thing, verb, "level")
    return None


def _top(tree: Tree, quantity: Quantity) -> int:
    """The token of a quantity that the rest of its words hang on."""
    at = quantity.number if quantity.form is Form.COUNT else quantity.end - 1
    while quantity.start <= tree.heads[at] < quantity.end and tree.heads[at] != at:
        at = tree.heads[at]
    return at


def _counted(tree: Tree, top: int, quantity: Quantity) -> int | None:
    head = tree.heads[top]
    if tree.deps[top] in _INSIDE and head >= quantity.end and (tree.pos[head] in NOMINAL or tree.pos[head] == "ADJ"):
        if tree.words[head + 1 : head + 2] == ["-"] and tree.words[head] in _PREFIXES and head + 2 < len(tree):
            return head + 2  # "5,000 ex-soldiers"
        whole = tree.heads[head]
        joined = tree.deps[head] == "compound" and tree.tags[head] == "NN" and tree.tags[whole] == "NNS"
        return whole if joined and whole == head + 1 else head
    behind = _behind(tree, (top,), ("of",))
    if behind is not None:
        return behind
    if tree.deps[top] in ("nummod", "appos") and head < quantity.start:
        return None
    last = None
    for token in range(quantity.end, min(quantity.end + 5, tree.ends[quantity.start])):
        if tree.pos[token] not in _WITHIN_PHRASE or tree.words[token] in (",", "(", ")", "—", "–", ";", ":"):
            break
        if tree.tags[token] in _FINITE and not (token == quantity.end and tree.tags[token + 1 : token + 2] == ["NNS"]):
            break  # but "60 pledged delegates"
        if tree.pos[token] in NOMINAL:
            last = token
        elif last is not None and tree.pos[token] != "PUNCT":
            break
    return last


def _behind(tree: Tree, tokens: range | tuple[int, ...], prepositions: tuple[str, ...]) -> int | None:
    """The noun behind one of these prepositions that hangs on one of the tokens."""
    for token in tokens:
        for child in tree.children[token]:
            if tree.deps[child] == "prep" and tree.words[child] in prepositions:
                noun = tree.child(child, "pobj")
                if noun is not None:
                    return noun
    return None


def _governor(tree: Tree, token: int, quantity: Quantity) -> tuple[int | None, str, int]:
    """The verb above a token, the role of the token at it, and the token itself."""
    start = token
    if tree.words[tree.heads[token]] == "of" and tree.lemmas[tree.heads[tree.heads[token]]] in _WHOLES:
        token = tree.heads[tree.heads[token]]  # "an average of 81 percent approve"
    while tree.deps[token] in ("conj", "appos") and tree.pos[tree.heads[token]] not in VERBAL:
        token = tree.heads[token]
    head, dep = tree.heads[token], tree.deps[token]
    if tree.pos[head] in VERBAL and head != token:
        if dep in ("nsubj", "nsubjpass"):
            return head, "passive" if dep == "nsubjpass" else "subject", start
        if dep in ("dobj", "attr", "npadvmod", "acomp", "dep", "dative"):
            return head, _amount_role(tree, head, "object", quantity), start
    if dep == "prep" and tree.words[token] in _AT and tree.pos[head] in VERBAL:
        moved = tree.lemmas[head] in measures()["change"] or tree.lemmas[head] in measures()["level"]
        return head, "level" if moved else "", start  # "fell below 10 percent"
    if dep == "pobj" and tree.deps[head] == "agent" and tree.lemmas[tree.heads[head]] not in measures()["change"]:
        return tree.heads[head], "agent", start
    if dep in ("pobj", "pcomp"):
        preposition = tree.words[head]
        above = tree.heads[head]
        if preposition == "to" and tree.pos[above] not in VERBAL and tree.words[tree.heads[above]] == "from":
            above = tree.heads[tree.heads[above]]  # "fell from 30 percent to 20"
        if (
            tree.pos[above] in VERBAL
            and tree.lemmas[above] in measures()["change"]
            and (preposition in ("to", "by", "from") or (preposition == "in" and quantity.form is Form.SHARE))
        ):
            return above, "change" if preposition in ("by", "in") else "level", start
        if (
            tree.pos[above] in VERBAL
            and preposition in (("for",) if tree.lemmas[above] == "account" else ("at", "to", "from"))
            and (
                tree.lemmas[above] in measures()["level"]
                or (preposition == "at" and tree.lemmas[above] in _STANDS | _PUTTING)
            )
        ):
            return above, "level", start
        if tree.pos[above] in VERBAL and preposition == "between" and above < token:
            return (
                above,
                _amount_role(tree, above, "object", quantity),
                start,
            )  # "pumped between 7 and 8 million barrels"
        given = tree.lemmas[above] in measures()["supply"] or tree.lemmas[above] in measures()["gain"]
        if tree.pos[above] in VERBAL and preposition == "with" and given and above < token:
            return above, "object", start
    for above in tree.ancestors(token):
        if tree.pos[above] in VERBAL:
            return above, "", start
    return None, "", start


def _amount_role(tree: Tree, verb: int, role: str, quantity: Quantity) -> str:
    if quantity.form not in (Form.PERCENT, Form.MONEY, Form.MEASURE, Form.SHARE):
        return role
    if tree.lemmas[verb] in measures()["change"]:
        gained = tree.lemmas[verb] in ("raise", "sink") and quantity.form is Form.MONEY  # "raised six million"
        return role if gained else "change"
    return "level" if tree.lemmas[verb] in measures()["level"] else role


def changed(tree: Tree, verb: int, top: int | None) -> int | None:
    """What rises, falls or reaches an amount: the object of "cut", else the subject."""
    if tree.lemmas[verb] in measures()["change"] or tree.lemmas[verb] in _PUTTING:
        thing = tree.child(verb, "dobj")
        if thing is not None and thing != top:
            return thing
    return subject_of(tree, verb)


def subject_of(tree: Tree, verb: int, depth: int = _DEPTH) -> int | None:
    """The head of a verb's subject, its agent in the passive, also where it is to be understood."""
    for child in tree.children[verb]:
        doer = tree.child(child, "pobj") if tree.deps[child] == "agent" else None
        if doer is not None and not any(tree.pos[c] == "NUM" for c in tree.children[doer]):
            return doer  # not "was cut by 50 points"
    for child in tree.children[verb]:
        if tree.deps[child] in (*_ACTIVE_SUBJECTS, "nsubjpass"):
            if tree.words[child] in _RELATIVES and tree.tags[child] in ("WP", "WDT"):
                return _relative(tree, verb, child)
            return child
    if depth == 0 or tree.child(verb, "expl") is not None:
        return None
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "acl" and tree.tags[verb] == "VB" and tree.lemmas[head] in _CHANCES:
        return _taking(tree, head, depth - 1)
    if dep in ("relcl", "acl", "amod"):
        return head
    if dep in ("xcomp", "advcl", "conj", "ccomp", "dep") and tree.pos[head] in VERBAL:
        return subject_of(tree, head, depth - 1)
    if dep == "pcomp":
        for above in tree.ancestors(head):
            if tree.pos[above] in VERBAL:
                return subject_of(tree, above, depth - 1)
    return None


def _taking(tree: Tree, chance: int, depth: int) -> int | None:
    """Who has a chance, a plan or a right to do something: "gave her the momentum to win"."""
    owner = tree.child(chance, "poss")
    verb = tree.heads[chance]
    if owner is not None or tree.pos[verb] not in VERBAL or verb == chance:
        return owner
    objects = [c for c in tree.children[verb] if c < chance and tree.deps[c] in ("dative", "dobj")]
    return objects[0] if objects else subject_of(tree, verb, depth)


def _relative(tree: Tree, verb: int, pronoun: int) -> int | None:
    while tree.deps[verb] in ("conj", "xcomp", "ccomp"):
        verb = tree.heads[verb]
    return noun_described(tree, pronoun, tree.heads[verb]) if tree.deps[verb] == "relcl" else None


def peopled(tree: Tree, thing: int | None) -> int | None:
    """The land or place that counted people make up: "runs a country of 30 million people"."""
    if thing is None or tree.deps[thing] != "pobj" or tree.words[tree.heads[thing]] != "of":
        return None
    whole = tree.heads[tree.heads[thing]]
    return whole if tree.lemmas[whole] in _PEOPLED else None
