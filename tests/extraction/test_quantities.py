"""French numbers: what they count to, how sure the words are, and what is no number of anything."""

import pytest

from vigie.extraction.quantities import find_quantities, spelled_number

# words of the text | count | low | high | qualifier | kind  («-»: none)
FIGURES = """
12 morts | 12 | 12 | 12 | exactly | number
pas plus de dix morts | 10 | 0 | 10 | at_most | number
au bas mot, dix morts | 10 | 10 | - | at_least | number
dix, voire douze morts | 10 | 10 | 12 | exactly | number
entre une vingtaine et une trentaine de morts | 20 | 20 | 30 | about | dozen
220.000 réfugiés | 220000 | 220000 | 220000 | exactly | number
20 000 habitants | 20000 | 20000 | 20000 | exactly | number
1 200 soldats | 1200 | 1200 | 1200 | exactly | number
29'000 réfugiés | 29000 | 29000 | 29000 | exactly | number
plus de 164’300 personnes | 164300 | 164300 | - | more_than | number
1'200'000 habitants | 1200000 | 1200000 | 1200000 | exactly | number
1 000 000 de personnes | 1000000 | 1000000 | 1000000 | exactly | number
99\u202f999 personnes | 99999 | 99999 | 99999 | exactly | number
1,5 million de personnes | 1500000 | 1500000 | 1500000 | exactly | number
2,3 millions de déplacés | 2300000 | 2300000 | 2300000 | exactly | number
3 milliards de cartouches | 3000000000 | 3000000000 | 3000000000 | exactly | number
7.500 cas | 7500 | 7500 | 7500 | exactly | number
Trente morts | 30 | 30 | 30 | exactly | number
MILLE MORTS | 1000 | 1000 | 1000 | exactly | number
trente-six (36) morts | 36 | 36 | 36 | exactly | number
un demi-million de personnes | 500000 | 500000 | 500000 | exactly | number
un mort | 1 | 1 | 1 | exactly | article
une femme | 1 | 1 | 1 | exactly | article
une dizaine de morts | 10 | 10 | 10 | about | dozen
une douzaine de blessés | 12 | 12 | 12 | about | dozen
une quinzaine d'hommes | 15 | 15 | 15 | about | dozen
une vingtaine de maisons | 20 | 20 | 20 | about | dozen
une trentaine de frappes | 30 | 30 | 30 | about | dozen
une quarantaine de corps | 40 | 40 | 40 | about | dozen
une cinquantaine d'otages | 50 | 50 | 50 | about | dozen
une soixantaine de raids | 60 | 60 | 60 | about | dozen
une centaine de morts | 100 | 100 | 100 | about | dozen
deux centaines de familles | 200 | 200 | 200 | about | dozen
un millier de personnes | 1000 | 1000 | 1000 | about | dozen
trois milliers d'hommes | 3000 | 3000 | 3000 | about | dozen
une demi-douzaine d'attaques | 6 | 6 | 6 | about | dozen
une bonne dizaine de blessés | 10 | 10 | 10 | about | dozen
plus d'une centaine de morts | 100 | 100 | - | more_than | dozen
au moins une dizaine de morts | 10 | 10 | - | at_least | dozen
presqu'une centaine de morts | 100 | 100 | 100 | about | dozen
des dizaines de morts | - | 20 | - | vague | vague
des centaines de blessés | - | 200 | - | vague | vague
des milliers de déplacés | - | 2000 | - | vague | vague
des dizaines de milliers de civils | - | 20000 | - | vague | vague
plusieurs morts | - | 2 | - | vague | vague
plusieurs dizaines de combattants | - | 20 | - | vague | vague
plusieurs centaines de personnes | - | 200 | - | vague | vague
quelques blessés | - | 2 | - | vague | vague
une poignée d'hommes | - | 2 | - | vague | vague
aucun mort | 0 | 0 | 0 | exactly | zero
aucune victime | 0 | 0 | 0 | exactly | zero
au moins 12 morts | 12 | 12 | - | at_least | number
pas moins de 15 raids | 15 | 15 | - | at_least | number
au minimum 6 tués | 6 | 6 | - | at_least | number
plus de 30 blessés | 30 | 30 | - | more_than | number
près de 40 corps | 40 | 40 | 40 | about | number
environ 50 hommes | 50 | 50 | 50 | about | number
quelque 300 familles | 300 | 300 | 300 | about | number
presque 60 morts | 60 | 60 | 60 | about | number
jusqu'à 80 morts | 80 | 0 | 80 | at_most | number
jusqu’à 80 morts | 80 | 0 | 80 | at_most | number
moins de 10 survivants | 10 | 0 | 10 | less_than | number
entre 20 et 30 morts | 20 | 20 | 30 | exactly | number
entre vingt et trente morts | 20 | 20 | 30 | exactly | number
20 à 30 blessés | 20 | 20 | 30 | exactly | number
20-30 hommes | 20 | 20 | 30 | exactly | number
6 à 8 roquettes | 6 | 6 | 8 | exactly | number
deux ou trois personnes | 2 | 2 | 3 | exactly | number
cinq à six mille hommes | 5000 | 5000 | 6000 | exactly | number
2 à 3 millions de personnes | 2000000 | 2000000 | 3000000 | exactly | number
900 à mille hommes | 900 | 900 | 1000 | exactly | number
la 3e brigade | 3 | 3 | 3 | exactly | ordinal
le 24e régiment | 24 | 24 | 24 | exactly | ordinal
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in FIGURES.strip().split("\n")]


@pytest.mark.parametrize(("words", "count", "low", "high", "qualifier", "kind"), ROWS, ids=[row[0] for row in ROWS])
def test_a_figure_is_read(words: str, count: str, low: str, high: str, qualifier: str, kind: str) -> None:
    found = find_quantities(words)
    assert len(found) == 1
    told = ["-" if value is None else str(value) for value in (found[0].count, found[0].low, found[0].high)]
    assert (*told, found[0].qualifier, found[0].kind) == (count, low, high, qualifier, kind)


SPELLED = {
    "deux": 2,
    "onze": 11,
    "seize": 16,
    "dix-sept": 17,
    "vingt et un": 21,
    "vingt-deux": 22,
    "trente et une": 31,
    "quarante-trois": 43,
    "soixante-dix": 70,
    "soixante et onze": 71,
    "soixante-quinze": 75,
    "quatre-vingts": 80,
    "quatre-vingt-un": 81,
    "quatre-vingt-dix": 90,
    "quatre-vingt-dix-neuf": 99,
    "cent": 100,
    "cent-vingt-trois": 123,
    "deux cents": 200,
    "deux cent quarante-trois": 243,
    "quatre cents": 400,
    "mille": 1_000,
    "mille deux cents": 1_200,
    "deux mille": 2_000,
    "trois mille cinq cents": 3_500,
    "cent mille": 100_000,
    "cent vingt mille": 120_000,
    "un million": 1_000_000,
    "deux millions cinq cent mille": 2_500_000,
    "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf": 999_999,
    "12": 12,
    "3.500": 3_500,
    "1,2 million": 1_200_000,
}


@pytest.mark.parametrize(("words", "value"), SPELLED.items(), ids=SPELLED.keys())
def test_a_number_in_words(words: str, value: int) -> None:
    assert spelled_number(words) == value


@pytest.mark.parametrize("words", ["vendredi", "les morts", "", "centre"])
def test_what_is_no_number_in_words(words: str) -> None:
    assert spelled_number(words) is None


NOTHING = [
    "12h30",
    "le Front n°53",
    "le Front n° 53",
    "la brigade numéro 12",
    "A320",
    "T-72",
    "le premier ministre",
    "plus de la moitié",
    "de nombreux civils",
    "Onzeville",
    "centenaire",
    "dixième",
    "les uns",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []


def test_figures_of_a_sentence_stand_where_their_words_are() -> None:
    text = "Trois civils et deux soldats, dont une femme, sont morts; une vingtaine d'autres ont été blessés."
    found = find_quantities(text)
    assert [(text[q.start : q.end].lower(), q.figure) for q in found] == [
        ("trois", 3), ("deux", 2), ("une", 1), ("une vingtaine", 20),
    ]  # fmt: skip


def test_two_figures_joined_by_and_are_no_range() -> None:
    assert [q.figure for q in find_quantities("20 et 30 morts")] == [20, 30]


@pytest.mark.parametrize("text", ["30 à 20 morts", "20 à 20 morts"])
def test_a_range_goes_up(text: str) -> None:
    assert [q.high for q in find_quantities(text)] == [int(w) for w in text.split() if w.isdigit()]
