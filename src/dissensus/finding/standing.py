"""Ties without a word of relation: membership in a list, "against", "Bolivia under X", "X's party, Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.fitting import sign
from dissensus.finding.found import Found
from dissensus.finding.nominals import holders_of_noun
from dissensus.finding.parties import EXAMPLES, called, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Kind, Origin, Relation, Tie

_BODIES = frozenset(
    {ActorType.IGO, ActorType.BLOC, ActorType.NGO, ActorType.MOVEMENT, ActorType.UNION, ActorType.PARTY}
)
_KINDS_OF_MEMBER = frozenset(
    {"country", "nation", "state", "member", "government", "party", "signatory", "organization", "organisation",
     "group", "affiliate", "participant", "founder", "union", "player"}
)  # fmt: skip
_ALONE = frozenset({"country", "nation", "state", "member", "signatory"})
"""Those that one alone may be said to be: "X is a country of the bloc"."""

_WHOLES = frozenset({"group", "bloc", "alliance", "organization", "organisation", "coalition", "association", "pact"})
_OWN_BODIES = frozenset({"party", "movement", "organization", "organisation", "coalition", "alliance"})
_JOINED = _WHOLES | {
    "front", "league", "movement", "union", "party", "network", "axis", "campaigner", "activist", "fighter", "rebel",
    "organiser", "organizer", "bulwark", "bastion", "society", "committee", "guerrilla", "partisan",
}  # fmt: skip
"""Those who may be known by what they are against."""

_MADE_OF = (_WHOLES | _OWN_BODIES) - {"party"} | {
    "network", "federation", "confederation", "union", "league", "front", "consortium", "umbrella", "platform",
    "assembly", "forum", "block", "club", "collective", "gathering", "cartel", "partnership",
}  # fmt: skip
"""Bodies whose members may stand behind "of"."""

_NOUNS = _KINDS_OF_MEMBER | _MADE_OF | _OWN_BODIES
_POSSESSIVES = frozenset({"'s", "'"})
_LINKS = frozenset({"against", "under", "of", "from", "("}) | _POSSESSIVES
_SEVERAL = frozenset({"NNS", "NNPS", "NNP"})
_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE})
_PARTIES = frozenset({ActorType.PARTY, ActorType.MOVEMENT, ActorType.ARMED_GROUP})
_LED = _PARTIES | {ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.MINISTRY}
_CALLED_HIS = _PARTIES | {ActorType.COUNTRY}
_OF_PERSONS = _PARTIES | {ActorType.NGO, ActorType.UNION, ActorType.BLOC}
_LEADING = frozenset({"leader", "president", "secretary_general"})
_BEFORE = 40
"""Mentions that are gone back through for the body that "the group" stands for."""


def find_standing(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The ties of a paragraph that its lists and prepositions tell."""
    words = enumerate(zip(tree.words, tree.lemmas, strict=True))
    for token in [i for i, (word, lemma) in words if word in _LINKS or lemma in _NOUNS]:
        if tree.lemmas[token] in _KINDS_OF_MEMBER and tree.pos[token] == "NOUN":
            yield from _listed_members(scene, tree, token)
        word = tree.words[token]
        if tree.deps[token] == "prep" and word == "against":
            yield from _against(scene, tree, token)
        elif tree.deps[token] == "prep" and word == "under":
            yield from _under(scene, tree, token)
        elif word in ("of", "from") and tree.deps[token] == "prep":
            yield from _belonging(scene, tree, token)
        elif word == "(" and token + 1 < len(tree):
            yield from _bracketed(scene, tree, token + 1)
        elif word in _POSSESSIVES:
            yield from _own_country(scene, tree, tree.heads[token])
        if tree.lemmas[token] in _MADE_OF and tree.pos[token] == "NOUN":
            yield from _made_of(scene, tree, token)
        if tree.lemmas[token] in _OWN_BODIES and tree.pos[token] in ("NOUN", "PROPN"):
            yield from _own_party(scene, tree, token)


def _listed_members(scene: Scene, tree: Tree, noun: int) -> Iterator[Found]:
    """Members: "the countries in the bloc are A and B", "A is a country of the bloc", "members such as A"."""
    body = _body(scene, tree, noun)
    if body is None:
        return
    top = _some_of(tree, noun)
    verb = tree.heads[top]
    listed: list[int] = []
    several = tree.tags[noun] == "NNS"
    if tree.pos[verb] in VERBAL and tree.lemmas[verb] in ("be", "include"):
        if tree.deps[top] == "nsubj":
            listed = [n for a in tree.all_children(verb, "attr", "dobj") for n in tree.conjuncts(a)]
        elif tree.deps[top] == "attr" and (several or tree.lemmas[noun] in _ALONE or _foremost(tree, noun)):
            listed = clause(tree, verb).subject
    for preposition in EXAMPLES:
        listed = listed or (tree.prepositional(noun, preposition) if several else [])
    for member in parties(scene, tree, listed, depth=0):
        if member.actor.id != body.actor.id and member.actor.type is not ActorType.PLACE:
            yield _tie(scene, tree, noun, member, Relation.MEMBER_OF, body, "list of members")


def _foremost(tree: Tree, noun: int) -> bool:
    """Whether one is said to be the largest of those in a body: "X is the largest group in the bloc"."""
    return any(tree.tags[c] == "JJS" for c in tree.all_children(noun, "amod"))


def _made_of(scene: Scene, tree: Tree, noun: int) -> Iterator[Found]:
    """Of whom a body consists: "X is a federation of peasants", "X, a network of unions in Peru"."""
    named = called(tree, noun)
    if tree.deps[noun] not in ("attr", "appos") and not named:
        return
    several = (scene.headed_by(tree, n) for n in tree.prepositional(noun, "of") if tree.tags[n] in _SEVERAL)
    members = [m for m in several if m is not None]
    for whole in parties(scene, tree, named or holders_of_noun(tree, noun), depth=0)[:1]:
        if whole.actor.type is ActorType.PERSON or whole.actor.type in _STATES:
            continue
        for member in members:
            if member.actor.id != whole.actor.id and member.actor.type is not ActorType.PLACE:
                relation = Relation.PART_OF if member.actor.type is ActorType.COMPANY else Relation.MEMBER_OF
                yield _tie(scene, tree, noun, member, relation, whole, "made of")


def _body(scene: Scene, tree: Tree, noun: int) -> ActorMention | None:
    """What they are members of; "the group" is the body named last."""
    heads = [n for p in ("of", "in", "to", "within") for n in tree.prepositional(noun, p)]
    heads += tree.all_children(noun, "poss", "compound")
    for mention in parties(scene, tree, heads, depth=1):
        if mention.actor.type in _BODIES and mention.actor.origin is not Origin.FOUND:
            return mention
    for head in heads:
        definite = any(tree.words[c] in ("the", "this") for c in tree.children[head])
        if tree.lemmas[head] in _WHOLES and definite and scene.headed_by(tree, head) is None:
            return _body_before(scene, tree, head)
    return None


def _body_before(scene: Scene, tree: Tree, token: int) -> ActorMention | None:
    """The organisation, bloc or party named last, in this paragraph or the one before."""
    for at in range(token - 1, -1, -1):
        mention = scene.named_by(tree, at)
        if mention is not None and mention.actor.type in _BODIES and mention.actor.origin is not Origin.FOUND:
            return mention
    return scene.last_body(tree.index, _BODIES, _BEFORE)


def _some_of(tree: Tree, noun: int) -> int:
    """A noun, or the word that takes some of its kind: "some of the countries"."""
    head = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.words[head] in ("of", "among") and tree.pos[tree.heads[head]] not in VERBAL:
        return tree.heads[head]
    return noun


def _against(scene: Scene, tree: Tree, preposition: int) -> Iterator[Found]:
    """An actor known by what it is against: "the alliance against Rome", "is an organisation against the dam"."""
    noun = tree.heads[preposition]
    if tree.lemmas[noun] not in _JOINED:
        return
    said = tree.deps[noun] in ("attr", "oprd") or tree.words[tree.heads[noun]] == "as"
    said_of = parties(scene, tree, holders_of_noun(tree, noun), depth=0) if said else []
    if not said_of and scene.headed_by(tree, noun) is None:
        return
    targets = parties(scene, tree, tree.prepositional(noun, "against"), depth=1)
    for holder in said_of or parties(scene, tree, [noun], depth=0):
        for target in targets:
            if holder.actor.id != target.actor.id:
                yield _tie(scene, tree, preposition, holder, Relation.OPPOSES, target, "against")


def _under(scene: Scene, tree: Tree, preposition: int) -> Iterator[Found]:
    """A country or body under someone: "Chile under X"."""
    body = scene.headed_by(tree, tree.heads[preposition])
    if body is None or body.actor.type not in _LED or body.actor.origin is Origin.FOUND:
        return
    for thing in tree.children[preposition]:
        leader = scene.headed_by(tree, thing) if tree.deps[thing] == "pobj" else None
        if leader is not None and leader.actor.type is ActorType.PERSON:
            yield _granted(_tie(scene, tree, preposition, leader, Relation.LEADS, body, "under"))


def _belonging(scene: Scene, tree: Tree, preposition: int) -> Iterator[Found]:
    """A name and a party's, or a party's and its leader's: "X of the Y Party", "X, from Y", "the Y Party of X"."""
    before = tree.heads[preposition]
    first = scene.headed_by(tree, before) or scene.named_by(tree, before)
    thing = tree.child(preposition, "pobj")
    second = scene.headed_by(tree, thing) if thing is not None else None
    if first is None or second is None or Origin.FOUND in (first.actor.origin, second.actor.origin):
        return
    if first.actor.type is ActorType.PERSON and second.actor.type in _OF_PERSONS and not _holds_office(tree, first):
        yield _granted(_tie(scene, tree, preposition, first, Relation.MEMBER_OF, second, "belonging"))
    elif first.actor.type in _PARTIES and second.actor.type is ActorType.PERSON and tree.words[preposition] == "of":
        beside = first.span.end == preposition and thing is not None and tree.left[thing] == preposition + 1
        if beside and tree.tags[before] != "NNPS":  # not "accused the Republicans of ..."
            yield _granted(_tie(scene, tree, preposition, second, _in_own(second, first), first, "belonging"))


def _holds_office(tree: Tree, person: ActorMention) -> bool:
    """Whether a person is known here by an office and not by a name ("the leader of the Y Party")."""
    return tree.pos[person.head] != "PROPN"


def _bracketed(scene: Scene, tree: Tree, token: int) -> Iterator[Found]:
    """A party in brackets behind a name: "X (Y)"."""
    body = scene.headed_by(tree, token)
    if body is None or body.actor.type not in _PARTIES or tree.deps[token] != "appos":
        return
    person = scene.headed_by(tree, tree.heads[token])
    closed = tree.words[body.span.end : body.span.end + 1] in ([")"], [","], ["-"], [";"])
    if person is not None and person.actor.type is ActorType.PERSON and closed:
        yield _granted(_tie(scene, tree, token, person, Relation.MEMBER_OF, body, "belonging"))


def _granted(found: Found) -> Found:
    found.presupposed = True
    return found


def _own_party(scene: Scene, tree: Tree, noun: int) -> Iterator[Found]:
    """Whose party or movement it is: "X's party, Y", "X and his movement, Y", "X's Y party"."""
    possessor = tree.child(noun, "poss")
    owner = scene.headed_by(tree, possessor) if possessor is not None else None
    if owner is None or owner.actor.type is not ActorType.PERSON or tree.pos[owner.head] == "NOUN":
        return
    if possessor is not None and tree.words[possessor] in ("our", "my", "your"):
        return  # the party of all that are spoken to
    bodies = [scene.named_by(tree, noun)]
    bodies += [scene.headed_by(tree, n) for n in tree.all_children(noun, "appos", "compound")]
    for body in bodies:
        if body is None or body.actor.type not in _LED or body.actor.origin is Origin.FOUND:
            continue
        if any(tree.pos[n] == "PROPN" for n in range(body.span.start, body.span.end)):
            yield _granted(_tie(scene, tree, noun, owner, _in_own(owner, body), body, "own party"))
            return


def _in_own(person: ActorMention, body: ActorMention) -> Relation:
    """What someone is in what is called theirs: a party may be led by others, unless they are known to have led it."""
    if body.actor.type not in _OF_PERSONS:
        return Relation.LEADS
    led = any(r.organisation == body.actor.id and r.office in _LEADING for r in person.actor.roles)
    return Relation.LEADS if led else Relation.MEMBER_OF


def _own_country(scene: Scene, tree: Tree, possessor: int) -> Iterator[Found]:
    """Whose party or country it is called: "X's Popular Force", "X's Chile"; of whom someone is one: "the FARC's X"."""
    owner, body = scene.headed_by(tree, possessor), scene.headed_by(tree, tree.heads[possessor])
    if tree.deps[possessor] != "poss" or owner is None or body is None:
        return
    if body.actor.origin is Origin.FOUND and body.actor.type is not ActorType.PERSON:
        return
    named = tree.pos[owner.head] == tree.pos[body.head] == "PROPN"
    if named and owner.actor.type in _OF_PERSONS and body.actor.type is ActorType.PERSON:
        if owner.actor.origin is not Origin.FOUND:
            yield _granted(_tie(scene, tree, tree.heads[possessor], body, Relation.MEMBER_OF, owner, "belonging"))
        return
    if named and owner.actor.type is ActorType.PERSON and body.actor.type in _CALLED_HIS:
        yield _granted(_tie(scene, tree, tree.heads[possessor], owner, _in_own(owner, body), body, "own party"))


def _tie(
    scene: Scene, tree: Tree, token: int, a: ActorMention, relation: Relation, b: ActorMention, rule: str
) -> Found:
    body = Tie(
        a=scene.reference(a),
        relation=relation,
        b=scene.reference(b),
        sign=sign(relation),
    )
    return Found(Kind.TIE, body, tree, token, (), (a, b), rule, None)
