"""Level 5: is this story about violence at all? Figures of accidents, epidemics, courts and sport are no claims here.

Cues are counted by the classes that the lexicon gives: fighters, forces, weapons, war acts are strong ones; words that
peace uses as well («attaque», «explosion») are weak ones, and count only beside a figure.
"""

import re
from functools import cached_property

from vigie.extraction.actor_ids import nameless
from vigie.extraction.aftermath import WAR_ACTS, aftermath
from vigie.extraction.asides import asides
from vigie.extraction.crowds import is_crowd
from vigie.extraction.cues import among, cues, told
from vigie.extraction.figures_named import ONE_OBJECT
from vigie.extraction.frames import BODILY, Clause, Figure
from vigie.extraction.images import complains, mark, no_siege
from vigie.extraction.nature import beasts_at_work, by_nature, calamity, of_peace, old_times, peaceful, worst_hit
from vigie.extraction.struck import helps, of_group, struck
from vigie.extraction.units import Unit

# In a brief without any word of peace («Neuf personnes tuées à X») somebody did it, or it would name an accident.
_TOLD = BODILY | {
    "abducted",
    "besieged",
    "detained",
    "displaced",
    "evacuated",
    "missing",
    "neutralised",
    "surrendered",
}
_STRONG = frozenset("VWEFKD")  # the classes of words of violence
_HARMED = frozenset("KNkI")  # the classes of words for people killed
RAISED = "harm.toll-raised"  # the rule of «porte à 38 le nombre de tués»
PASSIVE = "harm.passive"  # «ont été blessés»
HELD = "harm.held"  # the rule of refugees and prisoners without another word for what befell them
_MORE = 2  # words of war more than of peace, where the head of a story tells of a mishap alone
_OFTEN = 2  # strong cues that make a story one of violence; a single one may be a metaphor or a fireman's uniform
_WRECKS = "Looting/property_destruction"
_PASTIME = 3  # different words of play or trade («penalty», «rabais») that make words of war their images
_PLACE_BEHIND = re.compile(r"[^.;:,]{0,6}?[di]l?[PUY]")
_BY = re.compile(r"[TePirgo]{0,4}p[dlQ]{0,2}[EW]")
_DOING = re.compile(r"[VA](?=[ojrT]{0,3}x[rgT]{0,2}[FK])")
_HEAD = 2  # sentences that say what a story is about: its title and its lead
_LETTER = 3  # characters: shorter words say nothing of what a text is about
_SHORT = 400  # characters: in a brief one strong cue is enough
_FEW = 3  # sentences: where a fourth has no word of violence either, figures are told plainly to be of it, or are not
_AT_MARCHES = frozenset({"killed", "injured", "detained"})  # what befalls those who march
_TAKEN = frozenset({"detained", "missing"})
_EXPOSED = frozenset({"aid_workers", "armed", "journalists", "officials", "police"})  # whom conflicts take


def strong(unit: Unit) -> bool:
    """Fighters, forces in action, weapons, acts of war."""
    if unit.feature("weak") is not None or told("savers", [unit]):
        return False  # «les soldats du feu»
    if unit.actor is not None:
        firm = unit.actor.kind == "generic" and not unit.actor.ids and among("firm", [unit.actor.head])
        force = unit.actor.role == "force" and not firm
        return unit.actor.kind == "armed" or (force and not unit.actor.adjective)
    if unit.code == "V":
        return unit.value == "armed"
    return (
        unit.code == "W"
        or (unit.code in "EF" and (unit.value in WAR_ACTS or unit.feature("fight") is not None))
        or (unit.value == "operation" and "militaire" in unit.low)
        or (unit.code in "KD" and unit.feature("method") not in (None, "Arrests"))
    )


def _of_every_day(unit: Unit) -> bool:
    """Police, and a captain or a lieutenant, are in stories of peace as well."""
    return told("police_force", [unit]) if unit.actor is not None else unit.feature("title") is not None


def _strained(unit: Unit) -> bool:
    """An attack, shots, a crowd, a killing with a weapon: then police are there for that."""
    by_weapon = unit.code in "Kk" and unit.value == "killed" and unit.feature("weapon") is not None
    return weak(unit) or by_weapon or is_crowd(unit)


def _stands_by(unit: Unit) -> bool:
    """In a disaster soldiers help or suffer, aircraft fall, and gunmen without a name are only said to be about."""
    unnamed = unit.actor is not None and (unit.actor.kind != "armed" or nameless(unit.actor.ids))
    aircraft = unit.code == "W" and unit.value == "air_dropped" and not told("bombing", [unit])
    return helps(unit) or unnamed or unit.code == "V" or aircraft


def _in_earnest(clause: Clause) -> tuple[Unit, ...]:
    """The strong cues of a sentence: none in what is only likened to war, or ruled out («la piste de l'attentat»)."""
    return clause.once("in earnest", _meant_in_earnest)


def _meant_in_earnest(clause: Clause) -> tuple[Unit, ...]:
    units = clause.units
    found = [i for i, u in enumerate(units) if (u.actor is not None or u.code in _STRONG) and strong(u)]
    found = [i for i in found if clause.codes[i] not in "FkKE" or not of_peace(clause, i)]
    if not found or old_times(clause) or ("ruled_out" in clause.listed and "theory" in clause.listed):
        return ()
    return tuple([units[i] for i in found if not clause.fancied(i)])


def for_a_place(clause: Clause, image: Unit) -> bool:
    """«La bataille de Mossoul», «l'offensive contre Idleb»."""
    at = next((i for i, unit in enumerate(clause.units) if unit is image), None)
    return at is not None and _PLACE_BEHIND.match(clause.codes, at + 1) is not None


def weak(unit: Unit) -> bool:
    """Words of violence that peace uses too."""
    return unit.code in "EF" and unit.value in ("attack", "blast", "shooting", "strike", "Attack")


def _weakly(clause: Clause, mishap: bool) -> bool:
    """A word of violence that peace uses too, and that tells here what people did; in a mishap things explode or
    collide.
    """
    units = clause.units
    found = [i for i, unit in enumerate(units) if weak(unit) and not (mishap and _by_itself(unit))]
    found = [i for i in found if not (mishap and worst_hit(clause, i))]
    return any(not by_nature(clause, i) for i in found)


def _by_itself(unit: Unit) -> bool:
    return unit.value == "blast" or unit.feature("weak") is not None


def _by_beasts(clause: Clause) -> bool:
    """«Un ours a attaqué trois randonneurs», «des éléphants ont saccagé le village»."""
    if not any(unit.value == "animal" for unit in clause.units):
        return False
    deeds = (i for i, u in enumerate(clause.units) if u.value == _WRECKS or (weak(u) and u.value != "blast"))
    return any(beasts_at_work(clause, i) for i in deeds)


def _of_a_beast(unit: Unit) -> bool:
    """«Attaque d'ours»: further attacks that such a story tells are of beasts as well."""
    return unit.code == "J" and unit.low.startswith("attaque")


def _attacked(clause: Clause) -> bool:
    """«Des hommes armés ont attaqué un camp de sinistrés»: whoever they are, they stand by no longer."""
    doers = (clause.units[found.start()] for found in _DOING.finditer(clause.codes))
    return any(of_group(u) or (u.code == "V" and u.value == "armed" and not helps(u)) for u in doers)


def _of_a_war(figure: Figure) -> bool:
    """«Cet accident porte à 38 le nombre de soldats tués au Mali depuis 2013», «43 sont morts au combat depuis»."""
    units = figure.clause.units
    since = any(unit.low.startswith("depuis") for unit in units)
    fighters = figure.who is not None and figure.who.code == "V" and figure.who.value == "armed"
    return since and fighters and figure.outcome in BODILY and (figure.rule == RAISED or not any(map(peaceful, units)))


def _only_there(figure: Figure, at: int) -> bool:
    """In a mishap: it helps, suffers, or is only told of, and no harm is said to be done «par» it."""
    units = figure.clause.units
    if figure.outcome in BODILY and not helps(units[at]) and any(u.code == "p" for u in units[max(0, at - 3) : at]):
        return False
    if at == figure.trigger and figure.outcome == "killed":
        return False  # «assassinés»
    return _stands_by(units[at]) or _within(units[at], figure) or _about(units, at)


def _inflicted(figure: Figure) -> bool:
    """Somebody did it: people «ont été tués», where «sont mortes» tells nobody did; and they took whom conflicts take,
    not a thief or a lost climber.
    """
    units = figure.clause.units
    if figure.outcome in BODILY:
        done = units[figure.trigger].code in "Kk" or figure.rule == PASSIVE
        return done and not told("befell", [units[figure.trigger]])
    if figure.outcome in _TAKEN:
        exposed = figure.who is not None and figure.who.value in _EXPOSED
        return exposed or told("political", units) or any(_a_people(u) and _within(u, figure) for u in units)
    return figure.outcome != "evacuated"


def _for_police(figure: Figure) -> bool:
    """Whom police hold, and bodies that they find, are of violence as often as not."""
    near = figure.clause.units[figure.trigger], figure.who
    bodies = any(unit is not None and unit.feature("unit") == "bodies" for unit in near)
    return figure.outcome == "detained" or bodies


def of_theft(clause: Clause) -> bool:
    """«arrêté, soupçonné d'avoir volé du bétail»: neither a fighter nor an opponent."""
    units = clause.units
    theirs = told("political", units) or any(of_group(unit) or _a_people(unit) for unit in units)
    return not theirs and told("thefts", units)


def _shot(figure: Figure) -> bool:
    """«tués par des tirs», whatever storm there was."""
    by = _BY.match(figure.clause.codes, figure.trigger + 1)
    means = None if by is None else figure.clause.units[by.end() - 1]
    return means is not None and (means.value == "shooting" or means.feature("weapon") == "small_arms")


def _gunned_down(figure: Figure) -> bool:
    """«Trois passants ont été abattus»; beasts are as well."""
    units = figure.clause.units
    armed = units[figure.trigger].feature("weapon") is not None and not any(map(peaceful, units))
    return armed and figure.outcome == "killed" and figure.who is not None and figure.who.code == "V"


def _a_people(unit: Unit) -> bool:
    return unit.actor is not None and unit.actor.kind == "people"


def _about(units: list[Unit], at: int) -> bool:
    """«ont péri sur le lac, où sévissent des groupes armés»: a group that does nothing in the sentence."""
    return of_group(units[at]) and any(told("about", [unit]) for unit in units[max(0, at - 5) : at + 5])


def _within(unit: Unit, figure: Figure) -> bool:
    """«trente hommes du Front X figurent parmi les victimes»: who suffers in a disaster did not cause it."""
    return figure.start <= unit.start < figure.end


def _of_victims(clause: Clause) -> bool:
    """The sentence tells who its victims are: the men of a group may be among them."""
    return any(unit.code == "N" and unit.low.startswith("victime") for unit in clause.units)


def _by_force(figure: Figure) -> bool:
    """«ont été tués lors des manifestations», «arrêtés»: somebody did it to them."""
    return figure.outcome == "detained" or _inflicted(figure)


def _arrested_for_protest(clause: Clause) -> bool:
    """«1.500 personnes ont été arrêtées, la plupart pendant des manifestations contre le président»."""
    units = clause.units
    arrested = any(unit.code in "KkD" and unit.value == "detained" for unit in units)
    return arrested and (any(map(is_crowd, units)) or told("political", units)) and not told("thefts", units)


class Relevance:
    """The cues of a document, counted once."""

    def __init__(self, clauses: list[Clause]) -> None:
        self._clauses = clauses
        self._units = units = [u for c in clauses for u in c.units if u.entry is not None or u.actor is not None]
        strong_ones = [unit for clause in clauses for unit in _in_earnest(clause)]
        self._calm = not any(map(_strained, units))  # police are there every day
        if self._calm:
            strong_ones = [unit for unit in strong_ones if not _of_every_day(unit)]
        self._strong = len(strong_ones)
        images = [unit for unit in strong_ones if told("imagery", [unit])]
        self._meant = len(images) < self._strong or any(for_a_place(c, u) for c in clauses for u in images)
        self._after = aftermath(clauses, _in_earnest)
        self._asides = asides(clauses, _in_earnest)
        self._peaceful = sum(map(self._mishaps, units))
        self._fighting = sum(not helps(unit) for unit in strong_ones)
        self._doing = sum(not _stands_by(unit) for unit in strong_ones)
        attacked = sum(map(_attacked, clauses)) if self._peaceful else 0
        self._strong, self._doing = self._strong + attacked, self._doing + attacked
        self._length = clauses[-1].sentence.end if clauses else 0
        self._few = len(clauses) <= _FEW
        self._slain = any(u.code in "Kk" and u.value == "killed" and not told("befell", [u]) for u in units)
        head = [unit for clause in clauses[:_HEAD] for unit in clause.units]
        begun = [unit for clause in clauses[:_HEAD] if not _of_victims(clause) for unit in _in_earnest(clause)]
        self._begun = any(not _stands_by(u) or of_group(u) for u in begun) or any(map(_attacked, clauses[:_HEAD]))
        killed = any(unit.code in _HARMED and unit.value == "killed" for unit in head)
        self._killed = killed and (self._strong > 0 or any(weak(unit) or is_crowd(unit) for unit in head))
        lead = [unit for clause in clauses[: _HEAD + 1] for unit in clause.units]
        self._dissent = any(_arrested_for_protest(clause) for clause in clauses[: _HEAD + 1])
        self._beasts = any(_by_beasts(clause) for clause in clauses[: _HEAD + 1]) or any(map(_of_a_beast, lead))
        calamities = any(map(calamity, clauses[: _HEAD + 1]))
        self._mishap = self._beasts or calamities or any(map(self._mishaps, lead)) or told("mishaps", lead)
        if self.violent:
            mark(clauses)

    def _mishaps(self, unit: Unit) -> bool:
        """It tells of an accident, nature or illness, not of what violence brought about."""
        return peaceful(unit) and id(unit) not in self._after.told and id(unit) not in self._asides.told

    @property
    def caused(self) -> frozenset[int]:
        """Words (by their `id`) that kill as those of accidents do, of what violence brought about."""
        return self._after.deadly | self._asides.fought

    def _of_it(self, figure: Figure) -> bool:
        """Told plainly to be of violence, or beside people who were killed."""
        return _inflicted(figure) or (self._slain and figure.outcome in BODILY)

    @cached_property
    def played(self) -> bool:
        """Whether its words of war are images of a match, a sale or a harvest."""
        words = {clause.units[i].low for clause in self._clauses for i in clause.listed.get("pastime", ())}
        images = sum(len(word) > _LETTER for word in words)
        attacked = any(struck(clause) is not None for clause in self._clauses[: _HEAD + 1])
        return images >= _PASTIME and 2 * images >= self._strong and not attacked

    def _of_age(self, figure: Figure) -> bool:
        """«Le colonel X est décédé mardi»: one person's death in a text without another word of violence."""
        units = figure.clause.units
        if figure.quantity is not None or figure.outcome != "killed":
            return False  # «Un troisième policier est mort»
        if not told("passed_away", [units[figure.trigger]]):
            return False
        if cues("fr")["violent_end"].search(figure.clause.words) is not None:
            return False
        himself = [u for u in units if figure.start <= u.start < figure.end and u.code in "VA" and strong(u)]
        return not (self._slain or self._strong > len(himself) or any(map(weak, self._units)))

    def _fights(self, unit: Unit, figure: Figure) -> bool:
        """«Douze morts, selon la police»: it fights nobody there."""
        return strong(unit) and not (self._calm and _of_every_day(unit) and not _for_police(figure))

    @property
    def brief(self) -> bool:
        """A few lines without any word of peace: an act told well there is what they are about."""
        return self._length < _SHORT and not self._peaceful

    @property
    def violent(self) -> bool:
        """Whether the story is about violence between people under arms, or on civilians: a «bataille» without anybody
        who fights is an image.
        """
        enough = self._strong >= _OFTEN or (self._strong == 1 and self._length < _SHORT)
        return enough and self._meant and self._outweighs and (self._fighting > 0 or not self._peaceful)

    @property
    def _outweighs(self) -> bool:
        """Whether there is more of war than of peace; in a mishap fighters may be those who save or are saved, and what
        its head does not tell of is told beside it.
        """
        if not self._mishap:
            return self._strong >= self._peaceful
        others = self._strong - self._doing
        return self._doing + others / 2 > self._peaceful + (0 if self._begun else _MORE)

    @property
    def mishap(self) -> bool:
        """Whether an accident, an illness or nature is what it is about."""
        return self._mishap and not self.violent

    def holds(self, figure: Figure) -> bool:
        """Whether a figure belongs to violence: by its own sentence, else by its story; that of people killed
        by shots or an attack has nothing of peace in it.
        """
        units = figure.clause.units
        if (units[figure.trigger].feature("war") is not None or figure.rule == HELD) and not self.violent:
            return False
        if of_peace(figure.clause, figure.trigger) or no_siege(figure) or complains(figure):
            return False
        if (figure.outcome != "killed" or figure.rule == ONE_OBJECT) and self.played:
            return False  # «l'attaquant a fusillé le gardien»
        if figure.outcome == "detained" and (of_theft(figure.clause) or "beds" in figure.clause.listed):
            return False  # «2.700 détenus pour 1.400 places»
        if self._of_age(figure):
            return False
        mishap = self.mishap  # soldiers may be its victims
        if mishap and _of_a_war(figure):
            return True
        if mishap and figure.outcome in BODILY and (_attacked(figure.clause) or _shot(figure) or _gunned_down(figure)):
            return True
        told_of = [i for i, u in enumerate(units) if self._fights(u, figure) and not figure.clause.fancied(i)]
        meant = [i for i in told_of if not of_peace(figure.clause, i)]
        fought = any(not (mishap and _only_there(figure, i)) for i in meant)
        if mishap and not fought and any(peaceful(unit) for unit in units):
            return False
        if not (fought or self.violent or _inflicted(figure)) and id(figure.clause) in self._asides.near:
            return False  # «Soixante enfants sont morts depuis mai», behind a word on measles
        if figure.outcome == "evacuated" and not fought and told("mishaps", units):
            return False  # «un effondrement avait forcé l'évacuation de 60 personnes»
        if figure.outcome == "detained" and mishap and not any(map(of_group, units)):
            return False  # the captain of a ferry
        if fought or (figure.outcome in BODILY and not self._beasts and _weakly(figure.clause, mishap)):
            return self._strong > 0 or self._peaceful == 0
        if mishap:
            return False
        if figure.outcome in _AT_MARCHES and (self._dissent or any(map(is_crowd, units))) and _by_force(figure):
            return True
        if self._killed and not self._peaceful:
            return True
        return self.violent or (self.brief and figure.outcome in _TOLD and (self._few or self._of_it(figure)))
