"""A pattern is passed over only where it would not fit."""

import re

import pytest

from vigie.extraction.attribution_charges import _table
from vigie.extraction.cues import Marks, cues
from vigie.extraction.setting_cues import cues as setting_cues
from vigie.extraction.sought import Known, Several, Sought, needed, opening

NEEDED = {
    "début$|lancement": ["début", "lancement"],
    "tué(?:e|s|es)? par": ["tué par", "tuée par", "tuées par", "tués par"],
    r"(?<![\w-])(?:en (?:deux|trois) jours|sur la période)$": ["en deux jours", "en trois jours", "sur la période"],
    r"[a-z]+ (?:mois|ans)? plus tard": [" ans plus tard", " mois plus tard", "  plus tard"],
    r"(?:le |la )*(?:attaques?|raids?)\b": ["attaque", "raid"],
    r"(?:\w+ )+mené": ["mené"],
    r"\w+|guerre": [],  # one alternative needs nothing
    r"(?:guerre)?": [],
    "(?i)guerre": [],
    "(?i:guerre)": [],
    r"du|qg": ["du", "qg"],
    r"du|au|en": [],  # too short to tell texts apart
    r",|guerre": [],
    r"(?=guerre)\w+": [],
}


@pytest.mark.parametrize(("pattern", "words"), NEEDED.items())
def test_words_that_a_pattern_needs(pattern: str, words: list[str]) -> None:
    assert sorted(needed(re.compile(pattern))) == sorted(words)


OPENINGS = {
    "guerre": "gu",
    "guerre$": "gu",
    r"\bguerre": "gu",
    "(?<!sa )guerre": "gu",
    "(?=gue)": "",
    "l'armée": "l'",
    "g?u": "",
    "gu?": "g",
    "gu+": "g",
    "g[ué]": "g",
    "(?:guerre|paix)": "",
    "guerre|paix": "",
    "guerre|gué": "gu",
    "(?i)guerre": "",
    "(?i:guerre)": "",
    "g": "g",
    "": "",
}


@pytest.mark.parametrize(("form", "letters"), OPENINGS.items())
def test_letters_that_a_form_opens_with(form: str, letters: str) -> None:
    assert opening(form, 2) == letters


def _patterns() -> list[Sought]:
    setting, events = setting_cues("fr"), cues("fr")
    single = [one for one in (*setting, *setting.campaigns) if isinstance(one, Sought)]
    return [*single, *setting.scope.values(), *events.values()]


# Words of the patterns themselves, so that many of them fit.
TEXTS = [
    *(re.sub(r"\(\?[:<!=P]*|[|()\[\]?*+^$\\]|\{[^}]*\}", " ", one.pattern.pattern) for one in _patterns()),
    *(word for one in _patterns() for word in re.split(r"\(\?:|[|()]", one.pattern.pattern)),
]


def test_no_fit_is_lost() -> None:
    fits = 0
    for one in _patterns():
        for text in TEXTS:
            found = one.pattern.search(text)
            fits += found is not None
            assert (one.search(text) is None) == (found is None), (one.pattern.pattern, text)
            assert (one.match(text) is None) == (one.pattern.match(text) is None)
            assert len(list(one.finditer(text))) == len(one.pattern.findall(text))
    assert fits > 1_000


def test_a_part_of_a_text_is_searched_in_its_place() -> None:
    sought = Sought(r"(?<=un )raid")
    assert sought.search("un raid, un raid", 4) is not None
    assert sought.search("un raid, un raid", 4, 12) is None
    assert sought.match("un raid", 3) is not None
    assert [m.start() for m in sought.finditer("un raid, un raid", 4)] == [12]


def test_several_patterns_are_told_apart_in_one_pass() -> None:
    charges = [pattern for _, _, pattern in _table("fr").charges]
    several = Several([*charges, re.compile(r"\d+")])
    for text in TEXTS:
        likely = several.likely(text)
        assert likely == sorted(likely)
        assert len(charges) in likely  # it needs no word
        assert {rank for rank, one in enumerate(charges) if one.search(text)} <= set(likely)


def test_what_is_known_of_words_is_bounded() -> None:
    known = Known(str.isupper, most=3)
    assert [known[word] for word in ("A", "a", "B", "b", "A")] == [True, False, True, False, True]
    assert len(known) <= 3


def test_a_word_stands_in_the_lists_whose_patterns_fit_its_beginning() -> None:
    lists = {
        "late": ["tard$", ".*après$"],
        "towns": ["alep", "(?:à )?damas"],
        "fights": ["combat(?:t|$)", "assau", "a$"],
    }
    known = Marks(lists, most=12)
    words = [
        "tard",
        "tardif",
        "lendemain après",
        "alepin",
        "damas",
        "à damas",
        "combattu",
        "combat",
        "combats",
        "a",
        "",
        "战",
    ]
    for word in [*words, *words]:  # the table is emptied on the way: the second time they are asked anew, or known
        fits = {name for name, forms in lists.items() if re.match("|".join(forms), word)}
        assert known[word] == fits, word
    assert known["combattu"] == {"fights"}
    assert known["tardif"] == frozenset()


def test_the_words_that_are_kept_are_bounded() -> None:
    known = Marks({"late": ["tard$"]}, most=3)
    assert [known[word] for word in "abcd"] == [frozenset()] * 4
    assert set(known) == {"d"}
