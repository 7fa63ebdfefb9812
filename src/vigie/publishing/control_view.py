"""Who held a place, through time: bars, the claim that moved each spell, rival shares."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .. import values as v
from ..linking import Chronicle, Share, Spell
from . import words
from .cards import place_name
from .claims_view import claimants
from .material import Material, file_name
from .words import gettext
from .worked import Worked, place_key

PLACES = 50  # on a page
_WIDTH, _HEIGHT = 1000.0, 20.0
_COLOURS = 6  # actors with a colour of their own
_TAIL = dt.timedelta(days=45)  # drawn after the last change, so that it can be seen


@dataclass(frozen=True, slots=True)
class Lane:
    """A rectangle of a bar, in pixels; `colour` is the number of an actor's, or x for all others."""

    y: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A claim that bears something out: its words, who says so, through which outlet, where it is read."""

    quote: str
    who: str
    outlet: str
    page: str


@dataclass(frozen=True, slots=True)
class SpellView:
    """A spell: its stretch of the bar, what stood, from when to when, and the claim that moved it there."""

    state: str
    siege: bool
    x: float
    width: float
    lanes: Sequence[Lane]
    days: str
    says: str
    moved: Words | None
    rivals: Sequence[Words]


@dataclass(frozen=True, slots=True)
class ShareView:
    """How much of a place somebody is said to hold: a range on a scale of 0 to 100, and every claim on it."""

    actor: str
    days: str
    text: str
    left: float
    width: float
    claims: Sequence[tuple[float, str, Words]]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The history of one place. `now`: how it stood when last spoken of; `undated`: claims without a day."""

    anchor: str
    name: str
    now: str
    spells: Sequence[SpellView]
    shares: Sequence[ShareView]
    within: Sequence[tuple[str, str]]
    undated: Sequence[Words]


@dataclass(frozen=True, slots=True)
class ControlPage:
    """A page of places on one axis of time; `key`: (colour, actor) of the legend."""

    places: Sequence[PlaceView]
    ticks: Sequence[str]
    key: Sequence[tuple[str, str]]


def page_path(number: int) -> str:
    """The file of the page that shows the chronicle of that number."""
    page = number // PLACES + 1
    return "control.html" if page == 1 else f"control-{page}.html"


def place_link(place: v.Place | None, worked: Worked) -> str:
    """The address of a place's history, if it has one."""
    number = worked.places.get(place_key(place)) if place else None
    return "" if number is None else f"{page_path(number)}#p-{number}"


def control_pages(material: Material, worked: Worked) -> list[ControlPage]:
    """All places with a claim of control, those with most changes first."""
    colours = _colours(worked.chronicles)
    scale = _scale(worked)
    views = [_place(n, c, (material, worked, colours, scale)) for n, c in enumerate(worked.chronicles)]
    key = [(str(colour), words.named("actors", actor)) for actor, colour in colours.items()]
    parts = [views[at : at + PLACES] for at in range(0, len(views), PLACES)] or [[]]
    return [ControlPage(part, _ticks(scale), key) for part in parts]


Scale = tuple[dt.date, dt.date]
Shared = tuple[Material, Worked, Mapping[str, int], Scale]


def _colours(chronicles: Sequence[Chronicle]) -> dict[str, int]:
    """The actors that hold most, in an order that does not depend on that of the claims."""
    held = Counter(actor for c in chronicles for spell in c.spells for actor in spell.actors)
    ordered = sorted(held, key=lambda actor: (-held[actor], actor))
    return {actor: number for number, actor in enumerate(ordered[:_COLOURS])}


def _scale(worked: Worked) -> Scale:
    """From the first change of any place to a little after the last."""
    days = [spell.start for c in worked.chronicles for spell in c.spells]
    first, last = min(days, default=worked.today), max(days, default=worked.today)
    return first, max(last + _TAIL, first + dt.timedelta(days=90))


def _ticks(scale: Scale) -> list[str]:
    step = (scale[1] - scale[0]) / 6
    return [words.dated(scale[0] + step * part, "F Y") for part in range(6)]


def _place(number: int, chronicle: Chronicle, shared: Shared) -> PlaceView:
    material, worked, _, scale = shared
    ends = [*(spell.start for spell in chronicle.spells[1:]), scale[1]]
    spells = [_spell(spell, ends[n], shared) for n, spell in enumerate(chronicle.spells)]
    names = {place_key(c.place): c.place for c in worked.chronicles}
    within = [(place_name(names[key]), place_link(names[key], worked)) for key in chronicle.within if key in names]
    return PlaceView(
        f"p-{number}", place_name(chronicle.place), _now(chronicle), spells,
        [_share(share, material) for share in chronicle.shares], within,
        [told for one in chronicle.undated if (told := _words(one, material))],
    )  # fmt: skip


def _spell(spell: Spell, end: dt.date, shared: Shared) -> SpellView:
    material, _, colours, scale = shared
    x, right = (_at(day, scale) for day in (spell.start, end))
    rivals = [told for one in spell.rivals if (told := _words(one, material))]
    moved = _words(spell.moved_by, material) if spell.moved_by else None
    days = f"{words.day(spell.start)} → {words.day(end)}" if end != scale[1] else words.day(spell.start)
    return SpellView(
        spell.state, bool(spell.besieged_by), x, round(max(right - x, 2.0), 1), _lanes(spell, colours), days,
        words.capital(_says(spell)), moved, rivals,
    )  # fmt: skip


def _at(day: dt.date, scale: Scale) -> float:
    return round((day - scale[0]) / (scale[1] - scale[0]) * _WIDTH, 1)


def _lanes(spell: Spell, colours: Mapping[str, int]) -> list[Lane]:
    """One lane for each of those who are named; a thin line where nobody is known to hold it."""
    if spell.state == "unknown" or not spell.actors:
        return [Lane(_HEIGHT / 2 - 1, 2.0, "none")]
    each = _HEIGHT / len(spell.actors)
    return [Lane(round(n * each, 1), round(each, 1), str(colours.get(a, "x"))) for n, a in enumerate(spell.actors)]


def _says(spell: Spell) -> str:
    """What stood, in words."""
    who = ", ".join(words.named("actors", actor) for actor in spell.actors)
    match spell.state:
        case "held":
            said = gettext("held by %s") % who
        case "claimed":
            said = gettext("held by %s, as only its own side says") % who
        case "contested":
            said = gettext("contested: %s") % who if who else gettext("contested")
        case "besieged":
            said = gettext("besieged, held within by %s") % who if who else gettext("besieged")
        case _:
            said = (
                gettext("unknown: nothing said for half a year")
                if not spell.moved_by
                else gettext("left by its holder")
            )
    around = ", ".join(words.named("actors", actor) for actor in spell.besieged_by)
    return f"{said} ({gettext('besieged by %s') % around})" if around else said


def _now(chronicle: Chronicle) -> str:
    """How a place stood when it was last spoken of."""
    known = [spell for spell in chronicle.spells if spell.moved_by]
    if not known:
        return ""
    last = known[-1]
    said = gettext("%(state)s since %(day)s") % {"state": words.capital(_says(last)), "day": words.day(last.start)}
    quiet = next((b for a, b in pairwise(chronicle.spells) if a is last and not b.moved_by), None)
    return f"{said} ; {gettext('unknown since %s') % words.day(quiet.start)}" if quiet else said


def _words(claim_id: str, material: Material) -> Words | None:
    claim = material.claims.get(claim_id)
    if claim is None:
        return None
    document, incident = material.documents[claim.document], material.incident_of.get(claim_id)
    home = (
        f"incidents/{file_name(incident)}" if incident in material.incidents else f"documents/{file_name(document.id)}"
    )
    outlet = (document.outlet or "") if claim.said_by else ""
    return Words(claim.quote[:220], claimants(claim, document), outlet, f"{home}.html#c-{claim.id}")


def _share(share: Share, material: Material) -> ShareView:
    told = [(material.claims[one], _words(one, material)) for one in share.claims if one in material.claims]
    points = [
        (round(claim.share or 0.0, 1), f"{words.number(claim.share or 0.0)} %", said)
        for claim, said in told
        if isinstance(claim, v.Control) and said
    ]
    low, high = words.number(share.low), words.number(share.high)
    text = f"{low} %" if low == high else f"{low}–{high} %"
    days = words.day(share.start) if share.start == share.end else f"{words.day(share.start)} – {words.day(share.end)}"
    left, width = (min(100.0, max(0.0, one)) for one in (share.low, share.high - share.low))
    return ShareView(words.named("actors", share.actor) or gettext("nobody named"), days, text, left, width, points)
