"""Where the lines of a lexicon fire in a parse."""

from __future__ import annotations

from dissensus.finding.governing import is_infinitive, wished_for
from dissensus.finding.lexicons import Index, Trigger, deeds
from dissensus.finding.tree import Tree

_HANGS_ON_VERB = frozenset(
    {
        "prt",
        "prep",
        "advmod",
        "dobj",
        "attr",
        "acomp",
        "oprd",
        "dative",
        "agent",
        "xcomp",
        "ccomp",
        "nsubjpass",
        "acl",
        "intj",
        "advcl",
    }
)
_PARTICIPLES = frozenset({"acomp", "amod", "oprd", "acl", "advcl"})
_BEHIND = frozenset({"pobj"})
_BELOW = frozenset({"pobj", "prep", "amod", "compound", "dobj", "prt"})
_OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "oprd"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_OPEN = _CLAUSES | {"advcl"}
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_HANGS_ON_NOUN = frozenset({"prep", "compound", "amod", "nmod", "npadvmod"})

_PARTING = frozenset(
    "strip rob deprive relieve assure accuse acquit clear exonerate absolve convict bar ban exclude expel remove oust "
    "evict banish prevent "
    "force coerce bully drive blackmail starve cheat purge disqualify suspend".split()
)
"""Verbs whose preposition belongs to them and hardly ever to their object."""

BLAMING = frozenset({"blame", "pin", "foist"})
"""The same with "on"."""

_COUNTING = frozenset(
    "hundred thousand million billion dozen score number series string wave round set raft array host range variety "
    "spate slew flurry package kind sort form type piece part bit lot plenty handful couple pair some most many all "
    "any several few none percent share portion chunk third quarter majority bulk rest half flood torrent barrage "
    "volley cascade succession barrel tonne ton litre liter gallon dose crate container shipload worth".split()
)
"""Nouns and pronouns behind whose "of" stands what is meant."""

_OF_PARTING = ("of", "from", "into")
_OF_BLAMING = ("on",)

_TURNING = frozenset({"down", "off", "out", "over", "away", "aside"})
_WITH_ANY_PARTICLE = frozenset(
    {"beat", "win", "battle", "fight", "wipe", "drive", "force", "push", "throw", "shoot", "vote"}
)
"""Verbs that mean the same with a particle."""

_OF_HELP = frozenset({"help", "assistance", "backing", "connivance", "complicity", "consent", "ease", "impunity"})
_KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADP": "a"}
_OF_TIME = frozenset({"time", "year", "month", "week", "day", "moment", "instance", "example", "while", "now"})


def may_match(tree: Tree, index: Index) -> list[int]:
    """The tokens that head a line of the lexicon, in order; most head none."""
    found = tree.bearing(index.keys())
    as_written = [i for i in tree.participles if tree.words[i] in index and tree.lemmas[i] not in index]
    return sorted([*found, *as_written]) if as_written else found


def match(tree: Tree, token: int, index: Index, below: int = 99) -> tuple[Trigger, tuple[int, ...]] | None:
    """The longest line, below so many words, that a token heads, with the tokens of its further words."""
    kind = _KINDS.get(tree.pos[token])
    if kind is None and tree.words[token] == "close" and tree.deps[token] in ("amod", "advmod"):
        kind = "a"  # "businessmen close to X", as it is parsed
    if kind is None:
        if tree.pos[token] != "INTJ" or tree.child(token, "nsubj") is None:
            return None
        kind = "v"  # "they do like him", as it is parsed
    if kind == "v" and _taken_for_a_verb(tree, token):
        kind = "n"
    elif tree.tags[token] == "NNS" and _taken_for_a_noun(tree, token):
        kind = "v"
    kinds = kind
    if kind == "v" and _is_participle(tree, token):
        kinds = "va"
    elif kind == "a" and _stands_as_noun(tree, token):
        kinds = "an"
    # lines for adjectives name participles as they are written
    as_written = index.get(tree.words[token]) if tree.tags[token] in ("VBN", "VBG") else None
    for headed in (as_written, index.get(tree.lemmas[token])):
        lines = headed.of_kinds.get(kinds) if headed is not None else None
        if lines is None:
            continue
        around: set[str] | None = None
        for line in lines.beside(_near(tree, token, kind)) if lines.longer and below > 2 else ():
            if len(line.words) >= below:
                continue
            if len(line.words) > 2:
                around = _around(tree, token) if around is None else around
                if not around.issuperset(line.words[2:]):
                    continue
            extras = _extras(tree, token, line)
            if extras is not None and not (line.pos == "v" and _turned(tree, token, extras)):
                return line, extras
        if lines.single:
            line = lines.single[0]
            return (line, ()) if line.pos != "v" or not _turned(tree, token, ()) else None
    return None


def _taken_for_a_verb(tree: Tree, token: int) -> bool:
    """Whether a noun is parsed as a verb, as its place tells: "their sacking", "US strikes on boats killed ten"."""
    if tree.tags[token] == "VBG":
        return tree.child(token, "poss") is not None and tree.child(token, "dobj") is None
    if tree.tags[token] != "VBZ" or tree.deps[token] not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return False
    return tree.child(token, "nsubj", "dobj", "aux") is None


def _taken_for_a_noun(tree: Tree, token: int) -> bool:
    """Whether a verb is parsed as a plural, as the name before it tells: "Ruiz presides over the union"."""
    subject = tree.child(token, "nsubj")
    return subject is not None and subject == token - 1 and tree.child(token, "det", "amod", "poss", "compound") is None


def _turned(tree: Tree, verb: int, extras: tuple[int, ...]) -> bool:
    """Whether a particle that is no word of the line makes another verb of it: "break down", "rule out"."""
    if tree.lemmas[verb] in _WITH_ANY_PARTICLE:
        return False
    return any(tree.deps[c] == "prt" and tree.words[c] in _TURNING and c not in extras for c in tree.children[verb])


def _is_participle(tree: Tree, verb: int) -> bool:
    return tree.deps[verb] in _PARTICIPLES or tree.child(verb, "auxpass") is not None


def _stands_as_noun(tree: Tree, adjective: int) -> bool:
    """Whether what the parser takes for an adjective is a noun: "X's proxy Y", "Y, X's favourite"."""
    if tree.deps[adjective] == "amod":
        return tree.pos[tree.heads[adjective]] == "PROPN"
    return tree.deps[adjective] == "appos" and tree.child(adjective, "poss") is not None


def _near(tree: Tree, token: int, kind: str) -> set[str]:
    """The words and lemmas of which a line's second word must be one; the same set at every call."""
    known = tree.nearby.get((token, kind))
    if known is None:
        known = tree.nearby[token, kind] = _words_near(tree, token, kind)
    return known


def _words_near(tree: Tree, token: int, kind: str) -> set[str]:
    below = tree.children[token]
    near = {*map(tree.lemmas.__getitem__, below), *map(tree.words.__getitem__, below)}
    if kind == "v":
        for c in below:
            dep = tree.deps[c]
            if dep in _OBJECTS:
                if tree.names[c] == "MONEY":
                    near.add("million")
                for thing in tree.children[c]:
                    if tree.deps[thing] in _DESCRIBING:
                        near.add(tree.lemmas[thing])
                near.update(tree.lemmas[n] for n in _counted(tree, c))
                near.update(tree.words[n] for n in _on_object(tree, token, c))
            elif dep in _CLAUSES:
                near.add("to")
            if dep in _OPEN and tree.words[tree.left[c]] == "for":
                near.add("for")
        if _object_above(tree, token):
            near.add(tree.lemmas[tree.heads[token]])
    elif kind == "a":
        near.update(tree.words[c] for c in on_copula(tree, token))
    return near


def _around(tree: Tree, token: int) -> set[str]:
    """All words and lemmas that hang on a token or that it hangs on."""
    first, last, head = tree.left[token], tree.ends[token], tree.heads[token]
    return {*tree.words[first:last], *tree.lemmas[first:last], tree.lemmas[head], tree.words[head]}


def _extras(tree: Tree, token: int, line: Trigger) -> tuple[int, ...] | None:
    """The tokens of a line's further words; None when one is not there."""
    found: list[int] = []
    put_off: list[str] = []
    for word in line.words[1:]:
        following = _hanging(tree, token, word, line.pos)
        if following is None:
            following = _below_any(tree, found, word)
        if following is not None:
            found.append(following)
        elif line.pos == "v":
            put_off.append(word)  # "martial law", where the object comes behind what describes it
        else:
            return None
    for word in put_off:
        following = _below_any(tree, found, word)
        if following is None:
            return None
        found.append(following)
    return tuple(found)


def _below_any(tree: Tree, found: list[int], word: str) -> int | None:
    return next((n for at in reversed(found) if (n := _below(tree, at, word)) is not None), None)


def _hanging(tree: Tree, token: int, word: str, pos: str) -> int | None:
    """A word that hangs on the trigger's head."""
    labels = _HANGS_ON_NOUN if pos == "n" else _BEHIND if tree.pos[token] == "ADP" else _HANGS_ON_VERB
    for c in tree.children[token]:
        if (
            tree.deps[c] in labels
            and _is_word(tree, c, word)
            and not (pos == "v" and tree.deps[c] == "prep" and c < token and _set_before(tree, c))
            and (tree.deps[c] != "ccomp" or tree.pos[c] in ("NOUN", "ADJ") or is_infinitive(tree, c))
            and (tree.deps[c] != "advcl" or (c > token and is_infinitive(tree, c) and not _has_deed(tree, token)))
            and (tree.deps[c] != "advcl" or tree.child(c, "nsubj") is None)
            and not (tree.deps[c] == "xcomp" and tree.lemmas[token] == "call" and _has_deed(tree, token))
            and not (tree.lemmas[token] == "lead" and tree.pos[c] == "VERB")  # "led them to march"
        ):
            return c
    if pos == "v":
        thing = tree.child(token, "dobj", "nsubjpass")
        for c in (*_counted(tree, thing), *_on_object(tree, token, thing)) if thing is not None else ():
            if tree.words[c] == word or (tree.pos[c] == "NOUN" and tree.lemmas[c] == word):
                return c
    if pos == "v" and _object_above(tree, token) and _is_word(tree, tree.heads[token], word):
        return tree.heads[token]
    if pos == "v" and word == "to":
        return _of_infinitive(tree, token)
    if pos == "v" and word == "for":
        wishes = (wished_for(tree, c) for c in tree.all_children(token, "advcl", "xcomp", "ccomp"))
        return next((mark for mark in wishes if mark is not None), None)
    if pos == "a":
        return next((c for c in on_copula(tree, token) if tree.words[c] == word), None)
    return None


def _has_deed(tree: Tree, verb: int) -> bool:
    """Whether a verb's object is what is done, and what follows only why: "called a strike to protest"."""
    thing = tree.child(verb, "dobj")
    return thing is not None and bool(deeds(tree.lemmas[thing], "n"))


def _set_before(tree: Tree, preposition: int) -> bool:
    """Whether a phrase stands before its verb as its circumstance: "With their help, they agreed to leave"."""
    thing = tree.child(preposition, "pobj")
    if tree.words[preposition] == "behind":
        return False  # "behind the generals stood the banks"
    if thing is None:
        return tree.child(preposition, "pcomp") is not None  # "After meeting Lula, Petro called on Israel"
    return tree.tags[thing] not in ("WDT", "WP", "WP$")


def _counted(tree: Tree, thing: int) -> list[int]:
    """What an object counts out or takes some of: "signed a number of accords", "won 112 of 167 seats"."""
    counts = tree.lemmas[thing] in _COUNTING or tree.pos[thing] == "NUM"
    return tree.prepositional(thing, "of")[:1] if counts else []


def _of_infinitive(tree: Tree, verb: int) -> int | None:
    """The "to" of what someone is told to do: "ordered them to leave"."""
    if tree.lemmas[verb] == "call" or tree.child(verb, "dobj", "nsubjpass") is None:
        return None  # "the vote was called to oust them"
    for c in tree.children[verb]:
        if tree.deps[c] in ("xcomp", "ccomp") and is_infinitive(tree, c):
            return next(a for a in tree.children[c] if tree.words[a] == "to" and tree.deps[a] == "aux")
    return None


def on_copula(tree: Tree, adjective: int) -> list[int]:
    """Prepositions that the parser hangs on an adjective's verb or on what it is coordinated with.

    "Is popular among the young", "were armed and trained by X".
    """
    above = [c for n in tree.conjuncts(adjective)[1:] for c in tree.children[n]]
    if tree.deps[adjective] == "acomp":
        above += tree.children[tree.heads[adjective]]
    return [c for c in above if tree.deps[c] in ("prep", "agent") and c > adjective]


def _on_object(tree: Tree, verb: int, thing: int) -> list[int]:
    """Prepositions that the parser hangs on the verb's object: "stripped members of their seats"."""
    lemma = tree.lemmas[verb]
    own = _OF_PARTING if lemma in _PARTING else _OF_BLAMING if lemma in BLAMING else ()
    return [c for c in tree.children[thing] if tree.deps[c] == "prep" and tree.words[c] in own] if own else []


def _object_above(tree: Tree, verb: int) -> bool:
    """Whether a verb's object is the noun that it hangs on: "bills introduced", "bills that they introduced"."""
    if tree.deps[verb] == "acl":
        return tree.tags[verb] == "VBN"
    return tree.deps[verb] == "relcl" and tree.child(verb, "dobj") is None


def _below(tree: Tree, token: int, word: str) -> int | None:
    """A word that hangs on another of the trigger's: behind its preposition, or before its noun ("martial law")."""
    for c in tree.children[token]:
        if tree.deps[c] in _BELOW and _is_word(tree, c, word):
            return c
    return None


def _is_word(tree: Tree, token: int, word: str) -> bool:
    if word == "million" and tree.names[token] == "MONEY" and tree.tags[token] == "CD":
        return True  # "$300,000"
    if tree.words[token] != word:
        return tree.lemmas[token] == word and tree.pos[token] != "ADP" and tree.words[token] != "according"
    if tree.deps[token] == "prep":
        # "called him on Friday" is no "call on"
        thing = tree.child(token, "pobj")
        if thing is None:
            return True
        if word == "with" and tree.lemmas[thing] in _OF_HELP:
            return False  # "broke into the palace with the help of X"
        return tree.names[thing] not in ("DATE", "TIME") and tree.lemmas[thing] not in _OF_TIME
    return True
