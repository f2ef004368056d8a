"""The lexicon of cues and the word lists for pronouns, line by line."""

import pytest

from dissensus.errors import DictionaryError
from dissensus.parsing import cues, people
from dissensus.parsing.parsed import Stance
from dissensus.tables import read_table

PLAIN = {"that", "quote", "inf", "ing", "np", "np-inf", "np-as", "np-np", "np-ing", "passive-inf", "whether"}
AROUND = {"clause", "clause-start"}
PREPOSITIONS = {
    "about", "against", "at", "for", "in", "of", "on", "out", "over", "to", "upon", "with", "as",
}  # fmt: skip


def from_folder(folder):
    """Read tables from a folder in place of the package."""
    return lambda package, name, columns=(): list(read_table(folder / name, columns))


def lines():
    return list(cues.lines())


def test_the_vocabulary_is_wide():
    by_pos = {pos: {line.lemma for line in lines() if line.pos == pos} for pos in cues.PARTS_OF_SPEECH}
    assert len(by_pos["verb"]) >= 200
    assert len(by_pos["noun"]) >= 80
    assert all(by_pos.values())


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.where}:{line.lemma}")
def test_every_line_keeps_the_rules(line):
    assert line.lemma == line.lemma.strip().lower()
    assert line.constructions
    for construction in line.constructions:
        bare = construction.removeprefix("np-")
        assert construction in PLAIN | AROUND or bare in PREPOSITIONS
        assert (construction in AROUND) == (line.pos in ("adverb", "preposition"))


def test_lines_are_in_order():
    keys = [(cues.PARTS_OF_SPEECH.index(line.pos), line.lemma, line.stance.value) for line in lines()]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("lemma", "construction", "stance"),
    [
        ("say", "that", Stance.NEUTRAL),
        ("claim", "that", Stance.DISTANCED),
        ("deny", "that", Stance.DENIAL),
        ("vow", "inf", Stance.PROMISE),
        ("ask", "that", Stance.QUESTION),
        ("ask", "np-inf", Stance.DEMAND),
        ("predict", "that", Stance.PREDICTION),
        ("believe", "that", Stance.HYPOTHESIS),
    ],
)
def test_stance_hangs_on_the_construction(lemma, construction, stance):
    assert cues.load_cues().verbs[lemma][construction] is stance


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("lemma\tpos\n", "column 'constructions' is missing"),
        ("{header}say\tverb\tthat\tneutral\t\t\n", "6 cells"),
        ("{header}say\tword\tthat\tneutral\t\n", "no part of speech 'word'"),
        ("{header}say\tverb\tthat\tglad\t\n", "no stance 'glad'"),
    ],
)
def test_a_broken_line_is_named(monkeypatch, tmp_path, text, complaint):
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / cues.FILE).write_text(text.format(header="\t".join(cues.COLUMNS) + "\n"), encoding="utf-8")
    monkeypatch.setattr(cues, "package_table", from_folder(tmp_path))
    with pytest.raises(DictionaryError, match=complaint) as caught:
        list(cues.lines())
    assert caught.value.where.startswith(f"{cues.FILE}:")


def test_a_construction_given_twice_is_refused(monkeypatch, tmp_path):
    folder = tmp_path / "lexicon"
    folder.mkdir()
    line = "say\tverb\tthat\tneutral\t\n"
    (folder / cues.FILE).write_text("\t".join(cues.COLUMNS) + "\n" + line + line, encoding="utf-8")
    monkeypatch.setattr(cues, "package_table", from_folder(tmp_path))
    with pytest.raises(DictionaryError, match="earlier line"):
        cues.load_cues.__wrapped__()


def test_given_names_are_capitalised_and_titles_are_not():
    known = people.load_people()
    assert len(known.names) > 500
    assert all(name[0].isupper() and gender in "mf" for name, gender in known.names.items())
    assert all(word == word.lower() for word in (*known.titles, *known.persons, *known.groups))
    assert not set(known.persons) & known.groups
    assert known.titles["mr."] == "m"
    assert known.titles["president"] == "n"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [("Ana\tx", "no gender 'x'"), ("Ana", "no gender ''")],
)
def test_a_broken_name_is_named(monkeypatch, tmp_path, line, complaint):
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / people.NAMES_FILE).write_text(f"name\tgender\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(people, "package_table", from_folder(tmp_path))
    with pytest.raises(DictionaryError, match=complaint):
        people.load_people.__wrapped__()


def test_an_unknown_kind_of_noun_is_refused(monkeypatch, tmp_path):
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / people.NAMES_FILE).write_text("name\tgender\nAna\tf\n", encoding="utf-8")
    (folder / people.NOUNS_FILE).write_text("word\tkind\tgender\ncrowd\tmass\tn\n", encoding="utf-8")
    monkeypatch.setattr(people, "package_table", from_folder(tmp_path))
    with pytest.raises(DictionaryError, match="no kind 'mass'"):
        people.load_people.__wrapped__()
