"""The words of the record as types: documents, actors, statements and what they are made of.

Nothing here computes. Offsets count Unicode code points of `Document.text` and are half open, `[start, end)`.
The vocabulary of events (types, modes, contexts, sectors) is PLOVER's (Open Event Data Alliance, PLOVER manual 2.0);
where we add to it, the comment says so.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Sign = Literal[-1, 0, 1]
Valence = Literal[-1, 1]


class Kind(StrEnum):
    """What a statement says something of."""

    EVENT = "event"
    TIE = "tie"
    FIGURE = "figure"
    LABEL = "label"


class Commitment(StrEnum):
    """How firmly the holder says it."""

    STATED = "stated"
    ALLEGED = "alleged"
    DENIED = "denied"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    ASKED = "asked"


class ReviewState(StrEnum):
    """What a person made of a statement."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


class ActorType(StrEnum):
    """What sort of body or person an actor is."""

    COUNTRY = "country"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    MILITARY = "military"
    POLICE = "police"
    PARTY = "party"
    MOVEMENT = "movement"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    IGO = "igo"
    NGO = "ngo"
    MEDIA = "media"
    UNION = "union"
    PEOPLE = "people"
    PERSON = "person"
    BLOC = "bloc"
    PLACE = "place"


class Origin(StrEnum):
    """Where the record knows an actor from."""

    GAZETTEER = "gazetteer"
    IMPORTED = "imported"
    FOUND = "found"


class Sector(StrEnum):
    """PLOVER 2.0 sector codes."""

    COP = "COP"
    GOV = "GOV"
    JUD = "JUD"
    LEG = "LEG"
    MIL = "MIL"
    PRM = "PRM"
    PTY = "PTY"
    REB = "REB"
    SPY = "SPY"
    UAF = "UAF"
    UNK = "UNK"
    AGR = "AGR"
    BUS = "BUS"
    CRM = "CRM"
    CVL = "CVL"
    EDU = "EDU"
    ELI = "ELI"
    JRN = "JRN"
    LAB = "LAB"
    MED = "MED"
    REF = "REF"
    OPP = "OPP"
    PRE = "PRE"
    REL = "REL"
    SOC = "SOC"


class EventType(StrEnum):
    """PLOVER's sixteen event types, and OTHER for elections held, appointments, natural deaths and the like."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Context(StrEnum):
    """PLOVER's contexts, and `coup`, which is ours."""

    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    EXECUTIVE = "executive"
    LEGISLATIVE = "legislative"
    ELECTION = "election"
    POLITICAL_INSTITUTIONS = "political_institutions"
    PRO_DEMOCRACY = "pro_democracy"
    PRO_AUTOCRACY = "pro_autocracy"
    ECONOMIC = "economic"
    LEGAL = "legal"
    REPARATIONS = "reparations"
    HUMAN_RIGHTS = "human_rights"
    RIGHTS_FREEDOMS = "rights_freedoms"
    REPRESSION = "repression"
    HUMAN_SECURITY = "human_security"
    GENDER = "gender"
    LGBT = "lgbt"
    RELIGION_ETHNICITY = "religion_ethnicity"
    INEQUALITY = "inequality"
    DIPLOMATIC = "diplomatic"
    TERRITORY = "territory"
    PEACEKEEPING = "peacekeeping"
    HEALTH = "health"
    ASYLUM = "asylum"
    MIGRATION = "migration"
    DISASTERS = "disasters"
    NATURAL_RESOURCE = "natural_resource"
    ENVIRONMENT = "environment"
    TECHNOLOGY = "technology"
    TERRORISM = "terrorism"
    CBRN = "cbrn"
    CYBER = "cyber"
    MISINFORMATION = "misinformation"
    CRIME = "crime"
    CORRUPTION = "corruption"
    ILLEGAL_DRUGS = "illegal_drugs"
    TRAFFICKING = "trafficking"
    COUP = "coup"  # ours: an irregular seizure of executive power, or an attempt or plan at one


class Relation(StrEnum):
    """How two actors stand to one another, for a time. `controls`: b is called a's puppet or instrument."""

    ALLY_OF = "ally_of"
    SUPPORTS = "supports"
    MEMBER_OF = "member_of"
    FUNDS = "funds"
    ARMS = "arms"
    AIDS = "aids"
    TRADES_WITH = "trades_with"
    RECOGNISES = "recognises"
    CONTROLS = "controls"
    OPPOSES = "opposes"
    DISTRUSTS = "distrusts"
    EXPLOITS = "exploits"
    LEADS = "leads"
    PART_OF = "part_of"
    SUCCEEDS = "succeeds"
    FOUNDED = "founded"


class DatePrecision(StrEnum):
    """How closely a date is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """What a date rests on: the words alone, the words counted from the document's date, or nothing."""

    TEXT = "text"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class FrozenType(BaseModel):
    """A type that cannot be changed once made, and takes no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(FrozenType):
    """A stretch of a document's text."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Turn(Span):
    """Who speaks from where to where, in an interview or transcript. `question` marks the asker's turns."""

    speaker: str
    question: bool = False


class Document(FrozenType):
    """A text as read, with what is known of where it comes from. What is not known is None."""

    id: str
    """The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
    path: str | None = None
    """Where it was read from, relative to the folder given; members of archives as `a.zip/b.txt`."""
    url: str | None = None
    title: str | None = None
    source: str | None = None
    """The publisher or outlet."""
    author: str | None = None
    date: str | None = None
    """Publication, ISO 8601, as precise as known: 2024, 2024-06 or 2024-06-26."""
    language: str | None = None
    """ISO 639-1 code."""
    text: str
    turns: tuple[Turn, ...] = ()
    furniture: tuple[Span, ...] = ()
    """Menus, footers, running heads and pleas: kept in the text, left out of what is searched. In order, disjoint."""
    sha256: str
    """Of the bytes that were read."""


class DocumentRef(FrozenType):
    """What a statement says of its document."""

    id: str
    path: str | None = None
    source: str | None = None
    title: str | None = None
    date: str | None = None


class Role(FrozenType):
    """An office held in an organisation or state. Dates as precise as known; None: not known, or not ended."""

    office: str
    organisation: str
    start: str | None = Field(default=None, alias="from", serialization_alias="from")
    end: str | None = Field(default=None, alias="to", serialization_alias="to")

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True)


class Actor(FrozenType):
    """A state, body, group or person that texts speak of."""

    id: str
    name: str
    """The usual English name."""
    type: ActorType
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    sectors: tuple[Sector, ...] = ()
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Other names, by ISO 639-1 language."""
    roles: tuple[Role, ...] = ()
    predecessors: tuple[str, ...] = ()
    wikidata: str | None = None
    origin: Origin = Origin.GAZETTEER


class Mention(Span):
    """Where an actor is named, and the words."""

    text: str


class ActorRef(FrozenType):
    """An actor as a statement names it."""

    id: str
    name: str
    country: str | None = None
    type: ActorType
    aliases: tuple[str, ...] = ()
    mention: Mention | None = None
    why: str | None = None
    """How the mention was resolved to this actor."""
    found: str | None = None
    """The id it was found with, where a person said that both are one actor."""


class Holder(FrozenType):
    """Who says so. For the writer `is_author` is true and `mention` None."""

    id: str | None = None
    name: str
    is_author: bool
    mention: Mention | None = None
    found: str | None = None
    """The id it was found with, where a person said that both are one actor."""


class Evidence(Span):
    """The words that say it: `quote == text[start:end]`, always."""

    quote: str


class When(FrozenType):
    """A date or stretch of time. ISO 8601 dates, both ends included; both None when unknown."""

    start: str | None = None
    end: str | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.UNKNOWN


class Period(FrozenType):
    """How long a tie is said to last. ISO 8601, as precise as told; None: not told."""

    start: str | None = None
    end: str | None = None


class Place(FrozenType):
    """Where something happened. `country` is ISO 3166-1 alpha-3; latitude and longitude in degrees (WGS 84)."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Figure(FrozenType):
    """A number with political meaning."""

    subject: ActorRef | str
    measure: str
    value: float
    unit: str | None = None
    approximate: bool = False
    date: str | None = None


class Event(FrozenType):
    """Something that happens at a time: who did what to whom. An unnamed agent is left out, never guessed."""

    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    type: EventType
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    score: float | None = None
    """PLOVER's conflict-cooperation score, -10 to 10; None for OTHER."""
    date: When = When()
    place: Place | None = None
    figures: tuple[Figure, ...] = ()


class Tie(FrozenType):
    """Something that lasts between two actors."""

    a: ActorRef
    relation: Relation
    b: ActorRef
    sign: Sign
    period: Period = Period()


class Label(FrozenType):
    """A loaded word put on an actor."""

    target: ActorRef
    term: str
    valence: Valence


class Extractor(FrozenType):
    """What found a statement."""

    name: str
    version: str


class Explanation(FrozenType):
    """Why a statement was found: the rule, the line of the lexicon that fired, and the words it fired on."""

    rule: str
    lexicon: str | None = None
    """`file:entry`, for example `events.tsv:oust`."""
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """How parties, holder, commitment and confidence were come by, one line each."""


class Statement(FrozenType):
    """Someone says something of some actors, in these words. Exactly the body named by `kind` is set."""

    id: str
    kind: Kind
    document: DocumentRef
    evidence: Evidence
    mentions: tuple[Evidence, ...] = ()
    """Further places in the same document that say the same."""
    holder: Holder
    commitment: Commitment
    confidence: Annotated[float, Field(ge=0, le=1)]
    extractor: Extractor
    explanation: Explanation
    review: ReviewState = ReviewState.UNREVIEWED
    event: Event | None = None
    tie: Tie | None = None
    figure: Figure | None = None
    label: Label | None = None
