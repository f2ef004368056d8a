"""Ids that are the same on every machine, because they are made of what is said and nothing else."""

from __future__ import annotations

import hashlib
import json

from dissensus.model import ActorRef, Event, Evidence, Figure, Holder, Kind, Label, Tie

_pack = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Body = Event | Tie | Figure | Label


def statement_id(kind: Kind, document: str, evidence: Evidence, holder: Holder, commitment: str, body: Body) -> str:
    """The id of a statement: the first 20 hexadecimal digits of the SHA-256 of its document, place and content."""
    content = [kind.value, document, evidence.start, evidence.end, holder.id or holder.name, commitment, _content(body)]
    return hashlib.sha256(_pack(content).encode()).hexdigest()[:20]


def _content(body: Body) -> list[object]:
    match body:
        case Event():
            return [body.type.value, _ids(body.actors), _ids(body.recipients), body.date.start, body.date.end]
        case Tie():
            return [body.relation.value, body.a.id, body.b.id]
        case Figure():
            subject = body.subject if isinstance(body.subject, str) else body.subject.id
            return [subject, body.measure, repr(body.value), body.unit]
        case Label():
            return [body.target.id, body.term, body.valence]


def _ids(references: tuple[ActorRef, ...]) -> list[str]:
    return [r.id for r in references]
