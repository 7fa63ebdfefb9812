"""Level 5: which types of act a general word leaves open, and which of two types tells more."""

from .crowds import EXCESSIVE, LADDER

# What a general word may turn out to be: «l'attaque» of a story may be its suicide bombing, «l'explosion» its mine.
_BOMBS = {"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}
_FIRE = {"Shelling/artillery/missile attack", "Air/drone strike"}
COULD_BE: dict[str, set[str]] = {
    "attack": {"Attack", "Armed clash", "Mob violence", "Chemical weapon", EXCESSIVE, *_BOMBS, *_FIRE},
    "assault": {"Attack", "Armed clash", "Mob violence", EXCESSIVE},
    "attentat": {"Attack", "Armed clash", *_BOMBS},
    "blast": {*_BOMBS, *_FIRE},
    "bombing": _FIRE,
    "operation": {"Armed clash", "Arrests", *_BOMBS, *_FIRE},
    "shooting": {"Attack", "Armed clash", EXCESSIVE, *_FIRE},
    "strike": {"Attack", *_FIRE, *_BOMBS},
}
# The more a type says, the later it stands: the type of an act is the most telling of its tellings.
TELLING = (*LADDER[:2], "Attack", "Armed clash", "Shelling/artillery/missile attack", "Air/drone strike",
           "Remote explosive/landmine/IED",
           "Mob violence", *LADDER[2:], "Grenade", "Suicide bomb", "Chemical weapon")  # fmt: skip
