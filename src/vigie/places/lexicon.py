"""The French words around names, from the tables of `vocabulary/data/places`, loaded once."""

from functools import cache

from .tables import read_table

DIRECTIONS = {"nord": 0, "est": 90, "sud": 180, "ouest": 270}
SIDES = frozenset((*DIRECTIONS, "centre"))


class Lexicon:
    """Word classes as frozen sets, type words with their level and radius, demonyms with their country."""

    def __init__(self) -> None:
        groups = {r["class"]: frozenset(r["words"].split()) for r in read_table("words")}
        self.title, self.place_prep, self.of, self.det = (groups[n] for n in ("title", "place_prep", "of", "det"))
        self.before = self.place_prep | self.of | groups["taken"] | groups["shaken"]
        self.near, self.km, self.number, self.starter = (groups[n] for n in ("near", "km", "number", "starter"))
        self.speech, self.hit, self.metonym_before = (groups[n] for n in ("speech", "hit", "metonym_before"))
        self.seat, self.small, self.anaphor = groups["seat"], groups["small"], groups["anaphor"]
        self.country_word, self.taken, self.kinds = groups["country_word"], groups["taken"], groups["kinds"]
        self.share, self.stand_in = groups["share"], groups["stand_in"]
        self.residents, self.taken_to = groups["residents"], groups["taken_to"]
        self.assault, self.address = groups["assault"], groups["address"]
        self.shaken, self.moment = groups["shaken"], groups["moment"]
        self.building, self.bound, self.frontier = groups["building"], groups["bound"], groups["frontier"]
        self.neighbour = groups["neighbour"]
        self.first_part, self.deed = groups["first_part"], groups["deed"]
        self.apposed, self.towns = groups["apposed"], groups["towns"]
        self.types = {r["word"]: (r["level"], float(r["km"])) for r in read_table("types")}
        self.sites = frozenset(word for word, (level, _) in self.types.items() if level == "site")
        self.demonyms = {form: r["country"] for r in read_table("demonyms") for form in r["forms"].split()}
        doubtful = {r["class"]: frozenset(r["words"].split()) for r in read_table("ambiguous")}
        self.watched = self.anaphor.union(self.demonyms, DIRECTIONS, self.sites, ("frontiere", "frontieres", "centre"))
        self.ambiguous = frozenset().union(*doubtful.values())
        self.common = doubtful["french_words"]
        self.parts = {(r["country"], r["part"]): r for r in read_table("parts")}
        self.borders = {frozenset((r["one"], r["other"])): r for r in read_table("borders")}


@cache
def lexicon() -> Lexicon:
    """The tables, read at the first question."""
    return Lexicon()
