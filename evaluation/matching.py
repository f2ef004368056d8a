"""When a statement says the same as an item of an answer key.

An item is found when a statement of the same document and kind has evidence that overlaps the item's anchor, and says
the same: an event has the same type, an actor in common (or the key names none) and a recipient in common (or the key
names none); a tie the same actors and sign (either order where the relation is symmetric); a figure the same value; a
label the same target and valence and a word of the term. `near` is an event of another type in the same PLOVER quad
class, a tie of another sign, or a label of another valence.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Item = dict[str, Any]

_QUADS = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    "other": "OTHER",
}
QUAD = {type_: quad for quad, types in _QUADS.items() for type_ in types.split()}
SYMMETRIC = frozenset({"ally_of", "trades_with", "opposes", "distrusts"})

_ARM_OF_STATE = re.compile(
    r"\b(government|administration|regime|ministry|department|embassy|authorities|officials?|state|military|army|"
    r"armed forces|navy|air force|command|pentagon|troops|police|congress|white house)\b"
)
_UNTELLING = frozenset(
    "the of de la el los las del and y e a an in for president former ex government regime party movement united "
    "states' people republic plurinational state bolivarian".split()
)


def fold(words: str) -> str:
    """Lower case, without accents and punctuation."""
    words = unicodedata.normalize("NFKD", words.replace("’", "'").replace("‘", "'")).lower()
    words = "".join(c for c in words if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9']+", " ", words).strip()


def telling_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    words = re.sub(r"'s\b", "", fold(name)).split()
    return frozenset(word for word in words if word not in _UNTELLING)


def same_actor(key: Any, got: Any) -> bool:
    """Whether a key's actor and a statement's are one: names share their telling words, or an arm is its state."""
    name = key.get("name", "") if isinstance(key, dict) else str(key)
    wanted = telling_words(name)
    for other in _names(got):
        has = telling_words(other)
        if not wanted or not has:
            if fold(other) and fold(other) == fold(name):
                return True
        elif wanted == has or (wanted <= has and len(has - wanted) <= 2) or (has <= wanted and len(wanted - has) <= 2):
            return True
    if isinstance(key, dict) and isinstance(got, dict) and key.get("country") and got.get("country") == key["country"]:
        return bool(_ARM_OF_STATE.search(fold(name))) and got.get("type") in ("country", "government")
    return False


def _names(actor: Any) -> list[str]:
    if actor is None:
        return []
    if isinstance(actor, str):
        return [actor]
    mention = (actor.get("mention") or {}).get("text")
    return [name for name in (actor.get("name"), *(actor.get("aliases") or ()), mention) if name]


def _common(keys: list[Any], got: list[Any]) -> bool:
    return not keys or any(same_actor(key, other) for key in keys for other in got)


def says_same(item: Item, statement: Item) -> str | None:
    """`found`, `near` or None."""
    key, got = item[item["kind"]], statement.get(item["kind"]) or {}
    match item["kind"]:
        case "event":
            if not (_common(key["actors"], got["actors"]) and _common(key["recipients"], got["recipients"])):
                return None
            if key["type"] == got["type"]:
                return "found"
            return "near" if QUAD[key["type"]] == QUAD[got["type"]] else None
        case "tie":
            straight = same_actor(key["a"], got["a"]) and same_actor(key["b"], got["b"])
            crossed = same_actor(key["a"], got["b"]) and same_actor(key["b"], got["a"])
            if key["sign"] == got["sign"] and (straight or (crossed and key["relation"] in SYMMETRIC)):
                return "found"
            return "near" if straight or crossed else None
        case "figure":
            wanted = float(key["value"])
            return "found" if abs(wanted - float(got["value"])) <= 1e-6 * max(1.0, abs(wanted)) else None
        case _:
            if not same_actor(key["target"], got["target"]):
                return None
            if not set(fold(key["term"]).split()) & set(fold(got["term"]).split()):
                return None
            return "found" if key["valence"] == got["valence"] else "near"


def same_holder(item: Item, statement: Item) -> bool:
    """Whether the key and the statement give the same holder."""
    holder = statement["holder"]
    if item["holder"] == "author":
        return bool(holder["is_author"])
    return not holder["is_author"] and same_actor({"name": item["holder"]}, holder)
