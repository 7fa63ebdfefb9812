"""Pages from templates: Jinja2, with the texts of a language put in when a template is compiled.

Django's own templates took four fifths of the time that a site of ten thousand incidents needs; its translations and
formats of days stay in use.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import escape

from ..vocabulary import Language
from . import words

_TEXT = re.compile(r"{% translate ([\"'])(.*?)\1(?: as (\w+))? ?%}")


def _source(language: Language, template: str) -> str | None:
    """A template of the package in one language: `{% translate "…" %}` is replaced by its text, escaped."""
    path = files("vigie.publishing").joinpath(f"templates/publishing/{template}")
    if not path.is_file():
        return None
    with words.speaking(language):
        return _TEXT.sub(_translated, path.read_text(encoding="utf-8"))


def _translated(found: re.Match[str]) -> str:
    text, name = words.gettext(found[2]), found[3]
    # A text never holds a sign that Jinja would read.
    return f"{{% set {name} = {text!r} %}}" if name else str(escape(text))


@cache
def _environment(language: Language) -> Environment:
    loader = FunctionLoader(partial(_source, language))
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)
    made.filters |= {"day": words.day, "number": words.number}
    return made


@cache
def _template(language: Language, name: str) -> Callable[[dict[str, Any]], str]:
    return _environment(language).get_template(name).render


def render(template: str, language: Language, context: dict[str, Any]) -> str:
    """The page that `template` (a file name) makes of `context`, in the language that is spoken."""
    return _template(language, template)(context)
