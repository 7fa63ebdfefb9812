"""Level 6: where and when. What a clause leaves out comes from its sentence, its paragraph, the lead."""

from .setting_back import THEN, time_after
from .setting_before import place_before, place_just_told
from .setting_cover import contains
from .setting_entry import day_before, news_before
from .setting_joined import joined
from .setting_main import closer, main_place, unnamed
from .setting_place import (
    AS_TOLD,
    BROAD,
    TAKEN_UP,
    country_of_story,
    mission_place,
    on_site,
    parted_by_place,
    place_in_clause,
)
from .setting_span import (
    carried_start,
    counted_over,
    counted_to,
    harmed_by_campaign,
    movement,
    since_the_story,
    since_then,
    start_before,
    stretch_told,
    total_of_campaign,
    total_since,
)
from .setting_telling import told_on
from .setting_time import (
    assumed_time,
    carried,
    days,
    main_time,
    old,
    previous,
    report_time,
    time_before,
    time_in_clause,
    up_to_publication,
)
from .setting_when import When, read_when
from .setting_where import Where

__all__ = [
    "AS_TOLD",
    "BROAD",
    "TAKEN_UP",
    "THEN",
    "When",
    "Where",
    "assumed_time",
    "carried",
    "carried_start",
    "closer",
    "contains",
    "counted_over",
    "counted_to",
    "country_of_story",
    "day_before",
    "days",
    "harmed_by_campaign",
    "joined",
    "main_place",
    "main_time",
    "mission_place",
    "movement",
    "news_before",
    "old",
    "on_site",
    "parted_by_place",
    "place_before",
    "place_in_clause",
    "place_just_told",
    "previous",
    "read_when",
    "report_time",
    "since_the_story",
    "since_then",
    "start_before",
    "stretch_told",
    "time_after",
    "time_before",
    "time_in_clause",
    "told_on",
    "total_of_campaign",
    "total_since",
    "unnamed",
    "up_to_publication",
]
