"""Why something was not read: stable codes, sentences in French and English (data), the exception that carries one."""

from typing import Literal

from ..values import Problem
from .data import table

Language = Literal["fr", "en"]
MAX_DETAIL = 200


class ReadError(Exception):
    """An item that cannot be read; `code` is a key of `reasons.toml`, `details` fill its sentence."""

    def __init__(self, code: str, place: str = "", **details: object) -> None:
        super().__init__(code)
        self.code, self.place = code, place
        self.details = {name: clean_detail(str(value)) for name, value in details.items()}


def clean_detail(words: str) -> str:
    """Words from outside, fit for one line of a report: printable, on one line, bounded."""
    line = " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
    return "".join(c if c.isprintable() else "�" for c in line)[:MAX_DETAIL]


def sentence(code: str, details: dict[str, str], language: Language = "en") -> str:
    """The sentence of a code in a language, filled with the details."""
    return str(table("reasons")[code][language]).format_map(details)


def reason(problem: Problem, language: Language = "en") -> str:
    """Why, in the language asked for; a problem without a code keeps the sentence that it came with."""
    return sentence(problem.code, problem.details, language) if problem.code else problem.reason


def was_read(problem: Problem) -> bool:
    """Whether the document was read all the same, the row being a warning."""
    return bool(table("reasons").get(problem.code, {}).get("kept", False))


def problem(file: str, bad: ReadError) -> Problem:
    """The row of the problems table for a bad item of `file`."""
    text = sentence(bad.code, bad.details)
    return Problem(file=clean_path(file), place=clean_path(bad.place), reason=text, code=bad.code, details=bad.details)


def clean_path(name: str) -> str:
    """A path as it can be written in UTF-8: names of files may hold any bytes."""
    return name.encode("utf-8", "replace").decode("utf-8").replace("\x00", "�")
