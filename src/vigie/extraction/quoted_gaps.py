"""Level 3: what a quotation leaves out tells nothing, what is put into it is read as said: «six villageois (...) ont
été tués», «une trentaine (de jihadistes)».
"""

import re

_LEFT_OUT = re.compile(r"\(\.{1,3}\)")
_PUT_IN = re.compile(r"(?<=[QqZ])\((?:d[loj]{0,2}[VAN]|[oj]?[VN])[oja]{0,2}\)")


def gap_marks(letters: str) -> set[int]:
    """Where the class string has a bracket, or a stop within one, that only the quotation needs."""
    if "(" not in letters:
        return set()
    marks = {at for match in _LEFT_OUT.finditer(letters) for at in range(*match.span())}
    marks.update(at for match in _PUT_IN.finditer(letters) for at in (match.start(), match.end() - 1))
    return marks
