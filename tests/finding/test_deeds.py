"""Deeds of force and of favour as plain sentences tell them: their types, and who does them to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement
from tests.finding.told import sides_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("Kenya was kicked out of Angola's summit.", "SANCTION", set(), {"Kenya"}),
        ("Peru stripped Chile of its trade preferences.", "SANCTION", {"Peru"}, {"Chile"}),
        ("Peru handed Evo Morales a ten-year sentence.", "SANCTION", {"Peru"}, {"Evo Morales"}),
        ("The Supreme Court of Kenya found William Ruto guilty of fraud.", "SANCTION", None, {"William Ruto"}),
        ("Peru keeps Evo Morales behind bars.", "COERCE", {"Peru"}, {"Evo Morales"}),
        ("Peru's police dragged Evo Morales out of his house.", "COERCE", None, {"Evo Morales"}),
        ("Peru cut off the internet during the vote.", "COERCE", {"Peru"}, set()),
        ("Peru blocked WhatsApp for a week.", "COERCE", {"Peru"}, None),
        ("Chile opened fire on Peruvians at Tacna.", "ASSAULT", {"Chile"}, {"Peruvians"}),
        ("Chile used tear gas against Peruvians.", "ASSAULT", {"Chile"}, {"Peruvians"}),
        ("Chile accused Cuba of attacks against Kenya.", "ASSAULT", {"Cuba"}, {"Kenya"}),
        ("Cuba was accused of attacks against Kenya.", "ASSAULT", {"Cuba"}, {"Kenya"}),
        ("Peruvians burned an effigy of Javier Milei.", "PROTEST", {"Peruvians"}, {"Javier Milei"}),
        ("Peruvians paralysed Lima in protest at Keiko Fujimori.", "PROTEST", {"Peruvians"}, {"Keiko Fujimori"}),
        ("Chile held military exercises near the Peruvian border.", "MOBILIZE", {"Chile"}, {"Peru"}),
        ("Chile sent tanks into Peru.", "MOBILIZE", {"Chile"}, {"Peru"}),
        ("Chile put its troops on high alert.", "MOBILIZE", {"Chile"}, set()),
        ("Evo Morales was granted asylum in Mexico.", "AID", {"Mexico"}, {"Evo Morales"}),
        ("Evo Morales found refuge in Mexico.", "AID", {"Mexico"}, {"Evo Morales"}),
        ("Chile donated forty buses to Peru.", "AID", {"Chile"}, {"Peru"}),
        ("Mexico shipped two million barrels of oil to Cuba.", "COOPERATE", {"Mexico"}, {"Cuba"}),
        ("Peru and Chile came to an understanding.", "AGREE", {"Peru", "Chile"}, set()),
        ("Peru and Chile signed an agreement on Cuban doctors.", "SUPPORT", {"Peru", "Chile"}, set()),
        ("Gustavo Petro vowed never to recognise Nicolás Maduro.", "REJECT", {"Gustavo Petro"}, {"Nicolás Maduro"}),
        ("Peru's courts exonerated Evo Morales.", "CONCEDE", None, {"Evo Morales"}),
        ("Israeli strikes in Kenya killed forty people.", "ASSAULT", {"Israel"}, None),
        ("Peru condemned Israel's strikes on Kenya.", "ASSAULT", {"Israel"}, {"Kenya"}),
        ("Peru ordered a blockade of Chile.", "COERCE", {"Peru"}, {"Chile"}),
        ("The Supreme Court of Kenya struck William Ruto from the ballot.", "COERCE", None, {"William Ruto"}),
        ("Bolivian soldiers surrounded the palace in La Paz.", "MOBILIZE", {"Armed Forces of Bolivia"}, None),
        ("Javier Milei vowed to leave the United Nations.", "THREATEN", {"Javier Milei"}, {"United Nations"}),
        ("Brazil offered to share its vaccines with Peru.", "AGREE", {"Brazil"}, {"Peru"}),
        ("Nicolás Maduro survived thanks to Russian loans.", "AID", {"Russia"}, {"Nicolás Maduro"}),
        ("Chile built a hospital in Peru.", "COOPERATE", {"Chile"}, {"Peru"}),
        ("Panama gave Evo Morales safe passage to Mexico.", "AID", {"Panama"}, {"Evo Morales"}),
        ("Cuban exiles sank a Peruvian boat.", "ASSAULT", None, {"Peru"}),
        ("Paraguay's senators expelled Evo Morales.", "SANCTION", None, {"Evo Morales"}),
        ("Evo Morales withdrew his endorsement of Luis Arce.", "SANCTION", {"Evo Morales"}, {"Luis Arce"}),
        ("Peru accepted Venezuelan deportees.", "AID", {"Peru"}, None),
        ("Chile sealed its border with Peru.", "COERCE", {"Chile"}, {"Peru"}),
    ],
)
def test_deeds(find: Find, sentence: str, type_: str, actors: set[str] | None, recipients: set[str] | None) -> None:
    """None stands for whoever it is."""
    assert any(
        found == type_ and actors in (None, doers) and recipients in (None, sufferers)
        for found, doers, sufferers in sides_told(find(sentence))
    )


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Argentine officers taught Kenyans how to interrogate prisoners.", "ACCUSE"),
        ("Evo Morales disappeared from view.", "ASSAULT"),
        ("Evo Morales did not hold back.", "COERCE"),
        ("Javier Milei's charm offensive in Kenya failed.", "ASSAULT"),
        ("Donald Trump rallied his voters in Ohio.", "PROTEST"),
        ("Donald Trump rallied in Ohio.", "PROTEST"),
        ("Bernie Sanders crushed Hillary Clinton in the primary.", "COERCE"),
        ("Marco Rubio defended his record.", "SUPPORT"),
        ("Evo Morales battled for an open seat in a fierce battle.", "ASSAULT"),
        ("Peru deployed subsidies against Chile.", "MOBILIZE"),
        ("Gustavo Petro's commitment to the rule of law makes him a good candidate.", "AGREE"),
        ("Peru stripped Evo Morales's bill of its teeth.", "SANCTION"),
        ("Security forces killed ten Kenyans in protests against William Ruto.", "MOBILIZE"),
        ("The U.S. doubled the reward for the arrest of Nicolás Maduro.", "COERCE"),
        ("Israeli strikes in Kenya killed forty people.", "PROTEST"),
        ("Brazil retaliated with tariffs on Peru.", "ASSAULT"),
        ("Evo Morales accused Luis Arce of character assassination.", "ASSAULT"),
    ],
)
def test_no_such_deed(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {found for found, _, _ in sides_told(find(sentence))}
