"""Help, agreements, concessions, dealings and elections: what is told of them, and what only looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def told(find: Find, text: str) -> set[tuple[str, str, str, str]]:
    """Each event as actors, type, recipients and commitment, names joined by commas."""
    return {
        (
            ", ".join(a.name for a in s.event.actors),
            s.event.type.value,
            ", ".join(r.name for r in s.event.recipients),
            s.commitment.value,
        )
        for s in find(text)
        if s.kind is Kind.EVENT and s.event
    }


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        # what is received is given
        ("The Bolivian government received money from Iran.", "Iran", "AID", "Government of Bolivia"),
        ("Ecuador obtained a loan of two billion dollars from China.", "China", "AID", "Ecuador"),
        ("Haiti was granted debt relief by the World Bank.", "World Bank", "AID", "Haiti"),
        ("Mexico has offered Cuba fuel.", "Mexico", "AID", "Cuba"),
        ("The IMF's bailout of Argentina failed.", "International Monetary Fund", "AID", "Argentina"),
        ("Luis Arce received Nicolás Maduro's backing.", "Nicolás Maduro", "SUPPORT", "Luis Arce"),
        ("Rebels in Nicaragua were armed and financed by Chile.", "Chile", "AID", "Nicaraguan rebels"),
        # to whom one promises to do something
        ("Gustavo Petro promised to resume relations with Venezuela.", "Gustavo Petro", "AGREE", "Venezuela"),
        ("Peru agreed with Chile to build a road.", "Peru", "AGREE", "Chile"),
        ("Luis Arce agreed with Evo Morales.", "Luis Arce", "SUPPORT", "Evo Morales"),
        ("Joe Biden eased restrictions on travel to Cuba.", "Joe Biden", "RETREAT", "Cuba"),
        ("Chile dropped the charges against Evo Morales.", "Chile", "CONCEDE", "Evo Morales"),
        ("The United States offered Nicolás Maduro an amnesty.", "United States", "CONCEDE", "Nicolás Maduro"),
        ("Nicolás Maduro let the exiles return.", "Nicolás Maduro", "CONCEDE", "exiles"),
        ("Luis Arce assured Evo Morales of his support.", "Luis Arce", "SUPPORT", "Evo Morales"),
        ("Chile's promise of aid to Bolivia was not kept.", "Chile", "AGREE", "Bolivia"),
        ("Chile agreed to a debt swap with Peru.", "Chile", "AGREE", "Peru"),
        (
            "Jair Bolsonaro promised Benjamin Netanyahu to move the embassy.",
            "Jair Bolsonaro",
            "AGREE",
            "Benjamin Netanyahu",
        ),
        # who does it, and who gets it, where the parser joins or parts them
        ("The government of Haiti was backed and financed by Peru in 1991.", "Peru", "SUPPORT", "Government of Haiti"),
        ("Cuba sends Venezuela doctors, teachers and advisers.", "Cuba", "AID", "Venezuela"),
        ("Javier Milei appointed Patricia Bullrich security minister.", "Javier Milei", "OTHER", "Patricia Bullrich"),
        ("Álvaro Uribe demobilised the paramilitaries.", "Álvaro Uribe", "RETREAT", "paramilitaries"),
        ("Russia wrote off 90 percent of Cuba's debt.", "Russia", "AID", "Cuba"),
        # elections
        (
            "Mauricio Macri lost the primary to Cristina Kirchner.",
            "Mauricio Macri",
            "OTHER",
            "Cristina Fernández de Kirchner",
        ),
        ("Rodrigo Paz defeated Jorge Quiroga.", "Rodrigo Paz", "OTHER", "Jorge Quiroga"),
        ("The Peruvian army defeated the Chilean army.", "Peruvian Army", "ASSAULT", "Chilean Army"),
        ("Salvador Allende's victory in 1970 alarmed Peru.", "Salvador Allende", "OTHER", ""),
        ("Cuba mourned the death of Hugo Chávez.", "Hugo Chávez", "OTHER", ""),
        ("The electoral council declared Nicolás Maduro the winner.", "Nicolás Maduro", "OTHER", ""),
        ("The opposition in Venezuela won 112 of 167 seats.", "Opposition in Venezuela", "OTHER", ""),
    ],
)
def test_goodwill(find: Find, sentence: str, actors: str, type_: str, recipients: str) -> None:
    assert (actors, type_, recipients) in {line[:3] for line in told(find, sentence)}


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("Evo Morales was encouraged by comments from Luis Arce.", {"SUPPORT"}),
        ("Luis Arce is widely respected in Peru.", {"SUPPORT"}),
        ("Luis Arce is honoured to serve Bolivia.", {"SUPPORT"}),
        ("Chile honoured its commitments to Bolivia.", {"SUPPORT"}),
        ("Luis Arce's songs were recognised with an award from Peru.", {"SUPPORT"}),
        ("Bolivia recognised the futility of the talks.", {"SUPPORT"}),
        ("Luis Arce was echoing an old tune from Chile.", {"SUPPORT"}),
        ("Peru took the country in a new direction.", {"AID"}),
        ("Peru provided Luis Arce with an excuse.", {"AID"}),
        ("A lack of faith among voters in Luis Arce helped Evo Morales.", {"AID"}),
        ("Chile and Peru agree that the sanctions are harmful.", {"AGREE"}),
        ("Luis Arce is committed to reform in Bolivia.", {"AGREE"}),
        ("With Brazil's help, Venezuela and Guyana agreed to talk.", {"SUPPORT"}),
        ("Luis Arce pleaded not guilty.", {"CONCEDE"}),
        ("Luis Arce let Bolivia down.", {"CONCEDE"}),
        ("Luis Arce was admitted to a hospital in Peru.", {"CONCEDE"}),
        ("Luis Arce quit smoking in Peru.", {"RETREAT"}),
        ("Luis Arce's victory ended the boycott of Peru.", {"CONCEDE", "RETREAT"}),
        ("Chile and Peru traded insults.", {"COOPERATE"}),
        ("Luis Arce sold the idea to Chile.", {"COOPERATE"}),
        ("Luis Arce was found guilty in Chile.", {"OTHER"}),
        ("Luis Arce is not afraid to succeed.", {"OTHER"}),
        # what is only tried, or promised to nobody
        ("Luis Arce tried to win the election.", {"OTHER"}),
        ("Luis Arce promised to build a wall.", {"AGREE"}),
        ("Luis Arce made promises.", {"AGREE"}),
        ("Luis Arce promised to move the embassy of Bolivia.", {"AGREE"}),
        ("Luis Arce retired from a university in Peru.", {"RETREAT"}),
        ("Luis Arce paid for Evo Morales's re-election campaign.", {"OTHER"}),
        ("The ruling was a victory for Luis Arce.", {"OTHER"}),
        ("Chile was blamed for holding up the nomination of Luis Arce.", {"OTHER"}),
    ],
)
def test_no_goodwill(find: Find, sentence: str, types: set[str]) -> None:
    assert not {line[1] for line in told(find, sentence)} & types


def test_welcoming_what_befell_someone_is_no_support_for_them(find: Find) -> None:
    assert ("Chile", "SUPPORT", "Luis Arce") not in {
        e[:3] for e in told(find, "Chile welcomed the arrest of Luis Arce.")
    }


def test_whom_states_recognise_is_not_their_own_government(find: Find) -> None:
    recognised = told(find, "Brazil and Mexico recognised the new government.")
    assert all("Government" not in recipients for _, _, recipients, _ in recognised)


def test_what_is_agreed_to_is_told_once(find: Find) -> None:
    agreed = told(find, "Peru and Chile agreed to reopen the border.")
    assert {line[1] for line in agreed} == {"AGREE"}


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Critics attacked Luis Arce's decision to pardon Evo Morales.", "CONCEDE", "stated"),
        ("Luis Arce announced his decision to pardon Evo Morales.", "CONCEDE", "predicted"),
        ("If Luis Arce resigns, Evo Morales wins the election.", "OTHER", "conditional"),
        ("If Luis Arce does not resign, Peru will attack.", "RETREAT", "conditional"),
        ("Evo Morales hoped to win the election.", "OTHER", "predicted"),
        ("Evo Morales is counting on winning the election.", "OTHER", "predicted"),
        ("Evo Morales is the favourite to win the election.", "OTHER", "predicted"),
        ("Luis Arce stressed the importance of defeating Evo Morales.", "OTHER", "demanded"),
    ],
)
def test_commitment(find: Find, sentence: str, type_: str, commitment: str) -> None:
    assert commitment in {line[3] for line in told(find, sentence) if line[1] == type_}
