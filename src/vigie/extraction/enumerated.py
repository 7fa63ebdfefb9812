"""Level 4: three and more who share a part: «les Etats-Unis, la France et le Royaume-Uni ont bombardé», «tués par la
Russie, l'Iran et le Hezbollah».
"""

import re

# Behind the first one: others between commas, the last one behind «et»; what the last one does is another sentence.
_BEHIND = re.compile(r"(?:,[pdlqr]{0,3}[AV])+,?t[pdlqr]{0,3}[AV](?![xXkKFGswVA])")
# Before the last one: they open the sentence, or what somebody says.
_BEFORE = re.compile(r"(?:^|[.:;c\"(])[lqrT]{0,2}(?P<row>[AV](?:,[lqr]{0,2}[AV])+),?t[lqr]{0,2}$")


def enumerated(codes: str, at: int) -> list[int]:
    """The units that are told in a row with the one at an index, itself left out; `codes` is their class string."""
    behind = _BEHIND.match(codes, at + 1)
    if behind is not None:
        return _members(codes, behind.start(), behind.end())
    before = _BEFORE.search(codes, 0, at) if "," in codes[:at] else None
    return _members(codes, before.start("row"), before.end("row")) if before is not None else []


def _members(codes: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if codes[i] in "AV"]
