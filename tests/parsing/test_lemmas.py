from dissensus.parsing.parser import Parser
from dissensus.tables import package_table


def lemmas(parser: Parser, text: str) -> list[str]:
    return [token.lemma_ for token in parser.nlp(text)]


def test_verbs_whose_forms_look_like_those_of_shorter_ones(parser: Parser) -> None:
    assert lemmas(parser, "The party hated him and waged war.")[2] == "hate"
    assert lemmas(parser, "The generals staged a coup.")[2] == "stage"
    assert lemmas(parser, "They spared the town.")[1] == "spare"


def test_the_shorter_verbs_keep_their_own_forms(parser: Parser) -> None:
    assert lemmas(parser, "The court barred him.")[2] == "bar"
    assert lemmas(parser, "The two leaders sparred.")[3] == "spar"


def test_every_line_names_forms_of_one_base() -> None:
    rows = package_table("dissensus.parsing", "lexicon/lemmas.tsv", ("lemma", "pos", "forms"))
    assert len({(row["lemma"], row["pos"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["pos"] in ("verb", "noun"), row.where
        assert all(form[:2] == row["lemma"][:2] for form in row.many("forms")), row.where
