"""Ties: lasting relations, their direction and their sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding import lexicons
from dissensus.finding.compounds import compounds
from dissensus.finding.offices import offices
from dissensus.finding.stances import stance_words
from dissensus.model import Kind, Relation, Statement, Tie
from dissensus.tables import package_table
from tests.finding.told import party_name, ties_told

Find = Callable[..., list[Statement]]


def ties(statements: list[Statement]) -> list[Tie]:
    return [s.tie for s in statements if s.kind is Kind.TIE and s.tie]


ALBA = "Bolivarian Alliance for the Peoples of Our America"
MAS = "Movement for Socialism"
FRONT = "Broad Front (Chile)"


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b", "sign"),
    [
        ("Nicaragua is an ally of Russia.", "NIC", "ally_of", "RUS", 1),
        ("Honduras opposes Taiwan.", "HND", "opposes", "TWN", -1),
        ("Cuba is a member of ALBA.", "CUB", "member_of", ALBA, 1),
        ("France distrusts Russia.", "FRA", "distrusts", "RUS", -1),
        ("Syria depends on Russia.", "SYR", "ally_of", "RUS", 1),
        ("Iran wants to challenge the United States.", "IRN", "opposes", "USA", -1),
        ("Venezuela is a threat to Colombia.", "VEN", "opposes", "COL", -1),
        ("The OAS is in Washington's pocket.", "USA", "controls", "Organization of American States", 1),
        ("Nicaragua, in alliance with Russia, voted no.", "NIC", "ally_of", "RUS", 1),
        ("Juan Guaidó is on bad terms with Brazil.", "Juan Guaidó", "opposes", "BRA", -1),
        ("Nicolás Maduro has the backing of Cuba.", "CUB", "supports", "Nicolás Maduro", 1),
        ("Gustavo Petro has been one of the fiercest critics of Israel.", "Gustavo Petro", "opposes", "ISR", -1),
        ("The government of Honduras is subservient to Washington.", "USA", "controls", "HND", 1),
        ("Bolivia sells most of its gas to Brazil.", "BOL", "trades_with", "BRA", 1),
        ("Moscow remains the main arms supplier of Caracas.", "RUS", "arms", "VEN", 1),
        ("Oxfam raises money for the Zapatistas to build schools.", "Oxfam", "funds", "Zapatistas", 1),
        ("With the backing of Cuba, Nicolás Maduro stayed.", "CUB", "supports", "Nicolás Maduro", 1),
        ("Brazil fears right-wing groups with links to Russia.", "right-wing groups", "ally_of", "RUS", 1),
        ("Luis Arce, the political heir of Evo Morales, left.", "Luis Arce", "succeeds", "Evo Morales", 0),
        ("A fierce opponent of Brazil, Mario Abdo won the vote.", "Mario Abdo Benítez", "opposes", "BRA", -1),
        ("Gustavo Petro earned the enmity of Israel.", "ISR", "opposes", "Gustavo Petro", -1),
        ("Xiomara Castro has been providing Nicaragua with funding.", "Xiomara Castro", "funds", "NIC", 1),
        ("Gabriel Boric's popularity among Chilean miners fell.", "Chilean miners", "supports", "Gabriel Boric", 1),
    ],
)
def test_relations(find: Find, sentence: str, a: str, relation: str, b: str, sign: int) -> None:
    found = ties(find(sentence))
    assert (a, relation, b, sign) in {(party_name(t.a), t.relation.value, party_name(t.b), t.sign) for t in found}


def test_a_puppet_is_controlled_by_its_master(find: Find) -> None:
    (tie,) = ties(find("Manchukuo was nothing, but Panama was a puppet of Washington."))
    assert (tie.a.country, tie.relation.value, tie.b.country) == ("USA", "controls", "PAN")


def test_the_past_tense_of_a_verb_that_also_happens_is_an_event(find: Find) -> None:
    found = find("Mexico supported Bolivia in 2019.")
    assert [s.kind for s in found] == [Kind.EVENT]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia, which has backed Cuba, sent ships.",
        "Russia has backed Cuba for decades.",
        "Russia has always backed Cuba.",
        "Russia has been backing Cuba.",
        "Russia backs Cuba.",
    ],
)
def test_what_goes_on_is_a_tie(find: Find, sentence: str) -> None:
    assert ("RUS", "supports", "CUB") in ties_told(find(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The most important countries in Mercosur are Brazil and Argentina.",
        "Members of Mercosur include Brazil and Argentina.",
        "Mercosur is made up of Brazil and Argentina.",
        "Mercosur grew. Some of the richer countries in the bloc are Brazil and Argentina.",
        "Both Brazil and Argentina are members of Mercosur.",
    ],
)
def test_members_in_a_list(find: Find, sentence: str) -> None:
    assert ties_told(find(sentence)) == {("BRA", "member_of", "Mercosur"), ("ARG", "member_of", "Mercosur")}


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Hungary has an anti-American stance.", "HUN", "opposes", "USA"),
        ("The US-backed government of Bolivia arrested him.", "USA", "supports", "BOL"),
        ("US-backed opposition leader Juan Guaidó failed.", "USA", "supports", "Juan Guaidó"),
        ("US-aligned Colombia refused.", "COL", "ally_of", "USA"),
        ("The Kremlin-friendly government in Nicaragua said so.", "NIC", "supports", "RUS"),
    ],
)
def test_compounds(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


def test_a_group_named_for_its_stance_takes_it(find: Find) -> None:
    assert [t.relation.value for t in ties(find("Pro-Russian parties rule there."))] == ["supports"]
    assert [t.relation.value for t in ties(find("The US-funded radio stations closed."))] == ["funds"]


def test_a_group_known_only_by_who_leads_it_tells_nothing(find: Find) -> None:
    assert ties(find("The Saudi-led coalition withdrew.")) == []


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Venezuelan President Nicolás Maduro spoke.", "Nicolás Maduro", "leads", "VEN"),
        ("Peru's president, Pedro Castillo, was removed.", "Pedro Castillo", "leads", "PER"),
        ("The president of Colombia, Gustavo Petro, answered.", "Gustavo Petro", "leads", "COL"),
        ("Gabriel Boric, Chile's young president, left.", "Gabriel Boric", "leads", "CHL"),
        ("Mexico sent oil under leftist President López Obrador.", "Andrés Manuel López Obrador", "leads", "MEX"),
        (
            "The Cuban foreign minister, Bruno Rodríguez, condemned the embargo on Monday.",
            "Bruno Rodríguez",
            "part_of",
            "CUB",
        ),
        ("The executive secretary of ALBA, Jorge Arreaza, left.", "Jorge Arreaza", "leads", ALBA),
        ("Carlos Mamani, a deputy of the Movement for Socialism, left.", "Carlos Mamani", "member_of", MAS),
        ("Luis Arce is the leader of the Movement for Socialism.", "Luis Arce", "leads", MAS),
        ("Evo Morales of the Movement for Socialism won.", "Evo Morales", "member_of", MAS),
        ("The Movement for Socialism of Evo Morales won.", "Evo Morales", "leads", MAS),
        ("Bolivia under Evo Morales nationalised gas.", "Evo Morales", "leads", "BOL"),
    ],
)
def test_offices(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


def test_titles_are_taken_for_granted(find: Find) -> None:
    found = find("If Venezuelan President Nicolás Maduro had left, he would not have lost.")
    assert [s.commitment.value for s in found if s.kind is Kind.TIE] == ["stated"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Former Bolivian President Evo Morales lives there.",
        "Juan Guaidó, the self-proclaimed president of Venezuela, fled.",
        "Álvaro García Linera, his vice president, spoke.",
        "Marcela Ríos, a senator, spoke in Chile.",
    ],
)
def test_offices_that_are_over_or_of_nothing_are_no_ties(find: Find, sentence: str) -> None:
    assert ties(find(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Washington sees Nicolás Maduro as a threat.", "USA", "opposes", "Nicolás Maduro"),
        ("The Kremlin regards Nicaragua as a friend.", "RUS", "supports", "NIC"),
        ("The Pentagon uses Colombia as a tool.", "United States Department of Defense", "controls", "COL"),
        ("Washington has sought to topple Fidel Castro.", "USA", "opposes", "Fidel Castro"),
        ("The United States wants regime change in Venezuela.", "USA", "opposes", "VEN"),
        ("Cuba condemned the American campaign to isolate Venezuela.", "USA", "opposes", "VEN"),
    ],
)
def test_stances(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


def test_taken_for_the_foe_of_another_is_no_stance(find: Find) -> None:
    assert ("BRA", "opposes", "CUB") not in ties_told(find("Brazil sees Cuba as an enemy of Colombia."))


def test_against_and_examples_told_behind(find: Find) -> None:
    assert ("Lima Group", "opposes", "VEN") in ties_told(find("The Lima Group was an alliance against Venezuela."))
    found = ties_told(find("Some of the states that support Kosovo include Albania and Turkey."))
    assert {("ALB", "supports", "XKX"), ("TUR", "supports", "XKX")} <= found


def test_every_one_of_those_coordinated(find: Find) -> None:
    found = ties_told(find("Russia has strong ties to both Cuba and Nicaragua."))
    assert found == {("RUS", "ally_of", "CUB"), ("RUS", "ally_of", "NIC")}
    found = ties_told(find("The United States and its allies Colombia and Chile spoke."))
    assert found == {("COL", "ally_of", "USA"), ("CHL", "ally_of", "USA")}
    assert ties_told(find("Cuba and Venezuela are close partners.")) == {("CUB", "ally_of", "VEN")}


def test_others_are_met_through_what_stands_for_them_only(find: Find) -> None:
    assert ("CUB", "opposes", "USA") in ties_told(find("Cuba opposes the policies of the United States."))
    assert ("CUB", "opposes", "USA") not in ties_told(find("Cuba opposes the enemies of the United States."))


def test_an_icy_relationship_is_one_of_opposition(find: Find) -> None:
    (tie,) = ties(find("Chile has an icy relationship with Peru."))
    assert (tie.a.country, tie.relation.value, tie.b.country, tie.sign) == ("CHL", "opposes", "PER", -1)
    assert ties_told(find("Relations between Chile and Peru have soured.")) == {("CHL", "opposes", "PER")}


def test_a_former_ally_is_none_now(find: Find) -> None:
    assert ties(find("Chile is a former ally of Peru.")) == []
    (statement,) = [s for s in find("Brazil is no longer an ally of Cuba.") if s.kind is Kind.TIE]
    assert statement.commitment.value == "denied"


def test_the_tables_are_read_and_their_words_known() -> None:
    assert {o.relation for lines in offices().values() for o in lines} <= set(Relation)
    assert all(word == word.lower() for word in (*offices(), *compounds(), *lexicons.stand_ins()))
    for pos in ("v", "n"):
        kinds = {kind for (_, p), found in stance_words().items() if p == pos for kind in found}
        assert {"wanting", "undoing"} <= kinds


@pytest.mark.parametrize(
    ("table", "column"), [("offices.tsv", "office"), ("compounds.tsv", "word"), ("standins.tsv", "noun")]
)
def test_no_word_stands_twice(table: str, column: str) -> None:
    seen: dict[str, str] = {}
    for row in package_table("dissensus.finding", f"lexicon/{table}"):
        for word in row.many(column):
            assert word not in seen, f"{row.where}: {word!r} stands in {seen.get(word)} too"
            seen[word] = row.where


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a relative clause that says whose the relation is
        ("Peru resents the ties that Bolivia has with Iran.", {("BOL", "ally_of", "IRN")}),
        ("With Bolivia, you have a close relationship with Iran.", {("BOL", "ally_of", "IRN")}),
        ("The Broad Front, to which Gabriel Boric belongs, met.", {("Gabriel Boric", "member_of", FRONT)}),
        ("Daniel Ortega, whose main ally is Iran, spoke.", {("IRN", "ally_of", "Daniel Ortega")}),
        ("Scholars recall the case of Chile and its alliance with Peru.", {("CHL", "ally_of", "PER")}),
        ("Bolivia's alliance is with Iran, not with Brazil.", {("BOL", "ally_of", "IRN")}),
        ("Gabriel Boric counts Chile among his allies.", {("CHL", "ally_of", "Gabriel Boric")}),
        # support that one has from others
        (
            "Gabriel Boric enjoys wide support among Chilean workers.",
            {("Chilean workers", "supports", "Gabriel Boric")},
        ),
        ("Nicolás Maduro survives thanks to Iranian support.", {("IRN", "supports", "Nicolás Maduro")}),
        ("Without Iran's help, Nicolás Maduro would have lost.", {("IRN", "aids", "Nicolás Maduro")}),
        ("Nicolás Maduro faces the hostility of Chile.", {("CHL", "opposes", "Nicolás Maduro")}),
        # words that say it in the passive, by another's interests, or by what it is not
        ("The rebels that were armed and backed by Chile fled.", {("CHL", "supports", "rebels")}),
        ("Keiko Fujimori is nothing but a puppet of Chile.", {("CHL", "controls", "Keiko Fujimori")}),
        ("The Peruvian oligarchy serves Chilean interests.", {("Peruvian oligarchy", "supports", "CHL")}),
        ("It is Chile that controls Keiko Fujimori.", {("CHL", "controls", "Keiko Fujimori")}),
        ("Chile stands in support of the right to life of the Haitian people.", {("CHL", "supports", "Haitians")}),
        # not the thing: who controls the gas, or resents the ties
        ("Chilean companies control Peru's gas.", set()),
        ("Friends of Chile fund the Zapatistas.", set()),
        ("Peru has cut its ties with Chile.", set()),
        ("I understand disagreeing with Keiko Fujimori.", set()),
        ("Ann Ray praised the oil that funds the Zapatistas.", set()),
        ("Democratic challenger Ann Ray spoke.", set()),
        ("Ann Ray, the sister and brother of Luis Arce, spoke.", set()),
    ],
)
def test_ties_are_found_wherever_the_sentence_puts_them(
    find: Find, sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert ties_told(find(sentence)) == expected


def test_all_that_are_named_with_the_subject_count(find: Find) -> None:
    found = ties_told(find("Peru, along with Chile and Brazil, opposes Cuba. Iran, as well as Syria, opposes Israel."))
    assert {a for a, relation, b in found if (relation, b) == ("opposes", "CUB")} == {"PER", "CHL", "BRA"}
    assert {a for a, relation, b in found if (relation, b) == ("opposes", "ISR")} == {"IRN", "SYR"}


def test_what_is_ones_own_is_not_another(find: Find) -> None:
    found = ties_told(find("Peru views Nicolás Maduro and his reign as a threat."))
    assert found == {("PER", "opposes", "Nicolás Maduro")}


def test_a_rightful_president_is_recognised(find: Find) -> None:
    assert ("BRA", "recognises", "Juan Guaidó") in ties_told(
        find("Brazil regards Juan Guaidó as the legitimate president of Venezuela.")
    )


def test_one_may_want_another_to_fall(find: Find) -> None:
    assert ties_told(find("Cuba wants the Chilean government to fall.")) == {("CUB", "opposes", "CHL")}
    assert ("IRN", "opposes", "ISR") in ties_told(find("Iran would like to see Israel crumble."))


def test_bodies_are_made_of_their_members(find: Find) -> None:
    found = ties_told(find("The São Paulo Forum, a network of left-wing parties, met."))
    assert found == {("left-wing parties", "member_of", "São Paulo Forum")}


def test_candidates_belong_to_those_they_run_for(find: Find) -> None:
    for sentence in ("Broad Front candidate Gabriel Boric spoke.", "Gabriel Boric, the Broad Front's nominee, spoke."):
        assert ties_told(find(sentence)) == {("Gabriel Boric", "member_of", FRONT)}
    assert ties_told(find("Gabriel Boric hopes to be the candidate of the Broad Front.")) == set()


def test_examples_of_several_leaders_lead(find: Find) -> None:
    found = ties_told(find("Leaders of the Movement for Socialism such as Luis Arce met in Bolivia."))
    assert ("Luis Arce", "leads", MAS) in found


def test_a_succession_is_a_tie_and_an_event(find: Find) -> None:
    found = find("Luis Arce replaced Jeanine Áñez as president.")
    assert ties_told(found) == {("Luis Arce", "succeeds", "Jeanine Áñez")}
    assert Kind.EVENT in {s.kind for s in found}


def test_compounds_in_one_word_count_and_those_of_deeds_do_not(find: Find) -> None:
    assert ties_told(find("The U.S.-backed government of Peru fell.")) == {("USA", "supports", "PER")}
    assert ties_told(find("Bolivia is the latest US-backed coup.")) == set()


def test_a_noun_apposed_before_a_participle(find: Find) -> None:
    against = "Washington is arming Peru against China"
    found = ties_told(find(f"{against}, now Asia's top trader and investor—displacing the US from its backyard."))
    assert ("CHN", "trades_with", "Asia") in found
    assert ("USA", "controls", "Asia") in found
