"""The precision codes of ACLED and UCDP that a place stands for."""

from vigie.values import Place

NEAR_KM = 18.0
WATERS = ("mer ", "golfe ", "océan ", "détroit ", "méditerranée")
INTERNATIONAL = 7
UCDP = {"site": 1, "quarter": 1, "town": 1, "district": 3, "province": 4, "region": 5, "country": 6}
ACLED = {"site": 1, "quarter": 1, "town": 1, "district": 2, "province": 3, "region": 3, "country": 3}


def precision_codes(place: Place) -> tuple[int, int]:
    """(ACLED geo-precision 1 to 3, UCDP GED where_prec 1 to 7) of a place.

    A town whose words reach beyond it («près de», «à 30 km de») is ACLED 2 and UCDP 2; a part of a country is UCDP 5,
    open waters 7. Sources: ACLED Codebook, «Geo-precision code»; UCDP GED Codebook 23.1, `where_prec`.
    """
    if place.level == "region" and place.country is None and place.name.lower().startswith(WATERS):
        return ACLED[place.level], INTERNATIONAL
    if UCDP[place.level] == 1 and place.km > NEAR_KM:
        return 2, 2
    return ACLED[place.level], UCDP[place.level]
