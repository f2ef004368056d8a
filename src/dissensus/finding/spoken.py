"""Whether words of speech tell an act of politics where they stand, and whom a request is put to.

"Spoke to reporters" is no meeting, "pressed his case" asks nothing of anyone, "warned that prices would rise" threatens
no one, and "refused to condemn X" does not reject X.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger, deeds
from dissensus.finding.parties import HARMS, parties
from dissensus.finding.scene import Scene
from dissensus.finding.speech import texts
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, EventType, Origin
from dissensus.parsing.people import load_people
from dissensus.tables import package_table

_ANSWERS = frozenset(
    "name explain respond comment defend describe clarify elaborate discuss say identify cite list answer rate choose "
    "pick react reflect recall address grade rank speak talk repeat confirm share".split()
)
"""What one is asked to do in a question."""
_CLAUSES = ("xcomp", "ccomp", "advcl")
_QUESTIONING = frozenset({"press", "pressure", "push"})
_OFFICIAL = frozenset(
    {
        ActorType.COUNTRY,
        ActorType.GOVERNMENT,
        ActorType.MINISTRY,
        ActorType.MILITARY,
        ActorType.POLICE,
        ActorType.IGO,
        ActorType.BLOC,
        ActorType.NGO,
        ActorType.PERSON,
    }
)
"""Those to whom an appeal is put; groups of voters are only appealed to."""
_SELF = frozenset({"it", "he", "she", "they", "we", "i"})
_TIMES = frozenset({("hour",), ("day",), ("week",), ("month",)})
_WILL = frozenset({"will", "would", "'ll", "'d"})


@cache
def talk_words(kind: str) -> frozenset[str]:
    """Words of one kind in talk.tsv, by lemma."""
    table = package_table("dissensus.finding", "lexicon/talk.tsv")
    return frozenset(lemma for row in table if row["kind"] == kind for lemma in row.many("lemma"))


def says_otherwise(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    """Whether a word of speech tells no act here, for what stands around it."""
    check = _CHECKS.get((line.type, line.pos)) if line.type is not None else None
    return check is not None and check(scene, tree, token, line, extras)


def _no_request(scene: Scene, tree: Tree, verb: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    first = line.words[0]
    if first == "call" and line.words[1:] and tree.child(verb, "oprd", "dobj") not in (None, *extras):
        return True  # "called Ruiz a weasel for", "called Citizens for Peace"
    if first in talk_words("directed") and line.words[-1] not in ("on", "upon", "for") and _only_where(tree, verb):
        return True
    if first == "press" and any(tree.lemmas[n] in talk_words("answered") for n in tree.prepositional(verb, "for")):
        return True
    if first == "ask" or first in _QUESTIONING:
        return len(line.words) == 1 and _is_question(tree, verb, first)
    if first == "appeal":
        return _attracts(scene, tree, verb)
    if first in ("propose", "advocate") and len(line.words) == 1:
        return tree.child(verb, "ccomp") is None and not tree.prepositional(verb, "to")  # "proposed a new tax"
    if first in ("lean", "prevail"):
        return not _pressed_to_do(scene, tree, verb)
    if first == "turn":
        return tree.child(verb, "dobj") is not None  # "turned his attention to"
    if line.words[:2] == ("call", "for"):
        who = clause(tree, verb).subject
        return bool(who) and all(tree.lemmas[n] in talk_words("providing") for n in who)  # "the plan calls for"
    if first == "advise" and len(line.words) == 1 and tree.child(verb, *_CLAUSES) is None:
        return not any(tree.words[c] in ("against", "to") for c in tree.children[verb])  # "who advises X on Peru"
    return first in ("suggest", "insist") and len(line.words) == 1 and _only_supposes(tree, verb)


def _pressed_to_do(scene: Scene, tree: Tree, verb: int) -> bool:
    """Whether someone is leaned on to do something, and nobody's powers used: "leaned on the generals to go"."""
    if tree.child(verb, "xcomp") is None:
        return False
    for noun in (n for link in ("on", "upon") for n in tree.prepositional(verb, link)):
        mention = scene.headed_by(tree, noun)
        if mention is not None and (
            mention.actor.origin is not Origin.FOUND or tree.lemmas[noun] in load_people().persons
        ):
            return True
    return False


def _only_where(tree: Tree, verb: int) -> bool:
    """Whether what stands behind "to" is where something goes: "was ordered to jail", "pushed to one side"."""
    ways = [c for c in tree.children[verb] if tree.words[c] == "to" and tree.deps[c] in ("prep", "dative")]
    return bool(ways) and tree.child(verb, "xcomp", "ccomp") is None


def _is_question(tree: Tree, verb: int, first: str) -> bool:
    """Whether a question is put and nothing requested: "asked about the vote", "pressed him on the issue"."""
    asked = tree.child(verb, "xcomp", "ccomp")
    if first in _QUESTIONING:
        if first != "press":
            return asked is None and any(tree.prepositional(verb, link) for link in ("about", "in", "on"))
        if asked is not None:
            return not is_infinitive(tree, asked)  # "pressed his claim that they had lied"
        return not (tree.child(verb, "advcl") is not None or tree.prepositional(verb, "for"))
    if asked is None or tree.lemmas[asked] in _ANSWERS:
        return True
    if tree.deps[asked] == "ccomp" and not is_infinitive(tree, asked):
        return all(tree.words[c] != "that" for c in tree.children[asked])  # 'was asked, "Would you leave?"'
    return any(tree.tags[c] in ("WRB", "WP", "WDT") or tree.words[c] in ("if", "whether") for c in tree.children[asked])


def _attracts(scene: Scene, tree: Tree, word: int) -> bool:
    """Whether someone only pleases others: "appeals to voters", "her appeal to the left"."""
    if any(tree.deps[c] in (*_CLAUSES, "acl") and is_infinitive(tree, c) for c in tree.children[word]):
        return False
    if tree.prepositional(word, "for"):
        return False
    pleased = tree.prepositional(word, "to")
    mentions = (scene.headed_by(tree, n) for n in pleased)
    return bool(pleased) and not any(m is not None and m.actor.type in _OFFICIAL for m in mentions)


def _only_supposes(tree: Tree, verb: int) -> bool:
    """Whether something is only supposed or held: "suggested that he had resigned", not "insisted that he resign"."""
    told = tree.child(verb, "ccomp")
    if told is None:
        return True
    helper = tree.child(told, "auxpass")
    form = tree.tags[told if helper is None else helper]
    if form not in ("VB", "VBP", "NN") or tree.child(told, "aux") is not None:
        return True
    subject = tree.child(told, "nsubj", "nsubjpass")
    singular = subject is not None and tree.tags[subject] in ("NN", "NNP") and tree.child(subject, "conj") is None
    if form != "VB":
        return not singular  # as the parser may take it
    return subject is not None and tree.tags[subject] in ("NNS", "NNPS")  # "suggested that they come from fear"


def _no_request_noun(scene: Scene, tree: Tree, noun: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    first, above = line.words[0], tree.heads[noun]
    if len(line.words) > 1:
        return False
    if first == "order":
        return tree.words[above] == "in" and tree.deps[noun] == "pobj"  # "in order to"
    if first == "appeal":
        told = any(
            tree.words[c] in ("to", "for", "from", "by", "that") or tree.deps[c] == "acl" for c in tree.children[noun]
        )
        return not told or _attracts(scene, tree, noun)  # "won the appeal"
    if first == "request":
        return any(tree.lemmas[n] in ("comment", "interview") for n in tree.prepositional(noun, "for"))
    if first == "pressure":
        return not _is_pressed(scene, tree, noun)
    if first == "call" and tree.deps[noun] == "dobj" and tree.lemmas[above] in talk_words("phoned"):
        return not any(tree.words[c] in ("for", "to", "on") or tree.deps[c] == "acl" for c in tree.children[noun])
    return False


def _is_pressed(scene: Scene, tree: Tree, noun: int) -> bool:
    """Whether it is told who presses someone, or for what: "US pressure", "under pressure to resign"."""
    above = tree.heads[tree.heads[noun]]
    told = (*tree.children[noun], *tree.all_children(above, "xcomp", "advcl", "acl"))
    return any(
        tree.words[c] in ("from", "by", "of", "on") or is_infinitive(tree, c) or scene.named_by(tree, c) is not None
        for c in told
    )


def _no_threat(scene: Scene, tree: Tree, verb: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    first = line.words[0]
    if first in ("warn", "caution") and len(line.words) < 3:
        return _only_foretells(scene, tree, verb)
    if first == "give" and line.words[1:] in _TIMES:
        told = (*extras, verb)
        return not any(is_infinitive(tree, c) for n in told for c in tree.children[n])  # "gave them two days to leave"
    if first in ("threaten", "menace", "intimidate"):
        here = clause(tree, verb)
        return not here.passive and bool(here.subject) and all(_is_no_one(scene, tree, n) for n in here.subject)
    return False


def _is_no_one(scene: Scene, tree: Tree, noun: int) -> bool:
    """Whether a subject is a thing, though someone's: "the primary threatens to", "Chinese loans threaten"."""
    if tree.tags[noun] not in ("NN", "NNS", "WDT") or scene.headed_by(tree, noun) is not None:
        return False
    lemma = tree.lemmas[noun]
    return lemma not in load_people().persons and lemma not in load_people().groups and lemma not in texts()


def _only_foretells(scene: Scene, tree: Tree, verb: int) -> bool:
    """Whether a warning tells of what may come, and threatens no one: "warned of a famine", "warned that it may"."""
    addressed = tree.child(verb, "dobj", "nsubjpass")
    topics = [*tree.prepositional(verb, "of"), *tree.prepositional(verb, "about")]
    if topics:
        return addressed is None or not any(tree.lemmas[n] in talk_words("costly") for n in topics)
    told = tree.child(verb, "ccomp")
    if told is not None and not is_infinitive(tree, told):
        return not _will_strike(scene, tree, verb, told, addressed)
    if addressed is None:
        return True
    to_do = told if told is not None else tree.child(verb, "xcomp")
    return to_do is not None and not any(tree.deps[c] == "neg" for c in tree.children[to_do])


def _will_strike(scene: Scene, tree: Tree, verb: int, told: int, addressed: int | None) -> bool:
    """Whether who warns says what it will do, or what those warned will have to bear."""
    coming = any(tree.words[c] in _WILL for c in tree.children[told])
    if not coming:
        return False
    subjects = tree.all_children(told, "nsubj", "nsubjpass")
    of_them = any(tree.words[n] in _SELF or scene.headed_by(tree, n) is not None for n in subjects)
    if of_them and any(tree.lemmas[n] in talk_words("bearing") for n in (told, *tree.all_children(told, "xcomp"))):
        return True
    if of_them and tree.passive(told) and not HARMS.isdisjoint(deeds(tree.lemmas[told], "v")):
        return True  # "was warned that he would be arrested"
    warner = {m.actor.id for m in parties(scene, tree, clause(tree, verb).subject)}
    meant = {m.actor.id for m in parties(scene, tree, subjects)}
    if meant:
        return bool(meant & warner)
    return any(tree.words[n] in _SELF for n in subjects) and (addressed is None or not warner)


def _no_threat_noun(scene: Scene, tree: Tree, noun: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    """Whether a threat is only a danger: "under threat", "faces a threat", "a threat to peace"."""
    if line.words != ("threat",):
        return False
    above, dep = tree.heads[noun], tree.deps[noun]
    if dep == "pobj" and tree.words[above] in ("under", "as"):
        return True
    if dep in ("dobj", "attr", "nsubjpass", "oprd") and tree.lemmas[above] in talk_words("danger"):
        return True
    if any(is_infinitive(tree, c) for c in tree.all_children(noun, "acl", "relcl", "xcomp")):
        return False
    if tree.tags[noun] in ("NNS", "NNPS") and tree.prepositional(noun, "by"):
        return False  # "threats to the court by the president"
    return any(tree.words[c] in ("to", "from") and tree.deps[c] == "prep" for c in tree.children[noun])


def _no_refusal(scene: Scene, tree: Tree, verb: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    first = line.words[0]
    if first in ("refuse", "decline", "fail"):
        refused = tree.child(verb, "xcomp")
        if refused is not None and tree.lemmas[refused] in talk_words("vexing"):
            return True
    if first == "deny" and len(line.words) == 1 and tree.child(verb, "xcomp", "ccomp") is not None:
        return tree.child(verb, "dobj", "nsubjpass") is None
    if first == "doubt":
        return tree.child(verb, "ccomp") is not None
    if line.words == ("rule", "out"):
        return any(tree.deps[c] == "neg" for c in tree.children[verb])
    if len(line.words) == 1 and first in talk_words("whole"):
        here = clause(tree, verb)
        return not any(scene.headed_by(tree, n) is not None or tree.pos[n] == "PROPN" for n in here.object)
    return False


def _no_blame(scene: Scene, tree: Tree, verb: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    if line.words == ("doubt",):
        return tree.child(verb, "ccomp") is not None
    if line.words[0] != "charge":
        return False
    priced = (c for c in tree.children[verb] if tree.deps[c] in ("dobj", "dative", "npadvmod", "ccomp"))
    return any(tree.names[c] == "MONEY" or tree.words[c] in ("$", "fee", "price") for c in priced)


def _no_talk(scene: Scene, tree: Tree, verb: int, line: Trigger, extras: tuple[int, ...]) -> bool:
    first = line.words[0]
    if first in ("fly", "land"):
        thing = tree.child(verb, "dobj")
        return thing is not None and thing not in extras  # "flew him to Bangui"
    if first == "meet":
        where = [n for link in ("in", "at") for n in tree.prepositional(verb, link)]
        return any(tree.lemmas[n] in talk_words("contest") for n in where)
    return False


_Check = Callable[[Scene, Tree, int, Trigger, tuple[int, ...]], bool]
_CHECKS: dict[tuple[EventType, str], _Check] = {
    (EventType.REQUEST, "v"): _no_request,
    (EventType.REQUEST, "n"): _no_request_noun,
    (EventType.THREATEN, "v"): _no_threat,
    (EventType.THREATEN, "n"): _no_threat_noun,
    (EventType.REJECT, "v"): _no_refusal,
    (EventType.ACCUSE, "v"): _no_blame,
    (EventType.CONSULT, "v"): _no_talk,
}


def only_spoken_to(
    scene: Scene, tree: Tree, line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]
) -> bool:
    """Whether those spoken with are the press or an audience, or whoever speaks with them is the press.

    A state that warns its own people threatens none of them either.
    """
    if line.words[0] == "warn" and recipients and actors:
        return all(m.actor.type is ActorType.PEOPLE and m.actor.country == actors[0].actor.country for m in recipients)
    if line.type is EventType.REQUEST and line.words[0] in _QUESTIONING:
        return bool(actors) and all(_is_press(scene, tree, m) for m in actors)  # "pressed by the moderator to say"
    if line.type is not EventType.CONSULT:
        return False
    if not recipients:
        return line.words[0] == "host" and line.pos == "v"
    if all(_is_press(scene, tree, m) for m in recipients) or (
        actors and all(_is_press(scene, tree, m) for m in actors)
    ):
        return True
    if line.words[0] == "reach" and all(m.actor.type is ActorType.PEOPLE for m in recipients):
        return True  # "reached out to young voters"
    return line.words[0] in ("speak", "talk", "address", "brief") and all(
        _named(tree, m) in talk_words("audience") for m in recipients
    )


def _is_press(scene: Scene, tree: Tree, mention: ActorMention) -> bool:
    if mention.actor.type is ActorType.MEDIA or _named(tree, mention) in talk_words("press"):
        return True
    if mention.span.paragraph != tree.index or mention.actor.type is not ActorType.PERSON:
        return False
    if tree.deps[mention.head] == "appos" and tree.lemmas[tree.heads[mention.head]] in talk_words("press"):
        return True  # "the moderator Ana Ruiz"
    before = range(min(mention.span.start, tree.left[mention.head]), mention.head)
    named = (scene.named_by(tree, i) for i in before)
    return any(tree.lemmas[i] in talk_words("press") for i in before) or any(
        m is not None and m.actor.type is ActorType.MEDIA for m in named
    )


def _named(tree: Tree, mention: ActorMention) -> str:
    """The noun by which someone without a name is known, as the text or another sentence has it."""
    if mention.actor.origin is not Origin.FOUND:
        return ""
    return tree.lemmas[mention.head] if mention.span.paragraph == tree.index else mention.actor.name.split()[-1]
