"""Loaded words put on actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding import lexicons
from dissensus.model import Commitment, Kind, Statement
from dissensus.tables import package_table

Find = Callable[..., list[Statement]]

_CONSTRUCTIONS = {"", "actor", "whose", "doer", "quality", "had", "manner", "before", "name", "any"}


def labels(statements: list[Statement]) -> set[tuple[str, str, int]]:
    return {
        (s.label.target.country or s.label.target.name, s.label.term, s.label.valence) for s in statements if s.label
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tyrannical government of Peru fell.", ("PER", "tyrannical government", -1)),
        ("Peru is a rogue state.", ("PER", "rogue state", -1)),
        ("He called Chile a puppet of Peru.", ("CHL", "puppet", -1)),
        ("Chile is a beacon of hope.", ("CHL", "beacon", 1)),
    ],
)
def test_terms_and_targets(find: Find, text: str, expected: tuple[str, str, int]) -> None:
    target, term, valence = expected
    assert any(t == target and term.split()[0] in said and v == valence for t, said, v in labels(find(text)))


@pytest.mark.parametrize(
    ("text", "target", "term", "valence"),
    [
        ("The far-right president Alan García lost.", "PER", "far-right", -1),
        ("The self-proclaimed president Juan Guaidó fled.", "VEN", "self-proclaimed", -1),
        ("Peru's appalling policies failed.", "PER", "appalling", -1),
        ("Alan García is a wonderful man.", "PER", "wonderful", 1),
        ("Peru is one of the most repressive in the region.", "PER", "repressive", -1),
        ("Alan García is a rising star.", "PER", "rising star", 1),
        ("Strongman Alan García jailed the miners.", "PER", "strongman", -1),
        ("The tyrant Alan García fled.", "PER", "tyrant", -1),
        ("The terrorist group Hezbollah fired rockets.", "LBN", "terrorist group", -1),
        ("Peru's ruthless government met them.", "PER", "ruthless", -1),
        ("The coup regime of Alan García fell.", "PER", "coup regime", -1),
        ("Alan García is widely seen as authoritarian.", "PER", "authoritarian", -1),
        ("The papers portray Alan García as a dictator bent on power.", "PER", "dictator", -1),
        ("Alan García is nothing but a puppet.", "PER", "puppet", -1),
        ("Peru behaves like a bully.", "PER", "bully", -1),
        ("The elections in Peru were a sham.", "PER", "sham", -1),
        ("The arrogance of Peru's judicial system has no end.", "PER", "arrogance", -1),
        ("Peru keeps some of the most draconian laws.", "PER", "draconian", -1),
        ("They voted for Alan García and his corrupt politics.", "PER", "corrupt", -1),
    ],
)
def test_titles_and_phrases(find: Find, text: str, target: str, term: str, valence: int) -> None:
    assert any(t == target and term in said.lower() and v == valence for t, said, v in labels(find(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The Popular Party of Spain met.",
        "The narco-terrorists fled.",
        "Peru's goal is regime change in Chile.",
        "Peru is proud to be here.",
    ],
)
def test_names_and_other_meanings_are_no_labels(find: Find, text: str) -> None:
    assert labels(find(text)) == set()


@pytest.mark.parametrize(
    ("text", "target", "term", "valence"),
    [
        ("This shows what a cruel, lawless country Peru is.", "PER", "cruel, lawless country", -1),
        ("They paid the cabal that is the government of Peru.", "PER", "cabal", -1),
        ("The miners fear the vultures of Glencore.", "CHE", "vultures", -1),
        ("Nobody forgot the horrors of Spanish colonialism.", "ESP", "colonialism", -1),
        ("The government of Chile met the unions to further its sinister agenda.", "CHL", "sinister agenda", -1),
        ("Chile praised Peru's army for its unwavering commitment.", "PER", "unwavering commitment", 1),
        ("Alan García ruled Chile as a tyrant.", "PER", "tyrant", -1),
        ("The court sees the activities of Glencore as a threat to the valley.", "CHE", "threat", -1),
        ("Some refer to Chile as a vassal.", "CHL", "vassal", -1),
        ("Prosecutors spoke of gangs designated as terrorist organizations.", "gangs", "terrorist organizations", -1),
        ("Peru accused Chile of hypocrisy.", "CHL", "hypocrisy", -1),
        ("Peru runs a corrupt police state.", "PER", "corrupt police state", -1),
        ("Peru has cut wages to pay for this police state.", "PER", "police state", -1),
        ("The army turned Chile into a dictatorship.", "CHL", "dictatorship", -1),
        ("Chile enjoys moral authority.", "CHL", "moral authority", 1),
        ("Peru lacks moral authority.", "PER", "lacks moral authority", -1),
        ("Shame on the government of Peru!", "PER", "Shame on", -1),
        ("Peru heroically resists.", "PER", "heroically", 1),
        ("The unknown and corrupt Alan García won.", "PER", "corrupt", -1),
        ("Long unpopular, the government of Peru now rules by decree.", "PER", "unpopular", -1),
        ("The members of Congress removed Alan García for moral incapacity.", "PER", "moral incapacity", -1),
        ("Peru lectures the world about law, though they run a kleptocracy.", "PER", "kleptocracy", -1),
        ("She sees Alan García as part of a far-right movement.", "PER", "far-right movement", -1),
        ("Peru is one of the most corrupt governments of the region.", "PER", "corrupt governments", -1),
        ("They dislike the descriptions of Alan García as a dictator.", "PER", "dictator", -1),
        ("The valley remembers the long history of greedy Spanish rule.", "ESP", "greedy", -1),
        ("They met Greenpeace - the heroic voice of the sea.", "NLD", "heroic voice", 1),
    ],
)
def test_constructions(find: Find, text: str, target: str, term: str, valence: int) -> None:
    assert (target, term, valence) in labels(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru is not a rogue state.",
        "Peru isn't trustworthy.",
        "Peru has no moral authority.",
    ],
)
def test_what_is_negated_is_denied(find: Find, text: str) -> None:
    told = [s for s in find(text) if s.kind is Kind.LABEL]
    assert told
    assert all(s.commitment is Commitment.DENIED for s in told)


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("The members of Congress removed Alan García for alleged moral incapacity.", Commitment.ALLEGED),
        ("The army fought against gangs designated as terrorist organizations.", Commitment.STATED),
    ],
)
def test_distance(find: Find, text: str, commitment: Commitment) -> None:
    assert [s.commitment for s in find(text) if s.kind is Kind.LABEL] == [commitment]


@pytest.mark.parametrize(
    "text",
    [
        "Chile implored the tyrannical government of Peru to hold a vote.",
        "There is no denying Peru's brutal crackdown.",
    ],
)
def test_what_is_taken_for_granted_stays_stated(find: Find, text: str) -> None:
    told = [s for s in find(text) if s.kind is Kind.LABEL]
    assert told
    assert all(s.commitment is Commitment.STATED for s in told)


@pytest.mark.parametrize(
    "text",
    [
        "The fascist dictatorships of that time are gone.",
        "The socialist government of Peru met the conservative party of Chile.",
        "Yesterday the Democratic nominee Hillary Clinton visited Peru.",
        "Democratic candidate Hillary Clinton visited Peru.",
        "Peru has an anti-terrorist government.",
        "Clinton described her failed bid for the Senate.",
        "Peru has a democratic socialist president.",
        "Peru met the so-called friends of the sea.",
        "Alan García failed to answer.",
        "The committee held sit-downs with Alan García.",
        "The Lima terrorist attacks were many.",
        "The representative Angela Merkel spoke.",
    ],
)
def test_no_labels(find: Find, text: str) -> None:
    assert not labels(find(text))


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Bolsonaro praised the brutal dictatorship of Chile that ruled for years.", "author"),
        ("Bolsonaro praised the army of Chile for its heroism.", "Jair Bolsonaro"),
        ("Bolsonaro said that the brutal dictatorship of Chile had ruled for years.", "Jair Bolsonaro"),
        ("Bolsonaro sees Chile as a puppet.", "Jair Bolsonaro"),
        ("Bolsonaro praised Chile as a beacon of hope.", "Jair Bolsonaro"),
    ],
)
def test_who_judges(find: Find, text: str, holder: str) -> None:
    assert {s.holder.name for s in find(text) if s.kind is Kind.LABEL} == {holder}


def test_an_adjective_does_not_turn_its_noun(find: Find) -> None:
    assert {v for _, _, v in labels(find("Peru is an extraordinary threat."))} <= {-1}


def test_one_label_for_one_phrase(find: Find) -> None:
    found = [s for s in find("They fought the brutal puppet regime of Peru.") if s.kind is Kind.LABEL]
    spans = [(s.evidence.start, s.label.term) for s in found if s.label]
    assert len({term for _, term in spans}) == len(spans)


def test_constructions_are_known() -> None:
    assert {term.construction for terms in lexicons.labels().values() for term in terms} == _CONSTRUCTIONS


def test_carrying_words_stand_once_a_kind() -> None:
    seen: set[tuple[str, str]] = set()
    for row in package_table("dissensus.finding", "lexicon/label_words.tsv"):
        for lemma in row.many("lemma"):
            assert (lemma, row["kind"]) not in seen, lemma
            seen.add((lemma, row["kind"]))


def test_deeds_that_someone_complains_of_are_those_of_others(find: Find) -> None:
    assert not labels(find("The police denied the abuses that Gabriel Boric complains of."))


def test_how_someone_feels_is_no_judgement_of_him(find: Find) -> None:
    assert labels(find("Alan García felt terrible.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "They believe this to be Chile's greatest strength.",
        "Donald Trump promised to make Chile great again.",
        "Evo Morales is very popular among the young.",
        "Evo Morales is about as popular as Luis Arce.",
        "Luis Arce was more aggressive than Evo Morales.",
        "Marco Rubio is one of the harshest critics of Chile.",
        "Chile has taken extraordinary measures.",
        "Evo Morales, a public defender, wrote the letter.",
        "Chile reformed its criminal justice system.",
        "Evo Morales is not crazy about meetings.",
        'A lawyer said: "That is terrible," Evo Morales left.',
        "The failure to act of Evo Morales is known.",
        "Evo Morales would be wise to wait.",
        "Luis Arce and Evo Morales became bitter enemies.",
        "Evo Morales is an enemy of nobody.",
        "Luis Arce praised the lie that Evo Morales called for war.",
        "Chile's regime of the 1970s jailed him.",
        "Evo Morales poses as a defender of democracy.",
        "Luis Arce warned the gang of Evo Morales.",
        "Anger at power - Wall Street, political dynasties and Washington - is growing.",
        "Evo Morales is a moderate progressive.",
        "A woman who accuses him of misconduct left Chile.",
    ],
)
def test_words_of_degree_and_set_phrases_are_no_labels(find: Find, text: str) -> None:
    assert not labels(find(text))


@pytest.mark.parametrize(
    ("text", "target", "term", "valence"),
    [
        ("Evo Morales is a great president.", "Evo Morales", "great president", 1),
        ("Evo Morales, a cruel tyrant, left.", "Evo Morales", "cruel tyrant", -1),
        ("A demagogue like Jair Bolsonaro thrives on anger.", "Jair Bolsonaro", "demagogue", -1),
        ("A failed politician, Juan Guaidó now teaches.", "Juan Guaidó", "failed politician", -1),
        ("Many call Nayib Bukele a dictator.", "Nayib Bukele", "dictator", -1),
        ("The legitimate leader of the opposition is Edmundo González.", "Edmundo González", "legitimate leader", 1),
        ("The US, the self-appointed policeman of the world, left.", "USA", "self-appointed policeman", -1),
        ("Juan Guaidó behaves like a viceroy.", "Juan Guaidó", "viceroy", -1),
    ],
)
def test_whom_a_word_judges(find: Find, text: str, target: str, term: str, valence: int) -> None:
    found = {
        (s.label.target.country or s.label.target.name, s.label.target.name, s.label.term)
        for s in find(text)
        if s.label
    }
    assert any(target in (country, name) and said == term for country, name, said in found)
    assert all(s.label is None or s.label.valence == valence for s in find(text))


def test_a_regime_of_long_ago_is_no_government_of_today(find: Find) -> None:
    [label] = [
        s.label for s in find("Augusto Pinochet's brutal regime was hated.") if s.label and s.label.term != "hated"
    ]
    assert (label.target.name, label.term) == ("Government of Augusto Pinochet", "brutal regime")


def test_a_question_without_a_verb_asks(find: Find) -> None:
    assert {s.commitment for s in find("Hugo Chávez: hero or tyrant?") if s.label} == {Commitment.ASKED}


def test_anything_but_denies(find: Find) -> None:
    assert {s.commitment for s in find("Evo Morales is anything but a terrorist.") if s.label} == {Commitment.DENIED}
