"""Level 6: where and when. What a clause leaves out comes from its sentence, its paragraph, the lead."""

from .setting_cover import contains
from .setting_entry import day_before, news_before
from .setting_place import (
    BROAD,
    Where,
    closer,
    country_of_story,
    joined,
    main_place,
    mission_place,
    place_before,
    place_in_clause,
)
from .setting_span import counted_to, since_the_story, total_since
from .setting_time import (
    When,
    assumed_time,
    carried,
    days,
    main_time,
    old,
    previous,
    read_when,
    report_time,
    time_after,
    time_before,
    time_in_clause,
    told_on,
    up_to_publication,
)

__all__ = [
    "BROAD",
    "When",
    "Where",
    "assumed_time",
    "carried",
    "closer",
    "contains",
    "counted_to",
    "country_of_story",
    "day_before",
    "days",
    "joined",
    "main_place",
    "main_time",
    "mission_place",
    "news_before",
    "old",
    "place_before",
    "place_in_clause",
    "previous",
    "read_when",
    "report_time",
    "since_the_story",
    "time_after",
    "time_before",
    "time_in_clause",
    "told_on",
    "total_since",
    "up_to_publication",
]
