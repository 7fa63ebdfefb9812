"""Labels, days and figures in words, in the language that is active."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.utils import formats, translation
from django.utils.translation import ngettext

from .. import values as v
from ..vocabulary import Language, label

_ADDED = re.compile(r"\s*[:(]")
# The French labels of outcomes are participles in the plural; one person is told of in the singular.
_PLURAL = re.compile(r"s\b")
_THIN = "\u202f"  # the narrow no-break space between thousands, and before French signs


_SPOKEN: ContextVar[Language] = ContextVar("vigie-language", default="fr")


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Within it every text is in the chosen language; what was looked up once is kept."""
    before = _SPOKEN.set(chosen)
    try:
        with translation.override(chosen):
            yield
    finally:
        _SPOKEN.reset(before)


def language() -> Language:
    """The language of the page being written: fr or en."""
    return _SPOKEN.get()


def gettext(text: str) -> str:
    """A text of the site in the language that is spoken."""
    return _text(_SPOKEN.get(), text)


@lru_cache(maxsize=4096)
def _text(_: Language, text: str) -> str:
    return translation.gettext(text)


def named(table: str, value: str | None) -> str:
    """The label of a value; a value that the vocabulary does not know is shown as it is."""
    return _named(table, value, _SPOKEN.get()) if value else ""


@lru_cache(maxsize=65536)
def _named(table: str, value: str, spoken: Language) -> str:
    try:
        return label(table, value, spoken)
    except KeyError:
        return value


def matter(value: str | None) -> str:
    """The label of an incident's type: a sub-event type, else an act, a change of control or an outcome."""
    for table in ("sub_events", "acts", "changes", "outcomes"):
        if (found := named(table, value)) != value:
            return found
    return value or ""


def names(table: str, values: list[str]) -> str:
    """Labels in a row."""
    return ", ".join(named(table, value) for value in values)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """A figure with its thousands apart."""
    digits = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    if language() == "fr":
        return digits.replace(",", _THIN).replace(".", ",")
    return digits


def between(low: int | None, high: int | None) -> str:
    """A range of figures: «25–28», «25», «at least 25», «up to 28»; empty where nothing is said."""
    if low is None and high is None:
        return ""
    if low is None:
        return gettext("up to %s") % number(high or 0)
    if high is None:
        return gettext("at least %s") % number(low)
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def day(value: dt.date | None) -> str:
    """A day in words: «11 octobre 2016»."""
    return _formatted(value, "j F Y", _SPOKEN.get()) if value else ""


@lru_cache(maxsize=16384)
def _formatted(value: dt.date, pattern: str, _: Language) -> str:
    return formats.date_format(value, pattern)


def dated(value: dt.date, pattern: str) -> str:
    """A day in the pattern of Django's date formats."""
    return _formatted(value, pattern, _SPOKEN.get())


def week(start: dt.date, end: dt.date) -> str:
    """A week in few letters: «28 déc – 3 jan 2016»."""
    month = "b" if language() == "fr" else "M"
    return f"{dated(start, f'j {month}')} – {dated(end, f'j {month} Y')}"


def days(when: v.Interval | None) -> str:
    """An interval in words, without repeating what both ends share."""
    if when is None:
        return gettext("day not told")
    start, end = when.start, when.end
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    pattern = "j F" if start.year == end.year else "j F Y"
    return f"{dated(start, pattern)} – {day(end)}"


def counted(value: int, what: str) -> str:
    """A number of things in words: «3 affirmations»."""
    return things(value, what) % number(value)


def things(value: int, what: str) -> str:
    """The word for so many things, after a place for the number: «%s affirmations»."""
    return _things(min(value, 2), what, _SPOKEN.get())  # the plural of two is that of all larger numbers


@lru_cache(maxsize=256)
def _things(value: int, what: str, _: Language) -> str:
    forms = {
        "claims": ngettext("%s claim", "%s claims", value),
        "incidents": ngettext("%s incident", "%s incidents", value),
        "violence": ngettext("%s violent incident", "%s violent incidents", value),
        "control": ngettext("%s change or state of control", "%s changes or states of control", value),
        "diplomacy": ngettext("%s act of diplomacy", "%s acts of diplomacy", value),
        "documents": ngettext("%s document", "%s documents", value),
        "outlets": ngettext("%s outlet", "%s outlets", value),
        "origins": ngettext("%s origin", "%s origins", value),
        "contradictions": ngettext("%s contradiction", "%s contradictions", value),
        "problems": ngettext("%s problem", "%s problems", value),
        "files": ngettext("%s file", "%s files", value),
        "places": ngettext("%s place", "%s places", value),
    }
    return forms[what]


def short(table: str, value: str) -> str:
    """A label without what it adds after a colon or in brackets: «armés», not «armés : soldats, rebelles…»."""
    return _ADDED.split(named(table, value))[0]


def outcome(value: str, victims: str = "", count: int | None = None) -> str:
    """An outcome and whom it struck: «tués (civils)»; of one person, «tué»."""
    said = named("outcomes", value)
    if count == 1 and language() == "fr":
        said = _PLURAL.sub("", said)
    return f"{said} ({short('victims', victims)})" if victims and victims != "people" else said
