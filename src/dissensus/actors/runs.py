"""Runs of capitalised words that no dictionary name covers: candidates for actors found in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.actors.introduction import Introduction, before, behind
from dissensus.actors.lexicon import Noun, cues
from dissensus.actors.page import DET, NOUN, POSSESSIVE, PRON, PROPN, Page
from dissensus.actors.phrases import PREFIXES
from dissensus.actors.work import Draft, Part, Work
from dissensus.parsing.parsed import BlockKind

ACTING = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_NEVER = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"))
_OF = frozenset(
    ("of", "for", "against", "on", "de", "del", "della", "di", "do", "da", "des", "du", "para", "por", "pour")
)
_CAUSES = (["Defense"], ["Defence"], ["Support"], ["Solidarity"])
"""What a body may be "in": "Coalition in Defence of Water"."""
_INNER = frozenset("la las los le les el the o a y e et von van der bin ibn al dos das".split())
_NAME_PARTICLES = frozenset("de del da do dos das di la von van der den bin ibn al el y e du le ben abu".split())
_BODIES = frozenset(("party", "movement", "union", "ngo", "company", "media"))
_BEFORE_NAMES = PREFIXES | frozenset(("neither", "nor", "either", "both"))
"""Words that begin no name."""
_SURE_HEADLINE = 0.8
_HEADLINE = 0.6
"""Share of capitalised words that makes a paragraph a headline in which capitals tell nothing."""


_LONGEST_TITLE = 8
"""Tokens between a title and the name behind the comma: "ambassador to the United Nations, Ana Ruiz"."""


@dataclass(slots=True)
class Run:
    """Capitalised words that may name an actor."""

    page: Page
    start: int
    end: int
    root: int
    words: tuple[str, ...]
    text: str
    label: str
    noun: Noun | None = None
    country: str | None = None
    introduction: Introduction = field(default_factory=lambda: Introduction(0))
    acronym: str | None = None
    headline: bool = False


def collect_runs(work: Work) -> list[Run]:
    """All runs of a document, in the order of the text."""
    out: list[Run] = []
    for page in work.pages:
        headline = _is_headline(work, page)
        i, n = 0, len(page.texts)
        while i < n:
            if not _may_begin(work, page, i):
                i += 1
                continue
            run = _run_from(work, page, i)
            if run is None:
                i += 1
                continue
            run.headline = headline
            out.append(run)
            i = max(run.end, i + 1)
    return out


def runs_of_persons(work: Work, runs: list[Run]) -> list[Run]:
    """Runs that begin with the family name of someone the document names and that the tags alone did not show."""
    taken = {(run.page.index, i) for run in runs for i in range(run.start, run.end)}
    out: list[Run] = []
    for page in work.pages:
        for i, form in enumerate(page.forms):
            if (
                form.capital
                and form.words in work.persons
                and (page.index, i) not in taken
                and _may_begin(work, page, i)
            ):
                run = _run_from(work, page, i)
                if run is not None and len(run.words) == 1:
                    out.append(run)
    return out


def _is_headline(work: Work, page: Page) -> bool:
    letters = [form for form in page.forms if form.text[:1].isalpha()]
    if len(letters) < 4:
        return work.parsed.paragraphs[page.index].kind is BlockKind.HEADING
    capitals = sum(form.capital for form in letters)
    share = capitals / len(letters)
    return share > _HEADLINE and (
        page.texts[-1] not in (".", "!", "?") or (share > _SURE_HEADLINE and len(letters) > 4)
    )


def _may_begin(work: Work, page: Page, i: int) -> bool:
    form = page.forms[i]
    if not form.capital or work.at(page, i) is not None or form.text.lower() in _BEFORE_NAMES or _dates(page, i):
        return False
    if any((title := page.titles.get(i - back)) is not None and title.end > i for back in (1, 2)):
        return False  # "Chief of Staff Ana Ruiz"
    if page.ent[i] in _NEVER and not (page.ent[i] == "DATE" and form.words in work.persons):
        return False
    noun = page.nouns.get(i)
    if noun is not None and noun.end > i + 1 and not page.forms[noun.end - 1].capital:
        return False
    if form.words in work.persons:
        return True  # the family name of someone named in full, whatever the tagger takes it for
    if i in page.inside and i not in page.nouns and i not in page.titles:
        return False
    if page.pos[i] in (PRON, DET) or (page.pos[i] not in (PROPN, NOUN) and page.ent[i] not in ACTING):
        return False
    if page.pos[i] == NOUN and page.ent[i] not in ACTING and not form.upper:
        return False
    return len(form.text) > 1


def _dates(page: Page, i: int) -> bool:
    """Whether a month or day of the week tells the date, whatever comes after it: "On 3 May Ruiz left"."""
    if page.texts[i].lower() not in cues("calendar"):
        return False
    before = page.texts[i - 1] if i else ""
    return before.isdigit() or before.lower() in cues("before_calendar") or page.ent[i - 1 : i] == ["DATE"]


def _continues(work: Work, page: Page, i: int, label: str) -> bool:
    form = page.forms[i]
    if work.at(page, i) is not None or page.sent_start[i]:
        return False
    if form.capital and (page.pos[i] == PROPN or page.ent[i] == label != "") and page.ent[i] not in _NEVER:
        return True
    return (
        bool(label)
        and page.ent[i] == label
        and form.text in ("-", "&", "'", ".", "–", "and")
        and i + 1 < len(page.texts)
        and page.ent[i + 1] == label
    )


def _run_from(work: Work, page: Page, first: int) -> Run | None:
    n = len(page.texts)
    start, end = first, first + 1
    label = page.ent[first]
    while end < n:
        if _continues(work, page, end, label or page.ent[end]):
            label = label or page.ent[end]
            end += 1
            continue
        step = _over_connector(work, page, first, end)
        if step is None:
            break
        end = step
    while end - 1 > start and (
        page.texts[end - 1] in POSSESSIVE or not page.forms[end - 1].words or page.texts[end - 1] in ("and", "&")
    ):
        end -= 1
    start = _after_titles(page, start, end, label)
    if start >= end:
        return None
    trailing = page.nouns.get(end - 1)
    if (
        end - start == 2
        and trailing is not None
        and trailing.noun.arm in ("government", "presidency")
        and end - 2 not in page.nouns
    ):
        end -= 1  # "Appel Administration": the person is the name
    # A state's name inside the spaCy entity or right before an organisation's noun belongs to the name.
    country: str | None = None
    held = work.at(page, start - 1) if start == first and not page.sent_start[start] else None
    noun = _kind_noun(page, start, end)
    if _only_lexicon(page, start, end):
        return None
    if held is not None and held.part in (Part.STATE, Part.DEMONYM) and held.end == start and noun is not None:
        country, start = held.actor.country, held.start
    for i in range(start, end):
        inner = work.at(page, i)
        if inner is not None and inner.actor.country:
            country = inner.actor.country
    root = page.root(start, end)
    told = _without_nickname(page, start, end)
    words = tuple(word for i in told for word in page.forms[i].words)
    if not words:
        return None
    text = page.doc[start:end].text if len(told) == end - start else " ".join(page.texts[i] for i in told)
    intro = before(work, page, start)
    if intro.title is None and not intro.sectors and page.texts[start - 1 : start] == [","]:
        intro = _titled_before_comma(work, page, start, root) or intro
    run = Run(page, start, end, root, words, text, label, noun, country, intro)
    if intro.country is None and not intro.sectors:
        after = behind(work, page, root, end)
        if after.sectors or after.country:
            run.introduction = after._replace(start=start)
    if run.introduction.country is None and _sits_for_us_state(page, end):
        run.introduction = run.introduction._replace(country="USA", sectors=run.introduction.sectors or ("LEG",))
    run.acronym = _acronym_after(page, end)
    return run


def _sits_for_us_state(page: Page, end: int) -> bool:
    """Whether the party and state of a member of the U.S. Congress stand behind a name: "Ana Ruiz, R-Ohio"."""
    if page.texts[end : end + 1] not in ([","], ["("]) or end + 1 >= len(page.texts):
        return False
    party, _, state = page.texts[end + 1].partition("-")
    return party in ("R", "D", "I") and (bool(state) or page.texts[end + 2 : end + 3] == ["-"])


def _titled_before_comma(work: Work, page: Page, start: int, root: int) -> Introduction | None:
    """The title a name is set behind: "the Chilean ambassador, Ana Ruiz,"."""
    title = page.head[root]
    if page.dep[root] != "appos" or not 0 < start - title < _LONGEST_TITLE:
        return None
    intro = before(work, page, title + 1)
    return intro._replace(start=start) if intro.title is not None or intro.sectors else None


def _over_connector(work: Work, page: Page, first: int, at: int) -> int | None:
    """The end of the run if it goes on over small words: "Committee for the Defence of Land", "Luis de la Calle"."""
    n = len(page.texts)
    text = page.texts[at]
    same_entity = page.ent[at] == page.ent[at - 1] != ""
    if text in ("-", "–") and same_entity and at + 1 < n and _continues(work, page, at + 1, page.ent[at - 1]):
        return at + 2
    if text == '"' and page.pos[at - 1] == PROPN:
        return _over_nickname(work, page, at)
    if page.texts[at : at + 3] == ["-", "and", "-"] and at + 3 < n and page.forms[at + 3].capital:
        return at + 4
    if text == "'" and at + 1 < n and page.forms[at + 1].capital:
        # "Harbour Workers' Alliance"
        hit = page.nouns.get(at + 1)
        return hit.end if hit is not None and (hit.noun.note in ("weak", "name") or hit.noun.type in _BODIES) else None
    if text == "'s" and not (same_entity and page.ent[at] == "ORG"):
        return None
    of, particle = text in _OF, text in _NAME_PARTICLES - {"y", "e"}
    cause = text == "in" and page.texts[at + 1 : at + 2] in _CAUSES
    of = of or cause
    joins = of or text in _NAME_PARTICLES or text == "'s" or (text in ("and", "&") and page.ent[at] in ("ORG", "FAC"))
    organisation = joins and _kind_noun(page, first, at) is not None
    if not joins or not (same_entity or organisation or particle):
        return None
    i = at + 1
    while i < n and i - at < 4 and page.texts[i] in _INNER | _OF:
        i += 1
    if i >= n or page.sent_start[i] or not page.forms[i].capital or page.pos[i] not in (PROPN, NOUN):
        return None
    if page.ent[i] in _NEVER:
        return None
    held = work.at(page, i)
    if held is None:
        return i + 1
    if of and organisation and not _only_lexicon(page, first, at):
        return held.end if held.part in (Part.STATE, Part.PLACE, Part.DEMONYM) else None
    return None


def _over_nickname(work: Work, page: Page, at: int) -> int | None:
    """The end of a run that goes on behind what someone is called: 'Luis "Lucho" Vera', 'Ana "La Flaca" de Ruiz'."""
    n = len(page.texts)
    closing = next((i for i in range(at + 2, min(at + 4, n - 1)) if page.texts[i] == '"'), None)
    if closing is None or not all(page.forms[i].capital for i in range(at + 1, closing)):
        return None
    rest = closing + 1
    rest += page.texts[rest] in _NAME_PARTICLES and rest + 1 < n
    named = page.forms[rest].capital and page.pos[rest] == PROPN and work.at(page, rest) is None
    return rest + 1 if named else None


def _without_nickname(page: Page, start: int, end: int) -> list[int]:
    """The words of a run without what stands in quotation marks inside it."""
    quoted, told = False, []
    for i in range(start, end):
        if page.texts[i] == '"':
            quoted = not quoted
        elif not quoted:
            told.append(i)
    return told


def _after_titles(page: Page, start: int, end: int, label: str) -> int:
    """Where the name begins after the titles it starts with."""
    if label == "ORG" and end - start > 1 and _kind_noun(page, start, end) is not None:
        return start
    while start < end:
        hit = page.titles.get(start)
        if hit is None or hit.end > end:
            return _after_inner_title(page, start, end)
        if hit.end == end:
            return end
        start = hit.end
        if page.texts[start] == ".":
            start += 1
    return start


def _after_inner_title(page: Page, start: int, end: int) -> int:
    """Where the person begins in "Lower Valley Governor Ana Ruiz"."""
    for i in range(start + 1, end - 1):
        hit = page.titles.get(i)
        if hit is not None and hit.end < end <= hit.end + 4 and hit.titles[0].office and page.texts[hit.end] not in _OF:
            return hit.end
    return start


def _kind_noun(page: Page, start: int, end: int) -> Noun | None:
    """The noun that tells what sort of body a name stands for: the last word before any "of", or the first."""
    stop = next((i for i in range(start, end) if page.texts[i] in _OF), end)
    for i in range(max(start, stop - 3), stop):
        hit = page.nouns.get(i)
        if hit is not None and hit.end == stop and (hit.noun.note != "head"):
            return hit.noun
    hit = page.nouns.get(start)
    if (
        hit is not None
        and hit.end <= end
        and (hit.noun.note == "name" or (hit.end < end and page.texts[hit.end] in _OF))
    ):
        return hit.noun
    return None


def _only_lexicon(page: Page, start: int, end: int) -> bool:
    """Whether the words are agent nouns and titles throughout: "Supreme Court", "President"."""
    i = start
    while i < end:
        noun, title = page.nouns.get(i), page.titles.get(i)
        if noun is not None and noun.end <= end and noun.noun.note != "name":
            i = noun.end
        elif title is not None and title.end <= end:
            i = title.end
        else:
            return False
    return True


def _acronym_after(page: Page, end: int) -> str | None:
    """The acronym in brackets right behind a name."""
    if end + 1 < len(page.texts) and page.texts[end] == "(":
        form = page.forms[end + 1]
        bare = form.text.replace(".", "").replace("-", "")
        if form.upper and 2 <= len(bare) <= 10 and bare.isalnum():
            return "".join(form.words)
    return None


def acronym_behind(draft: Draft) -> str | None:
    """The acronym in brackets right behind a mention."""
    return _acronym_after(draft.page, draft.end)
