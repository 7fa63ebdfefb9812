"""Pages from templates: Jinja2, with the texts of a language put in when a template is compiled.

Django's own templates took four fifths of the time that a site of ten thousand incidents needs; its translations and
formats of days stay in use.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import Any

from django.utils import formats, translation
from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, select_autoescape
from markupsafe import escape

from . import words

_TEXT = re.compile(r"{% translate ([\"'])(.*?)\1(?: as (\w+))? ?%}")
Uptodate = Callable[[], bool]


class _Loader(BaseLoader):
    """Templates of the package in one language: `{% translate "…" %}` is replaced by its text, escaped."""

    def __init__(self, language: str) -> None:
        self.language = language

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Uptodate]:
        """What jinja2 asks of a loader."""
        path = files("vigie.publishing").joinpath(f"templates/{template}")
        if not path.is_file():
            raise TemplateNotFound(template)
        with translation.override(self.language):
            return _TEXT.sub(_translated, path.read_text(encoding="utf-8")), template, lambda: True


def _translated(found: re.Match[str]) -> str:
    text, name = translation.gettext(found[2]), found[3]
    # A text never holds a sign that Jinja would read.
    return f"{{% set {name} = {text!r} %}}" if name else str(escape(text))


@cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=_Loader(language), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
        auto_reload=False, trim_blocks=False, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters |= {"day": _day, "number": words.number, "of": words.counted}
    return made


def _day(value: dt.date) -> str:
    return formats.date_format(value, "j F Y")


def render(template: str, language: str, context: dict[str, Any]) -> str:
    """The page that `template` (a file name) makes of `context`, in a language that is active."""
    return _template(language, template)(context)


@cache
def _template(language: str, name: str) -> Callable[[dict[str, Any]], str]:
    return partial(_environment(language).get_template(f"publishing/{name}").render)
