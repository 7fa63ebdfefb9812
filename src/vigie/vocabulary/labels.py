"""One way to the label of any value, in French or English."""

from typing import Literal

from .actors import Actor, Country, actor, countries, is_actor
from .sources import Camp, Source, camps, is_source, source
from .terms import SubEvent, Term, sub_events, terms

Language = Literal["en", "fr"]
Labelled = Actor | Camp | Country | Source | SubEvent | Term


def label(table: str, value: str, language: Language) -> str:
    """What a reader sees for `value` of `table`: a closed list's name, sub_events, actors, sources, countries, camps.

    An actor or source that the register does not know keeps its id, since the guide lets new groups in; the target
    `civilians` is read among the victims. KeyError for any other unknown value.
    """
    if table == "actors" and value == "civilians":
        return label("victims", value, language)
    if (table == "actors" and not is_actor(value)) or (table == "sources" and not is_source(value)):
        return value
    found = _find(table, value)
    if isinstance(found, Term | SubEvent | Camp):
        return found.label_fr if language == "fr" else found.label_en
    return found.name_fr if language == "fr" else found.name_en


def _find(table: str, value: str) -> Labelled:
    if table == "actors":
        return actor(value)
    if table == "sources":
        return source(value)
    if table == "sub_events":
        return sub_events()[value]
    if table == "countries":
        return countries()[value]
    return camps()[value] if table == "camps" else terms(table)[value]
