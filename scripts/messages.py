"""Compile the site's French catalogue, without gettext: django.po -> django.mo; --check only compares.

    python scripts/messages.py [--check]

Exits with 1 and names what is missing where a text of the templates or the code has no French, or the compiled file is
older than its source. Tests run the same check.
"""

import io
import re
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOM = Path(__file__).parents[1] / "src" / "vigie" / "publishing"
SOURCE = ROOM / "locale" / "fr" / "LC_MESSAGES" / "django.po"
IN_TEMPLATES = re.compile(r"{% translate ([\"'])(.*?)\1(?: as \w+)? ?%}")
IN_CODE = re.compile(r"\bn?gettext\(\s*([\"'])((?:\\.|(?!\1)[^\\])*)\1")


def catalogue() -> Catalog:
    """The French catalogue as written by hand."""
    with SOURCE.open("rb") as file:
        return read_po(file, locale="fr")


def compiled(french: Catalog) -> bytes:
    """What the program reads."""
    out = io.BytesIO()
    write_mo(out, french)
    return out.getvalue()


def used() -> set[str]:
    """Every text of the templates and the code that is to be translated."""
    templates = (found[1] for path in ROOM.rglob("*.html") for found in IN_TEMPLATES.findall(path.read_text("utf-8")))
    code = (found[1] for path in ROOM.glob("*.py") for found in IN_CODE.findall(path.read_text("utf-8")))
    return {*templates, *code}


def missing(french: Catalog) -> list[str]:
    """Texts without French."""
    told = {(m.id[0] if isinstance(m.id, tuple) else m.id) for m in french if m.id and m.string and all(m.string)}
    return sorted(used() - told)


def main() -> int:
    """Compile or check; the exit status."""
    french = catalogue()
    for text in (lost := missing(french)):
        print(f"no French for: {text}")
    target, content = SOURCE.with_suffix(".mo"), compiled(french)
    if "--check" not in sys.argv:
        target.write_bytes(content)
    return int(bool(lost) or target.read_bytes() != content)


if __name__ == "__main__":
    sys.exit(main())
