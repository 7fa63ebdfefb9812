"""The data files of the intake are whole, and its page of documentation tells all that they hold."""

import re
import string
from pathlib import Path

import pytest

from vigie.intake import Archive, ArchiveError, reason
from vigie.intake.data import table
from vigie.intake.formats import HANDLERS
from vigie.intake.records import fold
from vigie.intake.sniff import sniff
from vigie.intake.worker import PARSERS, parser
from vigie.values import Problem

ROOT = Path(__file__).parents[2]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", table("reasons"))
def test_every_reason_is_said_in_both_languages_with_the_same_details(code: str) -> None:
    words = table("reasons")[code]
    assert fields(words["fr"]) == fields(words["en"])
    assert words["fr"] != words["en"]


@pytest.mark.parametrize("key", table("archive"))
def test_every_message_of_the_archive_is_in_both_languages(key: str) -> None:
    words = table("archive")[key]
    error = ArchiveError(key, **dict.fromkeys(fields(words["en"]), "x"))
    assert fields(words["fr"]) == fields(words["en"])
    assert str(error) == error.text("en") != error.text("fr")


def test_every_reason_that_the_code_gives_is_known_and_every_known_one_is_given() -> None:
    paths = [path for room in ("intake", "fetching") for path in (ROOT / "src/vigie" / room).glob("*.py")]
    source = "\n".join(path.read_text("utf-8") for path in paths)
    given = set(re.findall(r'(?:ReadError\(|code=|warnings\.append\(\()\s*"(\w+)"', source))
    elsewhere = "too_deep|script_only|no_article|special|traversal|link|locked|binary|old_office"
    given |= set(re.findall(rf'"({elsewhere})"', source))
    assert given == set(table("reasons"))


def test_a_problem_without_a_code_keeps_its_sentence() -> None:
    assert reason(Problem(file="a", place="", reason="Because."), "fr") == "Because."


@pytest.mark.parametrize("kind", ["line", "head", "headed", "end", "inside", "start"])
def test_every_boilerplate_form_is_an_expression_that_matches_something(kind: str) -> None:
    for form in table("boilerplate")[kind]:
        assert not re.compile(form, re.IGNORECASE).fullmatch("")


def test_no_two_fields_claim_one_column() -> None:
    names = [(fold(alias), field) for field, aliases in table("columns").items() for alias in aliases]
    fields_of = {alias: {field for name, field in names if name == alias} for alias, _ in names}
    clashes = {alias for alias, found in fields_of.items() if len(found - {"survey", "not_text"}) > 1}
    assert clashes == set()


@pytest.mark.parametrize("kind", PARSERS)
def test_every_parser_of_the_helper_exists_and_is_reached(kind: str) -> None:
    assert callable(parser(kind))
    assert kind in HANDLERS or kind == "xlsx_heads", "which `vigie columns` asks for"


@pytest.mark.parametrize(
    "suffix", ["txt", "md", "html", "jsonl", "json", "csv", "tsv", "eml", "mbox", "rss", "atom", "xhtml", "ndjson"]
)
def test_every_name_leads_to_a_format_that_is_read(suffix: str) -> None:
    assert sniff(b"texte", f"a.{suffix}") in HANDLERS


def test_the_documentation_names_every_reason_format_and_part_of_the_archive() -> None:
    page = (ROOT / "docs/intake.md").read_text("utf-8")
    missing = [code for code in table("reasons") if f"`{code}`" not in page]
    missing += [kind for kind in HANDLERS if kind.upper() not in page.upper()]
    missing += [name for name in ("manifest.jsonl", "verify", "export") if name not in page]
    assert missing == []
    assert hasattr(Archive, "verify")
