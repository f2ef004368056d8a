"""How firmly a statement is said, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def accusation(statements: list[Statement], type_: str) -> Statement:
    return next(s for s in statements if s.kind is Kind.EVENT and s.event and s.event.type == type_)


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Russia attacked Georgia.", "ASSAULT", "stated"),
        ("Russia did not attack Georgia.", "ASSAULT", "denied"),
        ("Russia never attacked Georgia.", "ASSAULT", "denied"),
        ("Russia allegedly attacked Georgia.", "ASSAULT", "alleged"),
        ("Russia will attack Georgia.", "ASSAULT", "predicted"),
        ("Russia could attack Georgia.", "ASSAULT", "conditional"),
        ("If Russia attacks Georgia, nobody will help.", "ASSAULT", "conditional"),
        ("Russia must attack Georgia.", "ASSAULT", "demanded"),
        ("Did Russia attack Georgia?", "ASSAULT", "asked"),
        ("Russia refused to release Georgia.", "REJECT", "stated"),
        ("Russia refused to attack Georgia.", "ASSAULT", "denied"),
        ("Russia began to attack Georgia.", "ASSAULT", "stated"),
        ("The Russian invasion of Georgia failed.", "ASSAULT", "stated"),
        ("Russia considered an invasion of Georgia.", "THREATEN", "predicted"),
        ("France announced that Russia would attack Georgia.", "ASSAULT", "predicted"),
        ("Peru must condemn the Russian attack on Georgia.", "ASSAULT", "stated"),
        ("Spain suggested that Chile withdraw.", "REQUEST", "stated"),
        ("The authorities fighting Georgia lost.", "ASSAULT", "stated"),
        ("Should Russia attack Georgia, France will leave.", "ASSAULT", "conditional"),
        ("Russia had to attack Georgia.", "ASSAULT", "stated"),
        ("It remains impossible for Russia to attack Georgia.", "ASSAULT", "denied"),
        ("There is no denying the Russian attack on Georgia.", "ASSAULT", "stated"),
        ("Russia did little to attack Georgia.", "ASSAULT", "denied"),
        ("There is no evidence that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("Nobody has seen little things, and Ann found no proof that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("None of the armies attacked Georgia.", "ASSAULT", "denied"),
        ("It is not true that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("Were Russia to attack Georgia, France would leave.", "ASSAULT", "conditional"),
        ("France may change its plans should Russia attack Georgia.", "ASSAULT", "conditional"),
        ("France refused to confirm that Russia attacked Georgia.", "ASSAULT", "alleged"),
        ("France denied any suggestion that Russia had attacked Georgia.", "ASSAULT", "denied"),
        ("Reporters asked whether Russia had attacked Georgia.", "ASSAULT", "asked"),
        ("Asked if Russia had attacked Georgia, the minister left.", "ASSAULT", "asked"),
        ("It is time for Russia to attack Georgia.", "ASSAULT", "demanded"),
        ("As Russia attacks Georgia, will France help?", "ASSAULT", "stated"),
        ("Russia was charged with supervising the attack on Georgia.", "ASSAULT", "stated"),
        ("Did France finance the Russian invasion of Georgia?", "ASSAULT", "stated"),
        ("Did Russia order the invasion of Georgia?", "ASSAULT", "asked"),
        ("Will France help Georgia, which Russia attacked in 2008?", "ASSAULT", "stated"),
        ("France urged Russia to freeze shelling of Georgia.", "ASSAULT", "stated"),
        ("France demanded that Russia stop bombing Georgia.", "ASSAULT", "stated"),
        ("Norway will stop arming the rebels of Kenya.", "AID", "stated"),
        ("Had Russia not bombed Georgia, France would have left.", "ASSAULT", "conditional"),
        ("Chile left not because Russia attacked Georgia.", "ASSAULT", "stated"),
        ("It was revealed that Russia had attacked Georgia.", "ASSAULT", "stated"),
        ("Russia defended its decision to attack Georgia.", "ASSAULT", "stated"),
        ("Russia announced its decision to attack Georgia.", "ASSAULT", "predicted"),
        ("Russia must send tanks to attack Georgia.", "ASSAULT", "demanded"),
        ("The United Nations' claim that Russia attacked Georgia was false.", "ASSAULT", "denied"),
        ("Nobody believes that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("Few in Peru think that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("No one denies that Russia attacked Georgia.", "ASSAULT", "stated"),
        ("No evidence exists that Russia attacked Georgia.", "ASSAULT", "denied"),
        ("The so-called invasion of Georgia by Russia failed.", "ASSAULT", "alleged"),
        ("Russia almost attacked Georgia.", "ASSAULT", "denied"),
        ("It was not Russia that attacked Georgia.", "ASSAULT", "denied"),
        ("It was Russia that attacked Georgia.", "ASSAULT", "stated"),
        ("It is unknown whether Russia attacked Georgia.", "ASSAULT", "asked"),
        ("Georgia faces expulsion by Russia.", "SANCTION", "predicted"),
        ("Plans for a Russian invasion of Georgia were leaked.", "ASSAULT", "predicted"),
        ("Russia neither confirmed nor denied that it had attacked Georgia.", "ASSAULT", "alleged"),
        ("France refused to leave and Russia attacked Georgia.", "ASSAULT", "stated"),
        ("Peru will condemn the Russian attack on Georgia.", "ASSAULT", "stated"),
        ("Peru prevented the Russian attack on Georgia.", "ASSAULT", "denied"),
        ("A Russian invasion of Georgia cannot be ruled out.", "ASSAULT", "conditional"),
        ("Few Russians attacked Georgia.", "ASSAULT", "denied"),
        ("A few Russians attacked Georgia.", "ASSAULT", "stated"),
        ("Russia came close to attacking Georgia.", "ASSAULT", "denied"),
        ("Russia is close to attacking Georgia.", "ASSAULT", "predicted"),
        ("Russia was able to bomb Georgia.", "ASSAULT", "stated"),
        ("Russia was supposed to attack Georgia.", "ASSAULT", "predicted"),
        ("Nobody knows if Russia attacked Georgia.", "ASSAULT", "asked"),
        ("The king authorised the Russian invasion of Georgia.", "ASSAULT", "conditional"),
        ("Russia cannot sleep without attacking Georgia.", "ASSAULT", "stated"),
        ("Why did France meet Russia, whose army had attacked Georgia?", "ASSAULT", "stated"),
    ],
)
def test_commitment(find: Find, sentence: str, type_: str, commitment: str) -> None:
    assert accusation(find(sentence), type_).commitment == commitment


def test_the_writer_holds_what_no_one_else_is_given_as_saying(find: Find) -> None:
    made = accusation(find("Russia attacked Georgia.", author="Ana Ruiz"), "ASSAULT")
    assert made.holder.is_author
    assert made.holder.name == "Ana Ruiz"


def test_the_reported_speaker_is_the_holder(find: Find) -> None:
    made = accusation(find("Ukraine said that Russia attacked Georgia."), "ASSAULT")
    assert not made.holder.is_author
    assert "Ukraine" in made.holder.name


def test_a_claim_is_alleged_by_its_speaker(find: Find) -> None:
    made = accusation(find("Ukraine claimed that Russia attacked Georgia."), "ASSAULT")
    assert made.commitment == "alleged"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Russia attacked Georgia: Amnesty International", "Amnesty International"),
        ("Russia attacked Georgia: police", "police"),
        ('Putin: "Ukraine has attacked Georgia"', "Putin"),
        ("Opposition: Russia attacked Georgia", "Opposition"),
        ("France confirmed that Russia attacked Georgia.", "France"),
        ("France said in a statement that Russia attacked Georgia.", "France"),
        ("Almagro wrote in a letter that Russia had attacked Georgia.", "Almagro"),
        ("A paper quoted a general as saying that Russia attacked Georgia.", "general"),
        ("The senator, who critics say is corrupt, said that Russia attacked Georgia.", "senator"),
    ],
)
def test_who_says_so(find: Find, text: str, holder: str) -> None:
    made = accusation(find(text), "ASSAULT")
    assert holder.lower() in made.holder.name.lower()


def test_what_follows_what_critics_say_is_the_writers(find: Find) -> None:
    made = accusation(find("Russia, which critics say has jailed writers, attacked Georgia."), "ASSAULT")
    assert made.holder.is_author


def test_things_say_nothing(find: Find) -> None:
    made = accusation(find("The past weekend in Paris called for Russia to attack Georgia."), "ASSAULT")
    assert "weekend" not in made.holder.name


def test_in_whose_words_is_only_what_is_quoted(find: Find) -> None:
    made = accusation(find('Russia attacked Georgia, "a gift", in the words of Ann Cole.'), "ASSAULT")
    assert made.holder.is_author
