"""Precision codes of the field's data sets, from the width of an interval."""

from vigie.values import Interval


def acled_precision(interval: Interval) -> int:
    """ACLED `time_precision` (codebook 2023): 1 the day is known, 2 the week, 3 the month or less."""
    return 1 if interval.days <= 2 else 2 if interval.days <= 8 else 3


def ucdp_precision(interval: Interval) -> int:
    """UCDP GED `date_prec` (codebook 23.1): 1 the day, 2 two to six days, 3 the week, 4 the month, 5 up to a year."""
    for code, days in ((1, 1), (2, 6), (3, 8), (4, 31)):
        if interval.days <= days:
            return code
    return 5
