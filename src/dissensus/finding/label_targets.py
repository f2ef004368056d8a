"""Whom a loaded word judges, told from where it stands in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.label_owners import names_itself, owners, pointed_at
from dissensus.finding.label_words import label_words
from dissensus.finding.lexicons import LabelTerm
from dissensus.finding.nominals import holders_of_noun, named_after, some_of
from dissensus.finding.parties import LANDS, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Origin

_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_WITHIN_PHRASES = frozenset({"loaded noun", "loaded adjective", "loaded noun of its owner"})
"""The rules whose terms may stand inside a noun phrase."""
_RULERS = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PERSON})
"""Actors whom a loaded noun alone may mean: "the regime", "the dictator"."""
_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_DASHES = frozenset({"-", "–", "—", "--"})
_BEHIND = 4
"""How many words behind an exclamation its actor may begin."""


@dataclass(slots=True)
class Judged:
    """Whom a term judges.

    Attributes:
        head: the term's chief token.
        turned: whether the verb turns the judgement round: "lacks legitimacy".
        verb: the verb that gives someone the quality, where one does.
        granted: whether the words take the judgement for granted, so that no negation around touches it.
    """

    head: int
    rule: str
    targets: list[ActorMention] = field(default_factory=list)
    turned: bool = False
    verb: int | None = None
    granted: bool = False


def judged(scene: Scene, tree: Tree, term: range, line: LabelTerm) -> Judged:
    """Whom a term judges; nobody, where the sentence does not say."""
    if line.construction == "before":
        return Judged(term.start, "exclamation", _behind(scene, tree, term.stop))
    head = _head(tree, term)
    if line.construction == "manner":
        told = _of_adverb(scene, tree, head)
    elif line.pos == "a":
        told = Judged(head, "loaded adjective", _of_adjective(scene, tree, head, line))
    elif line.construction == "had":
        told = _had(scene, tree, head)
    else:
        told = _of_noun(scene, tree, head, line)
    own = range(term.start, term.stop)
    told.targets = [m for m in told.targets if not names_itself(tree, m, own)]
    if not told.targets:
        ruled = _ruled_by(scene, tree, tree.heads[head] if line.pos == "a" else head)
        told.targets = [m for m in ruled if not names_itself(tree, m, own)]
    told.granted = told.rule in _WITHIN_PHRASES and _granted(tree, head)
    return told


def _granted(tree: Tree, token: int) -> bool:
    """Whether a term stands inside a noun phrase and is not said of anyone: "the regime's brutal crackdown"."""
    while tree.deps[token] in (*_BEFORE_NOUN, "conj"):
        token = tree.heads[token]
    dep, above = tree.deps[token], tree.heads[token]
    end = tree.ends[token]
    if (
        dep == "appos"
        and "?" in tree.words[end - 2 : end]
        and not any(tree.pos[a] in VERBAL for a in tree.ancestors(token))
    ):
        return False  # "X: hero or tyrant?"
    if any(tree.words[c] in label_words("hedge") for c in tree.all_children(token, "amod")):
        return False
    if dep == "pobj":
        blame = {"of": "accuse", "for": "judge"}.get(tree.words[above])
        blamed = blame is not None and tree.lemmas[tree.heads[above]] in label_words(blame)
        return tree.words[above] not in ("as", "into", "but") and not blamed
    return dep in ("nsubj", "nsubjpass", "dobj", "dative", "poss", "appos", "npadvmod")


def _head(tree: Tree, term: range) -> int:
    """The token of a term that the others hang on."""
    return next((i for i in term if tree.heads[i] not in term or tree.heads[i] == i), term.stop - 1)


def _ruled_by(scene: Scene, tree: Tree, noun: int) -> list[ActorMention]:
    """Whose the power is that is known by the loaded words alone: "the coup regime of X"."""
    known = scene.headed_by(tree, noun)
    if known is None or known.actor.origin is not Origin.FOUND or tree.lemmas[noun] not in label_words("rule"):
        return []
    return parties(scene, tree, [*tree.prepositional(noun, "of"), *tree.all_children(noun, "poss")], depth=0)


def _behind(scene: Scene, tree: Tree, start: int) -> list[ActorMention]:
    """The actor that an exclamation is directed at: "down with the X"."""
    for token in range(start, min(start + _BEHIND, len(tree))):
        mention = scene.named_by(tree, token)
        if mention is not None:
            return parties(scene, tree, [mention.head], depth=0) or [mention]
    return []


# -- adjectives -------------------------------------------------------------------------------------------------------


def _of_adjective(scene: Scene, tree: Tree, token: int, line: LabelTerm) -> list[ActorMention]:
    if tree.pos[token] in ("ADJ", "VERB"):
        token = tree.first_conjunct(token)  # "the unknown and corrupt X"
    if tree.deps[token] == "pobj" and tree.pos[token] == "ADJ" and some_of(tree, token) != token:
        return _subjects(scene, tree, holders_of_noun(tree, some_of(tree, token)), line)  # "is one of the cruellest"
    if tree.deps[token] == "amod" and tree.words[tree.heads[token]] == "as":
        return _subjects(scene, tree, _called(tree, tree.heads[token]), line)  # "is seen as illegitimate"
    if tree.deps[token] in _BEFORE_NOUN:
        return _before(scene, tree, tree.heads[token], line)
    if tree.pos[token] == "NOUN" or (tree.pos[token] == "VERB" and tree.deps[token] not in _PREDICATES):
        return []
    verb = tree.heads[token]
    if tree.lemmas[verb] == "feel" and tree.deps[token] == "acomp":
        return []  # how someone feels is no judgement of him
    if tree.deps[token] == "advcl" and tree.pos[token] == "ADJ" and tree.pos[verb] in VERBAL and token < verb:
        return _subjects(scene, tree, clause(tree, verb).subject, line)  # "Long unpopular, they now ..."
    return _subjects(scene, tree, holders_of_noun(tree, token), line)


def _before(scene: Scene, tree: Tree, noun: int, line: LabelTerm) -> list[ActorMention]:
    """Whom a word before a noun judges: the actor that the noun means, is said of or belongs to."""
    if tree.deps[noun] in _BEFORE_NOUN:
        mention = scene.headed_by(tree, tree.heads[noun])
        return [mention] if mention else []
    own = scene.headed_by(tree, noun) or _titled(scene, tree, noun)
    if own is not None and tree.deps[noun] == "appos" and own.actor.type is not ActorType.PERSON:
        beside = _subjects(scene, tree, said_of(scene, tree, noun), line)
        if beside:
            return beside  # "X, the self-appointed policeman of Y"
    named = _named_outright(scene, tree, noun)
    if named is not None:
        return [named]
    if own is not None and own.actor.origin is not Origin.FOUND:
        return [own]
    exclaimed = any(tree.words[c] == "what" for c in tree.children[tree.heads[noun]])
    found: list[ActorMention] = []
    if tree.deps[noun] != "nsubj" or exclaimed:
        found = _subjects(scene, tree, said_of(scene, tree, noun), line)
    if not found and tree.deps[noun] != "nsubj":
        found = parties(scene, tree, [noun], depth=0)
    if not found and own is not None:
        found = [own]
    direct = line.construction == "actor" or " ".join(line.words).replace(" - ", "-") in label_words("direct")
    if not found and not direct and tree.lemmas[noun] in label_words("character"):
        found = owners(scene, tree, noun, line) or _had(scene, tree, some_of(tree, noun)).targets
    return found


def _named_outright(scene: Scene, tree: Tree, noun: int) -> ActorMention | None:
    """Who the sentence says someone is: "the legitimate president is X", "A failed politician, X now teaches"."""
    if tree.deps[noun] != "nsubj" or tree.pos[tree.heads[noun]] not in VERBAL:
        return None
    said = tree.all_children(tree.heads[noun], "attr") if tree.lemmas[tree.heads[noun]] == "be" else []
    for n in [c for c in said if tree.pos[c] == "PROPN"] or named_after(tree, noun, tree.heads[noun]):
        mention = scene.headed_by(tree, n)
        if mention is not None and mention.actor.type is ActorType.PERSON:
            return mention
    return None


def _titled(scene: Scene, tree: Tree, noun: int) -> ActorMention | None:
    """Whose title a noun is: "the self-styled president X", "the terrorist group X"."""
    named = scene.named_by(tree, noun)
    if named is not None and named.span.paragraph == tree.index and noun < named.head:
        return named
    beside = tree.child(noun, "appos")
    if beside is not None and tree.left[beside] == noun + 1 and tree.pos[beside] == "PROPN":
        return scene.headed_by(tree, beside)
    return None


def _of_adverb(scene: Scene, tree: Tree, token: int) -> Judged:
    """Whose doing an adverb judges: "they heroically resist"."""
    verb = tree.heads[tree.first_conjunct(token)]
    if tree.pos[verb] != "VERB" or tree.deps[token] not in ("advmod", "conj"):
        return Judged(token, "loaded adverb")
    return Judged(verb, "loaded adverb", parties(scene, tree, clause(tree, verb).subject, depth=0))


# -- nouns ------------------------------------------------------------------------------------------------------------


def _of_noun(scene: Scene, tree: Tree, noun: int, line: LabelTerm) -> Judged:
    told = Judged(noun, "loaded noun")
    named = scene.named_by(tree, noun)
    if named is not None and named.actor.origin is not Origin.FOUND and named.why.rule == "name":
        told.targets = [named] if _in_title(tree, named, noun) else []  # else known by no other words
        return told
    if tree.deps[noun] in _BEFORE_NOUN:
        found = _before(scene, tree, tree.heads[noun], line)
        told.targets = [
            m for m in found if m.actor.type is not ActorType.PLACE
        ]  # "the X attack was a terrorist attack"
        return told
    own = scene.headed_by(tree, noun)
    known = own is not None and (own.actor.origin is not Origin.FOUND or own.why.rule == "government of a person")
    if _listed(tree, noun):
        return told
    if own is not None and known and own.actor.type in _RULERS and tree.deps[noun] == "nsubj":
        told.targets = [own]  # "the regime of X was a scourge"
        return told
    if tree.child(noun, "poss") is None or tree.words[tree.heads[noun]] != "for":
        told.targets = _subjects(scene, tree, said_of(scene, tree, noun), line)
    above = tree.heads[noun]
    charged = tree.words[above] == "of" and tree.lemmas[tree.heads[above]] in label_words("accuse")
    if told.targets or charged or (tree.deps[noun] == "attr" and tree.child(tree.heads[noun], "nsubj") is not None):
        return told
    if own is not None and known and own.actor.type in _RULERS:
        told.targets = [own]
        return told
    apposed = (c for c in tree.all_children(noun, "appos") if tree.words[tree.left[c]] != "that")
    beside = [scene.headed_by(tree, c) for c in apposed]
    told.targets = [m for m in beside if m is not None][:1]
    if told.targets or line.construction not in ("whose", "quality", "doer"):
        return told
    told.rule = "loaded noun of its owner"
    told.targets = owners(scene, tree, noun, line)
    if told.targets:
        return told
    borne = _had(scene, tree, noun)
    if borne.targets:
        return borne
    if line.construction == "whose":
        told.rule = "loaded noun pointed at"
        told.targets = pointed_at(scene, tree, noun)
    return told


def _listed(tree: Tree, noun: int) -> bool:
    """Whether what the parse sets beside a name is listed with it: "X, dynasties and Y"."""
    if tree.deps[noun] != "appos":
        return False
    return any(tree.deps[c] == "conj" and tree.pos[c] == "PROPN" and c > noun for c in tree.children[noun])


def _in_title(tree: Tree, named: ActorMention, noun: int) -> bool:
    """Whether a word stands before a name that it is no part of: "Strongman X", "the dictator X"."""
    if named.span.paragraph != tree.index or noun >= named.head:
        return False
    known = (named.actor.name, *(alias for names in named.actor.aliases.values() for alias in names))
    return not any(tree.words[noun] in name.lower().split() for name in known)


def said_of(scene: Scene, tree: Tree, noun: int) -> list[int]:
    """Heads of what a noun is said of: "X is a N", "X, a N", "what a N X is", "the N that is X", "turn X into a N"."""
    own = tree.child(noun, "nsubj")
    if own is not None and tree.deps[noun] != "relcl":
        return tree.conjuncts(own)  # "saw X a threat": the parse makes a clause of it
    if tree.deps[noun] == "appos" and tree.deps[tree.heads[noun]] in ("attr", "oprd"):
        noun = tree.heads[noun]  # "X is a proven leader, a hero"
    alike = [
        n for n in tree.prepositional(noun, "like") if (m := scene.headed_by(tree, n)) and m.actor.type not in LANDS
    ]
    if alike and tree.deps[noun] in ("nsubj", "dobj", "pobj", "nsubjpass"):
        return alike  # "a demagogue like X"
    verb, dep = tree.heads[noun], tree.deps[noun]
    start = tree.left[noun]
    if dep == "nsubj" and start >= 2 and tree.words[start - 1] == "as" and tree.words[start] in ("a", "an"):
        return [start - 2]  # "portray X as a N bent on power", which the parse takes for a clause
    if dep == "nsubj" and tree.lemmas[verb] == "be":
        others = [c for c in tree.all_children(verb, "nsubj", "attr") if c > noun and tree.words[c] != "what"]
        if any(tree.words[c] == "what" for c in tree.children[verb]):
            return others
        # "the real tyrant is X", not "the 'terrorists' of Y are peasants"
        if parties(scene, tree, tree.prepositional(noun, "of"), depth=0):
            return []
        return [c for c in others if scene.headed_by(tree, c)] if tree.words[tree.left[noun]] == "the" else []
    for c in tree.all_children(noun, "relcl"):
        subject = tree.child(c, "nsubj")
        if tree.lemmas[c] == "be" and subject is not None and tree.words[subject] in ("that", "which", "who"):
            told = [a for a in tree.all_children(c, "attr") if scene.headed_by(tree, a)]
            if told:
                return told
    if dep == "pobj" and tree.words[verb] in ("as", "into"):
        if tree.lemmas[tree.heads[verb]] in label_words("feign"):
            return []  # "poses as a defender of democracy"
        return _called(tree, verb)
    if dep == "pobj" and tree.words[verb] == "like" and tree.lemmas[tree.heads[verb]] in label_words("act"):
        return clause(tree, tree.heads[verb]).subject  # "behaves like a bully"
    if dep == "pobj" and tree.words[verb] == "of" and tree.lemmas[tree.heads[verb]] in label_words("accuse"):
        outer = tree.heads[verb]
        return clause(tree, outer).object if tree.pos[outer] in VERBAL else []
    part = tree.heads[verb] if dep == "pobj" and tree.words[verb] == "of" else None
    if part is not None and tree.lemmas[part] in label_words("part") and tree.deps[part] == "dobj":
        return clause(tree, tree.heads[part]).subject  # "plays the part of the liberator"
    if dep == "pobj" and tree.words[verb] == "of" and tree.lemmas[tree.heads[verb]] in label_words("sample"):
        return said_of(scene, tree, tree.heads[verb])
    if dep == "pobj" and tree.words[verb] == "for" and tree.lemmas[tree.heads[verb]] in label_words("judge"):
        return clause(tree, tree.heads[verb]).object
    found = holders_of_noun(tree, some_of(tree, noun))
    return found or _set_off(scene, tree, noun)


def _called(tree: Tree, preposition: int) -> list[int]:
    """Of a noun behind "as" or "into": whom the verb above calls so, or makes so."""
    verb = tree.heads[preposition]
    if tree.pos[verb] not in VERBAL:
        if tree.words[preposition] != "as" or tree.pos[verb] not in ("NOUN", "PROPN"):
            return []
        return tree.prepositional(verb, "of") or [verb]  # "descriptions of X as a N"
    if tree.words[preposition] == "into" and tree.lemmas[verb] not in label_words("make"):
        return []
    above = tree.heads[tree.heads[verb]]
    if tree.deps[verb] == "relcl" and tree.lemmas[above] in label_words("judge"):
        return clause(tree, above).object  # "praised those who ousted X as heroes"
    if tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" and tree.pos[verb - 1] in ("NOUN", "PROPN"):
        return [verb - 1]  # the parse hangs "designated" too high
    here = clause(tree, verb)
    if tree.lemmas[verb] in label_words("act") and not here.passive:
        return here.subject  # "rule the country as autocrats"
    if here.object:
        return here.object
    for c in tree.children[verb]:
        if c < preposition and tree.words[c] in ("to", "of", "on", "upon", "at") and tree.deps[c] == "prep":
            return tree.all_children(c, "pobj")  # "refer to X as a N"
    return here.subject


def _set_off(scene: Scene, tree: Tree, noun: int) -> list[int]:
    """Of a noun phrase behind a dash that follows a name: "X - the N of the region"."""
    start = tree.left[noun]
    if start < 2 or tree.words[start] not in ("a", "an", "the") or tree.words[start - 1] not in _DASHES:
        return []
    if tree.starts[start] == start:
        return []
    name = start - 2
    around = [name, *tree.ancestors(name)]
    named = [i for i in around if (m := scene.headed_by(tree, i)) is not None and m.span.holds(tree.index, name)]
    return named[-1:]


def _subjects(scene: Scene, tree: Tree, heads: list[int], line: LabelTerm) -> list[ActorMention]:
    """The actors that a term is said of; what they do stands for them ("their policies are criminal")."""
    found: list[ActorMention] = []
    for head in heads:
        # "what X held was a farce" is said of X
        doers = clause(tree, head).subject if tree.pos[head] in VERBAL else [head]
        here = _meant(scene, tree, doers)
        whole = line.construction != "actor" or line.pos == "n"
        if not here and whole and tree.lemmas[head] in label_words("character"):
            here = parties(scene, tree, [head], depth=1) or parties(
                scene, tree, tree.prepositional(head, "in"), depth=0
            )
        found.extend(m for m in here if m.actor.id not in {f.actor.id for f in found})
    return found


def _meant(scene: Scene, tree: Tree, heads: list[int]) -> list[ActorMention]:
    """The actors that heads mean; "they", where nobody settled it, is the one state named before it."""
    found = parties(scene, tree, heads, depth=0)
    if found or len(heads) != 1 or not _is_open(scene, tree, heads[0]):
        return found
    before = {
        m.actor.id: m
        for i in range(tree.starts[heads[0]], heads[0])
        if (m := scene.headed_by(tree, i)) is not None and m.actor.type is not ActorType.PERSON
    }
    only = next(iter(before.values())) if len(before) == 1 else None
    return [only] if only is not None and only.actor.type in _STATES else []


def _is_open(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether a token is a pronoun for a state or body that stands for nobody yet."""
    subject, thing = tree.words[token] == "they", tree.words[token] == "it" and tree.deps[token] == "dobj"
    return (subject or thing) and scene.named_by(tree, token) is None


def _had(scene: Scene, tree: Tree, noun: int) -> Judged:
    """Who has, shows, runs or lacks what a noun names."""
    told = Judged(noun, "loaded noun of its bearer")
    first = tree.first_conjunct(noun)
    verb = tree.heads[first]
    if tree.pos[verb] not in VERBAL or tree.deps[first] != "dobj":
        return told
    lacking = tree.lemmas[verb] in label_words("lack")
    if lacking or tree.lemmas[verb] in label_words("bear"):
        told.targets = _meant(scene, tree, clause(tree, verb).subject)
        told.turned, told.verb = lacking, verb
    return told
