"""Who is meant, on sentences of our own about many countries, with the dictionary of the package."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.mentions import Resolved
from dissensus.actors.resolve import MOST_ALIASES, Resolver, reference
from dissensus.finding.analyse import Analyser
from dissensus.model import ActorType
from dissensus.parsing.parsed import Parsed, Reference, TokenSpan

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(Dictionary.load())


@pytest.fixture
def resolve(parse: Parse, resolver: Resolver) -> Callable[..., list[tuple[str, str]]]:
    """The mentions of a text as (words, actor id)."""

    def run(text: str, **known: object) -> list[tuple[str, str]]:
        parsed = parse(text, **known)
        return [(parsed.text(mention.span), mention.actor.id) for mention in resolver.resolve(parsed).mentions]

    return run


Resolve = Callable[..., list[tuple[str, str]]]

JOINED_AND_SET_OFF = [
    ("The Clinton and Bush administrations agreed.", [("Clinton and Bush administrations", "usa.government")]),
    (
        "For months, the head of Oxfam in Quito, Ana Ruiz, has been meeting with students.",
        [("head of Oxfam", "found.ana-ruiz")],
    ),
    (
        "Chilean senator Juan Pinto Lemus spoke. Later Mr Pinto left.",
        [("Mr Pinto", "found.juan-pinto-lemus")],
    ),
    (
        "She wrote for Oxfam, a charity in Britain that helps farmers.",
        [("charity", "oxfam")],
    ),
]

STATES_AND_ARMS = [
    ("The armed forces of Bolivia obeyed.", [("armed forces of Bolivia", "bol.military"), ("Bolivia", "bol")]),
    ("Ecuador's army left the barracks.", [("Ecuador's army", "ecu.army"), ("Ecuador", "ecu")]),
    ("The Mexican federal army searched the village.", [("Mexican federal army", "mex.army")]),
    ("Venezuelan authorities closed the border.", [("Venezuelan authorities", "ven.government")]),
    ("The Brazilian Embassy in Managua was closed.", [("Brazilian Embassy", "bra.embassy")]),
    ("Chilean police fired tear gas.", [("Chilean police", "chl.police")]),
    ("The Nigerian air force bombed a camp.", [("Nigerian air force", "nga.air-force")]),
    ("Qatar's Foreign Ministry announced a truce.", [("Qatar's Foreign Ministry", "qat.ministry.foreign")]),
    ("The Supreme Court of Brazil ruled on Monday.", [("Supreme Court of Brazil", "bra.supreme-court")]),
    ("Ecuadorians voted on Sunday.", [("Ecuadorians", "ecu.people")]),
    ("The people of Puerto Rico celebrated.", [("people of Puerto Rico", "pri.people")]),
    ("Ecuadorian forces guarded the polls.", [("Ecuadorian forces", "ecu.military"), ("Ecuadorian", "ecu")]),
    ("A Peruvian ship sank.", [("Peruvian", "per")]),
    ("South Korean troops and North Korean soldiers met.", [("South Korean troops", "kor.military")]),
    (
        "The governments of Chile, Peru and Argentina signed.",
        [("governments of Chile", "chl.government"), ("Peru", "per.government"), ("Argentina", "arg.government")],
    ),
    (
        "The French and German governments disagreed.",
        [("French", "fra.government"), ("German governments", "deu.government")],
    ),
    ("Iraqi government troops advanced.", [("Iraqi government troops", "irq.military")]),
    ("In Colombia, the army and the police met.", [("army", "col.army"), ("police", "col.police")]),
    ("The opposition in Ecuador split.", [("opposition in Ecuador", "ecu.opposition")]),
    ("The US-Israeli talks failed.", [("US", "usa"), ("Israeli", "isr")]),
    ("An Ecuador-China agreement was signed.", [("Ecuador", "ecu"), ("China", "chn")]),
    ("The U.S. and the U.K. agreed.", [("U.S.", "usa"), ("U.K.", "gbr")]),
    ("The Democratic Republic of the Congo protested.", [("Democratic Republic of the Congo", "cod")]),
]

CAPITALS = [
    ("Quito recalled its ambassador.", [("Quito", "ecu.government")]),
    ("Thousands marched in Quito.", [("Quito", "ecu.capital")]),
    ("Ties between Washington and Moscow worsened.", [("Washington", "usa.government"), ("Moscow", "rus.government")]),
    ("The bombing of Damascus went on.", [("Damascus", "syr")]),
    ("The minister flew to Caracas.", [("Caracas", "ven.capital")]),
    ("The mayor of Bogotá resigned.", [("Bogotá", "col.capital")]),
    ("The Kremlin denied it.", [("Kremlin", "rus.government")]),
    ("The Pentagon said nothing.", [("Pentagon", "usa.ministry.defence")]),
]

PERSONS = [
    ("2024-06-26", "Arce dismissed Zúñiga in Bolivia.", [("Arce", "luis-arce"), ("Zúñiga", "juan-jose-zuniga")]),
    ("2003-04-01", "Bush and American troops stayed.", [("Bush", "george-w-bush")]),
    ("2003-04-01", "The British prime minister spoke.", [("British prime minister", "tony-blair")]),
    ("1991-02-01", "Bush ordered American troops into Iraq.", [("Bush", "george-h-w-bush")]),
    ("2019-11-12", "Mexico's foreign minister spoke.", [("Mexico's foreign minister", "marcelo-ebrard")]),
    ("2010-09-30", "Ecuador's president was trapped.", [("Ecuador's president", "rafael-correa")]),
    ("2023-08-01", "Petro met Lula; Boric stayed home.", [("Petro", "gustavo-petro"), ("Boric", "gabriel-boric")]),
    ("2022-12-08", "Castillo was arrested after Peru's Congress voted.", [("Castillo", "pedro-castillo")]),
    (None, "Vladimir Putin and Xi Jinping met. Putin praised Xi.", [("Putin", "vladimir-putin"), ("Xi", "xi-jinping")]),
    (None, "Former president Rafael Correa left. Correa was tried.", [("Correa", "rafael-correa")]),
    (None, "Nicolás Maduro Moros was sworn in.", [("Nicolás Maduro Moros", "nicolas-maduro")]),
    (
        None,
        "Honduran President Xiomara Castro spoke to the people. Then Castro smiled.",
        [("Castro", "xiomara-castro")],
    ),
    (None, "Argentine President Javier Milei left.", [("Argentine President Javier Milei", "javier-milei")]),
    (None, "Haiti's prime minister resigned.", [("Haiti's prime minister", "hti.head-of-government")]),
    ("2018-05-01", "The Trump administration cut aid.", [("Trump administration", "usa.government")]),
    ("2021-05-01", "The Trump administration had cut aid.", [("Trump administration", "usa.government.donald-trump")]),
    ("2022-05-01", "The Maduro regime and Boric's government spoke.", [("Maduro regime", "ven.government")]),
]

BODIES = [
    ("The Landless Workers' Movement (MST) occupied land. The MST left.", [("MST", "mst")]),
    ("The EZLN (Zapatista Army of National Liberation) rose up.", [("EZLN", "ezln")]),
    ("The International Monetary Fund lent money. The IMF wants reforms.", [("IMF", "imf")]),
    ("NATO and Nato allies met.", [("NATO", "nato"), ("Nato", "nato")]),
    ("Boko Haram gunmen attacked a village.", [("Boko Haram gunmen", "boko-haram")]),
    ("The M23 rebels advanced.", [("M23 rebels", "m23")]),
]

FOUND = [
    ("Maria Castillo, a teacher in Ohio, left. Castillo sings.", [("Castillo", "found.maria-castillo")]),
    (
        "Ana Quispe, the Bolivian foreign minister, met José Mamani. Quispe smiled.",
        [("Bolivian foreign minister", "found.ana-quispe"), ("Quispe", "found.ana-quispe")],
    ),
    (
        "The Northern Fishers Front (NFF) marched. Then the NFF rested.",
        [("Northern Fishers Front", "found.northern-fishers-front"), ("NFF", "found.northern-fishers-front")],
    ),
    ("Drug cartels bought the judges.", [("Drug cartels", "found.drug-cartels")]),
    ("Egyptian workers went on strike.", [("Egyptian workers", "found.egy.workers")]),
    ("The workers in Egypt went on strike.", [("workers in Egypt", "found.egy.workers")]),
    ("Latin American workers marched.", [("Latin American workers", "found.latin-american-workers")]),
    ("Transnational corporations and the working class differ.", [("working class", "found.working-class")]),
    ("Six soldiers and 30 civilians died.", [("civilians", "found.civilians")]),
    ("US-backed forces retreated.", [("US-backed forces", "found.us-backed-forces"), ("US", "usa")]),
    ("Former Bolivian presidents met.", [("Bolivian", "bol")]),
]


OFFICES = [
    (
        "2023-05-01",
        "Chile signed the treaty on Monday. The president thanked Congress.",
        [("president", "gabriel-boric")],
    ),
    (None, "The former Bolivian president was tried.", [("Bolivian president", "found.bol.former-head-of-state")]),
    (
        None,
        "The Colombian president spoke on television. Later the president left the palace.",
        [("Colombian president", "col.head-of-state"), ("president", "col.head-of-state")],
    ),
    (None, "They expelled the American ambassador.", [("American ambassador", "found.usa.ambassador")]),
    ("2021-01-01", "The governor of California spoke at length.", [("governor of California", "gavin-newsom")]),
    (
        "2021-01-01",
        "The secretary-general of the United Nations warned them.",
        [("secretary-general of the United Nations", "antonio-guterres")],
    ),
    (
        None,
        "Yesterday the fiery Ecuadorian President Daniel Noboa met with the rebel leader Tomás Arrieta.",
        [
            ("fiery Ecuadorian President Daniel Noboa", "daniel-noboa"),
            ("rebel leader Tomás Arrieta", "found.tomas-arrieta"),
        ],
    ),
    (None, "Hugo Rafael Chávez spoke to the crowd yesterday.", [("Hugo Rafael Chávez", "hugo-chavez")]),
    (None, "The government of Gustavo Petro disagreed.", [("government of Gustavo Petro", "col.government")]),
]

MORE = [
    (
        "The Social Harbour League (SHL) met. SHL members voted.",
        [("SHL members", "found.social-harbour-league-members")],
    ),
    (
        "The Committee for the Defence of Land and Water won.",
        [("Committee for the Defence of Land and Water", "found.committee-for-the-defence-of-land-and-water")],
    ),
    ("The Harbour Workers' Alliance struck.", [("Harbour Workers' Alliance", "found.harbour-workers-alliance")]),
    ("An American shot a Chinese visitor in Nairobi.", [("American", "found.usa.person"), ("Nairobi", "ken.capital")]),
    ("Two Russians died, and the Chinese protested.", [("Russians", "rus.people"), ("Chinese", "chn.people")]),
    ("Jordan Peters and Chad Hill left. Peters sings.", [("Peters", "found.jordan-peters")]),
    ("Washington, D.C. is a city on a river.", [("Washington", "usa.capital")]),
    ("The Washington embassy of Peru closed.", [("Washington embassy of Peru", "per.embassy")]),
    ("The ruling party met opposition leader Ada Werth.", [("opposition leader Ada Werth", "found.ada-werth")]),
    ("US officials met bishops of the church.", [("US officials", "usa.government"), ("US", "usa")]),
    ("Protesters in Port-au-Prince burned tyres.", [("Port-au-Prince", "hti.capital")]),
    ("Anti-Trump protesters sang.", [("Anti-Trump protesters", "found.anti-trump-protesters")]),
    ("Left-leaning alliances won.", [("Left-leaning alliances", "found.left-leaning-alliances")]),
    ("The CONAIE confederation marched in Ecuador.", [("CONAIE confederation", "conaie")]),
    ("Neoliberalism failed, they say.", [("Neoliberalism", "neoliberalism")]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*JOINED_AND_SET_OFF, *STATES_AND_ARMS, *CAPITALS, *BODIES, *FOUND, *MORE]
)
def test_who_is_meant(resolve: Resolve, text: str, expected: list[tuple[str, str]]) -> None:
    assert set(expected) <= set(resolve(text))


@pytest.mark.parametrize(("date", "text", "expected"), [*PERSONS, *OFFICES])
def test_who_is_meant_at_a_date(resolve: Resolve, date: str | None, text: str, expected: list[tuple[str, str]]) -> None:
    assert set(expected) <= set(resolve(text, date=date))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("It was us who did it; who are you?", {"usa", "who"}),
        ("Michael Jordan visited New Mexico.", {"jor", "mex"}),
        ("She read it in Spanish.", {"esp", "esp.people"}),
        ("Castillo lives in a small town and may march.", {"pedro-castillo"}),
        ("The company may turkey and chad.", {"tur", "tcd"}),
    ],
)
def test_who_is_not_meant(resolve: Resolve, text: str, never: set[str]) -> None:
    assert not never & {id for _, id in resolve(text)}


@pytest.mark.parametrize(
    "text", ["Leave a reply", "On Monday, Jan. 5, it rained.", "See https://example.org/a for 45% more."]
)
def test_nobody_is_meant(resolve: Resolve, text: str) -> None:
    assert resolve(text) == []


def test_capitals_in_headlines_are_read(resolve: Resolve) -> None:
    assert ("IRAQ", "irq") in resolve("US TROOPS LEAVE IRAQ")


def test_found_names_of_two_words_have_one_id_in_all_documents(resolve: Resolve) -> None:
    first = resolve("The minister thanked Elsa Varga for it.")
    second = resolve("Later Elsa Varga denied everything in Lisbon.")
    assert ("Elsa Varga", "found.elsa-varga") in first
    assert ("Elsa Varga", "found.elsa-varga") in second


def test_found_names_of_one_word_belong_to_their_document(parse: Parse, resolver: Resolver) -> None:
    ids = set()
    for text in ("Yesterday Tolvanen said so.", "Today Tolvanen said that."):
        parsed = parse(text)
        ids |= {mention.actor.id for mention in resolver.resolve(parsed).mentions}
    assert len(ids) == 2
    assert all(id.endswith(".tolvanen") for id in ids)


def test_one_name_is_one_actor_throughout(resolve: Resolve) -> None:
    text = "Brigade Norte is strong. We met Brigade Norte. They fear Brigade Norte, and Brigade Norte knows."
    found = {id for words, id in resolve(text) if words == "Brigade Norte"}
    assert len(found) == 1


def test_nested_mentions(parse: Parse, resolver: Resolver) -> None:
    parsed = parse("Ecuador's army left.")
    resolved = resolver.resolve(parsed)
    doc = parsed.paragraphs[0].doc
    army = next(token.i for token in doc if token.text == "army")
    assert resolved.by_token[0, 0].actor.id == "ecu"
    assert resolved.by_token[0, army].actor.id == "ecu.army"
    assert resolved.by_head[0, army].span == TokenSpan(0, 0, army + 1)


def test_mentions_nest_or_stand_apart(parse: Parse, resolver: Resolver) -> None:
    text = (
        "The Bolivian president, Luis Arce, met U.S. officials and leaders of Via Campesina in Quito. "
        "Brazil's Landless Workers' Movement (MST) and the governments of Cuba and Nicaragua praised Arce's government."
    )
    parsed = parse(text, date="2023-05-01")
    resolved = resolver.resolve(parsed)
    spans = [mention.span for mention in resolved.mentions]
    assert spans == sorted(spans, key=lambda span: (span.paragraph, span.start, -span.end))
    assert len(spans) == len(set(spans))
    for a in spans:
        for b in spans:
            apart = a.end <= b.start or b.end <= a.start
            inside = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or inside
    for mention in resolved.mentions:
        assert mention.span.start <= mention.head < mention.span.end
        assert 0 < mention.why.score <= 1
        assert mention.why.detail
        assert "\n" not in mention.why.detail


def test_pronouns_stand_for_the_actor_of_their_antecedent(parse: Parse, resolver: Resolver) -> None:
    parsed = parse("Gabriel Boric spoke. He left.")
    doc = parsed.paragraphs[0].doc
    he = next(token.i for token in doc if token.text == "He")
    parsed.references = [Reference(TokenSpan(0, he, he + 1), TokenSpan(0, 0, 2), "the subject before")]
    mention = resolver.resolve(parsed).by_head[0, he]
    assert mention.actor.id == "gabriel-boric"
    assert mention.why.rule == "reference"


def test_a_pronoun_without_known_antecedent_stands_for_nobody(parse: Parse, resolver: Resolver) -> None:
    parsed = parse("The weather changed. It rained.")
    doc = parsed.paragraphs[0].doc
    it = next(token.i for token in doc if token.text == "It")
    parsed.references = [Reference(TokenSpan(0, it, it + 1), TokenSpan(0, 1, 2), "the subject before")]
    assert (0, it) not in resolver.resolve(parsed).by_head


def test_references_carry_names_and_offsets_of_the_original(parse: Parse, resolver: Resolver) -> None:
    text = "“Nicaragua’s government” was blamed."
    parsed = parse(text)
    resolved = resolver.resolve(parsed)
    mention = next(m for m in resolved.mentions if m.actor.id == "nic.government")
    made = reference(mention, parsed)
    assert made.mention is not None
    assert text[made.mention.start : made.mention.end] == made.mention.text == "Nicaragua’s government"
    assert "Nicaragua’s government" in made.aliases
    assert made.country == "NIC"
    assert made.type is ActorType.GOVERNMENT
    assert len(made.aliases) <= MOST_ALIASES
    assert made.why is not None


def test_the_same_text_gives_the_same_actors(parse: Parse) -> None:
    text = "Congo and Castillo met Correa, Moreno and the PT in Georgia with Guinean troops."
    seen = set()
    for _ in range(2):
        resolved = Resolver(Dictionary.load()).resolve(parse(text))
        seen.add(tuple((m.span, m.actor.id, m.why.score) for m in resolved.mentions))
    assert len(seen) == 1


def test_a_mention_by_itself_is_described(resolver: Resolver) -> None:
    actor = resolver.describe("Peruvian miners")
    assert actor is not None
    assert (actor.country, actor.sectors[0]) == ("PER", "LAB")


def test_an_empty_dictionary_still_finds_names(parse: Parse, tmp_path: Path) -> None:
    parsed = parse("The workers met Elsa Varga of the Northern Fishers Front in Lisbon, and the government watched.")
    ids = {mention.actor.id for mention in Resolver(Dictionary.load(tmp_path)).resolve(parsed).mentions}
    assert {"found.workers", "found.elsa-varga", "found.northern-fishers-front"} <= ids


def test_a_noun_takes_up_the_body_named_before(resolve: Resolve) -> None:
    text = "The Landless Workers' Movement occupied farms in Brazil. The movement wants land."
    assert ("movement", "mst") in resolve(text)


def test_a_text_of_another_language_has_no_mentions(parse: Parse, resolver: Resolver) -> None:
    parsed = parse(
        "El gobierno de Bolivia rechazó las declaraciones del ministro y pidió una reunión urgente de la organización.",
        language="es",
    )
    assert isinstance(resolver.resolve(parsed), Resolved)


def test_resolving_is_quick(parse: Parse, resolver: Resolver) -> None:
    sentence = "The Bolivian president met drug cartels, Ecuador's army and Ana Quispe of the Northern Front in Quito. "
    parsed = parse(sentence * 40)
    words = sum(len(paragraph.doc) for paragraph in parsed.paragraphs)
    best = min(_seconds(resolver, parsed) for _ in range(3))
    assert best / words < 100e-6


def _seconds(resolver: Resolver, parsed: Parsed) -> float:
    start = time.process_time()
    resolver.resolve(parsed)
    return time.process_time() - start


def test_the_forces_of_a_head_of_state_are_the_state_s(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    parsed = parse("Nicolás Maduro's army marched. Nicolás Maduro's army of lawyers sued.", language="en")
    mentions = analyser.resolver.resolve(parsed).mentions
    armies = [m.actor.id for m in mentions if parsed.text(m.span) == "Nicolás Maduro's army"]
    assert armies[0] == "ven.army"
    assert "ven.army" not in armies[1:]
